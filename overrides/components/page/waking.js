// Parts of a page sleep until their module (data-asleep) comes: at the first sign of a reader, or at
// once when the device keeps something of ours or the address asks for something. What was ticked
// or pressed before is taken up then.
const parts = new Set(document.querySelectorAll("[data-asleep]"));
const page = { parts, pressed: new Set() }; // isRestored: what an earlier visit left stands on the page
const signs = ["scroll", "pointermove", "pointerdown", "keydown", "focusin", "input", "storage"];
const press = ({ target, isTrusted }) => {
  const isOurs = isTrusted && target.matches?.("button[type=button]");
  // One that is awake has acted; one that said nothing acts once, however often it was pressed.
  if (isOurs && parts.has(target.closest("[data-asleep]"))) page.pressed.add(target);
};
const touched = () =>
  [...parts].flatMap((part) => [...part.querySelectorAll(":checked:not(option), textarea")]).filter((one) => one.checked || one.value);
let waking;

function wake() {
  waking ??= import("./asleep.lazy.js")
    .then(({ wakeAll }) => wakeAll(page))
    .then(() => removeEventListener("click", press))
    .catch(() => {
      // No network: again when it is back, or with the next tick or press.
      waking = undefined;
      for (const name of ["online", "change", "click"]) addEventListener(name, wake, { once: true });
    });
}

function sign({ type, movementX, movementY }) {
  // Under a pointer that rests, a new page is told of a move.
  if (type === "pointermove" && !movementX && !movementY) return;
  for (const name of signs) removeEventListener(name, sign, true);
  wake();
}

if (parts.size) {
  // A browser that goes back to a page ticks what it remembers, which may have been erased since.
  if (performance.getEntriesByType("navigation")[0]?.type !== "navigate")
    for (const one of touched()) one.type === "textarea" || (one.checked = false);
  addEventListener("click", press);
  // Left before its modules came, a page finds there what was done on it: a line a visit, and one
  // for all once it shows what they said.
  addEventListener("pagehide", () => {
    const key = `agir-left ${location.pathname}`;
    const done = touched().map((one) => [one.id || one.name, one.value]);
    // Storage may be closed to us: private windows, policies.
    try {
      if (page.isRestored) localStorage.removeItem(key);
      if (done.length) localStorage.setItem(key, `${localStorage.getItem(key) ?? ""}${JSON.stringify(done)}\n`);
    } catch {}
  });
  let isKept = false; // a language that was chosen wakes nothing
  try {
    isKept = Object.keys(localStorage).some((key) => /^agir(?!-lang)/.test(key));
  } catch {}
  if (isKept || touched().length || location.hash || location.search || scrollY) wake();
  else for (const name of signs) addEventListener(name, sign, { passive: true, capture: true });
}
