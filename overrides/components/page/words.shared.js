// Words of pages with their blanks filled, and new elements that say them.

/** A text with its blanks filled: fill("{n} ko", { n: 3 }). */
export const fill = (text, figures) => text.replace(/\{(\w+)\}/g, (_all, name) => figures[name]);

/** A new element with a text, with several parts, or with nothing in it. */
export function element(tag, content = "", properties = {}) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...[content].flat());
  return made;
}
