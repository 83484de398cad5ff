// What the notebook in use holds: by page of the site, where the talk stands and what was written.
import { counted, stateOf, versions } from "./answers.shared.js";
import { answerTo, keyOf, listen, open, PREFIX, read, write } from "./store.shared.js";
import { texts } from "./keys.lazy.js";
import { follow, inWords, saysSomething } from "./moves.lazy.js";
import { booksIn } from "./shelf.lazy.js";
import { copyOf, dayOf, element, fill, momentOf, renew, soon } from "./pieces.lazy.js";

const NAMES = { talked: "talked", deepen: "toDeepen", later: "later", "not-us": "notUs" };

/** A state of talks in words, as under the checklists. */
function countInto(part, answers, words) {
  const figures = counted(answers);
  const [progress, said] = part.querySelectorAll("progress, .talk-count span");
  Object.assign(progress, { max: figures.of || 1, value: figures.done });
  const all = figures.of ? ["done", figures.deepen && "deepen", figures.out && "out"].filter(Boolean) : ["allOut"];
  said.textContent = all.map((name) => fill(words[name], figures)).join(" ");
}

function stepIn(value, words) {
  const { what, who, due, done } = value ?? {};
  return [what, who, dayOf(due), done && words.stepDone].filter(Boolean).join(" · ");
}

/** What an answer says, as paragraphs: notes and next steps, each version when there are several. */
function* said(answer, words) {
  for (const [field, name] of [["note", words.answer], ["step", words.step]]) {
    const all = versions(answer, field);
    for (const { at, value } of all) {
      const text = field === "note" ? String(value) : stepIn(value, words);
      const shown = element("p", element("b", name), { className: "kept" });
      if (all.length > 1) shown.append(" ", element("span", fill(words.version, { date: momentOf(at) }), { className: "muted" }));
      shown.append(element("br"), text);
      yield shown;
    }
  }
}

function itemOf(heading, answer, words) {
  const item = element("li", heading);
  const state = words[NAMES[stateOf(answer)]];
  if (state) item.append(" ", element("span", state, { className: "tag" }));
  item.append(...said(answer, words));
  return item;
}

class Contents {
  constructor(root, known) {
    this.root = root;
    this.known = known;
    this.words = root.dataset;
    this.places = new Map(
      known.pages.flatMap((page) =>
        Object.entries(page.questions).map(([id, text]) => [id, { text, url: `${this.words.root}${page.url}#${id}` }]),
      ),
    );
  }

  link(id) {
    const place = this.places.get(id);
    const properties = { href: place?.url ?? "" };
    const made = place ? element("a", place.text, properties) : element("code", id);
    made.dataset.is = id;
    return made;
  }

  show() {
    const answers = new Map(Array.from(this.places.keys(), (id) => [id, answerTo(id)]));
    const filled = (page) => Object.keys(page.questions).filter((id) => answers.get(id) && saysSomething(answers.get(id)));
    const { pages } = this.known;
    const others = this.others();
    const overall = copyOf(this.root, "overall");
    overall.querySelector("b").textContent = read(PREFIX + open())?.name || this.words.name;
    countInto(overall, [...answers.values()], this.words);
    const isEmpty = !others.length && !pages.some((page) => filled(page).length);
    renew(this.root.querySelector(".notebook"), [
      overall,
      ...this.review(),
      ...(isEmpty ? [copyOf(this.root, "empty")] : []),
      ...pages.filter((page) => filled(page).length).map((page) => this.page(page, filled(page), answers)),
      ...(others.length ? [this.listed("orphans", others.map(([id, answer]) => itemOf(this.link(id), answer, this.words)))] : []),
      ...this.without(pages.filter((page) => !filled(page).length), isEmpty),
    ]);
  }

  page({ title, url, questions }, filled, answers) {
    const part = copyOf(this.root, "page");
    const link = part.querySelector("a");
    Object.assign(link, { href: `${this.words.root}${url}#questions`, textContent: title });
    link.dataset.is = url;
    part.querySelector("progress").ariaLabel = title;
    countInto(part, Object.keys(questions).map((id) => answers.get(id)), this.words);
    part.querySelector("ul").append(...filled.map((id) => itemOf(this.link(id), answers.get(id), this.words)));
    return part;
  }

  listed(name, items) {
    const part = copyOf(this.root, name);
    part.querySelector("ul").append(...items);
    return part;
  }

  without(pages, isEmpty) {
    if (!pages.length) return [];
    const links = pages.map((page) => element("a", page.title, { href: `${this.words.root}${page.url}#questions` }));
    const part = this.listed("without", links.map((link) => element("li", link)));
    part.open = isEmpty;
    if (isEmpty) part.dataset.is = "all"; // opened by us: it closes with the first answer
    return [part];
  }

  /** The answers to questions that the site does not ask: retired ones, or those of a later site. */
  others() {
    const start = keyOf("");
    const ids = [...texts().keys()].filter((key) => key.startsWith(start)).map((key) => key.slice(start.length));
    return ids
      .filter((id) => !/[:~]/.test(id) && !this.places.has(id))
      .map((id) => [id, answerTo(id)])
      .filter(([, answer]) => answer && saysSomething(answer));
  }

  review() {
    const left = Object.entries(read(PREFIX + open())?.review ?? {}).filter(([, one]) => !one.seen);
    if (!left.length) return [];
    const items = left.map(([id, { change, to }]) => {
      const item = element("li", `${this.words[change] ?? ""} `);
      const places = to.length ? to : [id];
      places.forEach((one, i) => item.append(i ? " · " : "", this.link(one)));
      return item;
    });
    const part = this.listed("review", items);
    part.querySelector("button").addEventListener("click", () => this.seen());
    return [part];
  }

  seen() {
    const key = PREFIX + open();
    const book = read(key);
    const review = Object.entries(book.review).map(([id, one]) => [id, { ...one, seen: true }]);
    write(key, { ...book, review: Object.fromEntries(review) });
    const place = this.root.closest("section").querySelector("h2");
    place.tabIndex = -1;
    place.focus();
  }

  /** Have answers follow their questions, in every notebook, and say so. */
  async follow() {
    const news = await follow(booksIn(texts(), open()).map((book) => book.id), this.known);
    if (Object.keys(news).length)
      this.root.querySelector("[role=status]").textContent = inWords(news, this.known.said);
  }
}

export async function wake(root) {
  const contents = new Contents(root, await (await fetch(root.dataset.questions)).json());
  const show = soon(() => contents.show());
  contents.show();
  listen((key) => {
    show();
    if (key === null || Object.hasOwn(contents.known.moved, key.split(":")[2])) contents.follow();
  });
  await contents.follow();
}
