// What a group answers to one question, and how two versions of it become one. No page, no storage.
//
// An answer is { v: 1, state, note, step }. `state` is { is, at }: the one set last stands. All else
// (`note`, `step`, the `row` of a worksheet) are registers, { kept: [{ by, n, at, value }], seen:
// { by: n } }. A writer (a page as long as it is open) counts what it writes; `seen` says how far
// each writer was read. So a text that somebody read and replaced goes, and two that were written
// without knowing of each other stay, both. Merging is commutative, associative and idempotent: copies may meet in any order.

export const VERSION = 1;
export const STATES = ["talked", "deepen", "later", "not-us"];
const NOTHING = { kept: [], seen: {} };

const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
const inOrder = (a, b) =>
  a.at - b.at || compare(a.by, b.by) || a.n - b.n || compare(JSON.stringify(a.value), JSON.stringify(b.value));
const byName = (seen) => Object.fromEntries(Object.entries(seen).sort(([a], [b]) => compare(a, b)));
const isOne = (a) => (b) => a.by === b.by && a.n === b.n;

/** The names of what an answer holds besides its state: "note", "step", "row"… */
export const registers = (answer) => Object.keys(answer ?? {}).filter((name) => Array.isArray(answer[name]?.kept));

// Always in the same order, so that the same answer is the same text.
const arranged = ({ v, state, ...others }) => ({ v: VERSION, ...(state && { state }), ...byName(others) });

function joined(one = NOTHING, other = NOTHING) {
  const stays = (item, there) => item.n > (there.seen[item.by] ?? 0) || there.kept.some(isOne(item));
  const kept = [
    ...one.kept.filter((item) => stays(item, other)),
    ...other.kept.filter((item) => stays(item, one)),
  ].sort(inOrder);
  const seen = { ...one.seen };
  for (const [by, n] of Object.entries(other.seen)) seen[by] = Math.max(n, seen[by] ?? 0);
  return { kept: kept.filter((item, i) => !i || inOrder(kept[i - 1], item)), seen: byName(seen) };
}

/** Two versions of an answer as one; either may be undefined, and neither is changed. */
export function merged(one, other) {
  if (!one || !other) return one ?? other;
  if (one.v > VERSION || other.v > VERSION) return newest(one, other);
  const [a, b] = [one.state, other.state];
  const answer = { state: !a || (b && (b.at - a.at || compare(b.is, a.is)) > 0) ? b : a };
  for (const name of [...registers(one), ...registers(other)]) answer[name] = joined(one[name], other[name]);
  return arranged(answer);
}

// Of versions that a later site wrote, this one can only keep one whole.
const newest = (a, b) => ((a.v - b.v || compare(JSON.stringify(a), JSON.stringify(b))) < 0 ? b : a);

/** An answer with another state. `now` is in milliseconds; a clock that goes back changes nothing. */
export const withState = (answer, is, now) =>
  arranged({ ...answer, state: { is, at: Math.max(now, (answer?.state?.at ?? 0) + 1) } });

/** An answer with another text in a register in place of those that were `read`; null takes out. */
export function withText(answer, field, value, read, by, now) {
  const { kept, seen } = answer?.[field] ?? NOTHING;
  const n = (seen[by] ?? 0) + 1;
  const at = Math.max(now, ...kept.map((item) => item.at + 1));
  const others = kept.filter((item) => !read.some(isOne(item)));
  const texts = value ? [...others, { by, n, at, value }] : others;
  return arranged({ ...answer, [field]: { kept: texts, seen: byName({ ...seen, [by]: n }) } });
}

const isText = (value) => typeof value === "string";
const isObject = (value) => typeof value === "object" && value !== null;
const WORD = /^(?!constructor$)[a-z-]*$/; // no name that objects are born with
const HOLDS = {
  note: isText,
  step: (step) => isObject(step) && [step.what, step.who, step.due].every(isText),
  row: (row) => isObject(row) && isText(row.order) && isObject(row.cells) && Object.values(row.cells).every(isText),
};

const isRegister = (name, one) =>
  Array.isArray(one?.kept) &&
  isObject(one.seen) &&
  one.kept.every(
    (item) =>
      isText(item?.by) && Number.isInteger(item.n) && Number.isFinite(item.at) && (HOLDS[name]?.(item.value) ?? true),
  );

/** Whether a kept value can be shown and merged; another site on this address may have written it. */
export const fits = ({ state, name, ...others }) =>
  (state === undefined || (isText(state?.is) && WORD.test(state.is) && Number.isFinite(state.at))) &&
  (name === undefined || isText(name)) &&
  Object.entries(others).every(
    ([field, one]) => isRegister(field, one) || !(Object.hasOwn(HOLDS, field) || isObject(one?.kept)),
  );

// An answer of a later site stays as it is; what is not written as ours are is not shown.
const shown = (answer) => (answer?.v > VERSION && !fits(answer) ? undefined : answer);

/** What was written in a register, the newest last; usually one, or none. */
export const versions = (answer, field) => shown(answer)?.[field]?.kept ?? [];

/** Where the talk on a question stands: one of STATES, or "". */
export const stateOf = (answer) => shown(answer)?.state?.is ?? "";

/** How many of these answers stand where: { of, done, deepen, out }; `of` leaves out "not-us". */
export function counted(answers) {
  const states = answers.map(stateOf);
  const many = (state) => states.filter((one) => one === state).length;
  const [out, deepen] = [many("not-us"), many("deepen")];
  return { of: states.length - out, done: many("talked") + deepen, deepen, out };
}
