// What a group says, once its answers are opened: strengths first, voices without names as dots, how
// far they go, where the group agrees least and a question to open that talk.
import { isSaved } from "../notebook/store.shared.js";
import { copyOf, element, fill } from "../page/words.shared.js";
import { wakeAdding } from "../portrait/adding.lazy.js";
import { Figures, rowOf } from "../portrait/figures.lazy.js";
import { ANSWERS, countsOf, summary, UNKNOWN } from "../portrait/scores.lazy.js";
import { askFor, hasLevels, namesIn } from "./asked.lazy.js";
import { leastAgreed } from "./room.lazy.js";

/** An element that says what a Map id -> codes holds about a portrait. */
export function outcomeIn(root, asked, said) {
  const made = copyOf(root, `outcome-${asked.id}`);
  const [words, names] = [root.dataset, namesIn(root)];
  const isSorting = !asked.parts.some(({ statements }) => statements.length);
  const scales = asked.parts.map((part) => ({ ...part, statements: part.statements.map(([id]) => id), hasLevels: hasLevels(part) }));
  const figures = new Figures(made, scales, names, words);
  if (isSorting) made.querySelector(".said").append(...asked.parts.map((part) => wayOf(part, said, names, words)));
  else figures.show(said);
  const texts = isSorting ? asked.parts.map(({ id, name }) => [id, name]) : asked.parts.flatMap(({ statements }) => statements);
  const codes = isSorting ? asked.parts[0].ways.map(([code]) => code) : ANSWERS;
  made.querySelector(".each tbody").append(...texts.map(([id, text]) => eachOf(text, said.get(id) ?? [], codes, !isSorting && figures)));
  least(made, root, asked, said, texts, { figures, names, words, isSorting });
  made.querySelector(".talks").append(...asked.parts.map((part) => talkOf(root, part)));
  wakeAdding(made, words, () => isSaved());
  // The address stays that of the room, so that a reload comes back to it.
  made.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#for-']");
    const talk = link && made.querySelector(link.getAttribute("href"));
    if (!talk) return;
    event.preventDefault();
    talk.open = true;
    talk.scrollIntoView();
    talk.querySelector("summary").focus({ preventScroll: true });
  });
  return made;
}

function talkOf(root, { about, name }) {
  const talk = root.querySelector(`template[data-name="for-${about}"]`).content.querySelector("details").cloneNode(true);
  talk.querySelector("summary").append(` · ${name}`);
  return talk;
}

function wayOf({ id, name }, said, names, words) {
  const codes = said.get(id) ?? [];
  const [[code, n] = [UNKNOWN, codes.length]] = countsOf(codes).sort((a, b) => b[1] - a[1]);
  return element("li", fill(words.way, { name, way: names.get(code), n, of: codes.length }));
}

function eachOf(text, said, codes, figures) {
  const figure = summary(said);
  const counts = codes.map((code) => said.filter((one) => one === code).length);
  const unknown = said.filter((one) => one === UNKNOWN).length;
  const spread = figures ? [figures.middle(figure), figures.range(figure)] : [];
  return rowOf(text, ...counts, unknown, ...spread, counts.reduce((sum, n) => sum + n, 0));
}

/** Where the group agrees least, and a question to open that talk. */
function least(made, root, asked, said, texts, { figures, names, words, isSorting }) {
  const [first] = leastAgreed(texts.map(([id]) => id), said);
  made.querySelector(".least").hidden = !first;
  made.querySelector(".none").hidden = Boolean(first);
  if (!first) return;
  made.querySelector(".least").dataset.id = first.id;
  const codes = said.get(first.id);
  const figure = summary(codes);
  const counted = countsOf(codes).map(([code, n]) => `${names.get(code)} : ${n}`);
  const part = asked.parts.find(({ id, statements }) => id === first.id || statements.some(([one]) => one === first.id));
  const told = { middle: figures.middle(figure), span: figures.range(figure), n: figure.n };
  const [, text, ask] = texts.find(([id]) => id === first.id);
  made.querySelector(".least blockquote").textContent = text;
  made.querySelector(".least .told").textContent = isSorting ? counted.join(" · ") : fill(words.told, told);
  const question = askFor(root, part.about, ask);
  made.querySelector(".least .ask").hidden = !question;
  if (question) made.querySelector(".least .ask span").append(question);
}
