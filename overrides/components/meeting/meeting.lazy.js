// « Prochaine rencontre »: next steps, points in an order, and the agenda that comes of them.
import { offer } from "../checklist/versions.lazy.js";
import { versions, withText } from "../notebook/answers.shared.js";
import { answer, answerTo, isSaved, keyOf, listen, open, PREFIX, read, writer } from "../notebook/store.shared.js";
import { added } from "../page/added.lazy.js";
import { fill } from "../page/words.shared.js";
import { bothPlans, EMPTY, MEETING, minutesOf, moved, openSteps, OWN_MINUTES, ownId, planOf, QUESTION_MINUTES, timed, withItem, withMinutes, without } from "./agenda.lazy.js";
import { answers, library } from "./questions.lazy.js";
import { use } from "./handout.lazy.js";
import { fillChoice, Points, showProposed, showSteps } from "./points.lazy.js";
import { showIn, told } from "./told.lazy.js";

const pad = (n) => String(n).padStart(2, "0");
const dayHere = (now) => `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
const POINT = { up: -1, down: 1 };

export class Meeting {
  constructor(element, questions) {
    this.element = element;
    this.words = element.dataset;
    this.lang = document.documentElement.lang;
    this.questions = questions;
    this.when = this.at("fieldset");
    this.add = this.at(".add");
    this.points = new Points(this);
    fillChoice(this.add.elements.choice, questions);
    this.when.addEventListener("change", ({ target }) => this.set(target));
    this.add.addEventListener("submit", (event) => this.adds(event));
    this.at(".proposed").addEventListener("click", ({ target }) => target.value && this.takes(target));
    element.querySelector("p.actions").addEventListener("click", ({ target }) => target.name && use(this, target.name));
    this.show();
    element.hidden = false;
  }

  at = (selector) => this.element.querySelector(selector);

  /** What is said of a point: { text, url, page, more }; a withdrawn question is known by its id. */
  of = ({ id, text }) => {
    if (text !== undefined) return { text, more: [] };
    const known = this.questions.of(id);
    return known ? { ...known, more: known.page ? [known.page] : [] } : { text: id, more: [] };
  };

  keep(plan) {
    const seen = this.kept;
    answer(MEETING, (now) => withText(now, "note", JSON.stringify(plan), seen, writer, Date.now()));
    if (!isSaved()) this.say();
  }

  set({ name, value }) {
    this.keep({ ...this.plan, [name]: name === "review" ? minutesOf(value) : value });
  }

  say(text) {
    this.at(".meeting-status").textContent = isSaved() ? text : this.words.unsaved;
  }

  puts(item) {
    this.keep(withItem(this.plan, item));
    this.say(fill(this.words.added, { point: this.of(item).text }));
  }

  putsQuestion(id) {
    this.puts({ id, minutes: this.questions.of(id)?.minutes ?? QUESTION_MINUTES });
  }

  adds(event) {
    event.preventDefault();
    const { choice, own } = this.add.elements;
    const text = own.value.trim();
    if (choice.value) this.putsQuestion(choice.value);
    if (text) this.puts({ id: ownId(this.plan), minutes: OWN_MINUTES, text });
    (text ? own : choice).focus();
    this.add.reset();
  }

  takes(button) {
    const row = button.closest("li");
    const value = (row.nextElementSibling ?? row.previousElementSibling)?.querySelector("button").value;
    this.putsQuestion(button.value);
    (this.at(`.proposed [value="${value}"]`) ?? this.add.elements.choice).focus();
  }

  orders(name, id) {
    const place = this.plan.items.findIndex((item) => item.id === id);
    const point = this.of(this.plan.items[place]).text;
    if (name === "remove") {
      this.keep(without(this.plan, id));
      const after = this.plan.items[place] ?? this.plan.items.at(-1);
      (after ? this.points.control(after.id, "remove") : this.add.elements.choice).focus();
      return this.say(fill(this.words.removed, { point }));
    }
    this.keep(moved(this.plan, id, POINT[name]));
    this.points.control(id, name).focus(); // a row that moves loses it
    const n = this.plan.items.findIndex((item) => item.id === id) + 1;
    return this.say(fill(this.words.position, { point, n, total: this.plan.items.length }));
  }

  lasts(id, typed) {
    this.keep(withMinutes(this.plan, id, minutesOf(typed)));
  }

  hears(key) {
    if (key === null || key.startsWith(keyOf("")) || key === PREFIX + open()) this.show();
  }

  show() {
    const kept = versions(answerTo(MEETING), "note");
    const plans = kept.filter(({ value }) => planOf(value)); // what a later site wrote stays beside
    this.kept = plans.slice(-1);
    this.plan = planOf(this.kept[0]?.value) ?? EMPTY;
    const all = answers(this.questions.ids);
    this.name = read(PREFIX + open())?.name || this.words.name;
    this.steps = openSteps(all, dayHere(new Date()));
    for (const name of ["date", "start", "place", "review"]) {
      const input = this.when.elements[name];
      if (input.value !== String(this.plan[name])) input.value = this.plan[name];
    }
    showSteps(this);
    this.points.show(this.plan.items);
    showProposed(this, all);
    this.agenda = this.toldOf(this.plan);
    showIn(this.at(".agenda"), this.agenda);
    offer(this.element, {
      field: "plan",
      items: plans,
      name: this.words.versions,
      said: (value) => this.inShort(planOf(value)),
      both: (items) => JSON.stringify(bothPlans(items.map(({ value }) => planOf(value)))),
      choose: (seen, value) => {
        answer(MEETING, (now) => withText(now, "note", value, seen, writer, Date.now()));
        this.when.elements.date.focus();
      },
    });
  }

  inShort(plan) {
    const { when, rows } = this.toldOf(plan);
    return [when, ...rows.map(({ text }) => `– ${text}`)].join("\n");
  }

  toldOf(plan) {
    const { name, words, lang, of } = this;
    return told(timed(plan, this.steps), this.steps, { ...plan, name, words, lang, of });
  }
}

export async function wake(element) {
  const root = new URL(element.dataset.root, location.href);
  const nothing = { pages: [], sheets: [], ids: [], of: () => undefined };
  const address = new URL(element.dataset.questions, location.href);
  const [questions] = await Promise.all([library(address, root).catch(() => nothing), added()]);
  const meeting = new Meeting(element, questions);
  if (questions === nothing) meeting.say(element.dataset.unread);
  listen((key) => meeting.hears(key));
}
