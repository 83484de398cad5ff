// What leaves the page: the agenda on paper and on the clipboard, the dates for a calendar.
import { copied } from "../page/copy.lazy.js";
import { printed } from "../page/printing.lazy.js";
import { open, PREFIX, read } from "../notebook/store.shared.js";
import { fill, tell } from "../page/words.shared.js";
import { asMarkdown, timed } from "./agenda.lazy.js";
import { calendar, isDay } from "./calendar.lazy.js";
import { forWord } from "./told.lazy.js";

/** Do what one of the buttons under an agenda is for. */
export function use(meeting, name) {
  if (name === "print") return printed("meeting");
  if (name === "calendar") return saveMeeting(meeting);
  if (name === "dues") return saveDues(meeting);
  return copy(meeting, name === "copy" && forWord(meeting.at(".agenda")));
}

const say = (meeting, text) => {
  meeting.at(".tool-status").textContent = text;
};

const copy = ({ at, agenda, words }, element) =>
  tell(at(".tool-status"), copied(element, asMarkdown(agenda)), words.copied, words.notCopied);

// The same for one notebook however often it is asked for; two notebooks may have the same id,
// each on its own device, but were not made at the same moment.
const uid = (id) => `${id}.${open()}.${read(PREFIX + open())?.made ?? 0}@agir-ensemble`;

function saveMeeting(meeting) {
  const { plan, steps, agenda, name, words } = meeting;
  if (!isDay(plan.date)) {
    say(meeting, words.noDate);
    return meeting.when.elements.date.focus();
  }
  const description = agenda.rows.map(({ clock, text, length }) => `${clock} ${text} (${length})`.trim()).join("\n");
  const minutes = timed(plan, steps).total;
  const { date, start, place: location } = plan;
  // Workshops of a notebook are several; the next meeting is one, whatever its date.
  const told = { uid: uid(plan.title ? `${meeting.id}.${plan.date}` : meeting.id), summary: fill(words.meeting, { name: plan.title || name }), date, start, minutes, location, description };
  return save(`${words.file}-${date}.ics`, calendar([told], Date.now()));
}

function saveDues(meeting) {
  const { steps, words } = meeting;
  const dated = steps.filter(({ due }) => isDay(due));
  if (!dated.length) return say(meeting, words.noDues);
  const counts = new Map();
  const events = dated.map(({ id, what, who, due }) => {
    const { text, url } = meeting.of({ id });
    const n = (counts.get(id) ?? 0) + 1; // a question has several where nobody chose between them
    counts.set(id, n);
    const summary = [what || text, who].filter(Boolean).join(" – ");
    return { uid: uid(n > 1 ? `${id}.${n}` : id), summary, date: due, description: text, url };
  });
  return save(`${words.dues}.ics`, calendar(events, Date.now()));
}

function save(name, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/calendar" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000); // some browsers read it after the click
}
