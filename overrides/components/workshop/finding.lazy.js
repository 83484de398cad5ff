// What may be put in a workshop, found by the words that somebody types.
import { fromRoot } from "../page/added.lazy.js";
import { words } from "../search/language.lazy.js";

const MOST = 12;

/** Everything in `all` (a Map id -> { text, page, kind }) with its words, folded. */
export const folded = (all) =>
  Array.from(all, ([id, { text, page = "", kind = "" }]) => ({ id, words: words(`${text} ${page} ${kind}`), title: words(text) }));

/** The ids of what has every word of a query, or their beginnings; whole titles first. */
export function found(entries, query) {
  const asked = words(query);
  if (!asked.length) return [];
  const has = (list) => asked.every((one) => list.some((word) => word.startsWith(one)));
  const fits = entries.filter((entry) => has(entry.words));
  return [...fits.filter(({ title }) => has(title)), ...fits.filter(({ title }) => !has(title))].map(({ id }) => id);
}

/** The ids of what the search of the site answers, best first. Throws where its index cannot be read. */
export async function foundBySearch(all, query) {
  const { loaded } = await import("../search/listing.lazy.js");
  const { entries, search } = await loaded();
  const idAt = new Map(Array.from(all, ([id, { url }]) => [url, id]));
  return search(query).found.flatMap((number) => idAt.get(fromRoot(entries[number].path).href) ?? []);
}

/** Ids that have the words, in the order of the search of the site where it knows them; then what it finds besides. */
export function ranked(ids, searched = []) {
  const place = new Map(searched.map((id, i) => [id, i]));
  const known = [...ids].sort((a, b) => (place.get(a) ?? searched.length) - (place.get(b) ?? searched.length));
  return [...new Set([...known, ...searched])];
}

/** No more of them than one reads. */
export const few = (ids) => ids.slice(0, MOST);
