// Wakes the parts of a page that slept, and takes up what was done on it before.
const left = `agir-left ${location.pathname}`;
const isBox = (one) => /^(checkbox|radio)$/.test(one.type);
const said = (one) => (isBox(one) ? one.checked : one.value);

function say(one, value) {
  if (isBox(one)) one.checked = value;
  else one.value = value;
}

function stored(act) {
  try {
    return act(localStorage);
  } catch {} // closed to us (private windows, policies), or not as we write it
}

let isRestored = false; // once a page: what somebody changed after it stays, however often waking failed

/** Take what was done on the page when it was left before its modules came, a line a visit. */
function restore(controls) {
  const visits = stored((store) => store.getItem(left))?.split("\n") ?? [];
  const done = visits.flatMap((line) => stored(() => JSON.parse(line)) ?? []);
  for (const [name, value] of done.filter(Array.isArray))
    for (const one of controls)
      if (one.id === name || (one.name === name && one.value === value))
        say(one, isBox(one) || [...new Set([one.value, value])].filter(Boolean).join("\n\n"));
}

/** Wake parts, each by its module; throws when one cannot come: it sleeps on, in `parts`, the others are awake. */
export async function wakeAll(parts, pressed) {
  const all = [...parts];
  const controls = all.flatMap((part) => [...part.querySelectorAll("input, textarea, select")]);
  if (!isRestored) restore(controls);
  isRestored = true;
  // As the page came they say nothing; what they say until all are awake is what somebody did.
  const done = new Map(controls.filter(said).map((one) => [one, said(one)]));
  const note = ({ target }) => {
    if (!controls.includes(target)) return;
    done.delete(target); // of two choices, the last one is done last
    done.set(target, said(target));
  };
  document.addEventListener("change", note, true);
  const wake = async (part) => {
    const module = await import(new URL(part.dataset.asleep, location.href));
    await module.wake(part);
    parts.delete(part);
  };
  const woken = await Promise.allSettled(all.map(wake));
  document.removeEventListener("change", note, true);
  const isAwake = (one) => !parts.has(one.closest("[data-asleep]"));
  for (const [one, value] of done) {
    if (!isAwake(one) || said(one) === value || (one.type === "textarea" && one.value.includes(value))) continue;
    say(one, value);
    for (const type of ["input", "change"]) one.dispatchEvent(new Event(type, { bubbles: true }));
  }
  for (const button of [...pressed].filter(isAwake)) {
    pressed.delete(button);
    button.click();
  }
  const lost = woken.find(({ status }) => status === "rejected");
  if (lost) throw lost.reason;
  stored((store) => store.removeItem(left));
}
