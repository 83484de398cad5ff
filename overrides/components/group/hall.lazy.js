// The facilitator's page: how many came, ballots taken in, and what the group says once its answers
// are opened. Until then nothing of them is on the page.
import { isSaved, keyOf, read, writer } from "../notebook/store.shared.js";
import { added } from "../page/added.lazy.js";
import { copyOf, fill } from "../page/words.shared.js";
import { keep, today } from "../portrait/kept.lazy.js";
import { drawQr } from "../qr/qr.lazy.js";
import { dayIn } from "../transfer/text.lazy.js";
import { allAsked, cameInWords, joinAddress, shortAddress } from "./asked.lazy.js";
import { Intake } from "./intake.lazy.js";
import { wakeSheets } from "./sheets.lazy.js";
import { closed, ENOUGH, isOpen, outcomeOf, peopleIn, reopened, withOpened } from "./room.lazy.js";
import { changeRoom, enterRoom, followRoom, openRoom } from "./rooms.lazy.js";

class Hall {
  constructor(group, asked, isProjected) {
    this.group = group;
    this.words = group.words;
    this.asked = asked;
    this.isProjected = isProjected;
    this.name = enterRoom(asked.id).name;
    this.element = copyOf(group.root, "room");
    this.find = (place) => this.element.querySelector(place);
    this.find("h2").textContent = asked.title;
    this.find(".how").textContent = fill(this.words.join, { name: asked.title });
    this.find(".address").textContent = shortAddress();
    this.find(".code").append(drawQr(joinAddress(asked.id), this.words.joinCode));
    this.find(".join a").href = `#project-${asked.id}`;
    const day = this.name.slice(`room-${asked.id}-`.length, `room-${asked.id}-`.length + 10);
    this.find(".since").textContent = fill(this.words.since, { date: dayIn(document.documentElement.lang, day) });
    for (const name of ["project", "open", "keep", "close"]) this.find(`[name=${name}]`).addEventListener("click", () => this[name]());
    this.find("[name=print]").addEventListener("click", () => print());
    this.intake = new Intake(this);
    this.sheets = wakeSheets(this);
    followRoom(this.name, () => this.show());
    this.show();
  }

  get room() {
    return read(keyOf(this.name)) ?? {};
  }

  start() {
    if (this.isProjected) this.project();
  }

  change(change) {
    changeRoom(this.name, change);
    if (!isSaved()) this.say(this.words.unsaved);
  }

  say(text) {
    this.find(".told").textContent = text;
  }

  show() {
    if (this.isOver) return;
    if (!isOpen(this.room)) return void (location.hash = "#choose"); // deleted in another tab
    const { came, waiting } = peopleIn(this.room, this.asked.form);
    const isOpened = outcomeOf(this.room).people > 0;
    const said = cameInWords(came, this.words);
    if (this.find(".came").textContent !== said) this.find(".came").textContent = said;
    this.find(".few").hidden = came >= ENOUGH;
    this.find(".opening").hidden = came < ENOUGH || !waiting;
    this.find(".waiting").textContent = isOpened && waiting ? fill(this.words.waiting, { n: waiting }) : "";
    for (const name of ["keep", "print"]) this.find(`[name=${name}]`).hidden = !isOpened;
    this.sheets.show();
    this.projection?.show();
    if (isOpened) this.tell();
  }

  /** What the group says, made anew only when it changed. */
  async tell() {
    const { said } = outcomeOf(this.room);
    const now = JSON.stringify([...said]);
    if (this.told === now) return;
    this.told = now;
    const { outcomeIn } = await import("./outcome.lazy.js");
    this.find(".seen").replaceChildren(outcomeIn(this.group.root, this.asked, said));
    if (this.isAskedFor) this.find(".outcome h3").focus();
    this.isAskedFor = false;
  }

  open() {
    if (this.sheets.isLeft()) return;
    this.isAskedFor = true;
    this.say("");
    this.change((room) => withOpened(room, this.asked.form, writer, Date.now()));
  }

  keep() {
    const day = keep(this.asked.kept, today(), outcomeOf(this.room).said);
    this.find(".told-kept").textContent = isSaved() ? fill(this.words.dated, { date: dayIn(document.documentElement.lang, day.slice(0, 10)) }) : this.words.unsaved;
  }

  async project() {
    const [{ Projection }] = await Promise.all([import("./projection.lazy.js"), added()]);
    this.projection ??= new Projection(this);
    this.projection.open();
  }

  /** Delete the room; it comes back on demand, as long as this page is open. */
  close() {
    const before = this.room;
    this.isOver = true;
    this.change((room) => closed(room, writer, Date.now()));
    location.hash = "#choose";
    const note = copyOf(this.group.root, "closed");
    note.querySelector("span").textContent = this.words.closed;
    note.querySelector("button").addEventListener("click", () => {
      this.change((room) => reopened(room, before, writer, Date.now()));
      note.remove();
      location.hash = `#room-${this.asked.id}`;
    });
    this.group.root.querySelector(".closed").replaceChildren(note);
  }

  forget() {
    this.isOver = true;
    this.intake.stop();
    this.projection?.remove();
  }
}

/** What a ballot's link brought to this device: into the open room, or a choice when there is none. */
class Voice {
  constructor(group, hash) {
    this.group = group;
    this.element = copyOf(group.root, "voice");
    this.find = (place) => this.element.querySelector(place);
    this.take(hash);
  }

  take(hash) {
    const { words } = this.group;
    const all = allAsked(this.group.root);
    const [found] = Intake.read(hash, all);
    const say = (text) => (this.find(".told").textContent = text);
    const wanted = all.find(({ id }) => openRoom(id)) ?? all[0];
    if (found.refused) return say(fill(words[found.refused], { name: wanted.title }));
    const { asked } = found;
    const done = () => {
      const { name } = enterRoom(asked.id);
      const how = Intake.put(name, found);
      followRoom(name, () => {});
      say({ new: words.voiceDone, changed: words.changed, again: words.again }[how]);
      for (const button of this.element.querySelectorAll("button")) button.hidden = button.name !== "room";
    };
    this.find("[name=room]").addEventListener("click", () => (location.hash = `#room-${asked.id}`));
    if (openRoom(asked.id)) return done();
    say(fill(words.voiceNone, { name: asked.title }));
    for (const name of ["fresh", "leave"]) this.find(`[name=${name}]`).hidden = false;
    this.find("[name=fresh]").addEventListener("click", done);
    this.find("[name=leave]").addEventListener("click", () => (location.hash = "#choose"));
    return undefined;
  }
}

export const wake = (group, asked, isProjected) => new Hall(group, asked, isProjected);
export const receive = (group, hash) => new Voice(group, hash);
