// A page, a section or a question, taken from its page: to the wall, or into the workshop.
import { versions, withText } from "../notebook/answers.shared.js";
import { knownAt } from "../notebook/known.shared.js";
import { answer, answerTo, isSaved, writer } from "../notebook/store.shared.js";
import { closingsOf, EMPTY, has, planOf, QUESTION_MINUTES, withItem, WORKSHOP } from "../meeting/agenda.lazy.js";
import { added, fromRoot } from "../page/added.lazy.js";
import { element } from "../page/words.shared.js";

const option = (value, text) => element("option", text, { value });
const here = () => location.origin + location.pathname;

/** Put a piece into the workshop, if it is not there; says whether it was put. */
function put(id, minutes, closings) {
  const kept = versions(answerTo(WORKSHOP), "note").filter(({ value }) => planOf(value)).slice(-1);
  const plan = planOf(kept[0]?.value) ?? EMPTY;
  if (has(plan, id)) return false;
  const text = JSON.stringify(withItem(plan, { id, minutes }, closings));
  answer(WORKSHOP, (now) => withText(now, "note", text, kept, writer, Date.now()));
  return true;
}

/** What this page is called by, and what closes ready workshops: { id, minutes, closings }. */
async function pageHere({ questions }) {
  const { sheets, pieces, workshops } = await knownAt(fromRoot(questions));
  const { id, minutes } = [...sheets, ...pieces].find(({ url }) => fromRoot(url).pathname === location.pathname);
  return { id, minutes, closings: closingsOf(workshops) };
}

async function add(part, chosen, words) {
  const status = part.querySelector("[role=status]");
  try {
    const { id, minutes, closings } = await pageHere(words);
    const name = chosen === "questions" ? `${id}.questions` : chosen;
    const isNew = put(name || id, (!name && minutes) || QUESTION_MINUTES, closings);
    const link = element("a", words.open, { href: `${fromRoot(words.workshop)}#mine` });
    status.replaceChildren(isSaved() ? (isNew ? words.added : words.there) : words.unsaved, " ", link);
  } catch {
    status.textContent = words.unread;
  }
}

async function project(part, chosen) {
  const [{ ideas }, { Slides }] = await Promise.all([import("../slides/ideas.lazy.js"), import("../slides/slides.lazy.js")]);
  const slides = new Slides(ideas(document, here(), chosen), () => {
    slides.remove();
    part.querySelector("[name=project]").focus();
  });
  return slides.open();
}

/** Put the control into an element of the page. */
export async function wake(place) {
  await added();
  const template = document.querySelector("template.piece");
  const words = template.dataset;
  const part = template.content.firstElementChild.cloneNode(true);
  const choice = part.querySelector("select");
  choice.append(option("", words.page));
  for (const section of document.querySelectorAll(".page-body > .section[id]")) {
    const title = section.querySelector("h2").textContent.trim();
    const questions = section.querySelectorAll(".checklist > li");
    const isOurs = section.id === "questions" || /^(?!list-).*-/.test(section.id); // others stand on many pages
    if (isOurs) choice.append(option(section.id, title));
    choice.append(...Array.from(questions, (row) => option(row.id, `– ${row.querySelector("label").firstChild.textContent.trim()}`)));
  }
  part.addEventListener("click", (event) => {
    event.stopPropagation(); // the tools of a checklist listen for names too
    if (event.target.name === "add-piece") add(part, choice.value, words);
    if (event.target.name === "project") project(part, choice.value);
  });
  place.append(part);
}
