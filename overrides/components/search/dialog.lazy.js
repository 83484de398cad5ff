// The search dialog once it is open: its best answers as one types; Enter leads to all of them.
import { follow, loaded, made, results, show } from "./listing.lazy.js";

const dialog = document.getElementById("search");
const input = dialog.querySelector("input");
const page = document.querySelector(".search-open").href;
// What answers stand in: no page brings it before it is asked for.
dialog.append(made("ol", "search-results"), made("div", "search-ways"));
const MOST = 8;

async function answer() {
  const text = input.value;
  try {
    await loaded();
    if (text === input.value) await show(text, dialog, page, MOST);
  } catch {
    dialog.querySelector("[role=status]").textContent = dialog.dataset.fail;
  }
}

function goToAll() {
  if (!input.value.trim()) return;
  dialog.close();
  location.href = results(page, input.value);
}

/** Answer what was typed so far, and load the engine for what will be; go on if Enter was pressed. */
export function wake(isEntered) {
  if (isEntered) goToAll();
  loaded().catch(() => {});
  if (input.value) answer();
}

input.addEventListener("input", answer);
input.addEventListener("keydown", (event) => {
  // A search field with words in it keeps the first Escape to itself.
  if (event.key === "Escape") {
    event.preventDefault();
    dialog.close();
  }
  if (event.key === "Enter") goToAll();
});
dialog.addEventListener("click", (event) => event.target.closest("a") && dialog.close());
follow(dialog, input);
