// What the answers of a page show, and portraits of the same group on other days: keep one with its
// date, look at one beside the answers of now, take one out.
import { element, fill } from "../page/words.shared.js";
import { Figures, namesIn, rowOf } from "./figures.lazy.js";
import { drop, keep, keptOf, today } from "./kept.lazy.js";
import { countsOf, UNKNOWN, voicesIn } from "./scores.lazy.js";

const NONE = "–";
const long = (day) => new Date(`${day.slice(0, 10)}T12:00`).toLocaleDateString(document.documentElement.lang, { dateStyle: "long" });

export class Results {
  /** `parts` is what to fill, below the heading of the results. */
  constructor(portrait, parts) {
    this.portrait = portrait;
    this.words = portrait.words;
    this.name = portrait.root.dataset.portrait;
    this.root = portrait.root.querySelector("#results");
    this.root.append(parts);
    this.find = (place) => this.root.querySelector(place);
    const scales = Array.from(portrait.root.querySelectorAll("section:has(fieldset[id])"), (section) => ({
      id: section.id,
      about: section.querySelector("details").id.slice("for-".length),
      name: section.querySelector("h2").textContent,
      statements: Array.from(section.querySelectorAll("fieldset[id]"), (one) => one.id),
      hasLevels: Boolean(section.querySelector(`input[name=${section.id}]`)),
    }));
    this.names = namesIn(portrait.root);
    if (scales.length) this.figures = new Figures(this.root, scales, this.names, this.words);
    else this.find(".compared th").textContent = this.words.things;
    const without = (what) => this.root.querySelectorAll(what).forEach((part) => part.remove());
    if (!scales.length) without(".shown > :not(.said)");
    if (!scales[0]?.hasLevels) without(".level");
    for (const name of ["keep", "drop", "again", "undo"]) this.find(`[name=${name}]`).addEventListener("click", () => this[name]());
    this.find("[name=print]").addEventListener("click", () => print());
    this.find("[name=then]").addEventListener("change", () => this.show());
  }

  say(text) {
    this.find("[role=status]").textContent = text;
  }

  show() {
    const now = this.portrait.answers();
    this.offer();
    const day = this.find("[name=then]").value;
    const then = this.kept.find((one) => one.day === day)?.answers;
    this.find(".empty").hidden = now.size > 0;
    this.find(".shown").hidden = !now.size;
    this.find("[name=keep]").hidden = !now.size;
    this.find("[name=drop]").hidden = !then;
    this.find(".compared").hidden = !then;
    if (this.figures && now.size) this.figures.show(now, then, then && this.dayOf(day));
    else this.find(".said").replaceChildren(...Array.from(now, ([id, code]) => this.choice(id, code)));
    if (!then) return;
    this.find(".compared thead tr").cells[1].textContent = this.dayOf(day);
    this.find(".compared tbody").replaceChildren(...(this.figures?.changes(now, then) ?? this.choices(now, then)));
  }

  /** What a group chose for a thing, with the strategies that would carry it. */
  choice(id, code) {
    const box = this.portrait.root.querySelector(`input[name=${id}][value=${code}]`);
    const head = document.getElementById(`l-${id}`);
    const item = element("li", fill(this.words.choice, { name: head.textContent, way: this.names.get(code) }));
    const carried = box.closest("td").querySelector(".muted");
    if (carried) item.append(" ", ...Array.from(carried.childNodes, (one) => one.cloneNode(true)));
    if (code === UNKNOWN) item.append(" ", Object.assign(element("a", this.words.go), { href: head.dataset.talk }));
    return item;
  }

  /** What would be kept, changed, handed over or stopped, then and now. */
  choices(now, then) {
    const named = (answers, id) => this.way(answers.get(id));
    return this.portrait.ids.map((id) => {
      const [here, there] = [named(now, id), named(then, id)];
      return rowOf(document.getElementById(`l-${id}`).textContent, there, here, here !== there ? "≠" : here === NONE ? NONE : "=");
    });
  }

  /** A way in words; of several people, the one that most of them chose. */
  way(said) {
    if (!Array.isArray(said)) return this.names.get(said) ?? NONE;
    const [[code, n] = []] = countsOf(said).sort((a, b) => b[1] - a[1]);
    return code ? fill(this.words.some, { way: this.names.get(code) ?? code, n, of: said.length }) : NONE;
  }

  dayOf(day) {
    const again = day.slice(11);
    const n = voicesIn(this.kept.find((one) => one.day === day).answers);
    return fill(n > 1 ? this.words.onMany : this.words.on, { date: long(day), n }) + (again && ` (${again})`);
  }

  /** The portraits that may be looked at beside this one. */
  offer() {
    this.kept = keptOf(this.name);
    const select = this.find("[name=then]");
    const chosen = select.value;
    select.replaceChildren(select.options[0], ...this.kept.map(({ day }) => new Option(this.dayOf(day), day)));
    select.value = this.kept.some(({ day }) => day === chosen) ? chosen : "";
    select.closest("label").hidden = !this.kept.length;
  }

  keep() {
    const day = keep(this.name, today(), this.portrait.answers());
    this.portrait.said(false);
    this.say(fill(this.words.dated, { date: long(day) }));
    this.show();
  }

  drop() {
    const { day, answers } = this.kept.find((one) => one.day === this.find("[name=then]").value);
    drop(this.name, day);
    this.mayUndo(this.words.dropped, () => keep(this.name, day, answers));
  }

  /** Answer anew. */
  again() {
    const before = this.portrait.answers();
    for (const id of before.keys()) this.portrait.set(id, "");
    this.mayUndo(this.words.cleared, () => before.forEach((code, id) => this.portrait.set(id, code)));
  }

  /** What was taken out comes back on demand, as long as the page is open. */
  mayUndo(text, back) {
    this.back = back;
    this.find("[name=undo]").hidden = false;
    this.say(text);
    this.show();
  }

  undo() {
    this.back();
    this.find("[name=undo]").hidden = true;
    this.say("");
    this.show();
    this.find("[name=keep]").focus();
  }
}
