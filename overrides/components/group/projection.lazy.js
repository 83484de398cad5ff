// What the room sees: one statement at a time, full screen where the browser allows it, with a timer
// and notes that stay folded until somebody opens them.
import { fill } from "../page/words.shared.js";
import { drawQr } from "../qr/qr.lazy.js";
import { UNKNOWN } from "../portrait/scores.lazy.js";
import { askFor, cameInWords, copyOf, joinAddress, namesIn, shortAddress } from "./asked.lazy.js";
import { peopleIn } from "./room.lazy.js";
import { freshTimer, inWords, isOver, isRunning, leftAt, longer, turned } from "./timer.lazy.js";

const MINUTES = 5;
const KEYS = { ArrowRight: 1, ArrowDown: 1, PageDown: 1, " ": 1, ArrowLeft: -1, ArrowUp: -1, PageUp: -1, Home: -Infinity, End: Infinity };

function slidesOf(root, { title, parts, form }) {
  const [join, statement, end] = root.querySelector("template[name=slides]").content.children;
  const codesOf = (id) => form.find((one) => one.id === id).codes;
  const note = statement.textContent;
  const asked = parts.flatMap(({ id, about, name, head, ways, statements }) => [
    ...(ways.length ? [{ kicker: name, text: head, list: ways, codes: [UNKNOWN], about, note, id }] : []),
    ...statements.map(([one, text]) => ({ kicker: name, text, codes: codesOf(one), about, note })),
  ]);
  return [
    { kicker: title, text: join.title, isJoin: true, note: join.textContent },
    ...asked,
    { kicker: title, text: end.title, says: end.querySelector("p").textContent, isEnd: true, note: end.firstChild.data },
  ];
}

export class Projection {
  constructor(hall) {
    this.hall = hall;
    this.words = hall.words;
    this.names = namesIn(hall.group.root);
    this.slides = slidesOf(hall.group.root, hall.asked);
    this.at = 0;
    this.timer = freshTimer(MINUTES);
    this.dialog = copyOf(hall.group.root, "projection");
    this.find = (place) => this.dialog.querySelector(place);
    hall.group.root.append(this.dialog);
    const on = (name, act) => this.find(`[name=${name}]`).addEventListener("click", act);
    on("before", () => this.go(-1));
    on("after", () => this.go(1));
    on("leave", () => this.close());
    on("run", () => this.tick((this.timer = turned(this.timer, Date.now()))));
    on("more", () => this.tick((this.timer = longer(this.timer, Date.now()))));
    this.dialog.addEventListener("keydown", (event) => this.key(event));
    this.dialog.addEventListener("close", () => this.left());
    this.dialog.addEventListener("fullscreenchange", () => document.fullscreenElement ?? this.close());
    document.addEventListener("visibilitychange", () => this.tick());
  }

  async open() {
    this.dialog.showModal();
    this.show();
    this.find(".slide").focus();
    this.clock = setInterval(() => this.tick(), 250);
    // A page view where full screen is refused: in a window that nobody touched yet, on some phones.
    await this.find(".wall").requestFullscreen?.().catch(() => {}); // a dialog itself may never ask for it
    if (!this.dialog.open) await this.left(); // full screen came after all was closed
  }

  close() {
    if (this.dialog.open) this.dialog.close();
  }

  remove() {
    this.close();
    this.dialog.remove();
  }

  async left() {
    clearInterval(this.clock);
    if (document.fullscreenElement) await document.exitFullscreen().catch(() => {});
    if (location.hash.startsWith("#project-")) history.replaceState(history.state, "", `#room-${this.hall.asked.id}`);
    this.hall.find("[name=project]").focus();
  }

  key(event) {
    const step = KEYS[event.key];
    const isPress = event.key === " " && event.target.closest("button, summary");
    if (!step || isPress || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    this.go(event.key === " " && event.shiftKey ? -1 : step);
  }

  go(step) {
    this.at = Math.min(this.slides.length - 1, Math.max(0, this.at + step));
    this.find(".notes").open = false; // opened for one slide, not for the next
    this.show();
  }

  show() {
    const slide = this.slides[this.at];
    const set = (place, text = "") => {
      const element = this.find(place);
      if (element.textContent !== text) element.textContent = text;
      element.hidden = !text;
    };
    const { came } = peopleIn(this.hall.room, this.hall.asked.form);
    set(".kicker", slide.kicker);
    set("h2", slide.text);
    set(".notes p", slide.note);
    set(".how", slide.isJoin ? fill(this.words.join, { name: slide.kicker }) : slide.says);
    set(".address", slide.isJoin ? shortAddress() : "");
    set(".came", slide.isJoin || slide.isEnd ? cameInWords(came, this.words) : "");
    set(".place", fill(this.words.place, { n: this.at + 1, of: this.slides.length }));
    if (this.drawn !== this.at) this.draw(slide);
    this.find("[name=before]").disabled = !this.at;
    this.find("[name=after]").disabled = this.at === this.slides.length - 1;
    this.tick();
  }

  draw(slide) {
    this.drawn = this.at;
    const answers = [...(slide.list ?? []), ...(slide.codes ?? []).map((code) => [code, ""])].map(([code, text]) => {
      const item = document.createElement("span");
      const name = document.createElement("b");
      name.textContent = this.names.get(code);
      item.append(name, text && ` ${text}`);
      return item;
    });
    this.find(".answers").replaceChildren(...answers);
    this.find(".answers").classList.toggle("long", Boolean(slide.list));
    this.find(".code").replaceChildren(...(slide.isJoin ? [drawQr(joinAddress(this.hall.asked.id), this.words.joinCode)] : []));
    const question = slide.about && askFor(this.hall.group.root, slide.about);
    this.find(".notes .ask").hidden = !question;
    this.find(".notes .ask span").textContent = question ? question.textContent : "";
  }

  tick() {
    const now = Date.now();
    const said = isOver(this.timer, now) ? this.words.timeOver : "";
    this.find(".left").textContent = inWords(leftAt(this.timer, now));
    this.find("[name=run]").textContent = isRunning(this.timer) ? this.words.pause : this.words.start;
    if (this.find(".over").textContent !== said) this.find(".over").textContent = said;
  }
}
