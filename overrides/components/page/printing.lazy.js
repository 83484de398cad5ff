// Paper: what of the page is printed.
const root = document.documentElement;

/** Print a part of the page: `what` stands in <html data-print> as long as it is printed. */
export function printed(what) {
  root.dataset.print = what;
  addEventListener("afterprint", () => delete root.dataset.print, { once: true });
  print();
}
