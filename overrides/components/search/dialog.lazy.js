// The search dialog once it is open: its answers as one types, arrows and Escape.
import { added, fromRoot } from "../page/added.lazy.js";

const dialog = document.getElementById("search");
const input = dialog.querySelector("input");
const status = dialog.querySelector("[role=status]");
const list = dialog.querySelector("ol");
const lang = document.documentElement.lang.slice(0, 2);
const MOST = 20;
let loading;
let said; // the words of its template

async function entriesOf() {
  await added();
  said = document.getElementById("search-words").dataset;
  return (await fetch(fromRoot(said.index))).json();
}

const load = () =>
  (loading ??= Promise.all([
    import("./minisearch.lazy.js"),
    import("./engine.lazy.js"),
    entriesOf(),
  ]).then(([{ default: MiniSearch }, tools, entries]) => ({
    tools,
    search: tools.engine(MiniSearch, entries, lang),
  })));

// The text of a field with the words that answer the query marked, whatever their accents.
function marked(found, field, stems, tools) {
  const parts = found[field].split(/([\p{L}\p{N}]+)/u).map((part) => {
    const word = tools.fold(part);
    if (!stems.some((stem) => word.startsWith(stem))) return part;
    const mark = document.createElement("mark");
    mark.textContent = part;
    return mark;
  });
  const span = document.createElement("span");
  if (found.f?.includes(field)) span.lang = "fr-CA";
  span.append(...parts);
  return span;
}

function item(found, stems, tools) {
  const link = document.createElement("a");
  link.href = fromRoot(found.u);
  link.dataset.entry = found.i;
  const title = document.createElement("b");
  title.append(marked(found, "t", stems, tools));
  link.append(title);
  if (found.k) {
    const kind = document.createElement("span");
    kind.className = "tag";
    kind.textContent = found.k;
    link.append(" ", kind);
  }
  link.append(" ", marked(found, "s", stems, tools));
  const row = document.createElement("li");
  row.append(link);
  return row;
}

async function answer() {
  const text = input.value;
  try {
    const { tools, search } = await load();
    if (text !== input.value) return;
    const found = text.trim() ? search(text) : [];
    const stems = tools.words(text).map((word) => tools.stem(word, lang)).filter((stem) => stem.length > 2);
    list.replaceChildren(...found.slice(0, MOST).map((one) => item(one, stems, tools)));
    const count = found.length;
    status.textContent = !text.trim() ? "" : !count ? said.none : count === 1 ? said.one : said.many.replace("{n}", count);
  } catch {
    loading = undefined;
    status.textContent = dialog.dataset.fail;
  }
}

/** Answer what was typed so far, and load the engine for what will be. */
export function wake() {
  load().catch(() => {});
  if (input.value) answer();
}

input.addEventListener("input", answer);
// A search field with words in it keeps the first Escape to itself.
input.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  event.preventDefault();
  dialog.close();
});
dialog.addEventListener("keydown", (event) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const stops = [input, ...list.querySelectorAll("a")];
  const here = stops.indexOf(document.activeElement);
  if (!step || here < 0) {
    if (event.key === "Enter" && document.activeElement === input) list.querySelector("a")?.click();
    return;
  }
  event.preventDefault();
  stops[Math.min(Math.max(here + step, 0), stops.length - 1)].focus();
});
dialog.addEventListener("click", (event) => event.target.closest("a") && dialog.close());
