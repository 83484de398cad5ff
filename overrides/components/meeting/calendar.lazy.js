// Dates as a calendar file (.ics, RFC 5545) that any calendar takes in. No page, no storage.

const LINE = 75; // bytes of a line, its end left out
const encoder = new TextEncoder();
const CONTROLS = /[\0-\x08\x0b-\x1f\x7f-\x9f]/g; // no calendar may hold them

/** A text as the value of a line. */
export const escaped = (text) =>
  text
    .toWellFormed()
    .replace(/\r\n?/g, "\n")
    .replace(CONTROLS, "")
    .replace(/[\\;,]/g, "\\$&")
    .replaceAll("\n", "\\n");

/** A line cut where it is too long, between characters; what follows starts with a blank. */
export function folded(line) {
  let [cut, room] = ["", LINE];
  for (const character of line) {
    const bytes = encoder.encode(character).length;
    if (bytes > room) {
      cut += "\r\n ";
      room = LINE - 1;
    }
    cut += character;
    room -= bytes;
  }
  return cut;
}

const compact = (moment) => moment.toISOString().replace(/[-:]|\.\d+/g, "");
const floating = (moment) => compact(moment).slice(0, -1); // the same hour wherever it is read
const dayOf = (moment) => compact(moment).slice(0, 8);
const DAY = 86_400_000;
const MINUTE = 60_000;

// All day when it says no hour; a day that is shown as taken would keep out other meetings.
function when({ date, start, minutes }) {
  const from = new Date(`${date}T${start || "00:00"}:00Z`);
  if (!start) {
    const next = new Date(from.getTime() + DAY);
    return [`DTSTART;VALUE=DATE:${dayOf(from)}`, `DTEND;VALUE=DATE:${dayOf(next)}`, "TRANSP:TRANSPARENT"];
  }
  const end = new Date(from.getTime() + Math.max(minutes, 1) * MINUTE);
  return [`DTSTART:${floating(from)}`, `DTEND:${floating(end)}`];
}

function event(told, now) {
  const lines = ["BEGIN:VEVENT", `UID:${escaped(told.uid)}`, `DTSTAMP:${compact(new Date(now))}`, ...when(told)];
  for (const name of ["summary", "location", "description"])
    if (told[name]) lines.push(`${name.toUpperCase()}:${escaped(told[name])}`);
  if (told.url) lines.push(`URL:${told.url}`);
  return [...lines, "END:VEVENT"];
}

/** Whether a text is a day that there is, "2027-03-01". */
export const isDay = (text) => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));

/**
 * A calendar of `events`, { uid, summary, date, start, minutes, location, description, url }: the
 * last five may be missing, `start` is "09:30". The same `uid` takes the place of what was taken in
 * before. `now` is in milliseconds.
 */
export const calendar = (events, now) =>
  [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Agir ensemble//Agir ensemble//FR",
    ...events.flatMap((told) => event(told, now)),
    "END:VCALENDAR",
  ]
    .map((line) => `${folded(line)}\r\n`)
    .join("");
