// Says when a newer version of the site is ready on the device.

/** Tell of the version that waits, or that will once it is whole. */
export function watch(registration) {
  const { waiting, installing } = registration;
  if (waiting) tell(registration, waiting);
  else installing?.addEventListener("statechange", () => watch(registration), { once: true });
}

function tell(registration, worker) {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }) => show(data, () => renew(registration));
  worker.postMessage(document.documentElement.lang.slice(0, 2), [port2]);
}

/** Go to the version that waits, in this tab alone; the others stay with theirs. */
function renew({ waiting }) {
  navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
  if (waiting) waiting.postMessage("use");
  else location.reload(); // another tab did it
}

let line; // at most one

function show({ ready, use, later }, act) {
  line?.remove();
  line = document.createElement("div");
  const said = document.createElement("p");
  said.textContent = ready;
  const actions = document.createElement("p");
  actions.className = "actions";
  for (const [name, words, does] of [["button", use, act], ["button plain", later, () => line.remove()]]) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = name;
    button.textContent = words;
    button.addEventListener("click", does);
    actions.append(button);
  }
  Object.assign(line, { className: "bubble", popover: "manual" });
  line.setAttribute("role", "status");
  document.body.append(line);
  line.showPopover?.(); // without it, the line stands there all the same
  line.append(said, actions); // after it is shown, so that it is read out
}
