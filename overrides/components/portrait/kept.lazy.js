// Dated copies of a portrait, in the notebook: a record as answers have, whose note is the answers
// of that day, a line each: of a group with one voice, or of everyone in a room. So copies, links and merges carry it like any other answer.
import { stateOf, versions, withState, withText } from "../notebook/answers.shared.js";
import { answer, answerTo, keyOf, keys, writer } from "../notebook/store.shared.js";
import { asText, fromText } from "./scores.lazy.js";

const KEPT = "kept";

/** The day it is here, as 2026-11-21. */
export const today = (now = new Date()) =>
  [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");

const nameOf = (portrait, day) => `${KEPT}-${portrait}-${day}`;

/** Keep the answers of a portrait under their day, or that day's second, third… Returns which. */
export function keep(portrait, day, answers) {
  const text = asText(answers);
  const others = keptOf(portrait).filter((one) => one.day.startsWith(day));
  const same = others.find((one) => asText(one.answers) === text);
  if (same) return same.day;
  let free = day;
  for (let n = 2; others.some((one) => one.day === free); n += 1) free = `${day.slice(0, 10)}-${n}`;
  const now = Date.now();
  answer(nameOf(portrait, free), (before) =>
    withState(withText(before, "note", text, versions(before, "note"), writer, now), KEPT, now),
  );
  return free;
}

/** Take a kept portrait out, every version of it. */
export const drop = (portrait, day) =>
  answer(nameOf(portrait, day), (before) =>
    withState(withText(before, "note", null, versions(before, "note"), writer, Date.now()), "", Date.now()),
  );

/** The kept portraits, the newest first: [{ day, answers }]; of two versions, the newest. */
export function keptOf(portrait) {
  const start = keyOf(nameOf(portrait, ""));
  const days = keys()
    .filter((key) => key.startsWith(start))
    .map((key) => key.slice(start.length))
    .filter((day) => /^\d{4}-\d{2}-\d{2}(-\d+)?$/.test(day));
  return days
    .sort()
    .reverse()
    .map((day) => [day, answerTo(nameOf(portrait, day))])
    .filter(([, found]) => stateOf(found) === KEPT && versions(found, "note").length)
    .map(([day, found]) => ({ day, answers: fromText(String(versions(found, "note").at(-1).value)) }));
}
