// Ranks the entries of an index for a query, and guesses what was meant by a word it does not know.
import { alike } from "./alike.lazy.js";
import { WORTH } from "./index.lazy.js";
import { fold, stem, telling } from "./language.lazy.js";

const CALLED = 1.3; // being called what the query says, beside holding its words
const WHOLE = 1.3; // so that half of a name is worth less than half
const ALL = 0.6; // holding every word of the query, wherever
const FIRST = 1.12; // the word that a name starts with
const PLACE = 0.7; // a place on a page, beside a page
const SYNONYM = 0.8; // the same under another name of the glossary
const VERSIONS = 6; // of a query, by such names
const LEAST = 0.07; // of the best, below which an entry is no result
const SHOWN = 0.5; // how well a word answers to be marked in a result

// A page counts for more than a place on a page, one near the top for more than one further down,
// and one of five steps for more than one of seventy tools.
function weigher(entries) {
  const sizes = {};
  for (const { kind } of entries) sizes[kind] = (sizes[kind] ?? 0) + 1;
  return ({ path, kind }) => {
    if (path.replace(/^en\//, "").split("/").length < 3 && !path.includes("#")) return 1.1;
    return (path.includes("#") ? PLACE : 1) / sizes[kind] ** 0.06;
  };
}

/**
 * `search(text)` gives { found, own, marks, meant }: the numbers of entries, best first; the folded
 * words that answer those of the query, and those of its other names too; what was likely meant,
 * or "".
 */
export function engine(index) {
  const { entries, known, lang } = index;
  const weights = entries.map(weigher(entries));
  const families = new Map();
  for (const one of known.values()) families.set(one.stem, [...(families.get(one.stem) ?? []), one]);
  const family = (word) => families.get(stem(word, lang)) ?? [];
  const rarities = new Map(Array.from(families, ([its, all]) => [its, rarity(new Set(all.flatMap((one) => [...one.entries.keys()])).size)]));
  const weight = (word) => rarities.get(stem(word, lang)) ?? rarity(0);
  const groups = entries.map(({ synonyms }) =>
    synonyms.map((words) => ({ words, stems: words.map((word) => stem(word, lang)) })));

  function rarity(count) {
    return Math.log(1 + entries.length / (1 + count));
  }

  // What a word of the query finds: how well each word of the index answers it, and what it weighs.
  function term(word) {
    const { answers, guess } = alike(word, index);
    return { word, answers, guess, weight: weight(guess || word) };
  }

  // The same for a word of the glossary, in whatever form.
  const exactly = (word) =>
    ({ word, answers: new Map(family(word).map((one) => [one.word, 1])), weight: weight(word) });

  // The query with the longest name of the glossary in it replaced by the other names of the same.
  function versions(query) {
    const own = query.map((word) => stem(word, lang));
    const places = [];
    for (const group of groups)
      for (const name of group) {
        const [said, asked] = name.words.length > 1 ? [name.stems, own] : [name.words, query];
        const start = asked.findIndex((_, at) => said.every((part, step) => asked[at + step] === part));
        if (start >= 0) places.push({ start, name, group });
      }
    const longest = Math.max(...places.map(({ name }) => name.words.length));
    const replaced = ({ start, name, group }) =>
      group.filter((other) => other !== name).map((other) =>
        [...query.slice(0, start), ...other.words, ...query.slice(start + longest)]);
    return places.filter(({ name }) => name.words.length === longest).flatMap(replaced).slice(0, VERSIONS);
  }

  function scores(terms) {
    const whole = terms.reduce((sum, one) => sum + one.weight, 0);
    const held = entries.map(() => 0);
    const covered = entries.map(() => 0);
    for (const { answers, weight: its } of terms) {
      const best = new Map();
      for (const [word, quality] of answers)
        for (const [number, worth] of known.get(word).entries)
          best.set(number, Math.max(best.get(number) ?? 0, worth * quality));
      for (const [number, value] of best) {
        held[number] += (value * its) / whole;
        covered[number] += (Math.min(1, value / WORTH.text) * its) / whole;
      }
    }
    return held.map((value, number) => {
      if (!value) return 0;
      const called = entries[number].called.map((name) => likeness(name, terms, whole));
      return (value + CALLED * Math.max(...called)) * weights[number] * covered[number] ** ALL;
    });
  }

  // How much of a name the query says, times how much of the query the name says.
  function likeness(name, terms, whole) {
    let said = 0, all = 0, asked = 0;
    for (const [place, word] of name.entries()) {
      const its = weight(word) * (place ? 1 : FIRST);
      said += its * Math.max(...terms.map(({ answers }) => answers.get(word) ?? 0));
      all += its;
    }
    for (const { answers, weight: its } of terms) asked += its * Math.max(...name.map((word) => answers.get(word) ?? 0));
    return ((said / all) * (asked / whole)) ** WHOLE;
  }

  return (text) => {
    const query = telling(text, lang);
    if (!query.length) return { found: [], own: new Set(), marks: new Set(), meant: "" };
    const terms = query.map(term);
    const reworded = versions(query).map((version) => version.map(exactly));
    const all = scores(terms);
    for (const version of reworded)
      for (const [number, score] of scores(version).entries()) all[number] = Math.max(all[number], score * SYNONYM);
    const least = Math.max(...all) * LEAST;
    const found = [...all.keys()].filter((number) => all[number] && all[number] >= least);
    const shown = (some) =>
      some.flatMap(({ answers }) => [...answers].filter(([, quality]) => quality >= SHOWN).map(([word]) => word));
    const own = new Set(shown(terms));
    const marks = new Set([...own, ...shown(reworded.flat())]);
    const guesses = new Map(terms.filter(({ guess }) => guess).map(({ word, guess }) => [word, known.get(guess).written]));
    const meant = text.replace(/[\p{L}\p{N}]+/gu, (word) => guesses.get(fold(word)) ?? word);
    return { found: found.sort((a, b) => all[b] - all[a]), own, marks, meant: guesses.size ? meant : "" };
  };
}
