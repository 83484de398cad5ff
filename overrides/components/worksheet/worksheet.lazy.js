// A table to fill in stays a table until somebody fills it in, here or on an earlier visit.
import { keyOf, keys } from "../notebook/store.shared.js";
import { added } from "../page/added.lazy.js";

export function wake(element) {
  const start = keyOf(`${element.querySelector("table").id}.`);
  const fill = element.querySelector("[name=fill]");
  const load = async () => {
    await added();
    return (await import("./sheet.lazy.js")).wakeSheet(element);
  };
  if (keys().some((key) => key.startsWith(start))) load();
  fill.addEventListener("click", async () => (await load()).begin(), { once: true });
  fill.disabled = false;
}
