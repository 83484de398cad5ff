// A room: what a group's devices and sheets brought in, and what may be shown of it. It is a record
// of the notebook as answers are, so that copies and merges carry it. No page, no storage.
//
// What came in stays `sealed`, in no order but that of chance, until somebody opens it all at once;
// from then on only the counts of each statement are kept, and nothing ties two answers to one
// person. `seen` remembers what was taken in, so that nothing is ever counted twice.
import { stateOf, versions, withState, withText } from "../notebook/answers.shared.js";
import { asText, countsOf, fromText } from "../portrait/scores.lazy.js";
import { bytesOf, lettersOf } from "../transfer/letters.lazy.js";
import { OPEN } from "../transfer/text.lazy.js";
import { fromLetters } from "./ballot.lazy.js";

export const ENOUGH = 5;
const SHEETS = "p."; // before what sheets of paper said: no letter of a ballot
const PEOPLE = /^people (\d{1,4})\n?/;
const NOTHING = { kept: [], seen: {} };

// What somebody changed by hand on the device says nothing.
const sealedOf = ({ sealed }) => (Array.isArray(sealed?.kept) && sealed.seen ? sealed : NOTHING);

const sealedAs = (room, id) => sealedOf(room).kept.find(({ by }) => by === `w${id}`);

/** A room that opens now. */
export const freshRoom = (now) => withState({ sealed: NOTHING }, OPEN, now);

export const isOpen = (room) => stateOf(room) === OPEN;

// Every one at the time the room opened: when each came is nobody's business.
function withSealed(room, id, value) {
  const { kept, seen } = sealedOf(room);
  const by = `w${id}`;
  const before = sealedAs(room, id);
  if (Object.hasOwn(seen, by) && (!before || before.value === value)) return room;
  const n = (seen[by] ?? 0) + 1;
  const others = kept.filter((one) => one !== before);
  const all = [...others, { by, n, at: room.state.at, value }].sort((a, b) => (a.by < b.by ? -1 : 1));
  return { ...room, sealed: { kept: all, seen: { ...seen, [by]: n } } };
}

/**
 * A room with a ballot in it, in place of the one that the same person showed before. The same room
 * when that very one is in already or has more answers, or when what this person said was opened.
 */
export function withBallot(room, id, letters, form) {
  const before = sealedAs(room, id);
  const isFuller = before && answersIn(before.value, form) > answersIn(letters, form); // then this one is older
  return isFuller ? room : withSealed(room, id, letters);
}

/** A room with what `people` sheets of paper said: a Map id -> codes, one for each answer. */
export const withSheets = (room, id, people, said) =>
  withSealed(room, id, SHEETS + lettersOf(new TextEncoder().encode(`people ${people}\n${asText(said)}`)));

/** Whether what came in under an id is sealed still. */
export const isSealed = (room, id) => Boolean(sealedAs(room, id));

/** A room without what came in under an id; it stays known, so that no other tab brings it back. */
export function without(room, id) {
  const { kept, seen } = sealedOf(room);
  return { ...room, sealed: { kept: kept.filter(({ by }) => by !== `w${id}`), seen } };
}

function counted(text) {
  const people = Number(PEOPLE.exec(text)?.[1] ?? 0);
  return { people, said: fromText(text.replace(PEOPLE, "")) };
}

function unsealed(value, form) {
  try {
    if (value.startsWith(SHEETS)) return counted(new TextDecoder().decode(bytesOf(value.slice(SHEETS.length))));
    const { answers } = fromLetters(value, [form]);
    return { people: 1, said: answers };
  } catch {
    return { people: 0, said: new Map() }; // damaged on the device: it says nothing
  }
}

const answersIn = (value, form) => unsealed(value, form).said.size;
// Two tabs may each have taken in another ballot of the same person: one of them counts.
const sealedIn = (room, form) =>
  [...new Map(sealedOf(room).kept.map(({ by, value }) => [by, value])).values()].map((value) => unsealed(String(value), form));
const openedIn = (room) => counted(String(versions(room, "opened").at(-1)?.value ?? ""));
const total = (all) => all.reduce((sum, { people }) => sum + people, 0);

/** How many people are in a room: { came, waiting }; those who wait are sealed still. */
export function peopleIn(room, form) {
  const waiting = total(sealedIn(room, form));
  return { came: waiting + openedIn(room).people, waiting };
}

/** A room opened: all that was sealed is counted, and gone. The same room before there are enough. */
export function withOpened(room, form, writer, now) {
  const { came, waiting } = peopleIn(room, form);
  if (came < ENOUGH || !waiting) return room;
  const all = [openedIn(room), ...sealedIn(room, form)];
  const known = form.map(({ id, codes }) => {
    const said = all.flatMap((one) => one.said.get(id) ?? []);
    return [id, codes.flatMap((code) => said.filter((one) => one === code))];
  });
  const text = `people ${came}\n${asText(new Map(known.filter(([, codes]) => codes.length)))}`;
  const opened = withText(room, "opened", text, versions(room, "opened"), writer, now);
  return { ...opened, sealed: { ...sealedOf(room), kept: [] } };
}

/** What the group said, once it is opened: { people, said: Map id -> codes }; `people` is 0 before. */
export function outcomeOf(room) {
  const { people, said } = openedIn(room);
  return people < ENOUGH ? { people: 0, said: new Map() } : { people, said };
}

/** A room that is done with: nothing of what was said is left in it. */
export function closed(room, writer, now) {
  const empty = withText(room, "opened", null, versions(room, "opened"), writer, now);
  return withState({ ...empty, sealed: { ...sealedOf(room), kept: [] } }, "", now);
}

/** A closed room as it was `before`; written anew, so that no copy of the closed one takes it away. */
export function reopened(room, before, writer, now) {
  const text = versions(before, "opened").at(-1)?.value ?? null;
  const open = withState(withText(room, "opened", text, versions(room, "opened"), writer, now), OPEN, now);
  const kept = sealedOf(before).kept.map((one) => ({ ...one, n: one.n + 1, at: open.state.at }));
  const seen = { ...sealedOf(room).seen, ...Object.fromEntries(kept.map(({ by, n }) => [by, n])) };
  return { ...open, sealed: { kept, seen } };
}

/**
 * How far a group is from one answer to each of some ids: [{ id, apart }], the furthest first. What
 * fewer than five people answered, « Je ne sais pas » left out, is not brought before the others.
 */
export function leastAgreed(ids, said) {
  const found = ids.map((id) => ({ id, apart: apart(said.get(id) ?? []) }));
  return found.filter((one) => one.apart > 0).sort((a, b) => b.apart - a.apart);
}

// The share of pairs of people who answered, weighed by how far apart they are. Answers without an
// order (keep, change…) are one apart or none.
function apart(codes) {
  const counts = countsOf(codes);
  const n = counts.reduce((sum, [, count]) => sum + count, 0);
  if (n < ENOUGH) return 0;
  let sum = 0;
  for (const [one, a, at] of counts)
    for (const [other, b, there] of counts) if (one !== other) sum += a * b * (at && there ? Math.abs(at - there) : 1);
  return sum / (n * (n - 1));
}
