// A table of blank rows as rows to write in: kept in the notebook in use, one key a row.
import { isSaved, keyOf, keys, listen } from "../notebook/store.shared.js";
import { copied } from "../page/copy.lazy.js";
import { fill, tell } from "../page/words.shared.js";
import { Row } from "./row.lazy.js";
import { between, freshId, inOrder, valueOf } from "./rows.lazy.js";
import { sentences } from "./sentences.lazy.js";
import { asTable, printed } from "./paper.lazy.js";

const template = document.getElementById("worksheet");
const words = template.dataset;
const awake = new WeakMap();

class Sheet {
  constructor(element) {
    this.element = element;
    this.table = element.querySelector("table");
    this.id = this.table.id;
    this.asks = element.querySelector("template.asks");
    this.columns = Array.from(this.table.querySelectorAll("[scope=col]"), (head) => ({
      id: head.id,
      title: head.dataset.title,
      role: head.dataset.role,
      choices: head.querySelector("template"),
    }));
    for (const line of this.table.querySelectorAll("tbody tr"))
      for (const [i, cell] of [...line.cells].entries()) cell.dataset.label = this.columns[i].title;
    this.many = this.table.querySelectorAll(".blank").length;
    this.rows = new Map();
    this.table.classList.add("awake");
    this.controls(element.querySelector(".worksheet-tools"));
    this.load();
    this.board();
    element.addEventListener("click", ({ target }) => this.press(target.closest("button")));
    listen((key) => this.hears(key));
    const save = () => this.rows.forEach((row) => row.save());
    document.addEventListener("visibilitychange", save);
    addEventListener("pagehide", save);
  }

  /** Take a part of the page's template. */
  part = (name) => template.content.querySelector(`.${name}`).cloneNode(true);

  /** What was a button to fill the table in is now what can be done with it, and what it says. */
  controls(tools) {
    tools.replaceChildren(...this.part("controls").children);
    tools.after(...this.part("below").children);
    if (this.columns.some(({ role }) => role === "area")) return;
    for (const one of this.element.querySelectorAll("[name=area], .board")) one.remove();
  }

  /** A relationship map shows the rows as cards too. */
  async board() {
    const element = this.element.querySelector(".board");
    if (!element) return;
    const { Board } = await import("./board.lazy.js");
    this.map = new Board(this, element);
    this.tell();
  }

  said(word, figures) {
    return isSaved() ? fill(words[word], figures ?? {}) : words.unsaved;
  }

  say(word, figures) {
    this.element.querySelector(".now").textContent = this.said(word, figures);
  }

  kept(isFirst) {
    if (isFirst || !isSaved()) this.say("kept");
  }

  stored() {
    const start = keyOf(`${this.id}.`);
    return keys().filter((key) => key.startsWith(start) && !key.includes("~")).map((key) => key.slice(start.length));
  }

  load() {
    for (const id of this.stored()) this.rows.set(id, new Row(this, id, "i"));
    for (const [id, row] of this.rows) if (valueOf(row.answer) === null) this.rows.delete(id);
    while (this.rows.size < this.many) this.draft();
    this.arrange();
  }

  draft() {
    const row = new Row(this, freshId(), between(inOrder([...this.rows.values()]).at(-1)?.order ?? "", ""));
    this.rows.set(row.id, row);
    return row;
  }

  /** The rows in their order on the page; those that stand well are not touched, the focus stays. */
  arrange() {
    const rows = inOrder([...this.rows.values()]);
    for (const body of this.table.querySelectorAll(".row")) if (!rows.includes(body.row)) body.remove();
    let before = [...this.table.tBodies].findLast((body) => !body.row);
    for (const { body } of rows) {
      if (before.nextElementSibling !== body) before.after(body);
      before = body;
    }
    this.number();
    this.tell();
  }

