// The notebooks of a device, worked out from its keys and texts alone. No page, no storage.
import { isOpenRoom, isRoom } from "../transfer/text.lazy.js";
import { merged, versions } from "./answers.shared.js";
import { parsed, PREFIX } from "./store.shared.js";
import { saysSomething } from "./moves.lazy.js";

const LONGEST = 80;
export const OPEN = `${PREFIX}open`;

/** The notebook that a key belongs to, "" for none. */
function bookOf(key) {
  const id = key.startsWith(PREFIX) && key !== OPEN ? key.slice(PREFIX.length).split(/[:~]/, 1)[0] : "";
  return id ?? "";
}

// They would turn round the sentence that a name stands in.
const TURNS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** A name as it was typed, fit to be kept; "" for the one that every notebook has at first. */
export const nameFrom = (typed) =>
  Array.from(String(typed ?? "").replace(TURNS, "").replace(/\s+/g, " ").trim()).slice(0, LONGEST).join("").trim();

/** The keys of a notebook, what could not be read included. */
export const keysOf = (id, texts) => [...texts.keys()].filter((key) => bookOf(key) === id);

/** What is there and cannot be read, or was set aside because it could not: [key, text]. */
export const unreadIn = (texts) =>
  [...texts].filter(([key, text]) => key !== OPEN && (key.includes("~") || !parsed(text)));

const times = (answer) => [
  answer.state?.at,
  ...["note", "step"].flatMap((field) => versions(answer, field).map((item) => item?.at)),
];

/** Each notebook, the oldest first: { id, name, answers, rooms, size, at }; the one in use is always there. */
export function booksIn(texts, open) {
  const empty = (id) => ({ id, name: "", answers: 0, rooms: 0, size: 0, at: 0, made: Infinity, isBook: id === open });
  const books = new Map([[open, empty(open)]]);
  for (const [key, text] of texts) {
    const id = bookOf(key);
    if (!id) continue;
    if (!books.has(id)) books.set(id, empty(id));
    const book = books.get(id);
    const value = key.includes("~") ? undefined : parsed(text);
    book.size += 2 * (key.length + text.length); // as devices count: two bytes a letter
    book.isBook ||= key !== PREFIX + id || typeof value?.name === "string";
    if (!value) continue;
    if (key === PREFIX + id) {
      book.name = nameFrom(value.name);
      book.made = value.made ?? Infinity;
      book.at = Math.max(book.at, value.at || 0);
      continue;
    }
    try {
      const name = key.slice(PREFIX.length + id.length + 1);
      if (isOpenRoom(name, value)) book.rooms += 1;
      else if (!isRoom(name) && saysSomething(value)) book.answers += 1;
      book.at = Math.max(book.at, ...times(value).filter(Number.isFinite));
    } catch {
      // something else that is kept with the notebook
    }
  }
  const found = [...books.values()].filter((book) => book.isBook);
  return found.sort((a, b) => (a.made > b.made) - (a.made < b.made) || (a.id > b.id) - (a.id < b.id));
}

/** An id that no notebook has. */
export function freshId(texts, random = Math.random) {
  for (;;) {
    const id = `n${random().toString(36).slice(2, 10)}`;
    if (id.length > 4 && !keysOf(id, texts).length) return id;
  }
}

/** The texts of a copy of a notebook: every answer as it stands, even one of a later site. */
export function copied(texts, from, to, name, now) {
  const start = PREFIX + from;
  const found = new Map();
  for (const [key, text] of texts)
    if (key.startsWith(`${start}:`) && !key.includes("~")) found.set(PREFIX + to + key.slice(start.length), text);
  const book = { v: 1, ...parsed(texts.get(start) ?? ""), name: nameFrom(name), at: now, made: now };
  return found.set(PREFIX + to, JSON.stringify(book));
}

/** What to keep so that what was taken away is back, beside what was written since; null is nothing. */
export function restored(texts, taken) {
  const found = new Map();
  for (const [key, text] of taken) {
    if (text === null) continue;
    const [since, before] = [texts.get(key), text].map((one) => parsed(one ?? ""));
    const both = since && before && key.includes(":", PREFIX.length) && !key.includes("~");
    found.set(key, both ? JSON.stringify(joinedOr(before, since)) : text);
  }
  return found;
}

function joinedOr(before, since) {
  try {
    return merged(before, since);
  } catch {
    return before;
  }
}
