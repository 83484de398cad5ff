// To the clipboard: as text, and with its formatting for Word, Outlook and their like.

/** Copy an element and the text that says the same; says whether it is on the clipboard. */
export async function copied(element, text) {
  const parts = { "text/plain": text };
  if (element) parts["text/html"] = element.outerHTML;
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

/** An element with these parts in it: text, or elements. */
export function made(name, ...parts) {
  const element = document.createElement(name);
  element.append(...parts);
  return element;
}

/** What asText (transfer/text) wrote, as headings and lists. */
export function formatted(text) {
  const whole = made("div");
  let item;
  for (const line of text.split("\n")) {
    const question = /^- \[(.)\] (.*)/.exec(line);
    if (question) {
      item = made("li", `${question[1] === "x" ? "☑" : "☐"} ${question[2]}`);
      if (whole.lastChild?.localName !== "ul") whole.append(made("ul"));
      whole.lastChild.append(item);
    } else if (line.startsWith("## ")) {
      whole.append(made("h2", line.slice(3)));
      item = undefined;
    } else if (item) item.append(made("br"), linked(line.slice(2)));
  }
  for (const end of whole.querySelectorAll("li > br:last-child")) if (!end.nextSibling?.data) end.remove();
  return whole;
}

function linked(line) {
  if (!/^https?:\/\/\S+$/.test(line)) return line;
  const link = made("a", line);
  link.href = line;
  return link;
}
