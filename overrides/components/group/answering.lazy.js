// One person answers on a phone, shows a code, and hands the phone on. What was chosen is in this
// view alone: not in the notebook, not in the address, and gone with the view.
import { copied } from "../page/copy.lazy.js";
import { copyOf, element, fill, tell } from "../page/words.shared.js";
import { UNKNOWN } from "../portrait/scores.lazy.js";
import { drawQr } from "../qr/qr.lazy.js";
import { namesIn } from "./asked.lazy.js";
import { freshChance, MARK, toLetters } from "./ballot.lazy.js";

class Answering {
  constructor(group, asked) {
    this.group = group;
    this.words = group.words;
    this.asked = asked;
    this.names = namesIn(group.root);
    this.element = element("div");
    this.renew("");
  }

  /** A view that nobody answered in yet. */
  renew(said) {
    this.chance = undefined;
    this.link = "";
    this.isWarned = false;
    const view = copyOf(this.group.root, "answering");
    this.find = (place) => view.querySelector(place);
    this.find("h2").textContent = this.asked.title;
    this.find(".sheet").append(...this.asked.parts.map((part) => this.part(part)));
    for (const name of ["show", "blank", "next", "again", "copy"]) this.find(`[name=${name}]`).addEventListener("click", () => this[name]());
    view.addEventListener("change", () => this.count());
    this.count();
    this.element.replaceChildren(view);
    this.find(".told").textContent = said;
  }

  part(part) {
    const ways = part.ways.map(([code, text]) => this.choice(part.id, code, text));
    const levels = ways.length ? [this.choices(part.head, [...ways, this.choice(part.id, UNKNOWN)])] : [];
    const statements = part.statements.map(([id, text]) => {
      const codes = this.asked.form.find((one) => one.id === id).codes;
      return this.choices(text, [element("div", codes.map((code) => this.choice(id, code)), { className: "in-row" })]);
    });
    return element("section", [element("h3", [part.name]), ...levels, ...statements]);
  }

  choices(legend, parts) {
    return element("fieldset", [element("legend", [legend]), ...parts], { className: "choices" });
  }

  choice(name, code, text = "") {
    const said = text ? [element("b", [this.names.get(code)]), ` ${text}`] : [this.names.get(code)];
    const radio = element("input", [], { type: "radio", name, value: code, autocomplete: "off" });
    return element("label", [radio, " ", element("span", said)]);
  }

  answers() {
    const ticked = this.element.querySelectorAll("input:checked");
    return new Map(Array.from(ticked, ({ name, value }) => [name, value]));
  }

  count() {
    const n = this.find(".sheet").querySelectorAll("input:checked").length;
    this.find(".count").textContent = fill(this.words.count, { n, of: this.asked.form.length });
    if (n) this.warn("");
  }

  warn(text, isBlank = false) {
    this.find(".told-empty").textContent = text;
    this.find("[name=blank]").hidden = !isBlank;
  }

  /** What is not answered yet: ids. */
  left() {
    const answers = this.answers();
    return this.asked.form.map(({ id }) => id).filter((id) => !answers.has(id));
  }

  show() {
    const answers = this.answers();
    if (!answers.size) {
      this.warn(this.words.empty);
      return;
    }
    const n = this.left().length;
    if (n && !this.isWarned) {
      this.isWarned = true; // told once: to leave something blank is an answer too
      this.warn(fill(this.words.left, { n }), true);
      return;
    }
    this.chance ??= freshChance(); // the same person, even after looking again
    this.link = location.origin + location.pathname + MARK + toLetters(this.asked.form, answers, this.chance);
    this.find(".code").replaceChildren(drawQr(this.link, this.words.code));
    this.turn(true);
  }

  /** Go to the first question without an answer. */
  blank() {
    this.find(`.sheet [name="${this.left()[0]}"]`).focus();
  }

  again() {
    this.find(".code").replaceChildren();
    this.turn(false);
  }

  turn(isShown) {
    this.find(".ballot").hidden = !isShown;
    this.find(".asked").hidden = isShown;
    this.find("h2").hidden = isShown;
    this.find(".told").textContent = "";
    this.find(isShown ? ".ballot h2" : "h2").focus();
    scrollTo(0, 0);
  }

  copy() {
    this.isCopied = true;
    return tell(this.find(".copied"), copied(undefined, this.link), this.words.copied, this.words.notCopied);
  }

  /** Hand the phone on. */
  next() {
    this.forget(this.words.cleared);
    this.find("h2").focus();
    scrollTo(0, 0);
  }

  /** Leave nothing of what was answered, in the clipboard either. */
  forget(said = "") {
    if (this.isCopied) copied(undefined, location.origin + location.pathname);
    this.isCopied = false;
    this.renew(said);
  }
}

export const wake = (group, asked) => new Answering(group, asked);
