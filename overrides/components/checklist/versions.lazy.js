// Versions of a text, written without seeing each other: all stay in sight until one is chosen.
import { stateOf, versions, withText } from "../notebook/answers.shared.js";
import { answer, writer } from "../notebook/store.shared.js";
import { dateIn, stepLine } from "../transfer/text.lazy.js";

const template = () => document.querySelector("template.several"); // scripts add it
const unique = (texts) => [...new Set(texts.filter(Boolean))];
const differ = (items) => unique(items.map(({ value }) => JSON.stringify(value))).length > 1;

/** The versions of a note as one note, the older first. */
const bothNotes = (items) => unique(items.map(({ value }) => value.trim())).join("\n\n");

/** The versions of a next step as one: what each says, who and when, due on the earliest day. */
function bothSteps(items) {
  const steps = items.map(({ value }) => value);
  const told = ({ what, who, due }) => {
    const with_ = [who, due].filter(Boolean).join(", ");
    return with_ && differ(items.map(({ value }) => ({ value: [value.who, value.due] }))) ? `${what} (${with_})` : what;
  };
  return {
    what: unique(steps.map(told)).join("; "),
    who: unique(steps.map(({ who }) => who)).join(", "),
    due: unique(steps.map(({ due }) => due)).sort()[0] ?? "",
    done: steps.every(({ done }) => done),
  };
}

/**
 * Show versions in a panel at the end of `place`, or take it away when one is left. `items` are as
 * `versions` gives them, `said(value)` is the text of one, `name` says of what they are versions,
 * and `choose(items, value)` is called with those seen and what stays: `both(items)` or one's value.
 */
export function offer(place, { field, items, name, said, both, choose }) {
  let panel = place.querySelector(`:scope > .versions[data-field=${field}]`);
  if (!differ(items)) return panel?.remove();
  if (!panel) {
    panel = template().content.firstElementChild.cloneNode(true);
    panel.dataset.field = field;
    panel.row = panel.querySelector(":scope > div > div");
    panel.row.remove();
    panel.setAttribute("aria-label", name);
    panel.querySelector("b").textContent = `${name}.`;
    panel.addEventListener("click", ({ target }) => target.name && panel.chosen(target));
    place.append(panel);
  }
  // A panel in use is changed in place: who is on a button stays there.
  const list = panel.querySelector(":scope > div");
  while (list.children.length > items.length) list.lastElementChild.remove();
  while (list.children.length < items.length) list.append(panel.row.cloneNode(true));
  items.forEach(({ at, value }, i) => {
    const [date, text, button] = list.children[i].children;
    date.textContent = template().dataset.at.replace("{date}", () => dateIn(document.documentElement.lang, at));
    text.textContent = said(value);
    text.id = `${place.id || place.closest("[id]").id}-${field}-${i}`;
    button.setAttribute("aria-describedby", text.id);
    button.value = i;
  });
  const all = panel.querySelector("[name=all]");
  if (items.length > 2) all.textContent = template().dataset.all;
  panel.chosen = ({ name: which, value }) => choose(items, which === "all" ? both(items) : items[value].value);
  return panel;
}

/** Offer to choose between the versions of a question's note and of its next step. */
export function showVersions(question, [notes, steps]) {
  const { lang } = document.documentElement;
  const stepWords = { lang, done: question.step.elements.done.parentElement.textContent.trim() };
  const say = { note: (value) => value, step: (value) => stepLine(value, stepWords) };
  const status = question.box.closest("agir-checklist")?.status;
  const show = (field, items, name, both, control) =>
    offer(question.talk, {
      field,
      items,
      name,
      both,
      said: say[field],
      choose(seen, value) {
        const question_ = question.id;
        answer(question_, (now) => withText(now, field, value, seen, writer, Date.now()));
        question.talk.querySelector(".answer").open = true;
        control.focus();
        if (status) status.textContent = template().dataset.chosen;
      },
    });
  show("note", notes, question.note.getAttribute("aria-label"), bothNotes, question.note);
  show("step", steps, question.step.querySelector("legend").textContent, bothSteps, question.step.elements.what);
  print(question, say);
}

// On paper, nothing that was written is left out.
function print({ answer: now, select, talk }, say) {
  const texts = ["note", "step"].map((field) => versions(now, field));
  if (!texts.some(differ)) return;
  const dated = ({ at, value }, field) => `${say[field](value)} (${dateIn(document.documentElement.lang, at)})`;
  const lines = texts.flatMap((items, i) => items.map((item) => dated(item, ["note", "step"][i])));
  const stands = stateOf(now) && select.selectedOptions[0].text;
  talk.querySelector(".written").textContent = [stands, ...lines].filter(Boolean).join("\n");
}
