// What the parts of the transfer share: the words of the page, the clipboard.
import { fill } from "../page/words.shared.js";
import { figures } from "./file.lazy.js";

/** The words that asText takes. */
export const textWords = (words, states) => ({
  lang: words.lang,
  root: new URL(words.root, location.href).href,
  states,
  step: words.step,
  done: words.done,
});

/** What a notebook holds, as sentences; `pages` are what `named` makes of its answers. */
export function holdings(pages, answers, words) {
  const many = (is) => pages.filter((page) => page.is === is).flatMap(({ questions }) => Object.keys(questions)).length;
  const [points, rows] = [many("choices"), many("rows")];
  const others = [
    points && fill(words.points, { points }),
    rows && fill(words.rows, { rows }),
    many("plan") && words.workshop,
  ].filter(Boolean);
  const { done, notes, steps } = figures(answers);
  return done || notes || steps || !others.length ? [fill(words.holds, { done, notes, steps }), ...others] : others;
}

/** Copy a text; where the browser refuses, show it selected in a field. Says whether it was copied. */
export async function copiedOrShown(text, field, reveal = () => {}) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    reveal();
    field.value = text;
    field.focus();
    field.select();
    return false;
  }
}
