// Answers as groups might leave them, made from a number: the same number, the same answers.
import { withState, withText } from "../../overrides/components/notebook/answers.shared.js";

/** Chance that can be had again (mulberry32). */
export function chance(seed) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (n) => Math.floor(next() * n);
  return { next, below, one: (list) => list[below(list.length)] };
}

const NOTES = ["", "Oui", "À revoir en mai", "« Déjà » fait 🎈", "=1+1", "Line\nbreak", "x".repeat(2000)];
const STEPS = [null, { what: "Appeler", who: "Nadia", due: "2027-01-12", done: false }, { what: "", who: "Luc", due: "", done: true }];

const ROWS = [null, { order: "i", cells: { goal: "Lire", partner: "" } }, { order: "r7", cells: { goal: "=1+1" } }];
const FIELDS = { note: NOTES, step: STEPS, row: ROWS };

/** Copies of one answer after a group wrote in them, now and then taking in another's. */
export function copies(seed, take) {
  const { below, one } = chance(seed);
  const all = [undefined, undefined, undefined];
  for (let clock = 1; clock < 2 + below(14); clock += 1) {
    const at = below(3);
    const by = `w${at}${one(["a", "b"])}`;
    const now = clock + below(3) * 5 - 5; // clocks differ
    const kind = below(5);
    if (kind === 0) all[at] = withState(all[at], one(["", "talked", "deepen", "later", "not-us"]), now);
    else if (kind === 4) all[at] = take(all[at], all[below(3)]);
    else {
      const field = Object.keys(FIELDS)[kind - 1];
      const read = (all[at]?.[field]?.kept ?? []).slice(-1);
      all[at] = withText(all[at], field, one(FIELDS[field]), read, by, now);
    }
  }
  return all;
}
