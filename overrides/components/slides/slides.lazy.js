// Slides for a room: one idea a screen, full screen where the browser allows it, with a timer and
// notes that stay folded until somebody opens them.
import { copyOf, fill } from "../page/words.shared.js";
import { drawQr } from "../qr/qr.lazy.js";
import { freshTimer, inWords, isRunning, leftAt, longer, toSay, turned } from "./timer.lazy.js";

const MINUTES = 5;
const SCROLL = [".slide", ".wall"]; // which of them, that depends on the height of the screen
const KEYS = { ArrowRight: 1, ArrowDown: 1, PageDown: 1, " ": 1, ArrowLeft: -1, ArrowUp: -1, PageUp: -1, Home: -Infinity, End: Infinity };

export class Slides {
  /**
   * `slides` are { kicker, text, how, note, says: [element], minutes, scan }, all but the text left
   * out at will: `minutes` start a timer that goes on until a slide has others, `scan` is an address.
   * They need what `added` (page/added) puts on the page. `left` is called once they are left.
   */
  constructor(slides, left) {
    this.slides = slides;
    this.whenLeft = left;
    this.at = 0;
    this.timers = new Map();
    this.dialog = copyOf(document, "projection");
    this.words = this.dialog.dataset;
    this.find = (place) => this.dialog.querySelector(place);
    document.getElementById("main").append(this.dialog);
    const on = (name, act) => this.find(`[name=${name}]`).addEventListener("click", act);
    on("before", () => this.go(-1));
    on("after", () => this.go(1));
    on("leave", () => this.close());
    on("run", (event) => this.times(turned, event));
    on("more", (event) => this.times(longer, event));
    this.dialog.addEventListener("keydown", (event) => this.key(event));
    this.dialog.addEventListener("close", () => this.left());
    this.dialog.addEventListener("fullscreenchange", () => document.fullscreenElement ?? this.close());
    document.addEventListener("visibilitychange", this.wakes);
  }

  wakes = () => this.tick();

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
    document.removeEventListener("visibilitychange", this.wakes);
    this.dialog.remove();
  }

  async left() {
    clearInterval(this.clock);
    if (document.fullscreenElement) await document.exitFullscreen().catch(() => {});
    this.whenLeft();
  }

  key(event) {
    const step = KEYS[event.key];
    const isPress = event.key === " " && event.target.closest("button, summary");
    if (!step || isPress || event.ctrlKey || event.altKey || event.metaKey) return;
    if (/^(Arrow|Page)(Up|Down)$/.test(event.key) && this.scrolls(step)) return; // the browser does
    event.preventDefault();
    this.go(event.key === " " && event.shiftKey ? -1 : step);
  }

  /** Whether something of a long slide is left to see in a direction. */
  scrolls(step) {
    const left = ({ scrollTop, scrollHeight, clientHeight }) => (step < 0 ? scrollTop : scrollHeight - clientHeight - scrollTop);
    return SCROLL.some((place) => left(this.find(place)) > 1);
  }

  go(step) {
    this.at = Math.min(this.slides.length - 1, Math.max(0, this.at + step));
    this.find(".notes").open = false; // opened for one slide, not for the next
    for (const place of SCROLL) this.find(place).scrollTop = 0;
    this.show();
  }

  set(place, text = "") {
    const element = this.find(place);
    if (element.textContent !== text) element.textContent = text;
    element.hidden = !text;
  }

  show() {
    const slide = this.slides[this.at];
    for (const [place, name] of [[".kicker", "kicker"], ["h2", "text"], [".notes p", "note"], [".how", "how"]]) this.set(place, slide[name]);
    this.find(".notes").hidden = !slide.note;
    this.set(".place", fill(this.words.place, { n: this.at + 1, of: this.slides.length }));
    if (this.drawn !== this.at) this.draw(slide);
    this.find("[name=before]").disabled = !this.at;
    this.find("[name=after]").disabled = this.at === this.slides.length - 1;
    this.tick();
  }

  /** What is made anew for a slide, and stays as long as it is shown. */
  draw({ says = [], scan }) {
    this.drawn = this.at;
    this.find(".says").replaceChildren(...says);
    this.set(".address", scan?.replace(/^https?:\/\//, ""));
    const code = scan && drawQr(scan, this.words.code);
    this.find(".code").replaceChildren(...(code ? [code] : []));
  }

  /** [the slide whose minutes run, how many they are]. */
  get timed() {
    const from = this.slides.slice(0, this.at + 1).findLastIndex(({ minutes }) => minutes);
    return [from, this.slides[from]?.minutes ?? MINUTES];
  }

  get timer() {
    const [from, minutes] = this.timed;
    return this.timers.get(from) ?? freshTimer(minutes);
  }

  times(change, { pointerType }) {
    this.timers.set(this.timed[0], change(this.timer, Date.now()));
    this.tick();
    // After a press by mouse or finger, space goes on; by keys or a screen reader, it presses again.
    if (pointerType) this.find(".slide").focus({ preventScroll: true });
  }

  tick() {
    const now = Date.now();
    const { timeOver, timeOne, timeMany, pause, start } = this.words;
    const n = toSay(this.timer, now, this.timed[1]);
    const said = n === undefined ? "" : fill([timeOver, timeOne][n] ?? timeMany, { n });
    this.find(".left").textContent = inWords(leftAt(this.timer, now));
    this.find("[name=run]").textContent = isRunning(this.timer) ? pause : start;
    if (this.find(".over").textContent !== said) this.find(".over").textContent = said;
  }
}
