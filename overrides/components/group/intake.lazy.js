// Ballots as they come to the facilitator's device: by the camera, pasted, from a photo or a file.
import { fill } from "../page/words.shared.js";
import { allAsked } from "./asked.lazy.js";
import { fromLetters, lettersIn, MARK, Refused } from "./ballot.lazy.js";
import { isSealed, withBallot } from "./room.lazy.js";
import { changeRoom } from "./rooms.lazy.js";

const MOST = 2_000_000; // letters of a text file

export class Intake {
  /** What a text brings: [{ asked, id, letters }], or { refused } for what is no ballot of this site. */
  static read(text, all) {
    const found = lettersIn(text);
    if (!found.length) return [{ refused: text.includes(MARK) ? "broken" : "nothing" }];
    return found.map((letters) => {
      try {
        const { form, id } = fromLetters(letters, all.map((asked) => asked.form));
        return { asked: all.find((asked) => asked.form === form), id, letters };
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        return { refused: error.message };
      }
    });
  }

  /** Put a ballot in a room: "new", "changed" when the same person showed another before, or "again". */
  static put(name, { asked, id, letters }) {
    let how;
    changeRoom(name, (room) => {
      const changed = withBallot(room, id, letters, asked.form);
      how = changed === room ? "again" : isSealed(room, id) ? "changed" : "new";
      return changed;
    });
    return how;
  }

  constructor(hall) {
    this.hall = hall;
    this.all = allAsked(hall.group.root);
    const { find } = hall;
    find("[name=paste]").addEventListener("click", () => this.paste());
    find(".file").addEventListener("change", ({ target }) => this.files(target));
    find("[name=camera]").addEventListener("click", () => this.aim());
    find("[name=stop]").addEventListener("click", () => {
      this.stop();
      find("[name=camera]").focus();
    });
  }

  /** Take in every ballot of a text, and say how it went. */
  take(text) {
    const { hall } = this;
    const { words, asked } = hall;
    const all = Intake.read(text, this.all).map((found) => (found.refused || found.asked.id === asked.id ? found : { refused: "other" }));
    const put = all.filter((found) => !found.refused).map((found) => Intake.put(hall.name, found));
    const fresh = put.filter((how) => how === "new").length;
    const said = [
      fresh === 1 && words.takenOne,
      fresh > 1 && fill(words.takenMany, { n: fresh }),
      put.includes("changed") && words.changed,
      put.includes("again") && words.again,
      ...new Set(all.filter((found) => found.refused).map(({ refused }) => fill(words[refused], { name: asked.title }))),
    ];
    hall.say(said.filter(Boolean).join(" "));
    hall.show();
  }

  paste() {
    const field = this.hall.find("[name=links]");
    if (field.value.trim()) this.take(field.value);
    field.value = "";
    field.focus();
  }

  async files(input) {
    const texts = await Promise.all(Array.from(input.files, (file) => this.textOf(file)));
    input.value = "";
    const found = texts.filter((text) => text !== undefined);
    if (found.length) this.take(found.join("\n"));
    else if (texts.length) this.hall.say(this.hall.words.unread);
  }

  async textOf(file) {
    if (!file.type.startsWith("image/")) return file.slice(0, MOST).text();
    const { readPicture } = await import("./camera.lazy.js");
    return readPicture(file);
  }

  async aim() {
    const { hall } = this;
    const { Camera } = await import("./camera.lazy.js");
    const place = hall.find(".camera");
    place.hidden = false;
    hall.find("[name=camera]").hidden = true;
    this.camera = new Camera(place.querySelector("video"), (text) => this.take(text));
    const isThere = await this.camera.start();
    if (isThere) hall.find("[name=stop]").focus();
    else {
      this.stop();
      hall.say(hall.words.noCamera);
    }
  }

  stop() {
    this.camera?.stop();
    this.camera = undefined;
    this.hall.find(".camera").hidden = true;
    this.hall.find("[name=camera]").hidden = false;
  }
}
