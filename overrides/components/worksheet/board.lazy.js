// A relationship map: the rows of a worksheet as cards under areas that a group names as it likes.
// An area is kept as a row of its own: never written, it is one of ours; taken out, it is gone.
import { versions, withText } from "../notebook/answers.shared.js";
import { answer, answerTo, keyOf, keys, listen, writer } from "../notebook/store.shared.js";
import { between, freshId, inOrder, saysSomething, valueOf } from "./rows.lazy.js";

const DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz";

export class Board {
  constructor(sheet, element) {
    Object.assign(this, { sheet, element, id: `${sheet.id}-areas`, parts: new Map() });
    this.column = sheet.columns.find(({ role }) => role === "area");
    this.ours = Array.from(this.column.choices.content.children, ({ value, text }, i) => ({
      id: value,
      order: `${DIGITS[i + 1]}i`,
      name: text,
    }));
    element.addEventListener("change", ({ target }) => {
      const { row, area } = target.closest("[data-row], [data-area]").dataset;
      if (row) this.choose(row, target.value);
      else this.name(area, target.value);
    });
    element.addEventListener("dragstart", (event) => event.dataTransfer.setData("text/plain", event.target.dataset.row));
    element.addEventListener("dragover", (event) => event.target.closest("[data-area]") && event.preventDefault());
    element.addEventListener("drop", (event) => {
      event.preventDefault();
      this.place(event.dataTransfer.getData("text/plain"), event.target.closest("[data-area]")?.dataset.area);
    });
    listen((key) => (key === null || key.startsWith(keyOf(`${this.id}.`))) && this.sheet.tell());
  }

  /** The areas of this notebook, in order: { id, order, name }. */
  areas() {
    const start = keyOf(`${this.id}.`);
    const own = keys().filter((key) => key.startsWith(start) && !key.includes("~")).map((key) => key.slice(start.length));
    const found = new Map(this.ours.map((area) => [area.id, area]));
    for (const id of own) {
      const value = valueOf(answerTo(`${this.id}.${id}`));
      if (value) found.set(id, { id, order: value.order, name: value.cells.name ?? "" });
      else if (value === null) found.delete(id);
    }
    return inOrder([...found.values()]);
  }

  keep(id, value) {
    const change = (now) => withText(now, "row", value, versions(now, "row"), writer, Date.now());
    this.sheet.kept(answer(`${this.id}.${id}`, change));
  }

  name(id, typed) {
    const name = typed.replace(/\s+/g, " ").trim();
    const area = this.areas().find((one) => one.id === id);
    if (name && area && name !== area.name) this.keep(id, { order: area.order, cells: { name } });
  }

  add() {
    const id = freshId();
    const order = between(this.areas().at(-1)?.order ?? "", "");
    this.keep(id, { order, cells: { name: this.element.dataset.fresh } });
    this.element.querySelector(`[data-area="${id}"] textarea`).select();
  }

  /** Take an area out, its cards are to place again; gives what puts it back. */
  remove(id) {
    const area = this.areas().find((one) => one.id === id);
    this.keep(id, null);
    return () => this.keep(id, { order: area.order, cells: { name: area.name } });
  }

  // By keyboard, a list changes at each letter or arrow: the card moves once they stop.
  choose(id, area) {
    const row = this.sheet.rows.get(id);
    row.writes();
    row.cells.get(this.column.id).value = area;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.place(id, area), 500);
  }

  place(id, area) {
    const row = this.sheet.rows.get(id);
    if (!row || area === undefined) return;
    row.writes();
    row.cells.get(this.column.id).value = area;
    row.save();
    this.show();
    const card = this.parts.get(id);
    this.sheet.say("placed", { name: card.querySelector("b").textContent, area: this.nameOf(area) });
  }

  nameOf = (area) => this.areas().find(({ id }) => id === area)?.name ?? this.element.dataset.unplaced;

  // The areas to choose from, in each row and for the sentences.
  offer(areas) {
    const options = areas.map(({ id, name }) => Object.assign(document.createElement("option"), { value: id, text: name }));
    const said = JSON.stringify(areas);
    if (said === this.offered) return;
    this.offered = said;
    this.column.choices.content.replaceChildren(...options);
    for (const row of this.sheet.rows.values()) {
      const field = row.cells.get(this.column.id);
      const chosen = field.value;
      field.replaceChildren(field.options[0], this.column.choices.content.cloneNode(true));
      field.value = chosen;
      row.show();
    }
  }

  /** The map as it stands: what stands well is not touched, what has the focus keeps it. */
  show() {
    const areas = this.areas();
    this.offer(areas);
    const focused = document.activeElement;
    const cards = inOrder([...this.sheet.rows.values()]).filter((row) => saysSomething(row.value));
    const areaOf = (row) => row.cells.get(this.column.id).value;
    const shown = areas.map((area) => this.area(area, cards.filter((row) => areaOf(row) === area.id)));
    const left = cards.filter((row) => !areas.some(({ id }) => id === areaOf(row)));
    if (left.length) shown.unshift(this.area({ id: "", name: this.element.dataset.unplaced }, left));
    arranged(this.element, shown);
    if (this.element.contains(focused)) focused.focus();
  }

  /** The element of an area or a card, the same as long as the page is open. */
  part(id, name) {
    if (!this.parts.has(id)) this.parts.set(id, this.sheet.part(name));
    return this.parts.get(id);
  }

  area({ id, name }, cards) {
    const made = this.part(id, "an-area");
    made.dataset.area = id;
    made.setAttribute("aria-label", name);
    const input = made.querySelector("textarea");
    if (input !== document.activeElement) input.value = name;
    input.readOnly = !id;
    const remove = made.querySelector("button");
    remove.hidden = !id;
    remove.setAttribute("aria-label", remove.dataset.label.replace("{name}", name));
    arranged(made.querySelector("ul"), cards.map((row) => this.card(row)));
    return made;
  }

  card(row) {
    const made = this.part(row.id, "a-card");
    made.dataset.row = row.id;
    const texts = this.sheet.columns.filter((column) => column !== this.column).map(({ id }) => row.cells.get(id).value);
    const [first, ...others] = texts.filter((text) => text.trim());
    made.querySelector("b").textContent = first ?? "…";
    made.querySelector("span").textContent = others.join(" · ");
    const select = made.querySelector("select");
    if (made.offered !== this.offered) select.replaceChildren(select.options[0], this.column.choices.content.cloneNode(true));
    made.offered = this.offered;
    select.value = row.cells.get(this.column.id).value;
    select.setAttribute("aria-label", select.dataset.label.replace("{name}", first ?? "…"));
    return made;
  }
}

// These children in this order, moving only those that stand elsewhere.
function arranged(parent, wanted) {
  for (const one of [...parent.children]) if (!wanted.includes(one)) one.remove();
  for (const [i, one] of wanted.entries())
    if (parent.children[i] !== one) parent.insertBefore(one, parent.children[i] ?? null);
}
