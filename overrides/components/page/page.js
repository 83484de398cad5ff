// What every page gains: links to a place lead there, and the language switch keeps the place on
// the page and the filters.
const go = () => location.hash && import("./place.lazy.js").then((place) => place.go());
addEventListener("hashchange", go);
go();

const language = document.querySelector("a.language");
const address = language.href;
const keepPlace = () => {
  language.href = address + location.search + location.hash;
};
for (const event of ["pointerdown", "focus", "click"]) language.addEventListener(event, keepPlace);
