// The dialog that makes a link of a notebook, and says what anybody who has it will read.
import { knownAt } from "../notebook/known.shared.js";
import { named } from "../notebook/named.lazy.js";
import { fill, tell } from "../page/words.shared.js";
import { inUse } from "./device.lazy.js";
import { toFile } from "./file.lazy.js";
import { toLink, without } from "./link.lazy.js";
import { copiedOrShown, holdings } from "./words.lazy.js";

const LONG = 2_000; // letters; what mail programs have been seen to cut

export function wakeShare(dialog, words, opener, status) {
  const [said, copiedSaid] = dialog.querySelectorAll("[role=status]");
  const control = (name) => dialog.querySelector(`[name=${name}]`);
  const [notes, names, copy, send] = ["notes", "names", "copy-link", "send"].map(control);
  const field = dialog.querySelector(".link");
  const qr = dialog.querySelector(".qr");
  let turn = 0;
  let made;

  // Loaded when somebody shares; without it the link is there all the same.
  async function draw(link) {
    const { drawQr } = await import("../qr/qr.lazy.js");
    const code = qr.dataset.link === link && drawQr(link, words.qr); // none when it is too long
    if (code) qr.replaceChildren(code);
  }

  async function make() {
    const mine = (turn += 1);
    field.value = qr.dataset.link = ""; // what was chosen before is not copied by mistake
    names.disabled = !notes.checked;
    if (names.disabled) names.checked = false;
    dialog.querySelector(".careful").hidden = !notes.checked;
    const { name, answers } = inUse();
    const whole = new Map(Object.entries(toFile(name, answers, Date.now()).file.answers));
    const shown = without(whole, { notes: notes.checked, names: names.checked });
    const { file } = toFile(name, shown, Date.now());
    const hash = await toLink(file);
    const known = await knownAt(words[words.lang.slice(0, 2)]).catch(() => undefined);
    if (mine !== turn) return; // another choice was made meanwhile
    const link = hash ? location.origin + location.pathname + hash : "";
    field.value = qr.dataset.link = link;
    copy.disabled = send.disabled = !link;
    qr.replaceChildren();
    copiedSaid.textContent = "";
    const { pages } = named(known, shown, words.lang);
    const holds = [fill(words.shareHolds, { name: name || words.name }), ...holdings(pages, shown, words)];
    const length = link.length.toLocaleString(words.lang);
    const then = link ? [fill(words.length, { length }), link.length > LONG && words.long] : [words.tooLong];
    said.textContent = [...holds, ...then].filter(Boolean).join(" ");
    if (link) draw(link);
  }

  opener.addEventListener("click", async () => {
    status.textContent = inUse().answers.size ? "" : words.copyEmpty;
    if (status.textContent) return;
    notes.checked = false; // each time, what is written stays here until somebody says otherwise
    send.hidden = !navigator.share;
    await (made = make());
    dialog.showModal();
  });
  for (const box of [notes, names]) box.addEventListener("change", () => (made = make()));
  copy.addEventListener("click", async () => {
    await made;
    await tell(copiedSaid, copiedOrShown(field.value, field), words.copied, words.byHand);
  });
  send.addEventListener("click", async () => {
    await made;
    navigator.share({ title: document.title, url: field.value }).catch(() => {}); // closed without choosing
  });
}
