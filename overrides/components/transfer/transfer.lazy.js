// « Garder une copie, partager » : downloads, the reminder, files that are opened. All of it happens
// on this device.
import { knownAt } from "../notebook/known.shared.js";
import { listen } from "../notebook/store.shared.js";
import { named } from "../notebook/named.lazy.js";
import { soon } from "../notebook/pieces.lazy.js";
import { fill, tell } from "../page/words.shared.js";
import { toCsv } from "./csv.lazy.js";
import { inUse, noteCopied, putAway, reminder } from "./device.lazy.js";
import { fileText, fromBytes, MAX_BYTES, Refusal, toFile } from "./file.lazy.js";
import { fromLink, MARK } from "./link.lazy.js";
import { wakeReceived } from "./received.lazy.js";
import { wakeShare } from "./share.lazy.js";
import { asText, dateIn } from "./text.lazy.js";
import { copiedOrShown, textWords } from "./words.lazy.js";

export function wake(part) {
  const words = part.dataset;
  const status = part.querySelector(":scope > [role=status]");
  const received = wakeReceived(part.querySelector(".received"), words);
  wakeShare(part.querySelector(".share"), words, part.querySelector("[name=share]"), status);
  wakeCopies(part, words, status);
  wakeReminder(part.querySelector(".note"), words);
  wakeFiles(part, received);
  const followLink = async () => {
    if (!location.hash.startsWith(MARK)) return;
    await opened(received, () => fromLink(location.hash));
  };
  addEventListener("hashchange", followLink);
  part.hidden = false;
  followLink();
}

/** Show what `read` gives, or why it cannot be read. */
async function opened(received, read) {
  try {
    await received.show(await read());
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    received.refuse(error.message);
  }
}

function wakeCopies(part, words, status) {
  const say = (text) => {
    status.textContent = text;
  };
  const byHand = part.querySelector(".by-hand");
  const lang = words.lang.slice(0, 2);
  const on = (name, act) =>
    part.querySelector(`[name=${name}]`).addEventListener("click", async () => {
      const { name: own, answers } = inUse();
      const { file, left } = toFile(own, answers, Date.now());
      byHand.hidden = true;
      if (answers.size > left) await act(own || words.name, new Map(Object.entries(file.answers)), file);
      if (left) say(`${status.textContent} ${fill(words.copyLeft, { left })}`);
      if (!answers.size) say(words.copyEmpty);
    });
  const give = (name, ending, type, text) => {
    const file = `${fileName(name)}.${ending}`;
    download(file, new Blob([text], { type }));
    return fill(words.copyDone, { file });
  };
  const withQuestions = async (act) => {
    try {
      await act({ fr: await knownAt(words.fr), en: await knownAt(words.en) });
    } catch (error) {
      say(words.unread);
      throw error;
    }
  };
  on("download", (name, _answers, file) => {
    say(give(name, "json", "application/json", fileText(file)));
    noteCopied(Date.now());
  });
  on("csv", (name, answers) =>
    withQuestions((known) => say(give(name, "csv", "text/csv", toCsv(known, answers, lang)))),
  );
  on("text", (name, answers) =>
    withQuestions(async (known) => {
      const { pages, answers: said, states } = named(known[lang], answers, lang, words.unknownTitle);
      const text = `# ${name}\n\n${asText(pages, said, textWords(words, states))}`;
      const shown = byHand.querySelector("textarea");
      await tell(status, copiedOrShown(text, shown, () => (byHand.hidden = false)), words.copied, words.byHand);
    }),
  );
}

/** The name of a notebook and the day, as every system lets files be named. */
function fileName(name) {
  const day = new Date();
  const parts = [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((one) => String(one).padStart(2, "0"));
  const plain = name.replace(/[\p{C}\\/:*?"<>|]+/gu, " ").replace(/\s+/g, " ").replace(/^[. ]+/, "");
  return `${Array.from(plain).slice(0, 60).join("").trim()} ${parts.join("-")}`.trim();
}

function download(name, blob) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000); // some browsers read it a while later
}

function wakeReminder(note, words) {
  const show = () => {
    const due = reminder(Date.now());
    note.hidden = !due;
    if (due) note.firstElementChild.textContent = due.last ? fill(words.last, { date: dateIn(words.lang, due.last) }) : words.none;
  };
  note.querySelector("button").addEventListener("click", () => {
    putAway(Date.now());
    note.closest("section").querySelector("[name=download]").focus();
  });
  listen(soon(show));
  show();
}

function wakeFiles(part, received) {
  const input = part.querySelector("[type=file]");
  const take = (file) =>
    file &&
    opened(received, async () => {
      if (file.size > MAX_BYTES) throw new Refusal("big"); // before a byte of it is read
      return fromBytes(await file.arrayBuffer());
    });
  input.addEventListener("change", async () => {
    await take(input.files[0]);
    input.value = ""; // so that the same file can be opened again
  });
  const isFile = (event) => event.dataTransfer?.types.includes("Files");
  for (const name of ["dragover", "dragleave", "drop"])
    part.addEventListener(name, (event) => {
      if (!isFile(event)) return;
      event.preventDefault();
      part.classList.toggle("drop", name === "dragover");
      if (name === "drop") take(event.dataTransfer.files[0]);
    });
}
