// The index of a language as the engine asks for it, from search.<lang>.json (pages/search.py).
import { fold, stem, telling } from "./language.lazy.js";

// What a word is worth by where it stands.
export const WORTH = { title: 1, name: 0.95, slug: 0.9, abroad: 0.8, searched: 0.55, summary: 0.44, kind: 0.3, text: 0.22 };

/** The words of a front-coded list: "0plan 4s" is plan, plans. */
export function unpacked(coded) {
  let before = "";
  return coded.split(" ").map((one) => (before = before.slice(0, one[0]) + one.slice(1)));
}

/** The numbers behind a string in which each character says how far the next one is. */
export function numbers(places) {
  let last = -1;
  return Array.from(places, (one) => (last += one.codePointAt() - 34));
}

/**
 * Entries, and for each folded word its stem, how it is written, and its worth by entry.
 * What an entry is `called`: lists of words, and what each is worth; `synonyms`: those for one another.
 */
export function read(file, lang) {
  const known = new Map();
  const columns = Object.entries(file.entries);
  const entries = file.entries.path.map((_, number) => Object.fromEntries(columns.map(([name, all]) => [name, all[number]])));
  const add = (written, number, worth) => {
    const word = fold(written);
    const one = known.get(word) ?? { word, stem: stem(word, lang), written, entries: new Map() };
    known.set(word, one);
    one.entries.set(number, Math.max(one.entries.get(number) ?? 0, worth));
  };
  const addAll = (text, number, worth) => {
    for (const written of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) add(written, number, worth);
  };
  entries.forEach((entry, number) => {
    addAll(entry.title, number, WORTH.title);
    for (const name of entry.names) addAll(name, number, WORTH.name);
    for (const name of entry.searched) addAll(name, number, WORTH.searched);
    addAll(entry.abroad, number, WORTH.abroad);
    addAll(entry.summary, number, WORTH.summary);
    addAll(`${entry.kind} ${entry.part}`, number, WORTH.kind);
    const slug = entry.path.match(/[^/#]*\/?$/)[0];
    addAll(slug, number, WORTH.slug);
    const call = (worth) => (name) => ({ words: telling(name, lang), worth });
    const names = [entry.title, ...entry.names, entry.abroad].map(call(1)).filter(({ words }) => words.length);
    entry.synonyms = names.map(({ words }) => words);
    entry.called = [...names, ...[slug].filter(Boolean).map(call(1)), ...entry.searched.map(call(WORTH.searched))];
  });
  const places = file.places.split(" ");
  unpacked(file.words).forEach((word, place) => {
    for (const number of numbers(places[place])) add(word, number, WORTH.text);
  });
  return { entries, known, lang };
}
