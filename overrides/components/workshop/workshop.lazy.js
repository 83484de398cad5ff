// « Mon atelier »: a ready workshop to start from, pieces to add, then hours, paper, a link, the wall.
import { closingsOf, EMPTY, has, planOf, WORKSHOP } from "../meeting/agenda.lazy.js";
import { Planner, wakePlanner } from "../meeting/planner.lazy.js";
import { showOffered } from "../meeting/points.lazy.js";
import { lengthIn } from "../meeting/told.lazy.js";
import { fill } from "../page/words.shared.js";
import { few, folded, found, foundBySearch, ranked } from "./finding.lazy.js";
import { receive, send } from "./sending.lazy.js";

const PRINTERS = { "print-all": "printAll", "print-notes": "printNotes" };

class Workshop extends Planner {
  constructor(element, questions) {
    super(element, questions, WORKSHOP);
    this.closings = closingsOf(questions.workshops);
    this.past = []; // what it was before changes that took something away, the latest last
    this.at("#start").addEventListener("click", ({ target }) => target.name === "ready" && this.starts(target.value));
    this.at("[name=back]").addEventListener("click", () => this.goesBack());
    this.nextToAdd.addEventListener("input", () => this.offers(true));
    this.at(".plan").hidden = false;
  }

  get nextToAdd() {
    return this.add.elements.find;
  }

  use(name) {
    if (!this.plan.items.length) return (this.at(".tool-status").textContent = this.words.empty);
    if (name === "share") return send(this);
    if (name === "project") return this.does(import("./projecting.lazy.js").then(({ project }) => project(this)));
    const printer = PRINTERS[name];
    if (printer) return this.does(import("./papers.lazy.js").then((papers) => papers[printer](this)));
    return super.use(name);
  }

  /** Wait for what may need a network, and say so where there is none. */
  async does(work) {
    try {
      await work;
    } catch {
      this.at(".tool-status").textContent = this.words.unread;
    }
  }

  /** Take a ready workshop in place of what is there, which comes back on demand. */
  starts(id) {
    const ready = this.questions.workshops.find((one) => one.id === id);
    if (!ready) return this.say(this.words.unread); // without a network
    const { title, points } = ready;
    const { date, start, place } = this.plan;
    const before = this.plan;
    this.keep({ ...EMPTY, date, start, place, review: 0, title, items: points.map((one) => ({ id: one.id, minutes: one.minutes })) });
    this.remembers(before);
    this.at(".adding").open = false; // what comes next is the hours, then the run sheet
    return this.shows(fill(this.words.started, { name: title }));
  }

  /** Say what became of the workshop where it is seen, ready for its hour. */
  shows(said) {
    this.say(said);
    this.when.elements.start.focus({ preventScroll: true });
    this.at("#mine").scrollIntoView();
  }

  /** Offer what was there before a change, unless nothing was. */
  remembers(plan) {
    if (plan.items.length) this.past.push(plan);
    this.at(".undo").hidden = !this.past.length;
  }

  /** What was not chosen comes back on demand. */
  settles(seen, value) {
    super.settles(seen, value);
    for (const one of seen.filter((one) => one.value !== value)) this.remembers(planOf(one.value));
    this.say(this.words.settled);
  }

  orders(name, id) {
    const before = this.plan;
    super.orders(name, id);
    if (name === "remove") this.remembers(before);
  }

  /** What was there last comes back, and what is left for it comes back in turn. */
  goesBack() {
    const back = this.past.pop();
    this.past.unshift(this.plan);
    this.keep(back);
    this.say(this.words.back);
  }

  keep(plan) {
    this.at(".sending").hidden = true; // its link was made of the plan as it stood
    super.keep(plan);
  }

  toldOf(plan) {
    const all = super.toldOf(plan);
    return plan.title ? all : { ...all, title: this.words.ownTitle };
  }

  hears(key) {
    if (key === null) this.past = []; // another notebook may be open
    this.at(".undo").hidden = !this.past.length;
    super.hears(key);
  }

  adds(event) {
    event.preventDefault();
    if (document.activeElement === this.nextToAdd) return; // what it finds is there as one types
    const { own } = this.add.elements;
    if (own.value.trim()) this.putsOwn(own.value.trim());
    own.value = "";
    own.focus();
  }

  show() {
    super.show();
    const { total, hours } = this.agenda;
    this.at(".in-all").textContent = this.plan.items.length ? [total, hours].filter(Boolean).join(" · ") : "";
  }

  showMore() {
    if (!this.plan.items.length) this.at(".adding").open = true;
    this.offers(false);
  }

  puts(item) {
    super.puts(item);
    if (this.plan.items.at(-1).id !== item.id) this.say(fill(this.words.addedBefore, { point: this.of(item).text }));
  }

  /** What may be added: what was looked for, else the sheets. */
  offers(isAsked) {
    const query = this.nextToAdd.value.trim();
    this.entries ??= folded(this.questions.all);
    const ids = query ? ranked(found(this.entries, query), this.searched(query)) : this.questions.sheets.map(({ id }) => id);
    const left = ids.filter((id) => !has(this.plan, id));
    const shown = query ? few(left) : left;
    if (isAsked || !query) this.at(".found").textContent = query ? this.foundIn(left.length, shown.length, query) : this.words.first;
    showOffered(this.at, shown.map((id) => [id, this.of({ id }).text, this.tagOf(id)]));
  }

  foundIn(n, most, query) {
    const { none, one, many, more, fail } = this.words;
    if (!n && this.asked.ids) return fill(none, { query });
    if (!n) return this.asked.isLost ? fail : ""; // it goes on
    return n === 1 ? one : fill(n > most ? more : many, { n, most });
  }

  /** What the search of the site finds by any name or spelling; asked for, then offered when it comes. */
  searched(query) {
    if (this.asked?.query === query) return this.asked.ids;
    const asked = (this.asked = { query });
    foundBySearch(this.questions.all, query)
      .then((ids) => Object.assign(asked, { ids }))
      .catch(() => Object.assign(asked, { isLost: true })) // without a network
      .then(() => this.asked === asked && this.offers(true));
    return undefined;
  }

  tagOf(id) {
    const { page, kind, minutes } = this.questions.of(id);
    return [page ?? kind, minutes && lengthIn(this.words, minutes)].filter(Boolean).join(" · ");
  }
}

/** Add what a link of another page asks for (?add=<id>), once: a reload adds nothing. */
function takes(workshop) {
  if (document.prerendering) return document.addEventListener("prerenderingchange", () => takes(workshop), { once: true });
  const id = new URLSearchParams(location.search).get("add");
  if (!workshop.questions.of(id)) return;
  const { plan, words } = workshop;
  const isNew = !has(plan, id);
  history.replaceState(history.state, "", location.pathname + (location.hash || "#mine"));
  if (isNew) {
    workshop.putsKnown(id);
    workshop.remembers(plan);
  }
  workshop.shows(isNew ? fill(words.added, { point: workshop.of({ id }).text }) : words.there);
}

export async function wake(element) {
  const workshop = await wakePlanner(element, Workshop);
  const ready = location.hash.startsWith("#ready-") && location.hash.slice("#ready-".length);
  const isKnown = workshop.questions.workshops.some(({ id }) => id === ready);
  if (isKnown && !workshop.plan.items.length) workshop.starts(ready);
  takes(workshop);
  receive(workshop);
  addEventListener("hashchange", () => receive(workshop));
}
