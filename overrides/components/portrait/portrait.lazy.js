// « Faire le point » on a page: choices and remarks are kept in the notebook as they are made, and
// the results follow them. On trust nothing is worked out: there are no results to show.
import { stateOf, versions, withState, withText } from "../notebook/answers.shared.js";
import { answer, answerTo, isSaved, keyOf, listen, writer } from "../notebook/store.shared.js";
import { added } from "../page/added.lazy.js";
import { wakeAdding } from "./adding.lazy.js";
import { Results } from "./results.lazy.js";

class Portrait {
  /** `template` holds the words of all portraits, and what is added below the answers. */
  constructor(root, template) {
    this.root = root;
    this.words = template.dataset;
    this.radios = Array.from(root.querySelectorAll("input[type=radio]"));
    this.ids = [...new Set(this.radios.map(({ name }) => name))];
    this.remarks = Array.from(root.querySelectorAll("[data-remark]"));
    root.addEventListener("change", ({ target }) => {
      if (target.type === "radio") this.set(target.name, target.value);
      else if (target.dataset.remark) this.write(target);
    });
    root.addEventListener("input", ({ target }) => {
      if (!target.dataset.remark) return;
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.write(target), 400);
    });
    wakeAdding(root, this.words, () => this.said(false));
    if (root.querySelector("#results")) this.results = new Results(this, template.content.cloneNode(true));
    this.keepAll();
    this.show();
    listen((key) => (key === null || key.startsWith(keyOf(""))) && this.later());
    const saveAll = () => this.remarks.forEach((remark) => this.write(remark));
    document.addEventListener("visibilitychange", saveAll);
    addEventListener("pagehide", saveAll);
  }

  /** What was chosen or written before this script came is an answer too; what was kept stays beside it. */
  keepAll() {
    for (const { name, value, checked } of this.radios) if (checked && !stateOf(answerTo(name))) this.set(name, value);
    for (const remark of this.remarks) {
      const kept = versions(answerTo(remark.dataset.remark), "note");
      if (!kept.some(({ value }) => value === remark.value)) this.write(remark);
    }
  }

  set(id, code) {
    this.said(answer(id, (before) => withState(before, code, Date.now())));
  }

  write(remark) {
    const id = remark.dataset.remark;
    const value = remark.value.trim() && remark.value;
    const before = this.read.get(id) ?? [];
    if (value === (shown(before) || "")) return;
    this.said(answer(id, (now) => withText(now, "note", value || null, before, writer, Date.now())));
    this.read.set(id, versions(answerTo(id), "note").filter((one) => one.value === value));
  }

  said(isFirst) {
    if (!isSaved()) this.say(this.words.unsaved);
    else if (isFirst) this.say(this.words.kept);
  }

  say(text) {
    this.root.querySelector(".told").textContent = text;
  }

  later() {
    this.waiting ??= requestAnimationFrame(() => this.show());
  }

  show() {
    this.waiting = undefined;
    for (const radio of this.radios) radio.checked = stateOf(answerTo(radio.name)) === radio.value;
    for (const remark of this.remarks) {
      const kept = versions(answerTo(remark.dataset.remark), "note");
      const isWritten = remark === document.activeElement && remark.value !== shown(this.read.get(remark.dataset.remark));
      if (isWritten) continue; // what is being written stays, and then stands beside the other
      this.read.set(remark.dataset.remark, kept);
      if (remark.value.trim() !== shown(kept).trim()) remark.value = shown(kept);
    }
    this.results?.show();
  }

  /** The answers of this page, by id; only those that a page could have given. */
  answers() {
    const known = new Map(this.ids.map((id) => [id, new Set()]));
    for (const { name, value } of this.radios) known.get(name).add(value);
    const given = this.ids.map((id) => [id, stateOf(answerTo(id))]);
    return new Map(given.filter(([id, code]) => known.get(id).has(code)));
  }

  read = new Map(); // remark -> the versions that it shows
}

const shown = (kept = []) => kept.map(({ value }) => value).join("\n\n");

export async function wake(root) {
  await added();
  new Portrait(root, document.getElementById("portrait"));
}
