// Rooms as groups might fill them, made from a number: the same number, the same room.
import { toLetters } from "../../overrides/components/group/ballot.lazy.js";
import { freshRoom, withBallot, withSheets } from "../../overrides/components/group/room.lazy.js";
import { ANSWERS, LEVELS, UNKNOWN } from "../../overrides/components/portrait/scores.lazy.js";
import { chance } from "./states.js";

const START = 1_795_000_000_000;

/** A form of `many` statements, in two conditions that each have their levels. */
export const formOf = (many) =>
  Array.from({ length: many }, (_, i) => [
    ...(i % 5 ? [] : [{ id: `point-${i}`, codes: [...LEVELS, UNKNOWN] }]),
    { id: `point-${i}-says`, codes: [...ANSWERS, UNKNOWN] },
  ]).flat();

/** What somebody answers: most of the form, some of it « Je ne sais pas ». */
export const personOf = (form, { below, one }) =>
  new Map(form.filter(() => below(8)).map(({ id, codes }) => [id, one(codes)]));

export const chanceOf = ({ below }) => Uint8Array.from({ length: 6 }, () => below(256));

/** { form, people, room }: as many people came, by their ballots or, some of them, on paper. */
export function roomOf(seed, many) {
  const draw = chance(seed);
  const form = formOf(1 + draw.below(25));
  const people = Array.from({ length: many ?? draw.below(41) }, () => personOf(form, draw));
  const onPaper = people.slice(0, draw.below(4));
  let room = freshRoom(START);
  if (onPaper.length) {
    const said = form.map(({ id }) => [id, onPaper.flatMap((person) => person.get(id) ?? [])]);
    room = withSheets(room, "paper", onPaper.length, new Map(said.filter(([, codes]) => codes.length)));
  }
  for (const person of people.slice(onPaper.length)) {
    const by = chanceOf(draw);
    room = withBallot(room, by.reduce((id, byte) => id + byte.toString(36), ""), toLetters(form, person, by));
  }
  return { form, people, room };
}