  number() {
    for (const [i, { body, cells }] of inOrder([...this.rows.values()]).entries()) {
      const n = i + 1;
      for (const { id, title } of this.columns)
        cells.get(id).setAttribute("aria-label", fill(words.cell, { column: title, n }));
      for (const button of body.querySelectorAll("button[data-label]"))
        button.setAttribute("aria-label", fill(button.dataset.label, { n }));
      for (const text of body.querySelectorAll("[data-words]")) text.textContent = fill(text.dataset.words, { n });
      body.querySelector("[name=up]").disabled = !i;
      body.querySelector("[name=down]").disabled = n === this.rows.size;
    }
  }

  /** What the table shows, in words, once people stop writing. */
  tell() {
    this.map?.show();
    const said = sentences(this.columns, [...(this.asks?.content.querySelectorAll("input") ?? [])], this.values(), words);
    const box = this.element.querySelector(".said");
    if (JSON.stringify(said) === this.told) return;
    this.told = JSON.stringify(said);
    box.replaceChildren(...said.map((text) => Object.assign(document.createElement("p"), { textContent: text })));
  }

  /** What each row says, top to bottom: { column: text }. */
  values = () => inOrder([...this.rows.values()]).map((row) => row.value.cells);

  hears(key) {
    if (key === null) {
      this.rows.clear(); // another notebook may be open
      this.load();
      return;
    }
    const start = keyOf(`${this.id}.`);
    if (!key.startsWith(start) || key.includes("~")) return;
    const id = key.slice(start.length);
    const row = this.rows.get(id) ?? new Row(this, id, "i");
    this.rows.set(id, row);
    row.show();
    if (valueOf(row.answer) === null && !row.read && !row.body.contains(document.activeElement)) this.rows.delete(id);
    this.arrange();
  }

  begin() {
    this.table.querySelector(".row :is(textarea, select)").focus();
  }

  press(button) {
    const row = button?.closest(".row")?.row;
    const act = { add: this.add, up: this.move, down: this.move, remove: this.remove, undo: this.undo, copy: this.copy };
    act[button?.name]?.call(this, row, button);
    if (button?.name === "area") this.map.add();
    if (button?.name === "out") this.away(button.closest("[data-area]").dataset.area);
    if (button?.name === "print" || button?.name === "blank") printed(this.element, button.name === "blank");
  }

  add() {
    const row = this.draft();
    this.arrange();
    row.body.querySelector("textarea, select").focus();
  }

  move(row, button) {
    const rows = inOrder([...this.rows.values()]);
    const to = rows.indexOf(row) + (button.name === "up" ? -1 : 1);
    if (!rows[to]) return;
    const others = rows.toSpliced(rows.indexOf(row), 1);
    row.place(between(others[to - 1]?.order ?? "", others[to]?.order ?? ""));
    this.arrange();
    const again = button.disabled ? row.body.querySelector("[name=up]:enabled, [name=down]:enabled") : button;
    again.focus();
    this.say("moved", { n: to + 1 });
  }

  remove(row) {
    const n = inOrder([...this.rows.values()]).indexOf(row) + 1;
    this.back = row.remove();
    this.rows.delete(row.id);
    while (this.rows.size < this.many) this.draft();
    this.arrange();
    this.offerBack("removed", { n });
  }

  away(area) {
    const name = this.map.nameOf(area);
    this.back = this.map.remove(area);
    this.offerBack("areaRemoved", { name });
  }

  offerBack(word, figures) {
    const undo = this.element.querySelector("[name=undo]");
    undo.hidden = false;
    undo.focus();
    this.say(word, figures);
  }

  undo(_row, button) {
    button.hidden = true;
    this.back();
    this.say("back");
    this.element.querySelector("[name=add]").focus();
  }

  copy() {
    const rows = inOrder([...this.rows.values()]).map((row) => row.value);
    const copying = copied(...asTable(this.table, this.columns, rows));
    return tell(this.element.querySelector(".now"), copying, this.said("copied"), this.said("notCopied"));
  }
}

export function wakeSheet(element) {
  if (!awake.has(element)) awake.set(element, new Sheet(element));
  return awake.get(element);
}
