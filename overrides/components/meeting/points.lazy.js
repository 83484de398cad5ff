// The lists of « Prochaine rencontre » and of a workshop: open next steps, points in their order, points proposed.
import { stateOf } from "../notebook/answers.shared.js";
import { element } from "../page/words.shared.js";
import { has, minutesOf, proposed } from "./agenda.lazy.js";
import { stepTexts } from "./told.lazy.js";

// A button is named by its word and by the point that it is for.
function nameBy(button, said, id) {
  button.value = id;
  button.id = `${button.name}-${id}`;
  button.setAttribute("aria-labelledby", `${button.id} ${said.id}`);
}

/** The points of an agenda, each in a row that stays the same element wherever it goes. */
export class Points {
  constructor(meeting) {
    this.meeting = meeting;
    this.list = meeting.at(".points");
    this.rows = new Map();
    this.list.addEventListener("click", ({ target }) => target.name && target.value && meeting.orders(target.name, target.value));
    this.list.addEventListener("change", ({ target }) => {
      target.value = meeting.lasts(target.dataset.point, target.value);
    });
  }

  control = (id, name) => this.rows.get(id).querySelector(`[name=${name}]`);

  show(items) {
    this.meeting.at(".no-points").hidden = items.length > 0;
    for (const [id, row] of this.rows)
      if (!items.some((item) => item.id === id)) {
        row.remove();
        this.rows.delete(id);
      }
    items.forEach((item, i) => {
      const row = this.rows.get(item.id) ?? this.make(item.id);
      row.querySelector(".said").textContent = this.meeting.of(item).text;
      const input = row.querySelector("input");
      if (!input.value || minutesOf(input.value) !== item.minutes) input.value = item.minutes;
      const there = this.list.children[i] ?? null;
      if (there !== row) this.list.insertBefore(row, there);
    });
  }

  make(id) {
    const row = this.meeting.at("template.point").content.firstElementChild.cloneNode(true);
    const said = row.querySelector(".said");
    said.id = `point-${id}`;
    const input = row.querySelector("input");
    input.dataset.point = id;
    input.setAttribute("aria-describedby", said.id);
    for (const button of row.querySelectorAll("button")) nameBy(button, said, id);
    this.rows.set(id, row);
    return row;
  }
}

/** The next steps still open, each with the question that it comes from. */
export function showSteps({ at, steps, words, lang, of }) {
  at(".no-steps").hidden = steps.length > 0;
  const rows = steps.map((step) => {
    const { text, url } = of({ id: step.id });
    const question = url ? element("a", text, { href: url }) : element("span", text);
    return element("li", [stepTexts(step, words, lang).join(" · "), element("br"), question]);
  });
  at(".steps").replaceChildren(...rows);
}

/** The questions that call for a talk and are not among the points yet. */
export function showProposed({ at, plan, words, of, add }, answers) {
  for (const option of add.elements.choice.options) option.disabled = has(plan, option.value);
  const known = new Map(answers);
  showOffered(at, proposed(answers, plan).map((id) => [id, of({ id }).text, words[stateOf(known.get(id))]]));
}

/** Offer what may be added: [id, text, tag], each with its button. */
export function showOffered(at, told) {
  const list = at(".proposed");
  // The same rows stay: else a field left by a click on one of them would take it from under the click.
  if (list.dataset.shown === JSON.stringify(told)) return;
  list.dataset.shown = JSON.stringify(told);
  const template = at("template.proposal").content.firstElementChild;
  const rows = told.map(([id, text, state]) => {
    const row = template.cloneNode(true);
    const [said, tag, button] = row.children;
    said.textContent = text;
    said.id = `proposed-${id}`;
    tag.textContent = state;
    tag.hidden = !state;
    nameBy(button, said, id);
    return row;
  });
  const focused = document.activeElement?.id;
  list.replaceChildren(...rows);
  if (focused?.startsWith("take-")) document.getElementById(focused)?.focus();
}

/** Put every sheet and every question of the site into the list to choose from. */
export function fillChoice(choice, { pages, sheets }) {
  const option = (value, text) => element("option", text, { value });
  choice.querySelector("optgroup").append(...sheets.map(({ id, title }) => option(id, title)));
  for (const { title, questions } of pages) {
    choice.append(element("optgroup", Object.entries(questions).map(([id, text]) => option(id, text)), { label: title }));
  }
}
