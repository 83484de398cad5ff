// What stands under a checklist: the list on paper, blank or as it is, and as text to paste.
import { copied, formatted } from "../page/copy.lazy.js";
import { element, tell } from "../page/words.shared.js";
import { printed } from "../page/printing.lazy.js";
import { addCode } from "../qr/foot.lazy.js";
import { asText } from "../transfer/text.lazy.js";

const GLYPHS = { talked: "☑", deepen: "◐", later: "▷", "not-us": "✕" }; // as in checklist.lazy.css

addEventListener("beforeprint", addCode);

/** Do what a button under `list` is for; `words` are those of the template of checklists. */
export function use(list, name, words) {
  if (name === "copy") return copy(list, words);
  if (name === "undo") return undo(list, words);
  if (name === "blank") addKey(list);
  return printed(name);
}

const statesOf = (list) =>
  Object.fromEntries(Array.from(list.querySelector("select").options, ({ value, text }) => [value, text]));

// How to note by hand, on a blank copy, what the page says in words.
function addKey(list) {
  if (list.querySelector(".key")) return;
  const states = statesOf(list);
  const key = element("p", Object.entries(GLYPHS).map(([state, glyph]) => `${glyph} ${states[state]}`).join("\u2003"), { className: "key" });
  list.querySelector(".checklist").before(key);
}

function textOf({ box }) {
  const label = box.nextElementSibling.cloneNode(true);
  for (const tag of label.querySelectorAll(".tag")) tag.remove();
  return label.textContent.trim();
}

// Take back the state set last; doing so is nothing to take back.
function undo(list, words) {
  const last = list.undone.pop();
  last?.();
  if (last) list.undone.pop();
  list.status.textContent = last ? words.undone : words.nothingUndone;
}

async function copy(list, words) {
  const questions = [...list.questions.values()];
  for (const question of questions) question.save();
  const page = {
    title: document.querySelector("h1").textContent.trim(),
    url: document.querySelector("link[rel=canonical]").href,
    questions: Object.fromEntries(questions.map((question) => [question.id, textOf(question)])),
  };
  const answers = new Map(questions.map(({ id, answer }) => [id, answer]));
  const { lang } = document.documentElement;
  const text = asText([page], answers, { ...words, lang, states: statesOf(list), done: words.stepDone });
  await tell(list.status, copied(formatted(text), text), words.copied, words.notCopied);
}
