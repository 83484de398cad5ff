// A glossary term also opens on hover and focus, beside its word where there is room; without this
// it opens by tap, click or Enter, at the foot of the window.
const wide = matchMedia("(width >= 40rem)");

function wakeTerm(term) {
  const bubble = document.getElementById(term.getAttribute("popovertarget"));
  const open = () => bubble.showPopover({ source: term });
  const shut = () => [term, bubble].some((part) => part.matches(":hover, :focus-within")) || bubble.hidePopover();
  let timer;
  const later = (act, wait) => {
    clearTimeout(timer);
    timer = setTimeout(act, wait);
  };
  term.popoverTargetAction = "show";
  term.addEventListener("focus", () => term.matches(":focus-visible") && open());
  term.addEventListener("pointerenter", (event) => event.pointerType === "mouse" && later(open, 200));
  for (const part of [term, bubble]) {
    part.addEventListener("pointerleave", (event) => event.pointerType === "mouse" && later(shut, 300));
    part.addEventListener("focusout", () => later(shut, 100));
  }
  bubble.addEventListener("beforetoggle", () => {
    clearTimeout(timer); // closed by Escape just before the pointer's delay ends, it stays closed
    const near = wide.matches && CSS.supports("position-area: block-end");
    bubble.classList.toggle("near", near);
    bubble.style.positionArea = near ? "block-end span-inline-end" : "";
    bubble.style.positionTryFallbacks = "flip-block, flip-inline, flip-block flip-inline";
  });
  // The sign that loaded this may have been the pointer or the focus reaching it.
  if (term.matches(":focus-visible")) open();
  else if (term.matches(":hover") && matchMedia("(hover: hover)").matches) later(open, 200);
}

export function wake() {
  document.querySelectorAll("button.term").forEach(wakeTerm);
}
