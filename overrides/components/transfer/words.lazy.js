// What the parts of the transfer share: the words of the page, its questions, the clipboard.
import { isQuestion } from "./text.lazy.js";

export const statesOf = ({ talked, deepen, later, notUs }) => ({ talked, deepen, later, "not-us": notUs });

/** The words that asText takes. */
export const textWords = (words) => ({
  lang: words.lang,
  root: new URL(words.root, location.href).href,
  states: statesOf(words),
  step: words.step,
  done: words.done,
});

const asked = new Map();

/** The questions of the site, asked for once: { pages, moved }. */
export async function pagesOf(address) {
  if (!asked.has(address)) {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
    asked.set(address, await answer.json());
  }
  return asked.get(address);
}

/** The questions that have an answer, page by page; last, those that the site does not have. */
export function wholePages(pages, answers, words) {
  const left = new Set([...answers.keys()].filter(isQuestion));
  const there = pages.map((page) => {
    const questions = Object.entries(page.questions).filter(([id]) => left.delete(id));
    return { ...page, questions: Object.fromEntries(questions) };
  });
  const others = { title: words.unknownTitle, questions: Object.fromEntries([...left].sort().map((id) => [id, id])) };
  return [...there, others].filter(({ questions }) => Object.keys(questions).length);
}

/** Copy a text; where the browser refuses, show it selected in a field. Says whether it was copied. */
export async function copied(text, field, reveal = () => {}) {
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
