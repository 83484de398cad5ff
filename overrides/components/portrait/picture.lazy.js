// The picture of a portrait as SVG: dots on a scale, and a radar for those who want one. Everything
// in it is told apart by its shape, is one colour with the text, and stands in the table too.

const SVG = "http://www.w3.org/2000/svg";
const LEFT = 40;
const STEP = 88;
const ROW = 100;
const MOST = 5; // dots above one another; more are one dot with their number

/** An SVG element with attributes, and children or a text. */
function shape(name, attributes = {}, ...children) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}
const line = (x1, y1, x2, y2, width = 1, more = {}) =>
  shape("line", { x1, y1, x2, y2, stroke: "currentColor", "stroke-width": width, ...more });
const words = (x, y, text, more = {}) => shape("text", { x, y, fill: "currentColor", "font-size": 13, ...more }, text);
const square = (x, y, half) =>
  shape("rect", { x: x - half, y: y - half, width: 2 * half, height: 2 * half, fill: "none", stroke: "currentColor", "stroke-width": 2 });
const diamond = (x, y, half) =>
  shape("path", { d: `M${x} ${y - half}L${x + half} ${y}L${x} ${y + half}L${x - half} ${y}z`, fill: "none", stroke: "currentColor", "stroke-width": 2 });
const arrow = (x, y) => shape("path", { d: `M${x} ${y}l8 12h-16z`, fill: "currentColor" });

function drawing(id, width, height, { title, desc }, ...children) {
  return shape(
    "svg",
    { viewBox: `0 0 ${width} ${height}`, role: "img", "aria-labelledby": `${id}-t`, "aria-describedby": `${id}-d`, class: "picture" },
    shape("title", { id: `${id}-t` }, title),
    shape("desc", { id: `${id}-d` }, desc),
    ...children,
  );
}

const across = (figure) => LEFT + STEP * (figure - 1);

function dots(count, x, y) {
  if (count > MOST)
    return [
      shape("circle", { cx: x, cy: y - 24, r: 13, fill: "none", stroke: "currentColor", "stroke-width": 2 }),
      words(x, y - 19, count, { "text-anchor": "middle" }),
    ];
  return Array.from({ length: count }, (_, i) => shape("circle", { cx: x, cy: y - 9 - i * 10, r: 4.6, fill: "currentColor" }));
}

function row(one, then, top) {
  const y = top + 74;
  const parts = [
    words(8, top + 12, one.name, { "font-weight": 700 }),
    line(LEFT, y, across(4), y),
    ...[1, 2, 3, 4].map((figure) => line(across(figure), y - 4, across(figure), y + 4)),
    ...one.counts.flatMap((count, i) => dots(count, across(i + 1), y)),
  ];
  if (one.n) parts.push(line(across(one.low), y, across(one.high), y, 5), arrow(across(one.middle), y + 5));
  if (one.levels.n) parts.push(diamond(across(one.levels.middle), y, 9));
  if (then?.n) parts.push(square(across(then.middle), y + 11, 6));
  return parts;
}

/** Dots on a scale: a row for each of `all`, with the middle of `then` where there is one. */
export function dotsOf(all, then, answers, said) {
  const ends = { 0: "start", 3: "end" };
  return drawing(
    "results-dots",
    across(4) + LEFT,
    28 + ROW * all.length,
    said,
    ...answers.map((name, i) =>
      words(across(i + 1) + ({ 0: -32, 3: 32 }[i] ?? 0), 14, name, { "text-anchor": ends[i] ?? "middle" }),
    ),
    ...all.flatMap((one, i) => row(one, then?.find(({ id }) => id === one.id), 28 + ROW * i)),
  );
}

/** A radar: a numbered axis for each of `all`, the middle answers joined; `then` by a dashed line. */
export function radarOf(all, then, said) {
  const [cx, cy, size] = [170, 150, 112];
  const at = (i, figure) => {
    const turn = (2 * Math.PI * i) / all.length - Math.PI / 2;
    return [cx + (Math.cos(turn) * size * figure) / 4, cy + (Math.sin(turn) * size * figure) / 4];
  };
  const ring = (figure) =>
    shape("polygon", { points: all.map((_, i) => at(i, figure).join()).join(" "), fill: "none", stroke: "currentColor", "stroke-opacity": 0.35 });
  const joined = (list, dash, mark) => {
    const placed = all.map((one, i) => [list.find(({ id }) => id === one.id), i]).filter(([one]) => one?.n);
    const points = placed.map(([one, i]) => at(i, one.middle));
    const tag = points.length === all.length ? "polygon" : "g"; // a gap is a gap
    const outline = shape(tag, { points: points.map((point) => point.join()).join(" "), fill: "none", stroke: "currentColor", "stroke-width": 2, "stroke-dasharray": dash });
    const spreads = placed.map(([one, i]) => line(...at(i, one.low), ...at(i, one.high), 5, { "stroke-opacity": 0.4 }));
    return [outline, ...(dash === "none" ? spreads : []), ...points.map(([x, y]) => mark(x, y))];
  };
  return drawing(
    "results-radar",
    340,
    300,
    said,
    ...[1, 2, 3, 4].map(ring),
    ...all.map((_, i) => line(cx, cy, ...at(i, 4), 1, { "stroke-opacity": 0.35 })),
    ...all.map((_, i) => words(...at(i, 4.6), i + 1, { "text-anchor": "middle", "dominant-baseline": "middle", "font-weight": 700 })),
    ...joined(all, "none", (x, y) => shape("circle", { cx: x, cy: y, r: 5, fill: "currentColor" })),
    ...(then ? joined(then, "6 5", (x, y) => square(x, y, 6)) : []),
  );
}
