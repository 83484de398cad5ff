// The next meeting or a workshop: what was chosen for it, and the agenda that comes of it. No page,
// no storage.
//
// A plan is { v: 1, date, start, place, review, items: [{ id, minutes, text }] }: `review` is the
// time for the next steps still open, `text` stands in points of the group's own alone; a workshop
// has a `title` too. It is kept as the note of an answer, so that copies, links and merges carry it
// as they carry any other.
import { stateOf, versions } from "../notebook/answers.shared.js";

/** Under which id it is kept: no question can have one that starts so. */
export const MEETING = "c-meeting";
export const WORKSHOP = "c-workshop";
/** The row of the next steps in an agenda: no entry has this id, as none starts so. */
export const REVIEW = "c-steps";
export const EMPTY = { v: 1, date: "", start: "", place: "", review: 10, items: [] };
export const QUESTION_MINUTES = 15;
export const OWN_MINUTES = 10;
const LONGEST = 600;
const DAY_MINUTES = 1440;

/** Minutes that somebody typed, as a number that can be. */
export const minutesOf = (typed) => Math.min(Math.max(Math.round(Number(typed)) || 0, 0), LONGEST);

const TIME = /^(?:(?:[01]\d|2[0-3]):[0-5]\d(?::[\d.]+)?)?$/; // of a field of time, which may be empty
const isText = (text) => typeof text === "string";
const isTextOrNone = (text) => text === undefined || isText(text);
const isLength = (minutes) => minutes === minutesOf(minutes);
const isItem = (item) => isText(item?.id) && item.id !== REVIEW && isLength(item.minutes) && isTextOrNone(item.text);
const isPlan = (plan) =>
  plan?.v === 1 && isText(plan.date) && isText(plan.place) && isText(plan.start) && TIME.test(plan.start) &&
  isTextOrNone(plan.title) && isLength(plan.review) && Array.isArray(plan.items) && plan.items.every(isItem);

/** The plan that a text holds, undefined when it holds none that we know. */
export function planOf(text) {
  try {
    const plan = JSON.parse(text);
    return isPlan(plan) ? plan : undefined;
  } catch {
    return undefined;
  }
}

const withItems = (plan, items) => ({ ...plan, items });
export const has = (plan, id) => plan.items.some((item) => item.id === id);
export const without = (plan, id) => withItems(plan, plan.items.filter((item) => item.id !== id));
export const withMinutes = (plan, id, minutes) =>
  withItems(plan, plan.items.map((item) => (item.id === id ? { ...item, minutes } : item)));

/** What closes each ready workshop: what is added later comes before it. */
export const closingsOf = (workshops) => new Set(workshops.map(({ points }) => points.at(-1).id));

/** The plan with one more point, the last but for what closes it; the same plan when it is there. */
export function withItem(plan, item, closings = new Set()) {
  if (has(plan, item.id)) return plan;
  const isClosed = closings.has(plan.items.at(-1)?.id) && !closings.has(item.id);
  const end = plan.items.length - (isClosed ? 1 : 0);
  return withItems(plan, [...plan.items.slice(0, end), item, ...plan.items.slice(end)]);
}

/** The plan with a point one place up (-1) or down (1); the first stays first, the last last. */
export function moved(plan, id, by) {
  const items = [...plan.items];
  const from = items.findIndex((item) => item.id === id);
  const to = Math.min(Math.max(from + by, 0), items.length - 1);
  items.splice(to, 0, ...items.splice(from, 1));
  return withItems(plan, items);
}

/** An id for a point of the group's own. */
export function ownId(plan) {
  let n = 1;
  while (has(plan, `own-${n}`)) n += 1;
  return `own-${n}`;
}

/** Two plans as one: the points and the titles of both, the rest as the newer says, where it says something. */
export function bothPlans(plans) {
  const told = Object.fromEntries(
    ["date", "start", "place"].map((name) => [name, plans.map((plan) => plan[name]).filter(Boolean).at(-1) ?? ""]),
  );
  const title = [...new Set(plans.map((plan) => plan.title).filter(Boolean))].join(" + ");
  const points = new Map();
  for (const { items } of plans)
    for (const item of items) {
      const other = points.get(item.id);
      const isAnother = other && other.text !== item.text; // two groups of points numbered alike
      points.set(isAnother ? `${item.id}-${points.size}` : item.id, item);
    }
  const items = Array.from(points, ([id, item]) => ({ ...item, id }));
  return { ...EMPTY, review: plans.at(-1).review, ...told, ...(title && { title }), items };
}

/** The next steps that are not done, [{ id, what, who, due, late }], the most urgent first. */
export function openSteps(answers, today) {
  const steps = [];
  for (const [id, answer] of answers)
    for (const { value } of versions(answer, "step"))
      if (value && !value.done) steps.push({ id, ...value, late: Boolean(value.due) && value.due < today });
  return steps.sort((a, b) => (a.due || "9999") < (b.due || "9999") ? -1 : a.due === b.due ? 0 : 1);
}

/** The ids of the questions that call for a talk, and are not in the plan: "later" or "deepen". */
export const proposed = (answers, plan) =>
  Array.from(answers).filter(([id, answer]) => ["later", "deepen"].includes(stateOf(answer)) && !has(plan, id)).map(([id]) => id);

/**
 * The plan with its hours: { rows: [{ id, text, minutes, from, to }], total, start, end }. Hours are
 * minutes of the day, undefined when no start is known; the first row, REVIEW, is there when steps are.
 */
export function timed(plan, steps) {
  const start = /^\d\d:\d\d/.test(plan.start) ? plan.start.split(":").reduce((h, m) => h * 60 + Number(m), 0) : undefined;
  const review = steps.length && plan.review ? [{ id: REVIEW, minutes: plan.review }] : [];
  let passed = 0;
  const at = () => (start === undefined ? undefined : (start + passed) % DAY_MINUTES);
  const rows = [...review, ...plan.items].map((item) => {
    const from = at();
    passed += item.minutes;
    return { ...item, from, to: at() };
  });
  return { rows, total: passed, start, end: at() };
}

/** A plan in short, a line a point; `textOf` says what a point is called, `words.length` its minutes. */
export function inLines(plan, textOf, words) {
  const when = [plan.date, plan.start, plan.place].filter(Boolean).join(" · ");
  const points = plan.items.map((item) => `– ${item.text ?? textOf(item.id)} (${words.length.replace("{n}", item.minutes)})`);
  return [plan.title, when, ...points].filter(Boolean).join("\n");
}

/** A text that Markdown shows as it is. */
export const plain = (text) => text.replace(/[\\`*_[\]<>]/g, "\\$&").replace(/\s+/g, " ");

/**
 * The agenda as Markdown that reads as it is. `told` is what `told` (meeting/told) makes:
 * { title, when, rows: [{ clock, text, url, length, more: [] }], total }.
 */
export function asMarkdown({ title, when, rows, total }) {
  const lines = [`# ${plain(title)}`, ""];
  if (when) lines.push(plain(when), "");
  for (const { clock, text, url, length, more } of rows) {
    const name = url ? `[${plain(text)}](${url})` : plain(text);
    lines.push(`- ${clock ? `**${plain(clock)}** ` : ""}${name} (${length})`);
    for (const line of more) lines.push(`  - ${plain(line)}`);
  }
  return `${[...lines, "", plain(total)].join("\n")}\n`;
}
