// A workshop as a link, and what comes of a link that somebody sent.
import { versions, withText } from "../notebook/answers.shared.js";
import { answer, answerTo, writer } from "../notebook/store.shared.js";
import { element, fill, tell } from "../page/words.shared.js";
import { planOf, WORKSHOP } from "../meeting/agenda.lazy.js";
import { drawQr } from "../qr/qr.lazy.js";
import { toFile } from "../transfer/file.lazy.js";
import { fromLink, MARK, toLink } from "../transfer/link.lazy.js";
import { copiedOrShown } from "../transfer/words.lazy.js";

/** Show the link of a workshop, to copy or to scan. */
export async function send({ at, plan, name, words }) {
  const { file } = toFile(plan.title || name, new Map([[WORKSHOP, answerTo(WORKSHOP)]]), Date.now());
  const hash = await toLink(file);
  const link = hash ? location.origin + location.pathname + hash : "";
  const part = at(".sending");
  const field = part.querySelector(".link");
  const said = part.querySelector(".link-status");
  const code = link && drawQr(link, words.qr); // none when it is too long
  part.hidden = false;
  field.value = link;
  said.textContent = link ? "" : words.tooLong;
  part.querySelector(".qr").replaceChildren(...(code ? [code] : []));
  const copy = part.querySelector("[name=copy-link]");
  copy.disabled = !link;
  copy.onclick = () => tell(said, copiedOrShown(field.value, field), words.linkCopied, words.byHand);
  copy.focus();
}

const isLink = () => location.hash.startsWith(MARK);

/** Offer the workshop that the address holds, if it does; nothing is kept before somebody takes it. */
export async function receive(workshop) {
  if (!isLink()) return;
  const { at, words } = workshop;
  const part = at(".sent");
  const [taken, left] = ["take-sent", "leave-sent"].map((name) => part.querySelector(`[name=${name}]`));
  const sent = await read(location.hash);
  const told = sent && workshop.toldOf(sent);
  part.querySelector("p").textContent = sent
    ? fill(words.received, { name: sent.title || words.ownTitle, length: told.total })
    : words.unopened;
  const lines = sent ? [told.when, ...told.rows.map(({ clock, text, length }) => `${clock} ${text} (${length})`)] : [];
  part.querySelector("ul").replaceChildren(...lines.filter(Boolean).map((line) => element("li", line)));
  part.querySelector("ul").hidden = !sent;
  taken.hidden = !sent;
  part.hidden = false;
  part.focus();
  const close = () => {
    part.hidden = true;
    history.replaceState(history.state, "", location.pathname + location.search);
    at("#mine h2").tabIndex = -1;
    at("#mine h2").focus();
  };
  left.onclick = close;
  taken.onclick = () => {
    // As a text of today beside what is there: a merge would leave out what this notebook knew once.
    const text = JSON.stringify(sent);
    const isOther = JSON.stringify(workshop.plan) !== text;
    const isBeside = isOther && workshop.plan.items.length > 0;
    if (isOther) answer(WORKSHOP, (now) => withText(now, "note", text, [], writer, Date.now()));
    close();
    if (isBeside) Object.assign(at(".versions"), { tabIndex: -1 }).focus(); // to choose between them
    workshop.say(isBeside ? words.takenBeside : words.taken);
  };
}

async function read(hash) {
  try {
    const { answers } = await fromLink(hash);
    return planOf(versions(answers.get(WORKSHOP), "note").at(-1)?.value);
  } catch {
    return undefined;
  }
}
