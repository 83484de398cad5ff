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

/** Take what was done on the page when it was left before its modules came, a line a visit. */
function restore(controls) {
  const visits = stored((store) => store.getItem(left))?.split("\n") ?? [];
  const done = visits.flatMap((line) => stored(() => JSON.parse(line)) ?? []);
  const chosen = new Set(controls.filter(({ type, checked }) => type === "radio" && checked).map(({ name }) => name));
  for (const [name, value] of done.filter(Array.isArray))
    for (const one of controls)
      if (one.id === name || (one.name === name && one.value === value && !chosen.has(name)))
        say(one, isBox(one) || [...new Set([one.value, value])].filter(Boolean).join("\n\n"));
}

const files = new Map(); // address -> promise of the document there

/** What a part says and shows once it is awake: an element of a file beside the page, if it names one. */
async function wordsOf({ dataset: { beside = "" } }) {
  const [address, name] = beside.split("#");
  if (!address) return undefined;
  if (!files.has(address)) files.set(address, import("./added.lazy.js").then(({ documentAt }) => documentAt(address)));
  try {
    return (await files.get(address)).querySelector(`[data-of=${name}]`);
  } catch (error) {
    files.delete(address); // the next try asks again
    throw error;
  }
}

/**
 * Wake the parts of a page { parts, pressed, isRestored }, each by its module, and take each out of
 * them; throws when a module cannot come: its part sleeps on.
 */
export async function wakeAll(page) {
  const { parts, pressed } = page;
  const all = [...parts];
  const controls = all.flatMap((part) => [...part.querySelectorAll("input, textarea, select")]);
  const sleeps = (one) => parts.has(one.closest("[data-asleep]"));
  if (!page.isRestored) restore(controls);
  page.isRestored = true; // however often waking fails: what was changed since stays
  // As the page came they say nothing; what they say until they are awake is what somebody did.
  const done = new Map(controls.filter(said).map((one) => [one, said(one)]));
  const note = ({ target }) => {
    if (!controls.includes(target) || !sleeps(target)) return;
    done.delete(target); // of two choices, the last one is done last
    done.set(target, said(target));
  };
  // At once for each part, not once for all: what is done on one that is awake stands.
  const takeUp = () => {
    for (const [one, value] of done) {
      if (sleeps(one)) continue;
      done.delete(one);
      if (said(one) === value || (one.type === "textarea" && one.value.includes(value))) continue;
      say(one, value);
      for (const type of ["input", "change"]) one.dispatchEvent(new Event(type, { bubbles: true }));
    }
    for (const button of pressed) {
      if (sleeps(button)) continue;
      pressed.delete(button);
      button.click();
    }
  };
  const rouse = async (part) => {
    const module = import(new URL(part.dataset.asleep, location.href));
    const [{ wake }, words] = await Promise.all([module, wordsOf(part)]);
    if (words) {
      Object.assign(part.dataset, words.dataset);
      part.append(...words.childNodes);
    }
    delete part.dataset.beside;
    await wake(part);
    parts.delete(part);
    takeUp();
  };
  for (const type of ["input", "change"]) document.addEventListener(type, note, true);
  const woken = await Promise.allSettled(all.map(rouse));
  for (const type of ["input", "change"]) document.removeEventListener(type, note, true);
  const lost = woken.find(({ status }) => status === "rejected");
  if (lost) throw lost.reason;
  stored((store) => store.removeItem(left));
}
