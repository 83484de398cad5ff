// Opens the search dialog; its module, the index and the engine load when it first opens.
const dialog = document.getElementById("search");
const input = dialog.querySelector("input");
const opener = document.querySelector(".search-open");
let isEntered; // before the module came

function open(event) {
  event.preventDefault();
  isEntered = false;
  dialog.showModal();
  input.select();
  import("./dialog.lazy.js").then(
    ({ wake }) => wake(isEntered),
    () => (dialog.querySelector("[role=status]").textContent = dialog.dataset.fail),
  );
}

opener.setAttribute("role", "button");
opener.setAttribute("aria-haspopup", "dialog");
opener.addEventListener("click", open);
input.addEventListener("keydown", ({ key }) => (isEntered = key === "Enter"));
opener.addEventListener("keydown", (event) => event.key === " " && open(event));
document.addEventListener("keydown", (event) => {
  const writing = event.target.closest("input:not([type=checkbox]), textarea, select, dialog");
  if (event.key === "/" && !event.ctrlKey && !event.metaKey && !writing) open(event);
});
