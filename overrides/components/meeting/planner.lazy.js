// What the next meeting and a workshop share: points in an order, and the agenda that comes of them.
import { offer } from "../checklist/versions.lazy.js";
import { versions, withText } from "../notebook/answers.shared.js";
import { answer, answerTo, isSaved, keyOf, listen, open, PREFIX, read, writer } from "../notebook/store.shared.js";
import { added } from "../page/added.lazy.js";
import { fill } from "../page/words.shared.js";
import { bothPlans, EMPTY, minutesOf, moved, OWN_MINUTES, ownId, planOf, QUESTION_MINUTES, timed, withItem, withMinutes, without } from "./agenda.lazy.js";
import { use } from "./leaving.lazy.js";
import { Points } from "./points.lazy.js";
import { library } from "./questions.lazy.js";
import { showIn, told } from "./told.lazy.js";

const POINT = { up: -1, down: 1 };
const FIELDS = ["date", "start", "place", "review", "title"];

export class Planner {
  steps = [];

  /** `id` is what the plan is kept under; `questions` is what `library` reads. */
  constructor(element, questions, id) {
    this.element = element;
    this.id = id;
    this.words = element.dataset;
    this.lang = document.documentElement.lang;
    this.questions = questions;
    this.when = this.at("fieldset");
    this.add = this.at(".add");
    this.points = new Points(this);
    this.when.addEventListener("change", ({ target }) => this.set(target));
    this.add.addEventListener("submit", (event) => this.adds(event));
    this.at(".proposed").addEventListener("click", ({ target }) => target.value && this.takes(target));
    this.at(".agenda ~ p.actions").addEventListener("click", ({ target }) => target.name && this.use(target.name));
  }

  at = (selector) => this.element.querySelector(selector);

  /** What is said of a point: { text, url, page, more }; a withdrawn question is known by its id. */
  of = ({ id, text }) => {
    if (text !== undefined) return { text, more: [] };
    const known = this.questions.of(id);
    return known ? { ...known, more: known.more ?? (known.page ? [known.page] : []) } : { text: id, more: [] };
  };

  use(name) {
    use(this, name);
  }

  keep(plan) {
    const seen = this.kept;
    answer(this.id, (now) => withText(now, "note", JSON.stringify(plan), seen, writer, Date.now()));
    if (!isSaved()) this.say();
  }

  set({ name, value }) {
    this.keep({ ...this.plan, [name]: name === "review" ? minutesOf(value) : value });
  }

  say(text) {
    this.at(".meeting-status").textContent = isSaved() ? text : this.words.unsaved;
  }

  puts(item) {
    this.keep(withItem(this.plan, item, this.closings));
    this.say(fill(this.words.added, { point: this.of(item).text }));
  }

  putsKnown(id) {
    this.puts({ id, minutes: this.questions.of(id)?.minutes ?? QUESTION_MINUTES });
  }

  putsOwn(text) {
    this.puts({ id: ownId(this.plan), minutes: OWN_MINUTES, text });
  }

  takes(button) {
    const row = button.closest("li");
    const value = (row.nextElementSibling ?? row.previousElementSibling)?.querySelector("button").value;
    this.putsKnown(button.value);
    (this.at(`.proposed [value="${value}"]`) ?? this.nextToAdd).focus();
  }

  orders(name, id) {
    const place = this.plan.items.findIndex((item) => item.id === id);
    const point = this.of(this.plan.items[place]).text;
    if (name === "remove") {
      this.keep(without(this.plan, id));
      const after = this.plan.items[place] ?? this.plan.items.at(-1);
      (after ? this.points.control(after.id, "remove") : this.nextToAdd).focus();
      return this.say(fill(this.words.removed, { point }));
    }
    this.keep(moved(this.plan, id, POINT[name]));
    this.points.control(id, name).focus(); // a row that moves loses it
    const n = this.plan.items.findIndex((item) => item.id === id) + 1;
    return this.say(fill(this.words.position, { point, n, total: this.plan.items.length }));
  }

  /** Keep the minutes typed for a point; gives those that it has now: none typed changes nothing. */
  lasts(id, typed) {
    if (typed.trim()) this.keep(withMinutes(this.plan, id, minutesOf(typed)));
    return this.plan.items.find((item) => item.id === id).minutes;
  }

  hears(key) {
    if (key === null || key.startsWith(keyOf("")) || key === PREFIX + open()) this.show();
  }

  show() {
    const kept = versions(answerTo(this.id), "note");
    const plans = kept.filter(({ value }) => planOf(value)); // what a later site wrote stays beside
    this.kept = plans.slice(-1);
    this.plan = planOf(this.kept[0]?.value) ?? EMPTY;
    this.name = read(PREFIX + open())?.name || this.words.name;
    for (const name of FIELDS) {
      const [input, value] = [this.when.elements[name], String(this.plan[name] ?? "")];
      if (input && input.value !== value) input.value = value;
    }
    this.points.show(this.plan.items);
    this.showMore();
    this.agenda = this.toldOf(this.plan);
    showIn(this.at(".agenda"), this.agenda);
    offer(this.at(".kept-plans"), {
      field: "plan",
      items: plans,
      name: this.words.versions,
      said: (value) => this.inShort(planOf(value)),
      both: (items) => JSON.stringify(bothPlans(items.map(({ value }) => planOf(value)))),
      choose: (seen, value) => this.settles(seen, value),
    });
  }

  /** Of the versions that were seen, keep what somebody chose. */
  settles(seen, value) {
    answer(this.id, (now) => withText(now, "note", value, seen, writer, Date.now()));
    this.when.elements.date.focus();
  }

  inShort(plan) {
    const { when, rows } = this.toldOf(plan);
    return [plan.title, when, ...rows.map(({ text }) => `– ${text}`)].filter(Boolean).join("\n");
  }

  toldOf(plan) {
    const { words, lang, of } = this;
    return told(timed(plan, this.steps), this.steps, { ...plan, name: plan.title || this.name, words, lang, of });
  }
}

const NOTHING = { pages: [], sheets: [], workshops: [], ids: [], all: new Map(), of: () => undefined };

/** Wake the part of a page that a planner of this kind is for. */
export async function wakePlanner(element, Kind) {
  const root = new URL(element.dataset.root, location.href);
  const address = new URL(element.dataset.questions, location.href);
  const [questions] = await Promise.all([library(address, root).catch(() => NOTHING), added()]);
  const planner = new Kind(element, questions);
  planner.show();
  element.hidden = false;
  if (questions === NOTHING) planner.say(element.dataset.unread);
  listen((key) => planner.hears(key));
  return planner;
}
