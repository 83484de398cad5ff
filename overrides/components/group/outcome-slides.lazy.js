// What the room sees once its answers are opened, as slides: what goes well, where the group agrees
// least and a question to open that talk, then each statement with its voices.
import { element } from "../page/words.shared.js";
import { cameInWords, namesIn } from "./asked.lazy.js";
import { outcomeIn } from "./outcome.lazy.js";

/** The slides of what `people` said, a Map id -> codes; `note` is what to do, for who leads. */
export function outcomeSlides(root, asked, { people, said }, note) {
  const made = outcomeIn(root, asked, said);
  const names = namesIn(root);
  const voices = (id) => voicesOf(asked.form.find((one) => one.id === id).codes, said.get(id) ?? [], names);
  const each = asked.parts.flatMap(({ id, name, statements }) =>
    (statements.length ? statements : [[id, name]]).map(([one, text]) => ({ kicker: name, text, says: [voices(one)], id: one, note })),
  );
  const sum = Array.from(made.querySelectorAll(".said > li"), (one) => element("p", withoutLink(one)));
  const first = { kicker: asked.title, text: made.querySelector("h3").textContent, says: sum, how: cameInWords(people, root.dataset), note };
  const least = made.querySelector(".least:not([hidden])");
  if (!least) return [first, ...each];
  const { id, text } = each.find((one) => one.id === least.dataset.id);
  const kicker = least.previousElementSibling.textContent;
  return [first, { kicker, text, says: [voices(id), ...least.querySelectorAll(".ask:not([hidden])")], note }, ...each];
}

/** How many people gave each answer, with a dot for each of them. */
function voicesOf(codes, said, names) {
  const rows = codes.map((code) => {
    const n = said.filter((one) => one === code).length;
    return element("li", [element("span", names.get(code)), element("b", ` ${n} `), element("span", "●".repeat(n), { ariaHidden: "true" })]);
  });
  return element("ul", rows, { className: "voices" });
}

/** What a sentence says, without the link after it. */
function withoutLink(sentence) {
  const copy = sentence.cloneNode(true);
  copy.querySelector("a")?.remove();
  return copy.textContent.trim();
}
