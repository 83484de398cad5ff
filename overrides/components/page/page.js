// What every page gains: a link into something folded opens it, and the language switch keeps
// the place on the page and the filters.
function unfold() {
  const target = document.getElementById(location.hash.slice(1)); // our ids need no decoding
  if (!target) return;
  for (let fold = target.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  target.scrollIntoView();
}
unfold();
addEventListener("hashchange", unfold);

const language = document.querySelector("a.language");
const address = language.href;
const keepPlace = () => {
  language.href = address + location.search + location.hash;
};
for (const event of ["pointerdown", "focus", "click"]) language.addEventListener(event, keepPlace);

// What only some pages have is loaded by them alone.
for (const part of document.querySelectorAll("[data-module]"))
  import(new URL(part.dataset.module, location.href)).then(({ wake }) => wake(part));
