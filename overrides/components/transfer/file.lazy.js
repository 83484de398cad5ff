// A notebook as a file that may be kept for years and opened anywhere, and what comes back from
// one: believed in nothing, checked and bounded field by field. No page, no storage.
//
// { format, version, name, exported, answers: { question: answer } }; its JSON Schema is
// notebook.schema.json. A file is read whole or refused whole.
import { merged, stateOf, VERSION, versions } from "../notebook/answers.shared.js";
import { isQuestion } from "./text.lazy.js";

const FORMAT = "agir-ensemble/carnet";
export const MAX_BYTES = 20_000_000; // more than browsers keep for a site
const ID = /^(?=.{1,200}$)[a-z][a-z0-9]*(?:[-.][a-z0-9]+)*$/; // after a point, the row of a worksheet
const WRITER = /^(?=.{1,2000}$)w[a-z0-9]{0,12}(?:\/[a-z0-9.-]+)*$/; // no name that objects are born with
const NAME = /^(?!constructor$)[a-z][a-z0-9-]{0,79}$/; // no more than those
const MONTH_DAY = "(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])";
const DAY = new RegExp(`^(?:\\d{4,6}-${MONTH_DAY})?$`);
const MOMENT = new RegExp(`^\\d{4}-${MONTH_DAY}T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d{3})?Z$`);
const LAST = 4e15; // no clock shows it, and whatever is counted past it is still a date
const MANY = 1e9;

/** Why something was not read: "big", "broken" (not JSON), "foreign", "later" or "wrong". */
export class Refusal extends Error {}

const refuse = (why, where) => {
  throw new Refusal(why, { cause: where });
};
const wrong = (where) => refuse("wrong", where);

// Readers: (value, where it stands) => the value, made anew. They refuse what they do not know.
const text = (max, shape) => (value, where) =>
  typeof value === "string" && value.length <= max && (!shape || shape.test(value)) ? value : wrong(where);
const number = (min, max) => (value, where) =>
  Number.isSafeInteger(value) && value >= min && value <= max ? value : wrong(where);
const time = (value, where) => Math.min(number(0, Number.MAX_SAFE_INTEGER)(value, where), LAST);
const oneOf = (values) => (value, where) => (values.includes(value) ? value : wrong(where));
const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

const list = (max, read) => (value, where) =>
  Array.isArray(value) && value.length <= max ? value.map((one, i) => read(one, `${where}[${i}]`)) : wrong(where);

const map = (max, name, read) => (value, where) => {
  if (!isObject(value) || Object.keys(value).length > max) wrong(where);
  return Object.entries(value).map(([key, one]) => [name(key, where), read(one, `${where}.${key}`)]);
};

const shaped = (fields, needed) => (value, where) => {
  if (!isObject(value)) wrong(where);
  for (const key of Object.keys(value)) if (!Object.hasOwn(fields, key)) wrong(`${where}.${key}`);
  for (const key of needed) if (!Object.hasOwn(value, key)) wrong(`${where}.${key}`);
  const there = Object.entries(fields).filter(([key]) => Object.hasOwn(value, key));
  return Object.fromEntries(there.map(([key, read]) => [key, read(value[key], `${where}.${key}`)]));
};
const whole = (fields) => shaped(fields, Object.keys(fields));

/** Several texts written without knowing of each other, and how far each writer was read. */
function register(readValue) {
  const item = whole({ by: text(2_000, WRITER), n: number(1, MANY), at: time, value: readValue });
  const read = whole({ kept: list(1_000, item), seen: map(10_000, text(2_000, WRITER), number(1, MANY)) });
  return (value, where) => {
    const { kept, seen } = read(value, where);
    const far = Object.fromEntries(seen);
    for (const { by, n } of kept) far[by] = Math.max(n, far[by] ?? 0);
    return { kept, seen: far };
  };
}

const named = (max, read) => (value, where) => Object.fromEntries(map(max, text(80, NAME), read)(value, where));

