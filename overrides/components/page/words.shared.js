// Words of pages with their blanks filled, and new elements that say them, some from templates.

/** A text with its blanks filled: fill("{n} ko", { n: 3 }). */
export const fill = (text, figures) => text.replace(/\{(\w+)\}/g, (_all, name) => figures[name]);

/** A new element with a text, with several parts, or with nothing in it. */
export function element(tag, content = "", properties = {}) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...[content].flat());
  return made;
}

/** A copy of what the <template data-name="…"> under an element holds first. */
export const copyOf = (root, name) => root.querySelector(`template[data-name="${name}"]`).content.firstElementChild.cloneNode(true);

/** Say in `status` how a copy went: emptied first, since the same words, left there, are not announced again. */
export async function tell(status, copying, done, failed) {
  status.replaceChildren();
  status.textContent = (await copying) ? done : failed;
}
