// Under each question of a checklist: where the talk stands, an answer, a next step. All of it is
// kept on this device as soon as it is there, and follows what other tabs keep.
import { counted, merged, stateOf, versions, withState, withText } from "../notebook/answers.shared.js";
import { answer, answerTo, isSaved, keyOf, listen, open, PREFIX, read, write, writer } from "../notebook/store.shared.js";
import { added, fromRoot } from "../page/added.lazy.js";
import { fill } from "../page/words.shared.js";

let template;
let words;
/** A question: its box, its controls once it is near the window, and what they show of its answer. */
class Question {
  constructor(box, said) {
    this.id = box.dataset.question;
    this.box = box;
    this.said = said;
    this.dirty = new Map(); // field -> the versions that were read before it was written in
    box.addEventListener("change", () => this.set(box.checked ? "talked" : ""));
    const isEarly = box.checked; // ticked before we came
    this.show();
    if (!isEarly || box.checked) return;
    this.set("talked");
    this.show();
  }

  wake() {
    if (this.talk) return;
    const { box } = this;
    const parts = template.content.cloneNode(true);
    this.talk = parts.firstElementChild;
    this.select = this.talk.querySelector("select");
    this.note = this.talk.querySelector("textarea");
    this.step = this.talk.querySelector("fieldset");
    const label = box.nextElementSibling;
    label.id = `${box.id}-label`;
    for (const control of [this.select, this.note, this.step]) {
      control.id = `${box.id}-${control.name}`;
      control.setAttribute("aria-describedby", label.id);
    }
    box.closest("li").append(parts);
    this.select.addEventListener("change", () => this.set(this.select.value));
    this.talk.addEventListener("input", ({ target }) => target !== this.select && this.writes(target));
    this.talk.addEventListener("change", () => this.save());
    this.show();
  }

  set(state) {
    const [now, past] = [Date.now(), stateOf(this.answer)];
    this.said(answer(this.id, (before) => withState(before, state, now)), () => this.set(past));
  }

  writes(target) {
    const field = target === this.note ? "note" : "step";
    if (!this.dirty.has(field)) this.dirty.set(field, versions(this.answer, field).slice(-1));
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), 400);
  }

  /** Keep what was written since; what another tab wrote meanwhile stays beside it. */
  save() {
    clearTimeout(this.timer);
    for (const [field, before] of this.dirty) {
      this.dirty.delete(field);
      const value = field === "note" ? this.note.value.trim() && this.note.value : this.stepValue();
      this.said(answer(this.id, (now) => withText(now, field, value, before, writer, Date.now())));
    }
  }

  stepValue() {
    const { what, who, due, done } = this.step.elements;
    const value = { what: what.value.trim(), who: who.value.trim(), due: due.value, done: done.checked };
    return value.what || value.who || value.due ? value : null;
  }

  /** Show what is kept. A tab may have written before it heard of what was written here: both stay. */
  show() {
    const found = answerTo(this.id);
    this.answer = found && merged(this.answer, found);
    if (JSON.stringify(this.answer) !== JSON.stringify(found)) write(keyOf(this.id), this.answer);
    const state = stateOf(this.answer);
    this.box.checked = state === "talked";
    if (!this.talk) return;
    this.select.value = state;
    const [notes, steps] = ["note", "step"].map((field) => versions(this.answer, field));
    const note = notes.at(-1)?.value ?? "";
    const step = steps.at(-1)?.value ?? { what: "", who: "", due: "", done: false };
    if (!this.dirty.has("note") && this.note.value.trim() !== note.trim()) this.note.value = note;
    if (!this.dirty.has("step"))
      for (const [name, value] of Object.entries(step)) {
        const input = this.step.elements[name];
        if (!input) continue; // of a later site
        if (typeof value === "boolean") input.checked = value;
        else if (input.value.trim() !== value) input.value = value;
      }
    this.talk.classList.toggle("has-note", Boolean(note || step.what));
    const next = [step.what, step.who, step.due].filter(Boolean).join(" · ");
    const stands = state && this.select.selectedOptions[0]?.text;
    this.talk.querySelector(".written").textContent = [stands, note, next && `→ ${next}`].filter(Boolean).join("\n");
    if (notes.length > 1 || steps.length > 1 || this.several) this.choose(notes, steps);
  }

  async choose(...all) {
    this.several = true;
    const { showVersions } = await import("./versions.lazy.js");
    showVersions(this, all);
  }
}

