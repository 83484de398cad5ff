// What the parts of the page of notebooks share: focus kept, dates.
import { dateIn } from "../transfer/text.lazy.js";

/** "21 novembre 2026, 14 h 05" from milliseconds. */
export function momentOf(at) {
  const { lang } = document.documentElement;
  const time = new Date(at).toLocaleTimeString(lang, { hour: "numeric", minute: "2-digit" });
  return `${dateIn(lang, at)}, ${time.replace(/^0(?=\d)/, "")}`;
}

/** Make the inside of an element anew; what had the focus has it again, when it is still there. */
export function renew(inside, parts) {
  const mark = inside.contains(document.activeElement) && (document.activeElement.dataset.is ?? "");
  const open = new Set(Array.from(inside.querySelectorAll("details[open]"), (one) => one.dataset.is));
  inside.replaceChildren(...parts);
  for (const one of inside.querySelectorAll("details")) one.open ||= open.has(one.dataset.is);
  if (mark) inside.querySelector(`[data-is="${CSS.escape(mark)}"]`)?.focus();
}

/** A function that runs `run` at the next frame, once however often it is called before. */
export function soon(run) {
  let later;
  return () => {
    later ??= requestAnimationFrame(() => {
      later = undefined;
      run();
    });
  };
}
