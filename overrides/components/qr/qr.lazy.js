// A text as a QR code: drawn here, so that no one is asked for it.
import { correction, generate } from "./lean-qr.lazy.js";

const SVG = "http://www.w3.org/2000/svg";
const QUIET = 4; // squares of white around it, without which readers do not find it

/** The dark squares of a code, in rows of runs, as the path of an SVG. */
function pathOf(code) {
  const runs = [];
  for (let y = 0; y < code.size; y += 1)
    for (let x = 0; x < code.size; x += 1) {
      const from = x;
      while (code.get(x, y)) x += 1;
      if (x > from) runs.push(`M${from} ${y}h${x - from}v1H${from}z`);
    }
  return runs.join("");
}

function shape(name, attributes) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

function codeOf(text) {
  // A damaged code still reads; a text too long for that has a code that must be whole.
  for (const minCorrectionLevel of [correction.M, correction.L])
    try {
      return generate(text, { minCorrectionLevel });
    } catch {
      // the text is too long for this level
    }
  return undefined;
}

/**
 * A text as an SVG element with `data-qr`, undefined when it is too long for any code (2,900 bytes).
 * `label` names it for who cannot see it; without, it is hidden from them: the text must stand beside.
 */
export function drawQr(text, label) {
  const code = codeOf(text);
  if (!code) return undefined;
  const side = code.size + 2 * QUIET;
  const named = label ? { role: "img", "aria-label": label } : { "aria-hidden": "true" };
  const view = `${-QUIET} ${-QUIET} ${side} ${side}`;
  const svg = shape("svg", { class: "qr-code", viewBox: view, "data-qr": "", "shape-rendering": "crispEdges", ...named });
  // Black on white in the dark and in forced colours too: readers want it so.
  svg.append(shape("path", { fill: "#fff", d: `M${-QUIET} ${-QUIET}h${side}v${side}h${-side}z` }));
  svg.append(shape("path", { fill: "#000", d: pathOf(code) }));
  return svg;
}
