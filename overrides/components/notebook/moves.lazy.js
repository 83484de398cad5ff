// Answers follow their question when it moved, was split, merged or retired. None is ever dropped.
import { merged, registers, stateOf, VERSION, versions } from "./answers.shared.js";
import { knownAt } from "./known.shared.js";
import { isSaved, keyOf, open, PREFIX, read, write } from "./store.shared.js";
import { remove, texts } from "./keys.lazy.js";

/** Whether an answer says anything: it was not only ticked, then unticked. */
export const saysSomething = (answer) =>
  Boolean(stateOf(answer)) || registers(answer).some((name) => versions(answer, name).length > 0);

// Writers count by question: under another one, their counts would hide what was written there.
function comingFrom(answer, id) {
  const named = (by) => `${by}/${id}`;
  const found = { ...answer };
  for (const field of Object.keys(answer)) {
    if (field === "v" || field === "state") continue;
    const { kept, seen } = answer[field];
    found[field] = {
      kept: kept.map((item) => ({ ...item, by: named(item.by) })),
      seen: Object.fromEntries(Object.entries(seen).map(([by, n]) => [named(by), n])),
    };
  }
  return found;
}

/** What became of an id, [change, …to], [] when nothing did. A row ("table.row") goes with its table. */
export function changeOf(id, moved) {
  if (Object.hasOwn(moved, id)) return moved[id];
  const [, table, row] = id.match(/^(.+?)((?:-areas)?\..*)$/) ?? [];
  if (!table || !Object.hasOwn(moved, table)) return [];
  const [change, ...to] = moved[table];
  return [change, ...to.map((one) => one + row)];
}

const stepsOf = (id, moved) => changeOf(id, moved).slice(1);

/** The ids that are in the place of one now (itself when it did not move), and all on the way. */
function wayOf(id, moved) {
  const way = new Set([id]);
  for (const one of way) for (const next of stepsOf(one, moved)) way.add(next);
  return { way, ends: [...way].filter((one) => !stepsOf(one, moved).length) };
}

/**
 * Answers by id after what `moved` says: { answers, told: { former: { change, to } } }.
 *
 * One step after the other, so that a device which missed a release ends as those that did not.
 * What a later site wrote, or cannot be read, stays where it is.
 */
export function followed(before, moved) {
  const answers = { ...before };
  const told = {};
  const isRetired = (id) => changeOf(id, moved)[0] === "retired";
  const left = Object.keys(before);
  for (const id of left) {
    const to = stepsOf(id, moved);
    const isRing = to.some((next) => wayOf(next, moved).way.has(id)); // a mistake, which make check tells
    if (!answers[id] || !to.length || isRing || [id, ...to].some((one) => answers[one]?.v > VERSION)) continue;
    try {
      const came = comingFrom(answers[id], id);
      const made = to.map((next) => [next, merged(came, answers[next] ?? came)]);
      for (const [next, answer] of made) answers[next] = answer;
    } catch {
      continue; // it is no answer of ours
    }
    delete answers[id];
    left.push(...to);
    const { way, ends } = wayOf(id, moved);
    const changes = Array.from(way, (one) => changeOf(one, moved)[0]);
    const change = ["split", "merged", "moved"].find((kind) => changes.includes(kind));
    if (Object.hasOwn(before, id) && saysSomething(before[id]) && !ends.every(isRetired))
      told[id] = { change, to: ends };
  }
  for (const [id, answer] of Object.entries(answers))
    if (isRetired(id) && saysSomething(answer)) told[id] = { change: "retired", to: [] };
  return { answers, told };
}

function answersOf(notebook) {
  const start = keyOf("", notebook);
  const found = {};
  for (const key of texts().keys()) {
    const answer = key.startsWith(start) && !key.includes("~") && read(key);
    if (answer) found[key.slice(start.length)] = answer;
  }
  return found;
}

/** Move the answers of a notebook; what is new to tell, by former id: { change, to }. */
function move(notebook, { moved, digest }) {
  const before = answersOf(notebook);
  const { answers, told } = followed(before, moved);
  for (const [id, answer] of Object.entries(answers))
    if (JSON.stringify(answer) !== JSON.stringify(before[id])) write(keyOf(id, notebook), answer);
  const key = PREFIX + notebook;
  const book = read(key);
  const review = { ...book?.review };
  // An answer that came back (an old copy, a page left open) is told anew; one that stays is not.
  const isNew = ([id, { change }]) => change !== "retired" || review[id]?.change !== change;
  const news = Object.fromEntries(Object.entries(told).filter(isNew));
  if (!isSaved()) return news; // what is old stays on the device until what is new is there too
  if (!book && !Object.keys(before).length) return news; // deleted meanwhile
  if (book?.moved !== digest || Object.keys(news).length) {
    const made = book ?? { v: VERSION, name: "", at: Date.now(), made: Date.now() };
    write(key, { ...made, moved: digest, review: { ...review, ...news } });
  }
  if (isSaved()) remove(Object.keys(before).filter((id) => !answers[id]).map((id) => keyOf(id, notebook)));
  return news;
}

/** Have the answers of some notebooks follow their questions, one tab at a time. */
export async function follow(notebooks, known) {
  if (!known.digest) return {}; // nothing ever moved
  const run = () => notebooks.map((notebook) => move(notebook, known));
  // Without a secure connection there are no locks: two tabs then do the same twice.
  const news = await (navigator.locks ? navigator.locks.request(`${PREFIX}moves`, run) : run());
  return Object.assign({}, ...news);
}

/** What happened to answers, in words: "2 questions ont changé de place. …". */
export function inWords(news, said) {
  const changes = Object.values(news).map(({ change }) => change);
  return ["moved", "split", "merged", "retired"]
    .map((change) => [change, changes.filter((one) => one === change).length])
    .filter(([, n]) => n)
    .map(([change, n]) => (n > 1 ? said[`${change}_many`].replace("{n}", n) : said[`${change}_one`]))
    .join(" ");
}

/** On a page with checklists: move the answers of the notebook in use, and say so once. */
export async function wake(list, questions) {
  const known = await knownAt(questions);
  const news = await follow([open()], known);
  if (!Object.keys(news).length) return;
  const link = list.querySelector(".talk-tools a").cloneNode();
  link.hash = "reread";
  link.textContent = known.said.see;
  list.status.append(`${inWords(news, known.said)} `, link);
}
