// What every page gains: links to a place lead there and open what shares it; the language switch
// keeps the place on the page and the filters, and is remembered for links that speak both.
const go = () => location.hash && import("./place.lazy.js").then((place) => place.go());
addEventListener("hashchange", go);
go();

const language = document.querySelector("a.language");
const address = language.href;
const keepPlace = () => {
  language.href = address + location.search + location.hash;
};
for (const event of ["pointerdown", "focus", "click"]) language.addEventListener(event, keepPlace);
language.addEventListener("click", () => {
  // Read by overrides/redirect.html. Storage may be closed to us.
  try {
    localStorage.setItem("agir-language", language.lang.slice(0, 2));
  } catch {}
});

addEventListener("click", (event) => {
  const link = event.target.closest?.(".permalink, .cite");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (link.className === "cite") event.preventDefault();
  import("../share/sharing.lazy.js").then(({ share }) => share(link)).catch(() => location.assign(link.href));
});
