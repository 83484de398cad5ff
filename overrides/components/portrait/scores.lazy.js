// What answers say together, for one group that speaks with one voice or for many people: every
// figure comes from a list of answers to each statement. No page, no storage. « Je ne sais pas » is
// counted apart, and no middle is given without how far the answers go and how many there are.
export const ANSWERS = ["not-yet", "a-little", "mostly", "fully"];
export const LEVELS = ["emerging", "building", "in-place", "rooted"];
export const UNKNOWN = "unknown";
const WELL = 3; // « assez », « en place »
const APART = 2; // from the lower quarter of the answers to the upper one

/** What an answer or a level stands at: 1 to 4, and 0 when it is none. */
export const standing = (code) => Math.max(ANSWERS.indexOf(code), LEVELS.indexOf(code)) + 1;

/** The figure below which a share of sorted ones lies, between two of them when it falls there. */
export function below(sorted, share) {
  const place = (sorted.length - 1) * share;
  const [before, after] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  return before + (after - before) * (place - Math.floor(place));
}

/**
 * Answers as { n, unknown, counts: [4], low, quarter, middle, threeQuarters, high, middles };
 * `middles` are the two in the middle, often the same. Without any, the last six are null.
 */
export function summary(codes) {
  const figures = codes.map(standing).filter(Boolean).sort((a, b) => a - b);
  const n = figures.length;
  const at = (share) => (n ? below(figures, share) : null);
  const half = (n - 1) / 2;
  return {
    n,
    unknown: codes.filter((code) => code === UNKNOWN).length,
    counts: ANSWERS.map((_, i) => figures.filter((figure) => figure === i + 1).length),
    low: at(0),
    quarter: at(0.25),
    middle: at(0.5),
    threeQuarters: at(0.75),
    high: at(1),
    middles: n ? [figures[Math.floor(half)], figures[Math.ceil(half)]] : null,
  };
}

const isApart = ({ n, quarter, threeQuarters }) => n > 0 && threeQuarters - quarter >= APART;

/**
 * Each scale { id, statements: [id] } with its figures; `answersTo(id)` gives the answers to a
 * statement or, for the id of a scale, the levels that were chosen. Many people are `apart` when
 * they are on one statement; a group that speaks with one voice, from one statement to another.
 */
export const figures = (scales, answersTo) =>
  scales.map((scale) => {
    const each = scale.statements.map((id) => summary(answersTo(id)));
    const whole = summary(scale.statements.flatMap(answersTo));
    const apart = (each.some(({ n }) => n > 1) ? each : [whole]).some(isApart);
    return { ...scale, levels: summary(answersTo(scale.id)), ...whole, apart };
  });

/** The same, strengths first; those without an answer come last, in the order they were given. */
export const strengthsFirst = (all) =>
  all.toSorted((a, b) => (b.middle ?? 0) - (a.middle ?? 0) || (b.quarter ?? 0) - (a.quarter ?? 0) || a.unknown - b.unknown);

/** What goes well: most answers say so, and none of the others lies far off. */
export const isStrong = (one) => one.n > 0 && one.middle >= WELL && !why(one, [one]);

/** Why a talk is called for: "apart", "unknown", "low", or "" when nothing calls for one. */
export function why(one, all) {
  if (one.apart) return "apart";
  if (one.unknown && one.unknown >= one.n) return "unknown";
  const lowest = Math.min(...all.filter(({ n }) => n).map(({ middle }) => middle));
  return one.n && one.middle < WELL && one.middle === lowest ? "low" : "";
}

/** Two portraits side by side: { id, now, then, change }, null where either has no answer. */
export const differences = (now, then) =>
  now.map((one) => {
    const other = then.find(({ id }) => id === one.id);
    const change = one.middle === null || (other?.middle ?? null) === null ? null : one.middle - other.middle;
    return { id: one.id, now: one.middle, then: other?.middle ?? null, change };
  });

/** How often each code was given: [[code, how often, where it stands]]; « Je ne sais pas » is apart. */
export const countsOf = (codes) =>
  [...new Set(codes)]
    .filter((code) => code !== UNKNOWN)
    .map((code) => [code, codes.filter((one) => one === code).length, standing(code)]);

/** How many people a portrait has the answers of: 1 when the group spoke with one voice. */
export const voicesIn = (answers) => Math.max(1, ...Array.from(answers.values(), (said) => [said].flat().length));

/**
 * Answers as one text, a line each, and back: what is kept of a portrait. An answer is a code or,
 * when many people answered, a list of codes: « point-agenda mostly:9 fully:2 ».
 */
export const asText = (answers) => Array.from(answers, ([id, said]) => `${id} ${told(said)}`).join("\n");
export const fromText = (text) =>
  new Map(
    text
      .split("\n")
      .map((line) => line.split(" "))
      .filter(([id, ...said]) => /^[a-z][a-z0-9-]*$/.test(id) && (isOne(said) || isMany(said)))
      .map(([id, ...said]) => [id, isOne(said) ? said[0] : said.flatMap(repeated)]),
  );

const told = (said) =>
  Array.isArray(said) ? [...new Set(said)].sort().map((code) => `${code}:${said.filter((one) => one === code).length}`).join(" ") : said;
const isOne = (said) => said.length === 1 && /^[a-z-]+$/.test(said[0]);
const isMany = (said) => said.length > 0 && said.length < 10 && said.every((one) => /^[a-z-]+:[1-9]\d{0,3}$/.test(one));
const repeated = (one) => {
  const [code, many] = one.split(":");
  return Array(Number(many)).fill(code);
};
