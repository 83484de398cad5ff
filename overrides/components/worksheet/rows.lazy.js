// The rows of a worksheet, as values: their order, and what becomes of one that two people changed.
// A row is { order, cells: { column: text } }, kept in the register "row" of an answer; one that
// was taken out has no value. No page, no storage.
import { versions } from "../notebook/answers.shared.js";

const DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz";

/** A text that sorts after `low` and before `high`; an empty `high` is the end. Never ends in 0. */
export function between(low, high, random = Math.random) {
  let made = "";
  for (let i = 0, isBounded = high !== ""; ; i += 1) {
    const a = i < low.length ? DIGITS.indexOf(low[i]) : 0;
    const b = isBounded && i < high.length ? DIGITS.indexOf(high[i]) : DIGITS.length;
    const middle = (a + b) >> 1;
    // One more digit by chance: two people who add a row at one place give it two orders.
    if (middle > a) return made + DIGITS[middle] + DIGITS[1 + Math.floor(random() * 35)];
    made += DIGITS[a];
    if (a !== b) isBounded = false;
  }
}

export const freshId = (random = Math.random) => `r${random().toString(36).slice(2, 10)}`;

/** What a row says now: its newest version, null when it was taken out, undefined when never written. */
export function valueOf(answer) {
  const kept = versions(answer, "row");
  return kept.length ? kept.at(-1).value : answer?.row && null;
}

const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

/** Rows, each with an `order` and an `id`, from top to bottom. */
export const inOrder = (rows) => rows.toSorted((a, b) => compare(a.order, b.order) || compare(a.id, b.id));

/** Whether a row says anything. */
export const saysSomething = (value) => Object.values(value?.cells ?? {}).some((text) => text.trim());

/**
 * What somebody made of a row since they read it, and what others made of it meanwhile, as one:
 * { value, isClash }. It clashes where both wrote in the same cell.
 */
export function together(read, mine, theirs) {
  if (!theirs) return { value: mine, isClash: false };
  const cells = {};
  let isClash = false;
  const cell = (value, name) => value?.cells[name] ?? "";
  for (const name of Object.keys({ ...theirs.cells, ...mine.cells })) {
    const [was, here, there] = [read, mine, theirs].map((value) => cell(value, name));
    cells[name] = here === was ? there : here;
    isClash ||= here !== was && there !== was && here !== there;
  }
  return { value: isClash ? mine : { order: mine.order === read?.order ? theirs.order : mine.order, cells }, isClash };
}
