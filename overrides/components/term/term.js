// A glossary term also opens on hover and focus; without this it opens by tap, click or Enter.
let timer;
const later = (act, wait) => {
  clearTimeout(timer);
  timer = setTimeout(act, wait);
};
for (const term of document.querySelectorAll("button.term")) {
  const bubble = document.getElementById(term.getAttribute("popovertarget"));
  const shut = () => bubble.matches(":hover") || bubble.contains(document.activeElement) || bubble.hidePopover();
  term.popoverTargetAction = "show";
  term.addEventListener("pointerenter", (event) => {
    if (event.pointerType === "mouse") later(() => bubble.showPopover({ source: term }), 200);
  });
  for (const part of [term, bubble]) part.addEventListener("pointerleave", () => later(shut, 300));
  term.addEventListener("focus", () => term.matches(":focus-visible") && bubble.showPopover({ source: term }));
  term.addEventListener("blur", () => later(shut, 100));
}
