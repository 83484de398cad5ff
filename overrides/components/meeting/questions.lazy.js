// The questions and sheets of the site, by id, and the answers of the notebook in use.
import { knownAt } from "../notebook/known.shared.js";
import { answerTo, keyOf, keys } from "../notebook/store.shared.js";
import { MEETING, WORKSHOP } from "./agenda.lazy.js";
import { placesIn } from "./places.lazy.js";

/** Read `questions.<lang>.json`: { pages, sheets, workshops, all, ids, of(id) }; `of` knows former ids too. */
export async function library(address, root) {
  const known = await knownAt(address);
  const { pages, sheets, workshops, moved } = known;
  const all = placesIn(known, (path, id) => new URL(id ? `${path}#${id}` : path, root).href);
  const of = (id) => all.get(id) ?? (moved[id] && all.get(moved[id][1]));
  return { pages, sheets, workshops, all, of, ids: pages.flatMap(({ questions }) => Object.keys(questions)) };
}

function storedIds() {
  const start = keyOf("");
  return keys().filter((key) => key.startsWith(start) && !key.includes("~")).map((key) => key.slice(start.length));
}

/** [id, answer] of each question that was answered, in the order of the site; then those it left. */
export function answers(ids) {
  const all = new Set([...ids, ...storedIds().sort()]);
  for (const plan of [MEETING, WORKSHOP]) all.delete(plan);
  return Array.from(all, (id) => [id, answerTo(id)]).filter(([, answer]) => answer);
}
