// A relationship map: the rows of a worksheet as cards under areas that a group names as it likes.
// An area is kept as a row of its own: never written, it is one of ours; taken out, it is gone.
import { versions, withText } from "../notebook/answers.shared.js";
import { answer, answerTo, keyOf, keys, listen, writer } from "../notebook/store.shared.js";
import { between, freshId, inOrder, valueOf } from "./rows.lazy.js";

const DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz";

export class Board {
  constructor(sheet, element) {
    Object.assign(this, { sheet, element, id: `${sheet.id}-areas` });
    this.column = sheet.columns.find(({ role }) => role === "area");
    this.ours = Array.from(this.column.choices.content.children, ({ value, text }, i) => ({
      id: value,
      order: `${DIGITS[i + 1]}i`,
      name: text,
    }));
    element.hidden = false;
    element.addEventListener("change", ({ target }) => {
      const { row, area } = target.closest("[data-row], [data-area]").dataset;
      if (row) this.place(row, target.value);
      else this.name(area, target.value);
    });
    element.addEventListener("focusout", () => this.show());
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
    const name = typed.trim();
    const area = this.areas().find((one) => one.id === id);
    if (name && area && name !== area.name) this.keep(id, { order: area.order, cells: { name } });
  }

  add() {
    const id = freshId();
    const order = between(this.areas().at(-1)?.order ?? "", "");
    this.keep(id, { order, cells: { name: this.element.dataset.fresh } });
    this.show();
    this.element.querySelector(`[data-area="${id}"] input`).select();
  }

  /** Take an area out, its cards are to place again; gives what puts it back. */
  remove(id) {
    const area = this.areas().find((one) => one.id === id);
    this.keep(id, null);
    return () => this.keep(id, { order: area.order, cells: { name: area.name } });
  }

  place(id, area) {
    const row = this.sheet.rows.get(id);
    if (!row || area === undefined) return;
    row.writes();
    row.cells.get(this.column.id).value = area;
    row.save();
    this.show();
    const card = this.element.querySelector(`[data-row="${id}"]`);
    card?.querySelector("select").focus();
    const name = card?.querySelector("b").textContent ?? "";
    this.sheet.say("placed", { name, area: this.nameOf(area) });
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

  /** The map as it stands; a name that is being written is left alone. */
  show() {
    const areas = this.areas();
    this.offer(areas);
    const focused = this.element.contains(document.activeElement) ? document.activeElement : undefined;
    if (focused?.matches("input")) return;
    const place = focused?.closest("[data-row], [data-area]")?.dataset;
    const cards = inOrder([...this.sheet.rows.values()]).filter(({ value }) => Object.keys(value.cells).length);
    const areaOf = (row) => row.cells.get(this.column.id).value;
    const shown = areas.map((area) => this.area(area, cards.filter((row) => areaOf(row) === area.id), areas));
    const left = cards.filter((row) => !areas.some(({ id }) => id === areaOf(row)));
    if (left.length) shown.unshift(this.area({ id: "", name: this.element.dataset.unplaced }, left, areas));
    this.element.replaceChildren(...shown);
    if (place) this.element.querySelector(place.row ? `[data-row="${place.row}"] select` : `[data-area="${place.area}"] input`)?.focus();
  }

  part = (name) => this.sheet.element.querySelector(`template.${name}`).content.firstElementChild.cloneNode(true);

  area({ id, name }, cards, areas) {
    const made = this.part("an-area");
    made.dataset.area = id;
    const input = made.querySelector("input");
    input.value = name;
    input.readOnly = !id;
    const remove = made.querySelector("button");
    remove.hidden = !id;
    remove.setAttribute("aria-label", remove.dataset.label.replace("{name}", name));
    made.querySelector("ul").append(...cards.map((row) => this.card(row, areas)));
    return made;
  }

  card(row, areas) {
    const made = this.part("a-card");
    made.dataset.row = row.id;
    const texts = this.sheet.columns.filter((column) => column !== this.column).map(({ id }) => row.cells.get(id).value);
    made.querySelector("b").textContent = texts[0] || texts[1];
    made.querySelector("span").textContent = texts[0] ? texts.slice(1).filter(Boolean).join(" · ") : "";
    const select = made.querySelector("select");
    for (const { id, name } of areas) select.append(Object.assign(document.createElement("option"), { value: id, text: name }));
    select.value = row.cells.get(this.column.id).value;
    select.setAttribute("aria-label", select.dataset.label.replace("{name}", texts[0] || texts[1]));
    return made;
  }
}
