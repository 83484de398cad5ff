// The ideas of a page, one a slide: its title, its sections, moments, items and questions.
import { element } from "../page/words.shared.js";

const ASIDE = ".tag, .permalink, .term-list, [hidden], script, template, select, .talk, .note-date";
const SKIPPED = ["facts", "sources", "sheets", "tools", "related", "names", "results"];

/** What an element says, without what stands beside its text. */
function said(one) {
  if (!one) return "";
  const copy = one.cloneNode(true);
  for (const aside of copy.querySelectorAll(ASIDE)) aside.remove();
  return copy.textContent.trim().replace(/[^\S\u00a0]+/g, " ");
}

const paragraphs = (whole, where) => Array.from(whole.querySelectorAll(where), (one) => element("p", said(one)));

const question = (one, kicker) => ({ kicker, text: said(one.querySelector("label")) });

function moment(one, kicker) {
  const minutes = Number(one.querySelector(".minutes b").textContent);
  return { kicker, text: said(one.querySelector("h3")), minutes };
}

const item = (one, kicker) => ({ kicker, text: said(one.querySelector("strong")), says: paragraphs(one, ":scope > p, :scope > ul > li") });

/** The slides of a section of a page. */
function section(one, page) {
  const kicker = said(one.querySelector("h2"));
  const questions = Array.from(one.querySelectorAll(".checklist > li"), (row) => question(row, page));
  const moments = Array.from(one.querySelectorAll(".moments > li"), (row) => moment(row, page));
  const items = Array.from(one.querySelectorAll(".items > li"), (row) => item(row, kicker));
  const prose = Array.from(one.querySelectorAll(".prose > :is(p, ul, ol), .quote blockquote"), (part) => ({
    kicker: page,
    text: kicker,
    says: part.matches("ul, ol") ? paragraphs(part, ":scope > li") : [element("p", said(part))],
  }));
  return [...prose, ...moments, ...items, ...questions];
}

const isSheet = (root) => root.querySelector(".moments");

function opening(root, address) {
  const use = root.querySelector(isSheet(root) ? "#facts dd" : ".use-when") ?? root.querySelector(".page-head .summary");
  return { text: said(root.querySelector("h1")), kicker: said(root.querySelector(".kicker")), says: use ? [element("p", said(use))] : [], scan: address };
}

// Of a sheet, the room sees its moments and its questions: the rest is for who leads.
const sectionsOf = (root) => {
  const all = Array.from(root.querySelectorAll(".page-body > :is(.section, .note)[id]"));
  return all.filter(({ id }) => (isSheet(root) ? ["moments", "questions"].includes(id) : !SKIPPED.includes(id)));
};

/**
 * The slides of a page (a document and its address): of all of it, or of a place on it by its id. A
 * place that is not there gives the page's title.
 */
export function ideas(root, address, id = "") {
  const first = opening(root, address);
  const place = id && root.getElementById(id);
  if (!id) return [first, ...sectionsOf(root).flatMap((one) => section(one, first.text))];
  if (!place) return [first];
  const scan = `${address}#${id}`;
  if (place.matches(".checklist > li")) return [{ ...question(place, first.text), scan }];
  if (place.matches(".moments > li")) return [{ ...moment(place, first.text), scan }];
  if (place.matches(".items > li")) return [{ ...item(place, first.text), scan }];
  const [one, ...others] = section(place, first.text);
  return [{ text: said(place.querySelector("h2")), kicker: first.text, scan }, ...(one ? [one, ...others] : [])];
}

/** What a point of a ready workshop asks and uses: { questions: [text], uses: address or undefined }. */
export function pointIn(root, address, id) {
  const place = root.getElementById(id);
  const questions = Array.from(place?.querySelectorAll(".asked li") ?? [], said);
  const uses = place?.querySelector(".uses a")?.getAttribute("href");
  return { questions, uses: uses && new URL(uses, address).href };
}
