// To the clipboard: as text, and with its formatting for Word, Outlook and their like.
import { element } from "./words.shared.js";

/** Copy an element and the text that says the same; says whether it is on the clipboard. */
export async function copied(whole, text) {
  const parts = { "text/plain": text };
  if (whole) parts["text/html"] = whole.outerHTML;
  try {
    const blobs = Object.entries(parts).map(([type, said]) => [type, new Blob([said], { type })]);
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
    return true;
  } catch {
    return copiedAsOnce(parts);
  }
}

// Where the clipboard is closed to pages (no https, a policy), a command to copy still reaches it.
function copiedAsOnce(parts) {
  const put = (event) => {
    for (const [type, said] of Object.entries(parts)) event.clipboardData.setData(type, said);
    event.preventDefault();
  };
  document.addEventListener("copy", put);
  try {
    return document.execCommand("copy");
  } finally {
    document.removeEventListener("copy", put);
  }
}

/** What asText (transfer/text) wrote, as headings and lists. */
export function formatted(text) {
  const whole = element("div");
  let item;
  for (const line of text.split("\n")) {
    const question = /^- \[(.)\] (.*)/.exec(line);
    if (question) {
      item = element("li", `${question[1] === "x" ? "☑" : "☐"} ${question[2]}`);
      if (whole.lastChild?.localName !== "ul") whole.append(element("ul"));
      whole.lastChild.append(item);
    } else if (line.startsWith("## ")) {
      whole.append(element("h2", line.slice(3)));
      item = undefined;
    } else if (item) item.append(element("br"), linked(line.slice(2)));
  }
  for (const end of whole.querySelectorAll("li > br:last-child")) if (!end.nextSibling?.data) end.remove();
  return whole;
}

function linked(line) {
  if (!/^https?:\/\/\S+$/.test(line)) return line;
  return element("a", line, { href: line });
}
