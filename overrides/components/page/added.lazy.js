// What scripts add to pages, in one file for all of them: their style, their templates.
const main = document.getElementById("main");
let adding;

/** The address of a file by its path from the root of the site. */
export const fromRoot = (path) => new URL(path, new URL(main.dataset.root, location.href));

/** A page as a document; a request reads it so, which Trusted Types let no string become. */
export const documentAt = (address) =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.responseType = "document";
    request.open("GET", address);
    request.onload = () => (request.status < 400 && request.response ? resolve(request.response) : reject());
    request.onerror = reject;
    request.send();
  });

/**
 * Another page of the site, as a document without its style, which the policy of this one refuses
 * aloud. Browsers of before 2026 have no safe parser: there, that is all that it costs.
 */
export async function pageAt(address) {
  if (!Document.parseHTML) return documentAt(address);
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return Document.parseHTML((await answer.text()).replace(/<style>.*?<\/style>/gs, ""), { sanitizer: {} });
}

async function add() {
  const found = await documentAt(main.dataset.added);
  // Safari before 16.4 goes without the style.
  if (document.adoptedStyleSheets) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(found.querySelector("pre").textContent);
    document.adoptedStyleSheets.push(sheet);
  }
  document.body.append(...found.querySelectorAll("template"));
}

/** Add it, once. Without a network it is not there, and the next call tries again. */
export const added = () =>
  (adding ??= add().catch((error) => {
    adding = undefined;
    throw error;
  }));
