// « Prochaine rencontre »: next steps, points in an order, and the agenda that comes of them.
import { MEETING, openSteps } from "./agenda.lazy.js";
import { Planner, wakePlanner } from "./planner.lazy.js";
import { fillChoice, showProposed, showSteps } from "./points.lazy.js";
import { answers } from "./questions.lazy.js";

const pad = (n) => String(n).padStart(2, "0");
const dayHere = (now) => `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;

export class Meeting extends Planner {
  constructor(element, questions) {
    super(element, questions, MEETING);
    fillChoice(this.add.elements.choice, questions);
  }

  get nextToAdd() {
    return this.add.elements.choice;
  }

  adds(event) {
    event.preventDefault();
    const { choice, own } = this.add.elements;
    const text = own.value.trim();
    if (choice.value) this.putsKnown(choice.value);
    if (text) this.putsOwn(text);
    (text ? own : choice).focus();
    this.add.reset();
  }

  showMore() {
    const all = answers(this.questions.ids);
    this.steps = openSteps(all, dayHere(new Date()));
    showSteps(this);
    showProposed(this, all);
  }
}

export const wake = (element) => wakePlanner(element, Meeting);
