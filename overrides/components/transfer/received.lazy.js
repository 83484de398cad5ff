// The dialog of a notebook that comes by a link or a file: what it holds, then what to do with it.
// Nothing is written before somebody chooses.
import { stateOf, versions } from "../notebook/answers.shared.js";
import { knownAt } from "../notebook/known.shared.js";
import { nameFrom } from "../notebook/shelf.lazy.js";
import { isSaved } from "../notebook/store.shared.js";
import { changeOf } from "../notebook/moves.lazy.js";
import { named } from "../notebook/named.lazy.js";
import { element, fill } from "../page/words.shared.js";
import { inUse, keepAsNew, mergeIn } from "./device.lazy.js";
import { MARK } from "./link.lazy.js";
import { dateIn, stepLine } from "./text.lazy.js";
import { holdings, textWords } from "./words.lazy.js";

export function wakeReceived(dialog, words) {
  const part = (selector) => dialog.querySelector(selector);
  const [title, holds, choices, look, status] = ["h3", ".holds", ".choices", ".look", "[role=status]"].map(part);
  const mine = () => inUse().name || words.name;
  let notebook;
  let shown;

  function present(name, text, said) {
    title.textContent = name;
    title.hidden = !name;
    holds.textContent = text;
    status.textContent = said;
    look.hidden = true;
    look.replaceChildren();
    if (!dialog.open) dialog.showModal();
  }

  /** Say what a notebook holds, and offer the choices. */
  async function show(read) {
    notebook = read;
    const lang = words.lang.slice(0, 2);
    const known = await knownAt(words[lang]).catch(() => undefined); // it opens all the same
    shown = named(known, read.answers, lang, words.unknownTitle);
    const others = shown.pages.filter(({ is }) => is === "others").flatMap(({ questions }) => Object.keys(questions));
    const unknown = known && others.filter((id) => !changeOf(id, known.moved).length).length;
    const said = [
      ...holdings(shown.pages, read.answers, words),
      fill(words.date, { date: dateIn(words.lang, Date.parse(read.exported)) }),
      unknown && fill(words.unknown, { unknown }),
    ];
    choices.hidden = false;
    part("[name=merge]").textContent = fill(words.merge, { name: mine() });
    present(nameFrom(read.name) || words.name, said.filter(Boolean).join(" "), "");
    part("[name=look]").focus();
  }

  /** Say why something is not opened. */
  function refuse(why) {
    choices.hidden = true;
    present("", "", why === "later" ? words.laterSite : words[why]);
  }

  function done(said) {
    forget();
    choices.hidden = true;
    holds.textContent = "";
    part(".close").focus();
    status.textContent = isSaved() ? said : words.unsaved;
  }

  part("[name=look]").addEventListener("click", () => {
    look.replaceChildren(...shown.pages.flatMap((page) => shownPage(page, shown, words)));
    look.hidden = false;
  });
  part("[name=keep]").addEventListener("click", () => {
    const now = Date.now();
    const name = notebook.name || fill(words.received, { date: dateIn(words.lang, now) });
    done(fill(words.kept, { name: keepAsNew(name, notebook.answers, now) }));
  });
  part("[name=merge]").addEventListener("click", () => {
    mergeIn(notebook.answers, Date.now());
    done(fill(words.merged, { name: mine() }));
  });
  dialog.addEventListener("close", forget);
  return { show, refuse };
}

// What a link held stays neither in sight nor in the history.
function forget() {
  if (location.hash.startsWith(MARK)) history.replaceState(history.state, "", location.pathname + location.search);
}

function shownPage({ title, questions }, { answers, states }, words) {
  const list = element("ul", "");
  for (const [id, text] of Object.entries(questions)) {
    const answer = answers.get(id);
    const item = element("li", text);
    const state = stateOf(answer);
    if (state) item.append(" ", element("span", states[state] ?? state, { className: "tag" }));
    for (const { value } of versions(answer, "note")) item.append(element("p", value, { className: "kept" }));
    for (const { value } of versions(answer, "step"))
      item.append(element("p", fill(words.step, { step: stepLine(value, textWords(words)) })));
    list.append(item);
  }
  return [element("h4", title), list];
}
