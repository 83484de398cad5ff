// At the foot of a printed page, its address as a code to scan.
import { drawQr } from "./qr.lazy.js";

/** Draw the code where it is not yet; the browser's own « Imprimer » waits for nothing else. */
export function addCode() {
  const foot = document.querySelector(".print-url");
  if (foot.querySelector(".qr-code")) return;
  const code = drawQr(document.querySelector("link[rel=canonical]").href);
  if (code) foot.prepend(code);
}
