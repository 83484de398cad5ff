// Paper: the address of the page as a code to scan, and what of the page is printed.
import { drawQr } from "../qr/qr.lazy.js";

const root = document.documentElement;

// The browser's own « Imprimer » waits for nothing: what is loaded by then is there.
function addCode() {
  const foot = document.querySelector(".print-url");
  if (foot.querySelector(".qr")) return;
  const code = drawQr(document.querySelector("link[rel=canonical]").href);
  if (code) foot.prepend(code);
}
addEventListener("beforeprint", addCode);

/** Print a part of the page: `what` stands in <html data-print> as long as it is printed. */
export function printed(what) {
  root.dataset.print = what;
  addEventListener("afterprint", () => delete root.dataset.print, { once: true });
  print();
}
