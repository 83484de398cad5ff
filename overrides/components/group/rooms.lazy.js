// The rooms of the notebook in use: opened, filled, closed. `room-<portrait>-<day>`, or that day's
// second, third… At most one of a portrait is open.
import { merged } from "../notebook/answers.shared.js";
import { answer, keyOf, keys, listen, read, take } from "../notebook/store.shared.js";
import { today } from "../portrait/kept.lazy.js";
import { freshRoom, isOpen } from "./room.lazy.js";

const DAY = /^\d{4}-\d{2}-\d{2}(-\d+)?$/;

/** The rooms of a portrait, the newest first: [{ name, day, room }]. */
function roomsOf(portrait) {
  const start = keyOf(`room-${portrait}-`);
  const days = keys().filter((key) => key.startsWith(start)).map((key) => key.slice(start.length));
  return days
    .filter((day) => DAY.test(day))
    .sort()
    .reverse()
    .map((day) => ({ name: `room-${portrait}-${day}`, day, room: read(start + day) }))
    .filter(({ room }) => room);
}

/** The open room of a portrait; undefined when there is none. */
export const openRoom = (portrait) => roomsOf(portrait).find(({ room }) => isOpen(room));

/** The open room of a portrait, opened now when there is none. */
export function enterRoom(portrait) {
  const found = openRoom(portrait);
  if (found) return found;
  const day = today();
  const before = new Set(roomsOf(portrait).map((one) => one.day));
  let free = day;
  for (let n = 2; before.has(free); n += 1) free = `${day}-${n}`;
  answer(`room-${portrait}-${free}`, () => freshRoom(Date.now()));
  return openRoom(portrait);
}

/** Change a room by what `change` makes of it; one that was lost meanwhile begins anew. */
export const changeRoom = (name, change) => answer(name, (room) => change(room ?? freshRoom(Date.now())));

/**
 * Call `heard` when a room changes. Two tabs that write at the same moment write over each other's:
 * what this one had is merged back.
 */
export function followRoom(name, heard) {
  const key = keyOf(name);
  let mine = read(key);
  listen((changed) => {
    if (changed !== null && changed !== key) return;
    const now = read(key);
    const isWhole = !now || !mine || isSame(merged(now, mine), merged(now, now));
    mine = now && merged(now, mine);
    if (isWhole) heard();
    else take(key, mine); // which is heard in its turn
  });
}

const isSame = (one, other) => JSON.stringify(one) === JSON.stringify(other);