class Checklist extends HTMLElement {
  connectedCallback() {
    this.status = this.querySelector(":scope > [role=status]"); // what is taken from here says its own
    const said = (isFirst, undo) => {
      if (undo) this.undone.push(undo);
      if (!isSaved()) this.status.textContent = words.unsaved;
      else if (isFirst) this.status.textContent = words.kept;
    };
    const boxes = this.querySelectorAll("[data-question]");
    this.questions = new Map(Array.from(boxes, (box) => [box.dataset.question, new Question(box, said)]));
    // A hundred questions around the window: all of most pages, and no more of a long one.
    const near = new IntersectionObserver(
      (seen) => {
        for (const { isIntersecting, target } of seen) {
          if (!isIntersecting) continue;
          near.unobserve(target);
          this.questions.get(target.dataset.question).wake();
        }
      },
      { rootMargin: "8000px" },
    );
    for (const box of boxes) near.observe(box);
    addEventListener("beforeprint", () => this.questions.forEach((question) => question.wake()));
    this.count();
    listen((key) => this.hears(key));
    const book = words.moved && read(PREFIX + open());
    if (book && book.moved !== words.moved)
      import("../notebook/moves.lazy.js").then(({ wake }) => wake(this, fromRoot(words.questions)));
    const saveAll = () => this.questions.forEach((question) => question.save());
    document.addEventListener("visibilitychange", saveAll);
    addEventListener("pagehide", saveAll);
    const tools = this.querySelector(".talk-tools");
    const actions = document.querySelector("template.list-actions").content.cloneNode(true);
    for (const link of actions.querySelectorAll("a")) link.href = tools.querySelector("a").href + link.hash;
    const more = tools.querySelector("details");
    more.append(actions);
    const piece = () => import("../workshop/piece.lazy.js").then((module) => module.wake(tools.querySelector(".piece-place")));
    if (more.open) piece(); // opened before we came
    else more.addEventListener("toggle", piece, { once: true });
    const load = () => import("./tools.lazy.js");
    // A sign that something will be asked of them, and the keys before a P.
    for (const sign of ["pointerdown", "focusin"]) tools.addEventListener(sign, load);
    addEventListener("keydown", ({ key }) => /^(Control|Meta)$/.test(key) && load());
    tools.addEventListener("click", ({ target: { name } }) => {
      if (name) load().then(({ use }) => use(this, name, words), () => name === "copy" || print());
    });
    this.addEventListener("keydown", (event) => {
      const isText = event.target.matches("textarea, input:not([type=checkbox])"); // which undo on their own
      if (event.key !== "z" || !(event.ctrlKey || event.metaKey) || isText) return;
      event.preventDefault();
      load().then(({ use }) => use(this, "undo", words));
    });
  }

  undone = []; // what takes back each state that was set here, the last one last

  hears(key) {
    if (key === null)
      this.questions.forEach((question) => {
        question.answer = undefined; // another notebook may be open
        question.show();
      });
    else {
      const question = this.questions.get(key.slice(keyOf("").length));
      if (!question || key !== keyOf(question.id)) return;
      question.show();
    }
    this.later ??= requestAnimationFrame(() => this.count());
  }

  count() {
    this.later = undefined;
    const figures = counted(Array.from(this.questions.values(), (question) => question.answer));
    const progress = this.querySelector("progress");
    progress.max = figures.of || 1;
    progress.value = figures.done;
    const said = figures.of
      ? ["done", figures.deepen && "deepen", figures.out && "out"].filter(Boolean)
      : ["allOut"];
    progress.nextElementSibling.textContent = said.map((name) => fill(words[name], figures)).join(" ");
    this.querySelector(".book").textContent = read(PREFIX + open())?.name || words.name;
  }
}

/** Wake the checklists of the page, all with the first. */
export async function wake() {
  await added();
  template ??= document.getElementById("talk");
  words = template.dataset;
  if (!customElements.get("agir-checklist")) customElements.define("agir-checklist", Checklist);
}
