// A notebook in words that people read: questions by page, choices of portraits, dated portraits,
// rows of worksheets. `known` is questions.<lang>.json. No page, no storage.
import { fill } from "../page/words.shared.js";
import { fromText } from "../portrait/scores.lazy.js";
import { dayIn, isQuestion } from "../transfer/text.lazy.js";
import { inOrder, valueOf } from "../worksheet/rows.lazy.js";
import { inLines, planOf, WORKSHOP } from "../meeting/agenda.lazy.js";
import { placesIn } from "../meeting/places.lazy.js";
import { registers, versions } from "./answers.shared.js";

const { entries, fromEntries } = Object;
const linesOf = (list) => list.filter(Boolean).join("\n");

/** All that stands in a value, in words: the cells of a row, what a later part of the site keeps. */
const wordsIn = (value) =>
  typeof value === "string" ? [value].filter(Boolean) : Object.values(value ?? {}).flatMap(wordsIn);

// What is kept besides notes and next steps is said as notes are.
function withOthers(answer) {
  const others = registers(answer).filter((name) => name !== "note" && name !== "step");
  if (!others.length) return answer;
  const inWords = (item) => ({ ...item, value: wordsIn(item.value?.cells ?? item.value).join(" · ") });
  const kept = [...versions(answer, "note"), ...others.flatMap((name) => versions(answer, name).map(inWords))];
  return { ...answer, note: { kept, seen: {} } };
}

/**
 * What the answers of a notebook (a Map id -> answer) are called and say: { pages, answers, states }.
 *
 * `pages` are those with an answer, in the order of the site: { title, url, is, questions: { id: text
 * } }, where `is` says whether ids are "questions", "choices", "rows", a "plan" or, for all that the
 * site does not know, "others". `answers` are the same with a note in words. `states` is what states are called.
 */
export function named(known, answers, lang, others) {
  const { pages = [], portraits = [], tables = [], states = {}, named: words } = known ?? {};
  const left = new Set([...answers.keys()].filter(isQuestion));
  const said = new Map(Array.from(answers, ([id, answer]) => [id, withOthers(answer)]));
  const choices = Object.assign({}, ...portraits.map((one) => one.choices));
  const taken = (start) => [...left].filter((id) => id.startsWith(start) && left.delete(id));
  const there = (texts) => fromEntries(entries(texts).filter(([id]) => left.delete(id)));
  const pair = (name, text) => (/[.?!…]$/.test(name) ? `${name} ${text}` : fill(words.pair, { name, text }));

  /** Let what a register of an answer holds be all it says, in words. */
  function say(id, register, inWords) {
    const kept = versions(answers.get(id), register).map((one) => ({ ...one, value: inWords(one.value) }));
    said.set(id, { note: { kept, seen: {} } });
  }

  // What a group of many people said is how often each answer was given.
  const chosen = (said) => {
    if (!Array.isArray(said)) return states[said] ?? said;
    return [...new Set(said)].map((code) => `${states[code] ?? code} (${said.filter((one) => one === code).length})`).join(", ");
  };

  function portrait({ id, title, url, choices: own }) {
    const questions = there(own);
    const told = (text) => linesOf(Array.from(fromText(String(text)), ([one, code]) => pair(choices[one] ?? one, chosen(code))));
    for (const key of taken(`kept-${id}-`).sort()) {
      const [day, n] = key.slice(`kept-${id}-`.length).split(/(?<=^\d{4}-\d\d-\d\d)-/);
      questions[key] = fill(words.kept, { date: dayIn(lang, day) }) + (n ? ` (${n})` : "");
      say(key, "note", told);
    }
    return { title, url, is: "choices", questions };
  }

  // What was taken out has no value, and is not said.
  const ordered = (start) =>
    inOrder(taken(start).map((id) => ({ id, ...valueOf(answers.get(id)) })).filter(({ cells }) => cells));

  function table({ id, title, url, columns, choices, asks }) {
    const areas = ordered(`${id}-areas.`);
    const rows = ordered(`${id}.`);
    const texts = { ...choices, ...fromEntries(areas.map((area) => [area.id.split(".")[1], area.cells.name])) };
    const told = ({ cells }) =>
      linesOf([
        ...entries(columns).map(([name, title]) => cells[name] && pair(title, texts[cells[name]] ?? cells[name])),
        ...entries(asks).map(([name, text]) => cells[name] && `☑ ${text}`),
        ...entries(cells).map(([name, text]) => !columns[name] && !asks[name] && text),
      ]);
    for (const row of rows) say(row.id, "row", told);
    for (const area of areas) said.set(area.id, {}); // its name says it all
    const questions = [
      ...rows.map((row, i) => [row.id, fill(words.row, { n: i + 1 })]),
      ...areas.map((area) => [area.id, fill(words.area, area.cells)]),
    ];
    return { title, url, is: "rows", questions: fromEntries(questions) };
  }

  /** The workshop: its parts in order, each with its minutes. */
  function workshop([url] = []) {
    if (!url || !versions(answers.get(WORKSHOP), "note").some(({ value }) => planOf(value))) return [];
    const places = placesIn(known, () => "");
    say(WORKSHOP, "note", (text) => (planOf(text) ? inLines(planOf(text), (id) => places.get(id)?.text ?? id, words) : text));
    return [{ title: words.workshop, url, is: "plan", questions: { [WORKSHOP]: words.points } }];
  }

  const found = [
    ...pages.map((page) => ({ ...page, is: "questions", questions: there(page.questions) })),
    ...portraits.map(portrait),
    ...tables.map(table),
    ...workshop(known?.workshop),
  ];
  found.push({ title: others, is: "others", questions: fromEntries([...left].sort().map((id) => [id, id])) });
  return { pages: found.filter(({ questions }) => entries(questions).length), answers: said, states };
}
