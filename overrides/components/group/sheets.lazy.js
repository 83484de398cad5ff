// Answers on paper, typed in as counts: how many sheets say what, statement by statement.
import { element, fill } from "../page/words.shared.js";
import { namesIn } from "./asked.lazy.js";
import { freshChance } from "./ballot.lazy.js";
import { isSealed, withSheets, without } from "./room.lazy.js";

/** A table of numbers for questions that have the same answers. */
function tableOf(questions, codes, names) {
  const table = element("table", "", { className: "counts" });
  table.createTHead().insertRow().append(element("td", ""), ...codes.map((code) => element("th", names.get(code), { scope: "col" })));
  const body = table.createTBody();
  for (const [id, text] of questions)
    body.insertRow().append(
      element("th", text, { scope: "row" }),
      ...codes.map((code) => {
        const label = element("label", element("span", names.get(code)));
        label.append(element("input", "", { type: "number", min: 0, max: 200, inputMode: "numeric", autocomplete: "off", name: `${id} ${code}`, ariaLabel: `${names.get(code)} – ${text}` }));
        return element("td", label);
      }),
    );
  return table;
}

function tablesOf({ parts, form }, names) {
  const codesOf = (id) => form.find((one) => one.id === id).codes;
  return parts.flatMap(({ id, name, ways, statements }) => {
    const both = [[[id, name]].filter(() => ways.length), statements].filter((questions) => questions.length);
    return [element("h4", name), ...both.map((questions) => tableOf(questions, codesOf(questions[0][0]), names))];
  });
}

/**
 * Wake the table of a hall: { show, isLeft }, to call when its room changed, and to know whether
 * counts were typed and not added; that is told once, and going on leaves them out.
 */
export function wakeSheets(hall) {
  const { find, words, asked } = hall;
  const place = find(".tables");
  const many = find("[name=sheets]");
  const undo = find("[name=undo-sheets]");
  const say = (text) => (find(".told-sheets").textContent = text);
  const names = namesIn(hall.group.root);
  const inputs = () => [many, ...place.querySelectorAll("input")];
  const values = () => inputs().map(({ value }) => value).join(" ");
  let last, left, blank, before;
  find(".papers").addEventListener("toggle", () => {
    if (!place.children.length) place.replaceChildren(...tablesOf(asked, names));
  });

  /** The counts as answers: Map id -> codes; and the name of a question with more than there are sheets. */
  function typed(people) {
    const said = new Map();
    for (const input of place.querySelectorAll("input")) {
      const [id, code] = input.name.split(" ");
      const n = Math.max(0, Math.trunc(Number(input.value) || 0));
      if (n) said.set(id, [...(said.get(id) ?? []), ...Array(Math.min(n, 999)).fill(code)]);
    }
    const over = [...said].find(([, codes]) => codes.length > people)?.[0];
    return { said, over: over && place.querySelector(`input[name^="${over} "]`) };
  }

  find("[name=add-sheets]").addEventListener("click", () => {
    const people = Math.min(200, Math.trunc(Number(many.value) || 0));
    const { said, over } = typed(people);
    if (people < 1 || !said.size) {
      say(words.noSheets);
      return many.focus();
    }
    if (over) {
      say(fill(words.over, { name: over.closest("tr").cells[0].textContent }));
      return over.focus();
    }
    const empty = Array.from(place.querySelectorAll("tbody tr")).filter((row) => !said.has(row.querySelector("input").name.split(" ")[0]));
    if (empty.length && blank !== values()) {
      blank = values(); // told once: nobody may have answered there
      say(fill(words.sheetsBlank, { n: empty.length }));
      return empty[0].querySelector("input").focus();
    }
    blank = undefined;
    before = inputs().map(({ value }) => value);
    hall.say("");
    last = `p${freshChance().reduce((id, byte) => id + byte.toString(36), "")}`.slice(0, 11);
    hall.change((room) => withSheets(room, last, people, said));
    for (const input of inputs()) input.value = "";
    say(fill(words.sheets, { n: people }));
    return hall.show();
  });
  undo.addEventListener("click", () => {
    hall.change((room) => without(room, last));
    inputs().forEach((input, i) => (input.value = before[i] || input.value)); // to be put right
    say(words.sheetsGone);
    hall.show();
    many.focus();
  });
  function isLeft() {
    const now = values();
    if (!now.trim() || now === left) {
      left = undefined;
      return false;
    }
    left = now;
    find(".papers").open = true;
    say(words.sheetsLeft);
    find("[name=add-sheets]").focus();
    return true;
  }

  // What is opened is counted with the rest, and cannot be told apart any more.
  return { isLeft, show: () => (undo.hidden = !last || !isSealed(hall.room, last)) };
}
