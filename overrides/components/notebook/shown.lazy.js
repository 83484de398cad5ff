// An answer, and how far the talks are, as the page of notebooks shows them.
import { element, fill } from "../page/words.shared.js";
import { counted, stateOf, versions } from "./answers.shared.js";
import { dayIn } from "../transfer/text.lazy.js";
import { momentOf } from "./pieces.lazy.js";

const NAMES = { talked: "talked", deepen: "toDeepen", later: "later", "not-us": "notUs" };

/** A state of talks in words, as under the checklists. */
export function countInto(part, answers, words) {
  const figures = counted(answers);
  const [progress, said] = part.querySelectorAll("progress, .talk-count span");
  Object.assign(progress, { max: figures.of || 1, value: figures.done });
  const all = figures.of ? ["done", figures.deepen && "deepen", figures.out && "out"].filter(Boolean) : ["allOut"];
  said.textContent = all.map((name) => fill(words[name], figures)).join(" ");
}

function stepIn(value, words) {
  const { what, who, due, done } = value ?? {};
  return [what, who, due && dayIn(document.documentElement.lang, due), done && words.stepDone].filter(Boolean).join(" · ");
}

/** What an answer says, as paragraphs: notes and next steps, each version when there are several. */
function* said(answer, words) {
  for (const [field, name] of [["note", words.answer], ["step", words.step]]) {
    const all = versions(answer, field);
    for (const { at, value } of all) {
      const text = field === "note" ? String(value) : stepIn(value, words);
      const head = name ? [element("b", name), " "] : [];
      const date = fill(words.version, { date: momentOf(at) });
      if (all.length > 1) head.push(element("span", date, { className: "muted" }));
      const shown = element("p", "", { className: "kept" });
      shown.append(...head, ...(head.length ? [element("br")] : []), text);
      yield shown;
    }
  }
}

/** An item of a list: its question, where the talk stands, what was written. */
export function itemOf(heading, answer, words, states = {}) {
  const item = element("li", heading);
  const state = words[NAMES[stateOf(answer)]] ?? states[stateOf(answer)];
  if (state) item.append(" ", element("span", state, { className: "tag" }));
  item.append(...said(answer, words));
  return item;
}
