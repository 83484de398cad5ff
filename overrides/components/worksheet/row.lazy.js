// A row of a worksheet on the page: a field for each cell, what was written elsewhere, its tools.
import { merged, versions, withText } from "../notebook/answers.shared.js";
import { answer, answerTo, keyOf, write, writer } from "../notebook/store.shared.js";
import { element } from "../page/words.shared.js";
import { saysSomething, together, valueOf } from "./rows.lazy.js";

const grows = CSS.supports("field-sizing", "content");

export class Row {
  constructor(sheet, id, order) {
    Object.assign(this, { sheet, id, order, cells: new Map() });
    this.body = element("tbody", "", { className: "row" });
    this.body.row = this;
    const line = element("tr");
    for (const column of sheet.columns) line.append(this.cell(column));
    this.foot = sheet.part("foot");
    this.foot.firstElementChild.colSpan = sheet.columns.length;
    if (sheet.asks) this.ask();
    this.body.append(line, this.foot);
    this.body.addEventListener("input", () => this.writes());
    this.body.addEventListener("change", () => this.save());
    this.show();
  }

  get key() {
    return `${this.sheet.id}.${this.id}`;
  }

  cell({ id, title, choices }) {
    const cell = element("td");
    cell.dataset.label = title;
    const field = choices ? element("select") : element("textarea", "", { rows: 2, maxLength: 5000 });
    field.name = id;
    if (choices) field.append(element("option", "", { value: "" }), choices.content.cloneNode(true));
    cell.append(field, element("div", "", { className: "on-paper" }));
    this.cells.set(id, field);
    return cell;
  }

  ask() {
    const group = this.sheet.asks.content.cloneNode(true);
    for (const tick of group.querySelectorAll("input")) this.cells.set(tick.value, tick);
    this.foot.firstElementChild.prepend(group);
  }

  /** What stands in the fields now. */
  get value() {
    const said = (field) => (field.type === "checkbox" ? (field.checked ? "x" : "") : field.value);
    const cells = [...this.cells].map(([name, field]) => [name, said(field)]).filter(([, text]) => text);
    // A column that a later site has, or an earlier one had, keeps what it says.
    const others = Object.entries(valueOf(this.answer)?.cells ?? {}).filter(([name]) => !this.cells.has(name));
    return { order: this.order, cells: Object.fromEntries([...others, ...cells]) };
  }

  writes() {
    this.read ??= { item: versions(this.answer, "row").at(-1) };
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), 600);
    this.paper();
  }

  /** Keep what was written since; what another tab wrote in other cells meanwhile goes with it. */
  save() {
    clearTimeout(this.timer);
    if (!this.read) return;
    const { item } = this.read;
    this.read = undefined;
    const mine = this.value;
    this.keep((now) => {
      const last = versions(now, "row").at(-1);
      const { value, isClash } = together(item?.value, mine, last?.value);
      return [saysSomething(value) ? value : null, [isClash ? item : last].filter(Boolean)];
    });
  }

  keep(change) {
    const first = answer(this.key, (now) => withText(now, "row", ...change(now), writer, Date.now()));
    this.sheet.kept(first);
  }

  /** Put it elsewhere in the table. */
  place(order) {
    this.save();
    this.order = order;
    if (saysSomething(this.value)) this.keep((now) => [this.value, versions(now, "row").slice(-1)]);
  }

  /** Take it out; gives what puts it back. */
  remove() {
    this.save();
    const before = valueOf(this.answer);
    if (!before) return () => {};
    this.keep((now) => [null, versions(now, "row")]);
    return () => this.keep((now) => [before, versions(now, "row")]);
  }

  /** Show what is kept. A tab may have written before it heard of what was written here: both stay. */
  show() {
    const found = answerTo(this.key);
    this.answer = found && merged(this.answer, found);
    if (JSON.stringify(this.answer) !== JSON.stringify(found)) write(keyOf(this.key), this.answer);
    const value = valueOf(this.answer);
    if (value) this.order = value.order;
    if (!this.read)
      for (const [name, field] of this.cells) {
        const text = value?.cells[name] ?? "";
        if (field.type === "checkbox") field.checked = Boolean(text);
        else if (field.value !== text) field.value = text;
      }
    this.paper();
    this.others();
  }

  // A field cuts what is longer than it is: it grows where it can, and on paper its text stands instead.
  paper() {
    this.body.classList.toggle("empty", !saysSomething(this.value));
    for (const field of this.cells.values()) {
      if (field.type === "checkbox") continue;
      field.nextElementSibling.textContent = field.selectedOptions ? field.selectedOptions[0]?.text : field.value;
      if (grows || field.selectedOptions || field.scrollHeight <= field.clientHeight) continue;
      field.style.height = `${field.scrollHeight}px`;
    }
  }

  /** What was written elsewhere without knowing of this: it stays in sight until one is chosen. */
  others() {
    this.foot.querySelector(".others")?.remove();
    const kept = versions(this.answer, "row").slice(0, -1);
    if (!kept.length) return;
    const box = this.sheet.part("others");
    const item = box.querySelector("li");
    const list = item.parentElement;
    item.remove();
    for (const { value } of kept) {
      const one = item.cloneNode(true);
      const said = this.sheet.columns.map(({ id }) => value?.cells[id]).filter(Boolean);
      one.querySelector("span").textContent = said.join(" · ");
      one.querySelector("button").addEventListener("click", () => this.choose(value));
      list.append(one);
    }
    box.querySelector("[name=leave]").addEventListener("click", () => this.choose(this.value));
    this.foot.firstElementChild.append(box);
    this.sheet.number();
  }

  choose(value) {
    this.read = undefined;
    this.keep((now) => [value, versions(now, "row")]);
    this.cells.values().next().value.focus();
  }
}
