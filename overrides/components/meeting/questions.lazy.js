// The questions and sheets of the site, by id, and the answers of the notebook in use.
import { knownAt } from "../notebook/known.shared.js";
import { answerTo, keyOf, keys } from "../notebook/store.shared.js";
import { MEETING } from "./agenda.lazy.js";

/** Read `questions.<lang>.json`: { pages, sheets, of(id) }; `of` knows former ids too. */
export async function library(address, root) {
  const { pages, sheets, moved } = await knownAt(address);
  const urlOf = (path, id) => new URL(id ? `${path}#${id}` : path, root).href;
  const known = new Map(sheets.map(({ id, title, url, minutes }) => [id, { text: title, url: urlOf(url), minutes }]));
  for (const { title, url, questions } of pages)
    for (const [id, text] of Object.entries(questions)) known.set(id, { text, url: urlOf(url, id), page: title });
  const of = (id) => known.get(id) ?? (moved[id] && known.get(moved[id][1]));
  return { pages, sheets, of, ids: [...known.keys()] };
}

function storedIds() {
  const start = keyOf("");
  return keys().filter((key) => key.startsWith(start) && !key.includes("~")).map((key) => key.slice(start.length));
}

/** [id, answer] of each question that was answered, in the order of the site; then those it left. */
export function answers(ids) {
  const all = new Set([...ids, ...storedIds().sort()]);
  all.delete(MEETING);
  return Array.from(all, (id) => [id, answerTo(id)]).filter(([, answer]) => answer);
}
