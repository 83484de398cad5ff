// What the room sees: while it answers, one statement at a time, how to join, how many came; once
// its answers are opened, what they say.
import { fill } from "../page/words.shared.js";
import { UNKNOWN } from "../portrait/scores.lazy.js";
import { Slides } from "../slides/slides.lazy.js";
import { askFor, cameInWords, joinAddress, namesIn, shortAddress } from "./asked.lazy.js";
import { outcomeOf, peopleIn } from "./room.lazy.js";

const slidesIn = (root) => root.querySelector("template[data-name=slides]").content.children;

function slidesOf({ group, words }, { id, title, parts, form }) {
  const [join, statement, end] = slidesIn(group.root);
  const codesOf = (one) => form.find((asked) => asked.id === one).codes;
  const note = statement.textContent;
  const asked = parts.flatMap(({ id: part, about, name, head, ways, statements }) => [
    ...(ways.length ? [{ kicker: name, text: head, list: ways, codes: [UNKNOWN], about, note, id: part }] : []),
    ...statements.map(([one, text, ask]) => ({ kicker: name, text, codes: codesOf(one), about, ask, note })),
  ]);
  const how = fill(words.join, { name: title });
  return [
    { kicker: title, text: join.title, how, scan: joinAddress(id), isCounted: true, isJoin: true, note: join.textContent },
    ...asked,
    { kicker: title, text: end.title, how: end.querySelector("p").textContent, isCounted: true, note: end.firstChild.data },
  ];
}

export class Projection extends Slides {
  constructor(hall) {
    super(slidesOf(hall, hall.asked), () => {
      if (location.hash.startsWith("#project-")) history.replaceState(history.state, "", `#room-${hall.asked.id}`);
      hall.find("[name=project]").focus();
    });
    this.hall = hall;
    this.asked = this.slides;
    this.names = namesIn(hall.group.root);
    this.words.code = hall.words.joinCode;
  }

  /** After the statements, what their answers say; the room is taken there once they are opened. */
  async tell() {
    const outcome = outcomeOf(this.hall.room);
    const now = JSON.stringify([...outcome.said]);
    if (!outcome.people || this.told === now) return;
    const isFirst = !this.told;
    this.told = now;
    const { outcomeSlides } = await import("./outcome-slides.lazy.js");
    const { root } = this.hall.group;
    const [, , , finding] = slidesIn(root);
    this.slides = [...this.asked, ...outcomeSlides(root, this.hall.asked, outcome, finding.textContent)];
    if (isFirst) this.at = this.asked.length;
    this.drawn = undefined;
    this.show();
  }

  show() {
    this.tell();
    super.show();
    const { came } = peopleIn(this.hall.room, this.hall.asked.form);
    this.set(".came", this.slides[this.at].isCounted ? cameInWords(came, this.hall.words) : "");
  }

  draw(slide) {
    super.draw(slide);
    this.set(".address", slide.isJoin ? shortAddress() : ""); // the one to type: the code says the rest
    const answers = [...(slide.list ?? []), ...(slide.codes ?? []).map((code) => [code, ""])].map(([code, text]) => {
      const item = document.createElement("span");
      const name = document.createElement("b");
      name.textContent = this.names.get(code);
      item.append(name, text && ` ${text}`);
      return item;
    });
    this.find(".answers").replaceChildren(...answers);
    this.find(".answers").classList.toggle("long", Boolean(slide.list));
    const question = slide.about && askFor(this.hall.group.root, slide.about, slide.ask);
    this.find(".notes .ask").hidden = !question;
    this.find(".notes .ask span").textContent = question ? question.textContent : "";
  }
}
