// A notebook in the address of a page, after « # », which browsers send to nobody: the file of
// file.lazy.js, compressed, as letters of an address. And what of a notebook goes in it. No page.
import { merged, VERSION } from "../notebook/answers.shared.js";
import { fromText, isStep, Refusal } from "./file.lazy.js";
import { bytesOf, lettersOf } from "./letters.lazy.js";
import { isRoom } from "./text.lazy.js";

export const MARK = "#carnet=";
const MAX_LINK = 60_000; // letters; past that, programs that carry links cut them
const MAX_TEXT = 2_000_000; // what a link may hold once it is read, however it was compressed

/** A file as the end of an address, "#carnet=…"; undefined when it is too long for one. */
export async function toLink(file) {
  const json = JSON.stringify(file);
  if (json.length > MAX_TEXT) return undefined;
  const bytes = await bounded(new Blob([json]).stream().pipeThrough(new CompressionStream("deflate")), MAX_LINK);
  const link = bytes && MARK + lettersOf(bytes);
  return link?.length <= MAX_LINK ? link : undefined;
}

/** What a link holds, as fromText says it. Throws a Refusal. */
export async function fromLink(hash) {
  if (hash.length > MAX_LINK) throw new Refusal("big");
  let json;
  try {
    // "deflate" ends with a sum of all bytes, which "deflate-raw" has not: no damage goes unseen.
    const stream = new Blob([bytesOf(hash.slice(MARK.length))]).stream();
    const bytes = await bounded(stream.pipeThrough(new DecompressionStream("deflate")), MAX_TEXT);
    json = bytes && new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal("broken");
  }
  if (json === undefined) throw new Refusal("big");
  return fromText(json);
}

/** All the bytes of a stream; undefined as soon as there are more than `max`. */
async function bounded(stream, max) {
  const parts = [];
  let size = 0;
  const reader = stream.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    size += next.value.length;
    if (size > max) {
      reader.cancel().catch(() => {});
      return undefined;
    }
    parts.push(next.value);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

/** Answers without what was written, or without who was named. */
export function without(answers, { notes, names }) {
  // Of a later site's answers we cannot tell what names people; a dated portrait is all written. A
  // session holds what people said while it is still hidden: it goes in no link.
  const goes = ([id, { v }]) => !isRoom(id) && ((v <= VERSION && (notes || !id.startsWith("kept-"))) || (notes && names));
  const mine = [...answers].filter(goes);
  const shown = mine.map(([id, { v, state, step, ...others }]) => {
    const steps = step && (names ? step : nameless(step));
    return [id, { v, ...(state && { state }), ...(notes && others), ...(notes && steps && { step: steps }) }];
  });
  return new Map(shown.filter(([, answer]) => Object.keys(answer).length > 1));
}

// What is `seen` and not kept counts as taken out: so an empty step stays in the place of a name.
function nameless({ kept, seen }) {
  const steps = kept.map((item) => ({ ...item, value: { ...item.value, who: "" } }));
  return !kept.length || steps.some((item) => isStep(item.value)) ? { kept: steps, seen } : undefined;
}

/** Two versions of an answer as one, where either may have lost its names on the way. */
export function reunited(mine, theirs) {
  if (!mine?.step || !theirs?.step) return merged(mine, theirs);
  const named = (answer, other) => {
    const kept = answer.step.kept.map((item) => {
      const twin = item.value.who ? undefined : other.step.kept.find((one) => one.by === item.by && one.n === item.n);
      const same = twin && JSON.stringify({ ...twin.value, who: "" }) === JSON.stringify(item.value);
      return same ? twin : item;
    });
    return { ...answer, step: { ...answer.step, kept } };
  };
  return merged(named(mine, theirs), named(theirs, mine));
}
