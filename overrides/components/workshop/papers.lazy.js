// A workshop on paper: the run sheet, then each handout once, or what who animates says and does.
import { fromRoot, pageAt } from "../page/added.lazy.js";
import { printed } from "../page/printing.lazy.js";
import { element, fill } from "../page/words.shared.js";
import { pieceReader } from "./parts.lazy.js";

const NOT_SAID = "main > :is(p, h1), .permalink, .minutes:not(.moments .minutes), .uses, .muted";

/** The address of the view of a page that stands in a folder; none for a page that has no such view. */
function viewOn({ root, url }, folder) {
  const links = Array.from(root.querySelectorAll("main a"), (link) => new URL(link.getAttribute("href"), url).href);
  return links.find((link) => link.startsWith(folder));
}

/** What a page says, or one place on it, as nodes for this page. */
function copied(place, url, without) {
  const copy = place.cloneNode(true);
  for (const one of without ? copy.querySelectorAll(without) : []) one.remove();
  for (const one of copy.querySelectorAll("[id]")) one.removeAttribute("id");
  for (const link of copy.querySelectorAll("a[href]")) link.href = new URL(link.getAttribute("href"), url).href;
  return [...copy.childNodes];
}

const mainAt = async (address, without) => copied((await pageAt(address)).getElementById("main"), address, without);

const got = (settled) => settled.flatMap(({ value }) => value ?? []);
const lost = (settled) => settled.filter(({ status }) => status === "rejected").length;
const rowsOf = (agenda) => agenda.rows.filter(({ url }) => url);

/** Print parts after the run sheet, in the style of one view, and say it. */
function show({ at }, view, parts, said, blanks) {
  const place = at(".handouts");
  place.className = `handouts ${view}`;
  place.replaceChildren(...parts.map((nodes) => element("section", nodes, { className: view })));
  at(".tool-status").textContent = fill(said, blanks);
  printed("papers");
}

/** Print the run sheet of a workshop and its handouts; says how many could not be read. */
export async function printAll(workshop) {
  const { agenda, words } = workshop;
  const folder = fromRoot(words.handouts).href;
  const pieceAt = pieceReader();
  // A question that was picked stands in the run sheet; the handout of its page would have all of them.
  const addressOn = async ({ url }) => {
    const piece = await pieceAt(url);
    return piece.place?.matches(".checklist > li") ? undefined : viewOn(piece, folder);
  };
  const asked = await Promise.allSettled(rowsOf(agenda).map(addressOn));
  const addresses = new Set(got(asked));
  const read = await Promise.allSettled(Array.from(addresses, (address) => mainAt(address)));
  const parts = read.flatMap(({ value }) => (value ? [value] : []));
  const missing = lost([...asked, ...read]);
  show(workshop, "handout", parts, missing ? words.papersMissing : words.papers, { n: addresses.size, missing });
}

const isMoment = ({ place }) => place?.matches(".moments > li");

/** The view of the sheet or the step that a row takes; a section or a question stands in the run sheet. */
const notesOn = (piece, folder) => (isMoment(piece) || !piece.place ? viewOn(piece, folder) : undefined);

/** What a section asks, as a list; a question that was picked is the title of its row. */
function asked({ place, url }) {
  const rows = Array.from(place?.querySelectorAll(".checklist > li > label") ?? [], (label) => element("li", copied(label, url, ".tag")));
  return rows.length ? [element("ul", rows)] : [];
}

/** What is said and done in one row, after its title: of its own place, then of its view, unless an earlier row told it. */
async function notesOf({ clock, text, length, url }, piece, view, isTold) {
  const own = isMoment(piece) ? copied(piece.place, url, `${NOT_SAID}, h3`) : asked(piece);
  const name = view && piece.root.querySelector("h1").textContent.trim();
  const title = element("h1", [clock, text, name && name !== text && `– ${name}`, `(${length})`].filter(Boolean).join(" "));
  return [title, ...own, ...(view && !isTold ? await mainAt(view, NOT_SAID) : [])];
}

/** What to bring to the whole of each ready workshop that rows come from, each thing once. */
function brought(pieces) {
  const pages = new Set(pieces.filter(({ value }) => value && isMoment(value)).map(({ value }) => value.place.ownerDocument));
  const lists = Array.from(pages, (page) => page.querySelector("#facts .material")).filter(Boolean);
  const things = new Set(lists.flatMap((list) => Array.from(list.querySelectorAll("dd"), (thing) => thing.textContent)));
  if (!things.size) return [];
  const title = lists[0].querySelector("dt").textContent;
  return [element("h1", title), element("ul", Array.from(things, (thing) => element("li", thing)))];
}

/** Print the run sheet of a workshop and what its facilitator says, does and brings. */
export async function printNotes(workshop) {
  const { agenda, words } = workshop;
  const pieceAt = pieceReader();
  const folder = fromRoot(words.animations).href;
  const { rows } = agenda;
  const pieces = await Promise.allSettled(rows.map(({ url }) => (url ? pieceAt(url) : {})));
  const views = pieces.map(({ value }) => value?.root && notesOn(value, folder));
  const notes = rows.map((row, i) => pieces[i].value && notesOf(row, pieces[i].value, views[i], views.indexOf(views[i]) < i));
  const read = await Promise.allSettled(notes);
  const missing = lost([...pieces, ...read]);
  const parts = read.some(({ value }) => value?.length > 1) ? [...brought(pieces), ...got(read)] : []; // titles alone are the run sheet
  const said = missing ? words.papersMissing : parts.length ? words.notes : words.notesNone;
  show(workshop, "animation", parts.length ? [parts] : [], said, { missing });
}
