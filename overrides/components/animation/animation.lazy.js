// The switch between a page and its animation view keeps the place: what stands at the top of the
// window is where the other view opens. Once it is scrolled away, the switch follows.
const TOP = 24; // pixels, a little more than a place that a link leads to keeps above it
// What both views show; one ends with what it comes from, the other has traps.
const PLACES = "main :is(section, li)[id]:not(#names, #sheets, #tools, #related, #sources, #traps, [data-here])";

function place() {
  const places = [...document.querySelectorAll(PLACES)];
  const last = places.findLast((one) => one.getBoundingClientRect().top < TOP);
  return scrollY ? (last?.id ?? "") : "";
}

function keep({ currentTarget: link }) {
  const id = place();
  link.href = link.href.replace(/#.*|$/, id && `#${id}`);
}

const first = document.querySelector("a.view");
const again = first.cloneNode(true);
again.classList.add("button", "floating", "screen-only");
// Here rather than in the style, which every page with a switch would bring for what a script adds.
Object.assign(again.style, { position: "fixed", inset: "auto 1rem 1rem auto", zIndex: 5 });
again.hidden = true;
document.getElementById("main").append(again);
new IntersectionObserver(([{ isIntersecting }]) => {
  again.hidden = isIntersecting;
  document.documentElement.style.scrollPaddingBlockEnd = isIntersecting ? "" : "5rem"; // no focus under it
}).observe(first);

for (const link of document.querySelectorAll("a.view"))
  for (const event of ["pointerdown", "focus", "click"]) link.addEventListener(event, keep);

/** A page that sleeps calls this once it is read; nothing is left to do. */
export const wake = () => {};
