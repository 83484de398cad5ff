// The page « Faire le point en groupe »: which view its address asks for. The script of a view is
// loaded with it, so that a phone that answers loads nothing of the facilitator's.
import { keys } from "../notebook/store.shared.js";
import { fill } from "../page/words.shared.js";
import { allAsked, askedIn, cameInWords } from "./asked.lazy.js";
import { lettersIn } from "./ballot.lazy.js";

// What a view needs comes with its words, not after them.
const scriptOf = (view) => (view === "answer" ? import("./answering.lazy.js") : import("./hall.lazy.js"));
const ROUTE = /^#(answer|room|project)-([a-z-]+)$/;

const isBallot = (hash) => hash.startsWith("#voix=") || lettersIn(hash).length > 0;

class Group {
  constructor(root) {
    this.root = root;
    this.words = root.dataset;
    this.stage = root.querySelector(".stage");
    for (const button of root.querySelectorAll(".choose button"))
      button.addEventListener("click", () => this.go(`#${button.name === "lead" ? "room" : "answer"}-${button.value}`));
    addEventListener("hashchange", () => this.follow());
    // What somebody answered is not there for the next one who comes back to this page.
    addEventListener("pagehide", () => this.view?.forget?.());
    this.follow();
  }

  /** Follow an address; that of the page again, and a ballot first, whose script may have been lost. */
  go(hash) {
    if (location.hash === hash || isBallot(location.hash)) this.follow();
    else location.hash = hash;
  }

  async follow() {
    const { hash } = location;
    if (isBallot(hash)) return this.receive(hash);
    const [, view, id] = ROUTE.exec(hash) ?? [];
    const asked = view && askedIn(this.root, id);
    if (!asked) {
      this.tellRooms();
      return hash.startsWith("#for-") ? undefined : this.leave();
    }
    const { wake } = await scriptOf(view);
    if (location.hash !== hash) return; // it leads elsewhere by now
    this.enter(wake(this, asked, view === "project"));
  }

  /** Say which session is under way: whoever comes back finds it. */
  async tellRooms() {
    if (!keys().some((key) => key.includes(":room-"))) return;
    const [{ openRoom }, { peopleIn }] = await Promise.all([import("./rooms.lazy.js"), import("./room.lazy.js")]);
    for (const { id, form } of allAsked(this.root)) {
      const found = openRoom(id);
      const place = this.root.querySelector(`#group-${id} .under-way`);
      place.hidden = !found;
      if (found) place.textContent = fill(this.words.underWay, { came: cameInWords(peopleIn(found.room, form).came, this.words) });
    }
  }

  /** The ballot of a link, which stays neither in sight nor in the history. */
  async receive(hash) {
    const { receive } = await scriptOf("room");
    if (location.hash !== hash) return; // taken already
    history.replaceState(history.state, "", location.pathname + location.search);
    this.enter(receive(this, hash));
  }

  /** Show a view { element, forget } in place of the others. */
  enter(view) {
    this.view?.forget?.();
    this.view = view;
    this.root.dataset.view = "";
    this.stage.replaceChildren(view.element);
    view.start?.();
    scrollTo(0, 0);
    view.element.querySelector("h2").focus({ preventScroll: true });
  }

  leave() {
    if (!this.view) return;
    this.view.forget?.();
    this.view = undefined;
    delete this.root.dataset.view;
    this.stage.replaceChildren();
    const place = document.getElementById(location.hash.slice(1)) ?? this.root;
    place.scrollIntoView();
  }
}

export async function wake(root) {
  const view = isBallot(location.hash) ? "room" : ROUTE.exec(location.hash)?.[1];
  if (view) await scriptOf(view);
  new Group(root);
}
