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
  // Without a network it does nothing, and does it again once there is one.
  const begin = () => load().then((sheet) => (fill.removeEventListener("click", begin), sheet.begin()), () => {});
  fill.addEventListener("click", begin);
  fill.disabled = false;
}
