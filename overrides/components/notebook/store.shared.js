// The notebooks of this device: one key an answer, `agir:<notebook>:<question>`, so that two tabs
// never write over each other's; `agir:<notebook>` for its name; `agir:open` for the one in use.
import { fits, merged, VERSION } from "./answers.shared.js";

export const PREFIX = "agir:";
const FIRST = "n1"; // the same everywhere: two tabs that open a first notebook open one
const OPEN = `${PREFIX}open`;
export const ours = new EventTarget();
export const unsaved = new Map(); // what the device refused to keep, for as long as the page is open

/** Who writes: this page, as long as it is open. */
export const writer = `w${Math.random().toString(36).slice(2, 8)}`;

function stored(key) {
  if (unsaved.has(key)) return unsaved.get(key);
  try {
    return localStorage.getItem(key);
  } catch {
    return null; // storage is closed to us: private windows, policies
  }
}

function keep(key, text) {
  try {
    localStorage.setItem(key, text);
    unsaved.delete(key);
  } catch {
    unsaved.set(key, text);
  }
}

/** What a kept text says, undefined when it is not as we write, or as a later site may. */
export function parsed(text) {
  try {
    const value = JSON.parse(text);
    return Number.isInteger(value?.v) && (value.v > VERSION || fits(value)) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** What a key holds, undefined when it is absent or is not what we wrote. */
export const read = (key) => parsed(stored(key));

/** Keep a value; what cannot be read there is set aside, never written over. */
export function write(key, value) {
  const before = stored(key);
  const aside = before && !read(key) ? `${key}~${Date.now()}` : "";
  if (aside) keep(aside, before);
  if (unsaved.has(aside)) unsaved.set(key, JSON.stringify(value)); // no room: what is there stays
  else keep(key, JSON.stringify(value));
  ours.dispatchEvent(new CustomEvent("kept", { detail: key }));
}

/** Whether all that was written is on the device. */
export const isSaved = () => !unsaved.size;

/** The notebook in use. What is no id of one could be a part of other keys. */
export const open = () => stored(OPEN)?.match(/^n[a-z0-9]+$/)?.[0] ?? FIRST;

export const keyOf = (question, notebook = open()) => `${PREFIX}${notebook}:${question}`;

/** The answer to a question in a notebook. */
export const answerTo = (question, notebook) => read(keyOf(question, notebook));

/** Change an answer by what `change` makes of the newest one; says whether it is a first one. */
export function answer(question, change) {
  const notebook = open();
  const book = `${PREFIX}${notebook}`;
  const isFirst = !read(book);
  if (isFirst) write(book, { v: VERSION, name: "", at: Date.now(), made: Date.now() });
  const key = keyOf(question, notebook);
  const now = read(key);
  if (!(now?.v > VERSION)) write(key, change(now));
  return isFirst;
}

/** Every key of ours, those that the device refused included. */
export function keys() {
  let kept = [];
  try {
    kept = Object.keys(localStorage);
  } catch {} // closed to us
  return [...new Set([...kept, ...unsaved.keys()])].filter((key) => key.startsWith(PREFIX));
}

/** Take in an answer that comes from elsewhere. */
export const take = (key, other) => write(key, merged(read(key), other));

/** Call `heard(key)` when a value changes, here or in another tab; `heard(null)` when all may have. */
export function listen(heard) {
  ours.addEventListener("kept", (event) => heard(event.detail));
  addEventListener("storage", (event) => {
    if (event.key === null || event.key === OPEN) heard(null);
    else if (event.key.startsWith(PREFIX)) heard(event.key);
  });
}
