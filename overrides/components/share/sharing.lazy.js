// The window that shares a page or a place on it: its address and code, how to cite it, how to embed it.
import { addCopying } from "../cite/cite.lazy.js";
import { added, documentAt, fromRoot } from "../page/added.lazy.js";
import { copied } from "../page/copy.lazy.js";
import { tell } from "../page/words.shared.js";
import { drawQr } from "../qr/qr.lazy.js";
import { snippet } from "./snippet.lazy.js";

/** Open it for what a link leads to: a permalink to its place, any other to the page. */
export async function share(link) {
  await added();
  const template = document.querySelector("template.to-share");
  const words = template.dataset;
  const dialog = template.content.firstElementChild.cloneNode(true);
  const part = (selector) => dialog.querySelector(selector);
  const { hash, dataset } = document.querySelector("a.cite");
  const page = dataset.page ?? hash.slice("#cite-".length);
  const embed = dataset.embed === "" ? page : dataset.embed;
  const place = link.hash && link.matches(".permalink") ? link.hash : "";
  const canonical = document.querySelector("link[rel=canonical]").href;
  const publicly = (path) => new URL(path, new URL(document.getElementById("main").dataset.root, canonical)).href;
  const name = place ? named(link, words.linkTo) : document.querySelector("h1").textContent.trim();
  const status = part("[role=status]");
  const copy = (text) => tell(status, copied(null, text), words.copied, words.failed);

  const address = () => {
    if (!part("[name=either]").checked) return canonical + location.search + place;
    const question = place && document.getElementById(place.slice(1)).querySelector(":scope > [data-question]");
    return publicly(`${words.short}${question ? `${place.slice(1)}/` : `${page}/${location.search}${place}`}`);
  };
  const show = () => {
    part(".address").textContent = address();
    part(".code").replaceChildren(drawQr(address()) ?? "");
    status.textContent = "";
  };
  part("[name=either]").addEventListener("change", show);
  part("[name=copy]").addEventListener("click", () => copy(address()));

  part(".what").textContent = name;
  part(".what").lang = link.lang;
  if (document.querySelector("a.cite").hash.startsWith("#cite-")) wakeCitation(part(".citations"), words, status);
  if (embed && !(embed === "cycle" && place)) {
    // Of a place in a section, the whole section; of what stands above all of them, or is not in
    // a frame, the page.
    const whole = place && document.getElementById(place.slice(1)).closest(".page-body > [id]:not(#sources, #related, #sheets, #tools)");
    const path = `${words.embed}${embed}/${whole ? `#${whole.id}` : ""}`;
    const title = (whole || document).querySelector("h1, h2").textContent.trim();
    const field = part("textarea");
    const fitted = part("[name=fitted]");
    const write = () => (field.value = snippet(publicly(path), title, fitted.checked));
    write();
    fitted.addEventListener("change", write);
    part(".embedding a").href = fromRoot(path);
    part("[name=snippet]").addEventListener("click", () => copy(field.value));
    part(".embedding").hidden = false;
  }
  show();
  dialog.addEventListener("close", () => {
    dialog.remove();
    link.focus(); // which lost it by leading to its place
  });
  document.body.append(dialog);
  dialog.showModal();
}

// « Lien vers : Pour qui? » says what it leads to after its blank.
function named(link, linkTo) {
  const [before] = linkTo.split("{name}");
  const whole = link.getAttribute("aria-label");
  return whole.startsWith(before) ? whole.slice(before.length) : whole;
}

// How to cite each page stands in one file, brought when somebody asks.
function wakeCitation(fold, words, status) {
  fold.hidden = false;
  fold.addEventListener("toggle", bring, { once: true });
  async function bring() {
    const { hash, href } = document.querySelector("a.cite");
    try {
      const found = await documentAt(fromRoot(words.cite));
      const item = document.importNode(found.querySelector(`[id="${hash.slice(1)}"]`).closest("li"), true);
      item.querySelector("cite").removeAttribute("id");
      for (const link of item.querySelectorAll("a")) link.href = link.textContent;
      fold.querySelector("ul").append(item);
      addCopying([item], found.querySelector(".citations template"), status);
    } catch {
      location.assign(href); // no network: the page of all citations may be kept
    }
  }
}
