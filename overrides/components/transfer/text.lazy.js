// Questions and what a group answered, as text to paste anywhere: Markdown that reads as it is.
import { stateOf, versions } from "../notebook/answers.shared.js";

/** The state of a room until it is deleted. */
export const OPEN = "open";
export const isRoom = (id) => /^room-.+-\d{4}-\d\d-\d\d/.test(id);
export const isOpenRoom = (id, answer) => isRoom(id) && stateOf(answer) === OPEN;
/** Whether an id may be a question's: those of what else a notebook keeps start otherwise. */
export const isQuestion = (id) => !id.startsWith("c-") && !isRoom(id);

const LONG = { dateStyle: "long" };
const said = (date, lang, options) => {
  if (isNaN(date)) return undefined;
  const day = date.toLocaleDateString(lang, options);
  return lang.startsWith("fr") ? day.replace(/^1 /, "1er ") : day;
};

/** A day, "2027-03-01", as a language says it; what is no day stays as it is. */
export const dayIn = (lang, day) => said(new Date(`${day}T00:00:00Z`), lang, { ...LONG, timeZone: "UTC" }) ?? day;

/** The day, here, of a moment in milliseconds. */
export const dateIn = (lang, at) => said(new Date(at), lang, LONG) ?? "";

/** A next step in one line: what · who · by when · done. */
export const stepLine = ({ what, who, due, done }, words) =>
  [what, who, due && dayIn(words.lang, due), done && words.done].filter(Boolean).join(" · ");

/**
 * Pages of questions with their answers: a heading a page, a `- [x]` line a question, ticked when it
 * was talked about; under it where else the talk stands, the notes, the next steps and the link.
 * Choices, rows and plans, which nobody ticks, have no box and one link for all.
 *
 * `pages` are as `named` gives them, `answers` a Map id -> answer (a question may have none).
 * `words` is { lang, root, states: { talked: "…" … }, step: "Next step: {step}", done }, `root`
 * being the absolute address of the site.
 */
export const asText = (pages, answers, words) =>
  pages.map((page) => pageText(page, answers, words)).join("\n");

function pageText({ title, url, questions, is }, answers, words) {
  const address = url === undefined ? "" : new URL(url, words.root).href;
  const hasBoxes = !["choices", "rows", "plan"].includes(is);
  const lines = [`## ${title}`, "", ...(hasBoxes ? [] : [address, ""])];
  for (const [id, text] of Object.entries(questions)) {
    const answer = answers.get(id);
    const state = stateOf(answer);
    const stands = state && state !== "talked" ? ` (${words.states[state] ?? state})` : "";
    lines.push(`- ${hasBoxes ? `[${state === "talked" ? "x" : " "}] ` : ""}${text}${stands}`);
    for (const note of texts(answer, "note", words, (value) => value)) lines.push(...indented(note));
    for (const step of texts(answer, "step", words, (value) => stepLine(value, words)))
      lines.push(...indented(words.step.replace("{step}", () => step)));
    if (address && hasBoxes) lines.push(`  ${address}#${id}`);
  }
  return `${lines.join("\n")}\n`;
}

// Two texts that nobody chose between are both said, each with its date.
function texts(answer, field, words, shown) {
  const kept = versions(answer, field);
  const said = kept.map(({ value }) => shown(value).trim());
  return kept.length > 1 ? said.map((text, i) => `${text} (${dateIn(words.lang, kept[i].at)})`) : said;
}

// Indented, so that it stays with its question when it is read as Markdown.
const indented = (text) => text.split(/\r\n|[\n\r]/).map((line) => (line.trim() ? `  ${line}` : ""));
