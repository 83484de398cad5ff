// Ranks the entries of an index for a query, and guesses what was meant by a word it does not know.
import { alike } from "./alike.lazy.js";
import { WORTH } from "./index.lazy.js";
import { fold, stem, telling } from "./language.lazy.js";
import { rewording } from "./synonyms.lazy.js";

const CALLED = 1.3; // being called what the query says, beside holding its words
const WHOLE = 1.04; // so that half of a name is worth less than half
const FIRST = 1.01; // the word that a name starts with
const ALL = 0.75; // holding every word of the query, wherever
const SYNONYM = 0.64; // the same under another name
const PART = 0.99; // a page near the top
const PLACE = 0.7; // a place on a page
const CROWD = 0.047; // one of five steps, beside one of seventy tools
const LEAST = 0.07; // of the best, below which an entry is no result
const SHOWN = 0.5; // how well a word answers to be marked in a result

function weights(entries) {
  const sizes = {};
  for (const { kind } of entries) sizes[kind] = (sizes[kind] ?? 0) + 1;
  return entries.map(({ path, kind }) => {
    if (path.includes("#")) return PLACE / sizes[kind] ** CROWD;
    return path.replace(/^en\//, "").split("/").length < 3 ? PART : 1 / sizes[kind] ** CROWD;
  });
}

// How rarely a word and its family stand in the entries; a word that is nowhere is the rarest.
function rarities(families, entries) {
  const rarity = (count) => Math.log(1 + entries.length / (1 + count));
  const found = new Map();
  for (const [root, all] of families)
    found.set(root, rarity(new Set(all.flatMap((one) => [...one.entries.keys()])).size));
  return (root) => found.get(root) ?? rarity(0);
}

// How much of a name the terms of a query say, times how much of the query the name says.
function likeness(name, terms, weight) {
  let said = 0, all = 0, asked = 0, whole = 0;
  for (const [place, word] of name.entries()) {
    const its = weight(word) * (place ? 1 : FIRST);
    said += its * Math.max(...terms.map(({ answers }) => answers.get(word) ?? 0));
    all += its;
  }
  for (const { answers, weight: its } of terms) {
    asked += its * Math.max(...name.map((word) => answers.get(word) ?? 0));
    whole += its;
  }
  return ((said / all) * (asked / whole)) ** WHOLE;
}

// What each entry holds of the terms of a query (by worth), and how much of them (1: all of them).
function holdings(terms, { entries, known }) {
  const found = entries.map(() => ({ held: 0, covered: 0 }));
  const whole = terms.reduce((sum, { weight }) => sum + weight, 0);
  for (const { answers, weight } of terms) {
    const best = new Map();
    for (const [word, quality] of answers)
      for (const [number, worth] of known.get(word).entries)
        best.set(number, Math.max(best.get(number) ?? 0, worth * quality));
    for (const [number, value] of best) {
      found[number].held += (value * weight) / whole;
      found[number].covered += (Math.min(1, value / WORTH.text) * weight) / whole;
    }
  }
  return found;
}

const shown = (terms) =>
  terms.flatMap(({ answers }) => [...answers].filter(([, quality]) => quality >= SHOWN).map(([word]) => word));

/**
 * `search(text)` gives { found, own, marks, meant }: the numbers of entries, best first; the folded
 * words that answer those of the query, and those of its other names too; what was likely meant,
 * or "".
 */
export function engine(index) {
  const { entries, known, lang } = index;
  const families = new Map();
  for (const one of known.values()) families.set(one.stem, [...(families.get(one.stem) ?? []), one]);
  const rarity = rarities(families, entries);
  const weight = (word) => rarity(stem(word, lang));
  const weighs = weights(entries);
  const versions = rewording(index);

  // A word of the query: which words of the index answer it, how well, and what it weighs.
  function term(word) {
    const { answers, guess } = alike(word, index);
    return { word, answers, guess, weight: weight(guess || word) };
  }

  // A word of another name, in whatever form.
  const exactly = (word) => {
    const all = families.get(stem(word, lang)) ?? [];
    return { answers: new Map(all.map((one) => [one.word, 1])), weight: weight(word) };
  };

  const scores = (terms) =>
    holdings(terms, index).map(({ held, covered }, number) => {
      if (!held) return 0;
      const called = entries[number].called.map(({ words, worth }) => worth * likeness(words, terms, weight));
      return (held + CALLED * Math.max(...called)) * weighs[number] * covered ** ALL;
    });

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
    const guesses = new Map(terms.filter(({ guess }) => guess).map(({ word, guess }) => [word, known.get(guess).written]));
    const meant = text.replace(/[\p{L}\p{N}]+/gu, (word) => guesses.get(fold(word)) ?? word);
    return {
      found: found.sort((a, b) => all[b] - all[a]),
      own: new Set(shown(terms)),
      marks: new Set(shown([...terms, ...reworded.flat()])),
      meant: guesses.size ? meant : "",
    };
  };
}
