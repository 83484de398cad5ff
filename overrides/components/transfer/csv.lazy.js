// A notebook as a table for a spreadsheet: a row a question, for those who count and sort. No page.
import { stateOf, versions } from "../notebook/answers.shared.js";
import { isQuestion, othersIn } from "./text.lazy.js";

const COLUMNS = "id,label_fr,label_en,status,status_words,note,next_step,who,due,done".split(",");

/**
 * The questions of the site and their answers as CSV, then the answers to questions it does not
 * have. `fr` and `en` are the pages of questions.<lang>.json, `answers` a Map id -> answer, `states`
 * what a state is called; `lang` says what stands between cells.
 */
export function toCsv(fr, en, answers, states, lang) {
  const [french, english] = [labels(fr), labels(en)];
  const ids = new Set([...french.keys(), ...english.keys(), ...[...answers.keys()].filter(isQuestion).sort()]);
  const rows = Array.from(ids, (id) => [
    id,
    french.get(id) ?? "",
    english.get(id) ?? "",
    ...cellsOf(answers.get(id), states),
  ]);
  const between = lang === "fr" ? ";" : ","; // what spreadsheets expect where people write so
  const lines = [COLUMNS, ...rows].map((row) => row.map(cell).join(between));
  return `\ufeff${lines.join("\r\n")}\r\n`; // the mark tells Excel that accents are UTF-8
}

const labels = (pages) => new Map(pages.flatMap(({ questions }) => Object.entries(questions)));

function cellsOf(answer, states) {
  const state = stateOf(answer);
  const steps = versions(answer, "step").map(({ value }) => value);
  const lines = (texts) => texts.join("\n");
  return [
    state,
    state ? (states[state] ?? state) : "",
    lines([...versions(answer, "note").map(({ value }) => value), ...othersIn(answer)]),
    ...["what", "who", "due"].map((field) => lines(steps.map((step) => step[field]))),
    lines(steps.map(({ done }) => (done ? "1" : "0"))),
  ];
}

// A spreadsheet would run a cell that starts so; an apostrophe makes it words.
function cell(text) {
  const safe = /^\s*[=+\-@\t\r＝＋－＠]/.test(text) || /^[\t\r\n]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