// What a later part of the site keeps beside notes: words and marks, in no more than three boxes.
const anything = (boxes) => (value, where) => {
  if (value === null || typeof value === "boolean") return value;
  if (typeof value === "string") return text(200_000)(value, where);
  if (typeof value === "number") return Math.abs(value) <= MANY ? value : wrong(where);
  if (!boxes) return wrong(where);
  return (Array.isArray(value) ? list : named)(1_000, anything(boxes - 1))(value, where);
};

const FIELDS = {
  v: number(1, VERSION),
  state: whole({ is: text(40, /^(?!constructor$)(?:[a-z][a-z0-9-]*)?$/), at: time }),
  note: register(text(200_000)),
  step: register(whole({ what: text(20_000), who: text(20_000), due: text(12, DAY), done: oneOf([true, false]) })),
  row: register(whole({ order: text(2_000), cells: named(200, text(200_000)) })),
};
const other = register(anything(3));

/** An answer to a question; merging it with itself sets its texts in the order of all others. */
function readAnswer(value, where) {
  if (!isObject(value) || !Object.hasOwn(value, "v")) wrong(where);
  const fields = Object.entries(value).map(([name, one]) => {
    if (!Object.hasOwn(FIELDS, name)) text(20, NAME)(name, where);
    return [name, (Object.hasOwn(FIELDS, name) ? FIELDS[name] : other)(one, `${where}.${name}`)];
  });
  const answer = Object.fromEntries(fields);
  return merged(answer, answer);
}

const readFile = whole({
  format: oneOf([FORMAT]),
  version: number(1, VERSION),
  name: text(500),
  exported: text(24, MOMENT),
  answers: map(20_000, text(200, ID), readAnswer),
});

/**
 * A notebook as a file: { file, left }. `answers` is a Map id -> answer; `left` is how many of them
 * are not what a site ever wrote, and would make the file one that nobody can open.
 */
export function toFile(name, answers, now) {
  const kept = [];
  for (const [id, answer] of answers)
    try {
      kept.push([text(200, ID)(id, id), answer?.v > VERSION ? answer : readAnswer(answer, id)]);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  kept.sort(([a], [b]) => (a < b ? -1 : 1));
  const file = {
    format: FORMAT,
    version: Math.max(VERSION, ...kept.map(([, { v }]) => v)), // only a later site reads later answers
    name: name.slice(0, 500),
    exported: new Date(now).toISOString(),
    answers: Object.fromEntries(kept),
  };
  return { file, left: answers.size - kept.length };
}

/** A file as it is written: one that a person can read too. */
export const fileText = (file) => `${JSON.stringify(file, null, 1)}\n`;

/** What a file holds: { name, exported, answers: Map id -> answer }. Throws a Refusal. */
export function fromText(source) {
  if (source.length > MAX_BYTES) refuse("big");
  let value;
  try {
    value = JSON.parse(source);
  } catch {
    refuse("broken");
  }
  if (!isObject(value) || !Object.hasOwn(value, "format") || value.format !== FORMAT) refuse("foreign");
  if (Object.hasOwn(value, "version") && Number.isInteger(value.version) && value.version > VERSION) refuse("later");
  const { name, exported, answers } = readFile(value, "");
  return { name, exported, answers: new Map(answers) };
}

/** The bytes of a file as text; what is no UTF-8 is refused. */
export function fromBytes(bytes) {
  if (bytes.byteLength > MAX_BYTES) refuse("big");
  try {
    return fromText(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal("broken");
  }
}

/** Whether something is named as a question is. */
export const isId = (id) => ID.test(id);

/** Whether a next step says anything. */
export const isStep = ({ what, who, due }) => Boolean(what || who || due);

/** What a notebook holds, in figures: { answers, done, notes, steps }; a dated portrait is no note. */
export function figures(answers) {
  const isOne = ([id]) => isQuestion(id) && !id.startsWith("kept-");
  const all = Array.from(answers).filter(isOne).map(([, answer]) => answer);
  const done = all.filter((answer) => ["talked", "deepen"].includes(stateOf(answer))).length;
  const notes = all.filter((answer) => versions(answer, "note").length).length;
  const steps = all.filter((answer) => versions(answer, "step").some(({ value }) => isStep(value))).length;
  return { answers: all.length, done, notes, steps };
}
