// The agenda on the page, in words: the same for the screen, paper, Word and Markdown.
import { element, fill } from "../page/words.shared.js";
import { REVIEW } from "./agenda.lazy.js";
import { isDay } from "./calendar.lazy.js";
import { dayIn } from "../transfer/text.lazy.js";

const inOnePiece = (text) => text.replaceAll(" ", "\u00a0");

// Languages of our pages say the first of a month otherwise than the others: « le 1er mars ».
function fullDay(lang, day) {
  const text = new Date(`${day}T00:00:00Z`).toLocaleDateString(lang, { dateStyle: "full", timeZone: "UTC" });
  return lang.startsWith("fr") ? text.replace(/ 1 /, " 1er ") : text;
}

/** An hour of the day, in minutes, as a language says it. */
export function clock(lang, minutes) {
  if (minutes === undefined) return "";
  const options = { hour: "numeric", minute: "2-digit", timeZone: "UTC" };
  const said = inOnePiece(new Date(minutes * 60_000).toLocaleTimeString(lang, options));
  return lang.startsWith("fr") ? said.replace(/\s00$/, "") : said; // « 15 h », as the OQLF writes it
}

/** A length in minutes in words, with hours from an hour on. */
export function lengthIn(words, minutes) {
  const [hours, n] = [Math.floor(minutes / 60), minutes % 60];
  if (!hours) return inOnePiece(fill(words.length, { n }));
  if (!n) return inOnePiece(fill(words.wholeHours, { n: hours }));
  return inOnePiece(fill(words.hourLength, { hours, n: String(n).padStart(2, "0") }));
}

/** A next step in words: what, who, by when and whether that is past. */
export const stepTexts = ({ what, who, due, late }, words, lang) =>
  [what, who, due && fill(late ? words.late : words.due, { date: dayIn(lang, due) })].filter(Boolean);

/** What an agenda says: { title, when, hours, rows: [{ clock, text, url, length, more }], total }. */
export function told(agenda, steps, { name, date, place, words, lang, of }) {
  const at = (minutes) => clock(lang, minutes);
  const { start, end } = agenda;
  const hours = start === undefined ? "" : end === start ? at(start) : fill(words.hours, { from: at(start), to: at(end) });
  const day = isDay(date) ? fullDay(lang, date) : date;
  return {
    title: fill(words.title, { name }),
    when: [[day, hours].filter(Boolean).join(", "), place].filter(Boolean).join(" · "),
    hours,
    rows: agenda.rows.map((row) => ({
      ...(row.id === REVIEW ? { text: words.review } : of(row)),
      clock: at(row.from),
      length: lengthIn(words, row.minutes),
      more: row.id === REVIEW ? steps.map((step) => stepTexts(step, words, lang).join(" · ")) : of(row).more,
    })),
    total: fill(words.total, { length: lengthIn(words, agenda.total) }),
  };
}

/** Put an agenda in its place on the page. */
export function showIn(place, { title, when, rows, total }) {
  place.querySelector("h3").textContent = title;
  place.querySelector(".agenda-when").textContent = when;
  const timeless = !rows.some((row) => row.clock);
  place.querySelector("th").hidden = timeless;
  place.querySelector("table").hidden = !rows.length;
  place.querySelector(".agenda-total").textContent = rows.length ? total : "";
  const shown = rows.map(({ clock: hour, text, url, length, more }) => {
    const name = url ? element("a", text, { href: url }) : text;
    const list = url ? more.flatMap((line) => [element("br"), line]) : [element("ul", more.map((line) => element("li", line)))];
    return element("tr", [...(timeless ? [] : [element("td", hour)]), element("td", [name, ...list]), element("td", length)]);
  });
  place.querySelector("tbody").replaceChildren(...shown);
}

/** A copy of the agenda for Word and Outlook, which know no style sheet: lines around what it holds. */
export function forWord(place) {
  const copy = place.cloneNode(true);
  for (const hidden of copy.querySelectorAll("[hidden]")) hidden.remove();
  copy.querySelector("table")?.setAttribute("border", "1");
  copy.querySelector("table")?.setAttribute("cellpadding", "6");
  for (const one of [copy, ...copy.querySelectorAll("*")])
    for (const name of ["id", "class", "aria-labelledby"]) one.removeAttribute(name);
  return element("div", [...copy.childNodes]);
}
