// What somebody pastes into a page of another site to show a part of this one there.

const escaped = (text) => text.replace(/[&"<]/g, (mark) => ({ "&": "&amp;", '"': "&quot;", "<": "&lt;" })[mark]);

/**
 * The frame; when it is `fitted`, then the lines that give it the height of its content.
 * Where filters keep frames, they keep these attributes, and never `style` (Drupal: FilterHtml; WordPress:
 * wp_filter_oembed_result). Of a script they may take the tags and leave the words.
 */
export function snippet(address, name, fitted) {
  const { origin } = new URL(address);
  const frame = `<iframe src="${escaped(address)}" title="${escaped(`${name} – Agir ensemble`)}" width="100%" height="600" frameborder="0" loading="lazy"></iframe>`;
  if (!fitted) return `${frame}\n`;
  return [
    frame,
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
