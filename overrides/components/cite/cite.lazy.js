// References that can be copied: as people read them, and as a record for BibTeX.
import { copied } from "../page/copy.lazy.js";
import { tell } from "../page/words.shared.js";

/** Put buttons to copy into references; `template` holds one with its words, `status` says how it went. */
export function addCopying(references, template, status) {
  for (const reference of references)
    for (const [name, part] of Object.entries({ apa: reference.querySelector(".apa"), bibtex: reference.querySelector("pre") })) {
      const button = template.content.firstElementChild.cloneNode();
      button.textContent = button.dataset[name];
      const { copied: done, failed } = template.dataset;
      button.addEventListener("click", () => tell(status, copied(name === "apa" && formatted(part), part.textContent), done, failed));
      part.after(button);
    }
}

// With its title in italics, and a link that leads there from another document.
function formatted(reference) {
  const copy = reference.cloneNode(true);
  for (const link of copy.querySelectorAll("a")) link.href = link.textContent;
  return copy;
}

export function wake(list) {
  addCopying(list.querySelectorAll("li"), list.querySelector("template"), list.querySelector("[role=status]"));
}
