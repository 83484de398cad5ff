// What the transfer of notebooks reads of this device, and writes on it.
import { VERSION } from "../notebook/answers.shared.js";
import { answerTo, keyOf, open, PREFIX, read, write } from "../notebook/store.shared.js";
import { put, texts } from "../notebook/keys.lazy.js";
import { saysSomething } from "../notebook/moves.lazy.js";
import { freshId, nameFrom, OPEN } from "../notebook/shelf.lazy.js";
import { isId } from "./file.lazy.js";
import { reunited } from "./link.lazy.js";

const MONTH = 30 * 24 * 3600 * 1000;
const FEW = 5;

/** The notebook in use: { name, answers: Map id -> answer }; its name is "" until somebody gives one. */
export function inUse() {
  const start = keyOf("");
  const ids = [...texts().keys()].flatMap((key) => (key.startsWith(start) ? key.slice(start.length) : []));
  const answers = ids.map((id) => [id, isId(id) && answerTo(id)]).filter(([, answer]) => answer);
  return { name: nameFrom(read(PREFIX + open())?.name), answers: new Map(answers) };
}

/** Keep answers as a notebook of its own, which becomes the one in use; gives its name. */
export function keepAsNew(name, answers, now) {
  const all = texts();
  const taken = new Set([...all.keys()].map((key) => read(key)?.name));
  let own = nameFrom(name);
  for (let n = 2; taken.has(own); n += 1) own = `${nameFrom(name)} (${n})`;
  const id = freshId(all);
  const kept = [[PREFIX + id, { v: VERSION, name: own, at: now, made: now }]];
  for (const [question, answer] of answers) kept.push([keyOf(question, id), answer]);
  put([...kept.map(([key, value]) => [key, JSON.stringify(value)]), [OPEN, id]]);
  return own;
}

/** Merge answers into the notebook in use, one by one; answers of a later site stay as they are. */
export function mergeIn(answers, now) {
  if (!read(PREFIX + open())) change(now, {});
  for (const [question, answer] of answers) write(keyOf(question), reunited(answerTo(question), answer));
}

function change(now, what) {
  const book = PREFIX + open();
  write(book, { v: VERSION, name: "", at: now, made: now, ...read(book), ...what });
}

/** Note that the notebook in use was copied, or that its reminder was put away. */
export const noteCopied = (now) => change(now, { copied: now });
export const putAway = (now) => change(now, { reminded: now });

/** Whether a copy is due: undefined when not, else { last } (when the last one was made, if ever). */
export function reminder(now) {
  const { copied, reminded } = read(PREFIX + open()) ?? {};
  const old = (at) => !(now - at < MONTH);
  const said = [...inUse().answers.values()].filter(saysSomething);
  return said.length > FEW && old(copied) && old(reminded) ? { last: copied } : undefined;
}
