// All the notebooks of the device: one in use, others to open, name, copy, delete, with undo.
import { forgetSite } from "../offline/erase.lazy.js";
import { copyOf, fill } from "../page/words.shared.js";
import { isSaved, listen, open, PREFIX, read, write } from "./store.shared.js";
import { isOpenToUs, left, put, remove, texts } from "./keys.lazy.js";
import { booksIn, copied, freshId, keysOf, nameFrom, OPEN, restored, unreadIn } from "./shelf.lazy.js";
import { momentOf, renew, soon } from "./pieces.lazy.js";

class Books {
  constructor(root) {
    this.root = root;
    this.words = root.dataset;
    root.append(copyOf(root, "whole"));
    const [naming, erasing] = root.querySelectorAll("dialog");
    Object.assign(this, { naming, erasing, list: root.querySelector(".books") });
    this.status = root.querySelector("[role=status]");
    root.addEventListener("click", ({ target }) => this.does(target.closest("button[name]")));
    erasing.querySelector("a").addEventListener("click", () => erasing.close(""));
    erasing.addEventListener("close", () => erasing.returnValue === "yes" && this.erase());
  }

  does(button) {
    const id = button?.closest("[data-book]")?.dataset.book;
    const run = {
      new: () => this.named(this.words.new, "", (name) => this.add(name)),
      erase: () => this.asks(),
      use: () => this.use(id),
      rename: () => this.named(this.words.rename, this.nameOf(id), (name) => this.rename(id, name)),
      duplicate: () => {
        const name = nameFrom(fill(this.words.copy, { name: this.nameOf(id) }));
        this.named(this.words.duplicate, name, (chosen) => this.add(chosen, id));
      },
      delete: () => this.delete(id),
    }[button?.name];
    run?.();
  }

  nameOf = (id) => nameFrom(read(PREFIX + id)?.name) || this.words.name;

  fit = (typed) => (nameFrom(typed) === this.words.name ? "" : nameFrom(typed));

  /** Ask for a name, then do something with it; an empty one is the name that each has at first. */
  named(title, name, run) {
    const dialog = this.naming;
    const input = dialog.querySelector("input");
    dialog.querySelector("h2").textContent = title;
    input.value = name;
    dialog.returnValue = "";
    dialog.addEventListener("close", () => dialog.returnValue && run(this.fit(input.value)), { once: true });
    dialog.showModal();
    input.focus();
    input.select();
  }

  use(id) {
    put([[OPEN, id]]);
    this.show();
    this.goTo(id);
  }

  /** A new notebook, empty or with what another one holds; it is the one in use from now on. */
  add(name, from) {
    const [all, now] = [texts(), Date.now()];
    const id = freshId(all);
    put(copied(from ? all : new Map(), from ?? "", id, name, now));
    this.use(id);
  }

  rename(id, name) {
    const now = Date.now();
    write(PREFIX + id, { v: 1, made: now, ...read(PREFIX + id), name, at: now });
    this.show();
    this.goTo(id);
  }

  delete(id) {
    const name = this.nameOf(id);
    const all = texts();
    const taken = new Map(keysOf(id, all).map((key) => [key, all.get(key)]));
    if (id === open()) {
      taken.set(OPEN, all.get(OPEN) ?? null);
      const [next] = booksIn(all, id).filter((book) => book.id !== id).sort((a, b) => b.at - a.at);
      if (next) put([[OPEN, next.id]]);
    }
    remove([...taken.keys()].filter((key) => key !== OPEN || open() === id));
    this.took(taken, fill(this.words.deleted, { name }));
  }

  asks() {
    const all = booksIn(texts(), open());
    const answers = all.reduce((sum, book) => sum + book.answers, 0);
    const what = [fill(this.words.erases, { books: all.length, answers }), all.some(({ rooms }) => rooms) && this.words.erasesRooms];
    this.erasing.querySelector("#erase-what").textContent = what.filter(Boolean).join(" ");
    this.erasing.returnValue = "";
    this.erasing.showModal();
  }

  erase() {
    const taken = new Map([...texts(), ...left()]);
    remove([...taken.keys()]);
    forgetSite(new URL(document.getElementById("main").dataset.root, location.href).href);
    this.took(taken, this.words.erased);
  }

  /** Say what is gone, beside a button that brings it back, as long as this page is open. */
  took(taken, said) {
    this.show();
    const part = copyOf(this.root, "undo");
    const button = part.querySelector("button");
    part.querySelector("span").textContent = said;
    button.addEventListener("click", () => {
      put(restored(texts(), taken));
      remove([...taken.keys()].filter((key) => taken.get(key) === null));
      part.remove();
      this.show();
      this.say(this.words.back);
      this.goTo(open());
    });
    this.root.querySelector(".taken").append(part);
    this.say("");
    button.ariaDescription = said;
    button.focus();
  }

  say(text) {
    this.status.textContent = !isOpenToUs() ? this.words.blocked : isSaved() ? text : this.words.unsaved;
  }

  goTo(id) {
    this.list.querySelector(`[data-book="${CSS.escape(id)}"] button:not([hidden])`)?.focus();
  }

  show() {
    const all = texts();
    renew(this.list, booksIn(all, open()).map((book) => this.card(book)));
    this.showUnread(unreadIn(all));
    if (!isSaved() || !isOpenToUs()) this.say("");
  }

  card({ id, answers, rooms, size, at }) {
    const card = copyOf(this.root, "book");
    const name = this.nameOf(id);
    const isOpen = id === open();
    card.dataset.book = id;
    card.querySelector("h3 span").textContent = name;
    card.querySelector(".tag").hidden = !isOpen;
    card.querySelector("[name=use]").hidden = isOpen;
    for (const button of card.querySelectorAll("button")) {
      button.ariaLabel = `${button.textContent} (${name})`;
      button.dataset.is = `${button.name} ${id}`;
    }
    const many = answers > 1 ? this.words.many : answers ? this.words.one : this.words.none;
    const figures = Math.ceil(size / 1024).toLocaleString(document.documentElement.lang);
    const facts = [(answers || !rooms) && fill(many, { n: answers }), rooms && this.words.room, size && fill(this.words.size, { n: figures })];
    if (at) facts.push(fill(this.words.changed, { date: momentOf(at) }));
    card.querySelector("p").textContent = facts.filter(Boolean).join(" · ");
    return card;
  }

  showUnread(unread) {
    const place = this.root.querySelector(".unread");
    URL.revokeObjectURL(place.querySelector("a")?.href);
    if (!unread.length) return place.replaceChildren();
    const part = copyOf(this.root, "unread");
    const { unreadOne, unreadMany } = this.words;
    part.querySelector("span").textContent = fill(unread.length > 1 ? unreadMany : unreadOne, { n: unread.length });
    const text = unread.map(([key, value]) => `${key}\n${value}\n`).join("\n");
    const link = part.querySelector("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
    link.download = "agir-ensemble.txt";
    link.dataset.is = "unread";
    renew(place, [part]);
  }
}

export function wake(root) {
  const books = new Books(root);
  books.show();
  books.say("");
  listen(soon(() => books.show()));
}
