// A notebook as a table for a spreadsheet: a row a question, for those who count and sort. No page.
import { stateOf, versions } from "../notebook/answers.shared.js";
import { named } from "../notebook/named.lazy.js";

const COLUMNS = "id,label_fr,label_en,status,status_words,note,next_step,who,due,done".split(",");

/**
 * The questions of the site and their answers as CSV, then what else the notebook holds: portraits,
 * rows of worksheets, answers to what the site does not have. `known` is { fr, en }, what each
 * questions.<lang>.json says, `answers` a Map id -> answer; `lang` is the one of words in cells, and
 * says what stands between them.
 */
export function toCsv(known, answers, lang) {
  const [french, english] = ["fr", "en"].map((one) => labels(known[one], answers, one));
  const { answers: said, states } = named(known[lang], answers, lang);
  const rows = Array.from(french, ([id, label]) => [id, label, english.get(id) ?? "", ...cellsOf(said.get(id), states)]);
  const between = lang === "fr" ? ";" : ","; // what spreadsheets expect where people write so
  const lines = [COLUMNS, ...rows].map((row) => row.map(cell).join(between));
  return `\ufeff${lines.join("\r\n")}\r\n`; // the mark tells Excel that accents are UTF-8
}

function labels(known, answers, lang) {
  const found = new Map(known.pages.flatMap(({ questions }) => Object.entries(questions)));
  for (const { title, is, questions } of named(known, answers, lang).pages)
    for (const [id, text] of Object.entries(questions))
      if (is !== "questions") found.set(id, is === "others" ? "" : `${title} · ${text}`);
  return found;
}

function cellsOf(answer, states) {
  const state = stateOf(answer);
  const steps = versions(answer, "step").map(({ value }) => value);
  const lines = (texts) => texts.join("\n");
  return [
    state,
    state ? (states[state] ?? state) : "",
    lines(versions(answer, "note").map(({ value }) => value)),
    ...["what", "who", "due"].map((field) => lines(steps.map((step) => step[field]))),
    lines(steps.map(({ done }) => (done ? "1" : "0"))),
  ];
}

// A spreadsheet would run a cell that starts so; an apostrophe makes it words.
function cell(text) {
  const safe = /^\s*[=+\-@\t\r＝＋－＠]/.test(text) || /^[\t\r\n]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
