// What somebody pastes into a page of another site to show a part of this one there.

const escaped = (text) => text.replace(/[&"<]/g, (mark) => ({ "&": "&amp;", '"': "&quot;", "<": "&lt;" })[mark]);

/**
 * The frame, then the lines that give it the height of its content: editors may take those away.
 * Filters keep these attributes where they keep frames; `style` they take away.
 */
export function snippet(address, name) {
  const { origin } = new URL(address);
  return [
    `<iframe src="${escaped(address)}" title="${escaped(`${name} – Agir ensemble`)}" width="100%" height="600" frameborder="0" loading="lazy"></iframe>`,
    "<script>",
    `addEventListener("message", function (event) {`,
    `  if (event.origin !== "${origin}" || !(event.data.agirHeight > 0)) return;`,
    `  document.querySelectorAll("iframe").forEach(function (frame) {`,
    `    if (frame.contentWindow === event.source) frame.height = event.data.agirHeight;`,
    "  });",
    "});",
    "</script>",
    "",
  ].join("\n");
}
