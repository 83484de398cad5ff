// What a portrait asks, as the templates of the page hold it: the form of its ballots, and its
// questions to tick.
import { fill } from "../page/words.shared.js";
import { ANSWERS, LEVELS, UNKNOWN } from "../portrait/scores.lazy.js";

const texts = (list) => Array.from(list?.children ?? [], (one) => [one.dataset.id ?? one.dataset.code, one.textContent]);

/**
 * A portrait by its id: { id, title, minutes, kept, url, parts, form }. A part is a condition or a
 * thing, { id, about, name, head, ways: [[code, text]], statements: [[id, text, ask]] }; `ask` is
 * the question that opens a talk about a statement, as a link.
 */
export function askedIn(root, id) {
  const template = root.querySelector(`template[data-name="${CSS.escape(id)}"][data-title]`);
  if (!template) return undefined;
  const parts = Array.from(template.content.querySelectorAll("section"), (section) => ({
    ...section.dataset,
    name: section.querySelector("h3").textContent,
    head: section.querySelector("ul")?.title,
    ways: texts(section.querySelector("ul")),
    statements: texts(section.querySelector("ol")).map(([one, text]) => [one, text, section.querySelector(`a[data-for="${one}"]`)]),
  }));
  const form = parts.flatMap(({ id: part, ways, statements }) => [
    ...(ways.length ? [{ id: part, codes: [...ways.map(([code]) => code), UNKNOWN] }] : []),
    ...statements.map(([one]) => ({ id: one, codes: [...ANSWERS, UNKNOWN] })),
  ]);
  const { title, minutes, kept, url } = template.dataset;
  return { id, title, minutes: Number(minutes), kept, url, parts, form };
}

/** Every portrait of the page. */
export const allAsked = (root) => Array.from(root.querySelectorAll("template[data-title]"), ({ dataset }) => askedIn(root, dataset.name));

/** How each code is said: "mostly" is « Assez ». */
export const namesIn = (root) =>
  new Map(Array.from(root.querySelector("template[data-name=names]").content.children, (one) => [one.dataset.code, one.textContent]));

/** Whether a part has the levels of a condition beside its statements. */
export const hasLevels = ({ ways }) => ways.some(([code]) => LEVELS.includes(code));

/** "12 personnes ont répondu." */
export const cameInWords = (n, words) => fill([words.cameNone, words.cameOne][n] ?? words.cameMany, { n });

/** Where phones go to answer a portrait. */
export const joinAddress = (id) => `${location.origin}${location.pathname}#answer-${id}`;

/** The address that can be typed. */
export const shortAddress = () => location.host + location.pathname;

/** A question to open a talk, as a link: that of a statement, else the first about something. */
export function askFor(root, about, ask) {
  const first = root.querySelector(`template[data-name="for-${about}"]`)?.content.querySelector("[data-ask] a");
  return (ask ?? first)?.cloneNode(true);
}
