// What the notebook in use holds: by page of the site, where the talk stands and what was written.
import { copyOf, element, fill } from "../page/words.shared.js";
import { versions } from "./answers.shared.js";
import { answerTo, listen, open, PREFIX, read, write } from "./store.shared.js";
import { inUse } from "../transfer/device.lazy.js";
import { planOf, WORKSHOP } from "../meeting/agenda.lazy.js";
import { isOpenRoom } from "../transfer/text.lazy.js";
import { texts } from "./keys.lazy.js";
import { knownAt } from "./known.shared.js";
import { changeOf, follow, inWords, saysSomething } from "./moves.lazy.js";
import { named } from "./named.lazy.js";
import { booksIn } from "./shelf.lazy.js";
import { renew, soon } from "./pieces.lazy.js";
import { countInto, itemOf } from "./shown.lazy.js";

/** Whether the page of the workshop asks which of several to keep. */
const isToChoose = () => new Set(versions(answerTo(WORKSHOP), "note").map(({ value }) => value).filter(planOf)).size > 1;

class Contents {
  constructor(root, known) {
    this.root = root;
    this.known = known;
    this.words = root.dataset;
    this.questions = known.pages.flatMap(({ questions }) => Object.keys(questions));
    this.places = new Map([
      ...known.tables.map(({ id, title, url }) => [id, { text: title, url: this.words.root + url }]),
      ...known.pages.flatMap(({ url, questions }) =>
        Object.entries(questions).map(([id, text]) => [id, { text, url: `${this.words.root}${url}#${id}` }]),
      ),
    ]);
  }

  link(id) {
    const place = this.places.get(id) ?? this.places.get(id.replace(/(-areas)?\..*$/, ""));
    const properties = { href: place?.url ?? "" };
    const made = place ? element("a", place.text, properties) : element("code", id);
    made.dataset.is = id;
    return made;
  }

  show() {
    const answers = new Map(this.questions.map((id) => [id, answerTo(id)]));
    const isFilled = (id) => answers.get(id) && saysSomething(answers.get(id));
    const filled = (page) => Object.keys(page.questions).filter(isFilled);
    const { pages } = this.known;
    const kept = [...inUse().answers];
    const [others, noted] = this.besides(kept);
    const rooms = kept.filter(([id, answer]) => isOpenRoom(id, answer)).map(([id]) => this.room(id));
    const overall = copyOf(this.root, "overall");
    overall.querySelector("b").textContent = read(PREFIX + open())?.name || this.words.name;
    countInto(overall, [...answers.values()], this.words);
    const isEmpty = !rooms.length && !others.length && !noted.length && !pages.some((page) => filled(page).length);
    renew(this.root.querySelector(".notebook"), [
      overall,
      ...this.review(),
      ...rooms,
      ...(isEmpty ? [copyOf(this.root, "empty")] : []),
      ...pages.filter((page) => filled(page).length).map((page) => this.page(page, filled(page), answers)),
      ...noted,
      ...others,
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

  /** A session under way, with the way there. */
  room(id) {
    const part = copyOf(this.root, "room");
    const link = part.querySelector("a");
    const view = id.replace(/-\d{4}-\d\d-\d\d.*$/, ""); // as group.lazy.js reads it
    link.href = `${link.getAttribute("href")}#${view}`;
    link.dataset.is = id;
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

  /** What is no answer to a question of the site: [those it does not ask, portraits and worksheets]. */
  besides(kept) {
    const said = kept.filter(([, answer]) => saysSomething(answer));
    const { pages, answers, states } = named(this.known, new Map(said), document.documentElement.lang);
    const items = ({ questions }, heading, words) =>
      Object.entries(questions).map(([id, text]) => itemOf(heading(id, text), answers.get(id), words, states));
    const orphans = pages.filter(({ is }) => is === "others");
    const others = pages.filter(({ is }) => ["choices", "rows", "plan"].includes(is));
    return [
      orphans.map((page) => this.listed("orphans", items(page, (id) => this.link(id), this.words))),
      others.map((page) => {
        const part = this.listed("noted", items(page, (_id, text) => text, { ...this.words, answer: "" }));
        const [link, details, summary] = ["a", "details", "summary"].map((one) => part.querySelector(one));
        Object.assign(link, { href: this.words.root + page.url, textContent: page.title });
        link.dataset.is = page.url;
        details.dataset.is = `noted ${page.url}`;
        part.querySelector(".choose").hidden = page.is !== "plan" || !isToChoose();
        summary.textContent = fill(this.words.noted, { n: Object.keys(page.questions).length });
        return part;
      }),
    ];
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
  const contents = new Contents(root, await knownAt(root.dataset.questions));
  const show = soon(() => contents.show());
  contents.show();
  listen((key) => {
    show();
    if (key === null || changeOf(key.split(":")[2] ?? "", contents.known.moved).length) contents.follow();
  });
  contents.follow();
}
