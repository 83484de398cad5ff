// Which words of the index answer a word of a query, and how well (1: the word itself).
import { WORTH } from "./index.lazy.js";
import { stem } from "./language.lazy.js";

const SAME_STEM = 0.9;
const BEGINNING = 0.8; // a word being typed, by how much of the word is there
const FAMILY = 0.6; // a common beginning, by how much of the longer word it is: exclure, exclusion
const TYPO = [0, 0.75, 0.6]; // by how many letters are wrong

/** How many letters differ, two that changed places counting once; beyond `most`, `most + 1`. */
export function distance(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before = [], last = [], row = Array.from({ length: other.length + 1 }, (_, place) => place);
  for (let i = 1; i <= one.length; i += 1) {
    [before, last, row] = [last, row, [i]];
    let least = i;
    for (let j = 1; j <= other.length; j += 1) {
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
        row[j] = Math.min(row[j], before[j - 2] + 1);
      least = Math.min(least, row[j]);
    }
    if (least > most) return most + 1;
  }
  return Math.min(row[other.length], most + 1);
}

function kinship(word, own, { word: other, stem: its }) {
  if (other === word) return 1;
  if (its === own) return SAME_STEM;
  if (word.length > 2 && other.startsWith(word)) return (BEGINNING * word.length) / other.length;
  if (own.length > 3 && its.startsWith(own)) return (BEGINNING * own.length) / its.length;
  let common = 0;
  while (common < word.length && word[common] === other[common]) common += 1;
  const share = common / Math.max(word.length, other.length);
  return share >= 0.5 && (common > 3 || (common > 2 && common === other.length)) ? FAMILY * share : 0;
}

/**
 * { answers, guess }: word of the index -> how well it answers; the word that was likely meant
 * when none is the same, shares its stem or begins with it, else "": one of those that results show,
 * and for no short word, which many resemble.
 */
export function alike(word, { known, lang }) {
  const answers = new Map();
  const own = stem(word, lang);
  let certain = word.length < 4;
  for (const one of known.values()) {
    const quality = kinship(word, own, one);
    if (quality) answers.set(one.word, quality);
    certain ||= quality >= SAME_STEM || one.word.startsWith(word);
  }
  let guess = "", best = 0;
  if (certain) return { answers, guess };
  const most = word.length > 6 ? 2 : 1;
  for (const { word: other, entries } of known.values()) {
    const wrong = distance(word, other, most);
    if (wrong > most) continue;
    answers.set(other, TYPO[wrong]);
    const worth = Math.max(...entries.values());
    if (word.length > 4 && worth >= WORTH.summary && TYPO[wrong] * worth > best) [guess, best] = [other, TYPO[wrong] * worth];
  }
  return { answers, guess };
}
