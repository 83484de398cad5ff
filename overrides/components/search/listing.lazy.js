// What search answers, in the dialog and on its page: the number, the results, and ways on.
import { added, fromRoot } from "../page/added.lazy.js";
import { engine } from "./engine.lazy.js";
import { WORTH, read } from "./index.lazy.js";
import { fold } from "./language.lazy.js";

const lang = document.documentElement.lang.slice(0, 2);
const { root } = document.getElementById("main").dataset;
const INSIDE = 3; // words of a page's text that a result names
let loading;

// The index has one address for all its versions, so a copy kept by the browser is asked about.
async function load() {
  const [answer] = await Promise.all([fetch(fromRoot(`assets/search.${lang}.json`), { cache: "no-cache" }), added()]);
  const file = await answer.json();
  const ready = read(file, lang);
  return { ...ready, said: file.said, ways: file.ways, search: engine(ready) };
}

/** The index and its engine, loaded once. */
export function loaded() {
  loading ??= load();
  loading.catch(() => (loading = undefined));
  return loading;
}

/** The address of the results for a text: after #, so that a reload or a link tells the host nothing. */
export const results = (page, text) => `${page}#q=${encodeURIComponent(text.trim())}`;

/**
 * An element with its class, and texts or elements in it. That of page/words is in the file of all
 * that notebooks share, which search would load for this alone.
 */
export function made(name, className, ...inside) {
  const element = document.createElement(name);
  if (className) element.className = className;
  element.append(...inside);
  return element;
}

function linked(address, text) {
  const link = made("a", "", text);
  link.href = address;
  return link;
}

// A text with the words that answer the query marked, whatever their accents.
const marked = (text, marks) =>
  text.split(/([\p{L}\p{N}]+)/u).map((part) => (marks.has(fold(part)) ? made("mark", "", part) : part));

const isMarked = (text, marks) => text.split(/[^\p{L}\p{N}]+/u).some((word) => marks.has(fold(word)));

function paragraph(className, text, marks, isFrench) {
  const line = made("p", className, ...marked(text, marks));
  if (isFrench) line.lang = "fr-CA";
  return line;
}

// Why an entry is there whose title and summary do not say: another name of it, or its text.
function reason(number, ready, marks) {
  const { names, abroad } = ready.entries[number];
  const name = [...names, abroad].find((one) => isMarked(one, marks));
  if (name) {
    const shown = made("span", "", ...marked(name, marks));
    if (name === abroad) shown.lang = lang === "fr" ? "en-CA" : "fr-CA";
    return { line: made("p", "muted", `${ready.said.called} `, shown) };
  }
  const held = [...marks].map((word) => ready.known.get(word)).filter((one) => one.entries.get(number) === WORTH.text);
  const words = held.slice(0, INSIDE).map(({ written }) => written);
  return words.length ? { line: paragraph("muted", `${ready.said.inside} ${words.join(", ")}`, marks), word: words[0] } : {};
}

function result(number, ready, { own, marks }) {
  const { path, kind, part, title, summary, french } = ready.entries[number];
  const link = linked(root + path, "");
  link.append(...marked(title, marks));
  if (french.includes("t")) link.lang = "fr-CA";
  const row = made("li", "", link);
  for (const tag of new Set([kind, part])) if (tag) row.append(" ", made("span", "tag", tag));
  row.append(paragraph("", summary, marks, french.includes("s")));
  if (isMarked(`${title} ${summary}`, own)) return row;
  const { line, word } = reason(number, ready, own);
  if (line) row.append(line);
  // The browser itself leads to the word and marks it, until one goes on.
  if (word) link.href += `${path.includes("#") ? "" : "#"}:~:text=${encodeURIComponent(word)}`;
  return row;
}

/** Fill what stands in a text's braces with an element. */
function filled(text, element) {
  const [before, after] = text.split(/\{\w+\}/);
  return [before, element, after];
}

/**
 * Show the answer to `text` in `place` (its status and its list), `most` results at most; resolves
 * to how many there are. `page` is the address of the page of results.
 */
export async function show(text, place, page, most) {
  const ready = await loaded();
  const { said } = ready;
  const answer = text.trim() ? ready.search(text) : { found: [] };
  const { found, meant } = answer;
  const count = found.length;
  const told = !count ? said.none.replace("{query}", () => text.trim()) : count === 1 ? said.one : said.many.replace("{n}", count);
  const status = place.querySelector("[role=status]");
  status.replaceChildren(...(text.trim() ? [made("p", "", told)] : []));
  if (meant) status.append(made("p", "", ...filled(said.meant, linked(results(page, meant), meant))));
  place.querySelector("ol").replaceChildren(...found.slice(0, most).map((number) => result(number, ready, answer)));
  const more = count > most ? [linked(results(page, text), said.all.replace("{n}", count))] : [];
  const ways = text.trim() && !count ? ready.ways.map(([path, title]) => linked(root + path, title)) : [];
  place.querySelector(".search-ways").replaceChildren(...[...more, ...ways].map((link) => made("p", "", link)));
  return count;
}

/** Arrows go from the field through the links of its place and back. */
export function follow(place, input) {
  place.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const stops = [input, ...place.querySelectorAll("ol a, .search-ways a")];
    const here = stops.indexOf(document.activeElement);
    if (!step || here < 0) return;
    event.preventDefault();
    stops[Math.min(Math.max(here + step, 0), stops.length - 1)].focus();
  });
}
