// The page of results, which is the A–Z index until its address holds a query (#q=…).
import { follow, results, show } from "./listing.lazy.js";

/** Wakes the form, and answers the query of the address: at first, after each search, on Back. */
export function wake(place) {
  const form = place.querySelector("form");
  const input = form.querySelector("input");
  const heading = document.querySelector("h1");
  const usual = { heading: heading.textContent, title: document.title };
  const beside = document.querySelectorAll(".summary, .index");
  // Links that others make may well say ?q=…
  const asked = () =>
    [location.hash.slice(1), location.search].map((part) => new URLSearchParams(part).get("q")?.trim()).find(Boolean) ?? "";

  async function answer(text) {
    let count = 0;
    try {
      if (text || place.querySelector("[role=status] p")) count = await show(text, place, location.pathname, Infinity);
    } catch {
      place.querySelector("[role=status]").textContent = document.getElementById("search").dataset.fail;
    }
    for (const part of beside) part.hidden = count > 0;
  }

  function read() {
    const text = asked();
    input.value = text;
    heading.textContent = text ? form.getAttribute("aria-label") : usual.heading;
    document.title = text ? `${text} – ${form.getAttribute("aria-label")} – Agir ensemble` : usual.title;
    answer(text);
  }

  function keep() {
    const text = input.value.trim();
    if (text !== asked()) history.pushState(null, "", text ? results(location.pathname, text) : location.pathname);
    read();
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    keep();
  });
  input.addEventListener("input", () => answer(input.value));
  input.addEventListener("change", keep);
  addEventListener("popstate", read);
  follow(place, input);
  read();
}
