// Notebooks by the thousand for the modules of the transfer, each made by the same moves as on the
// site: pages that write, read and merge without knowing of each other. Seeded: a failure comes back.
import { merged, STATES, versions, withState, withText } from "../../overrides/components/notebook/answers.shared.js";
import { fileText, fromText, Refusal, toFile } from "../../overrides/components/transfer/file.lazy.js";
import { fromLink, MARK, reunited, toLink, without } from "../../overrides/components/transfer/link.lazy.js";

const REASONS = ["big", "broken", "foreign", "later", "wrong"];
const NOW = Date.UTC(2027, 2, 1);
const TEXTS = [
  "Oui", "Un « oui »\n\net un \"non\"", "<img src=x onerror=alert(1)>", "=1+1", "é\u0301👩‍👧\u{1f1e8}", "\ud800 seul",
  "__proto__", "a".repeat(3000), "\u0000\u2028\u202e", '{"v":2}', " ",
]; // prettier-ignore
const IDS = ["intention-for-whom", "constructor", "to-string", "kept-five-conditions-2026-11-21", "a", "z9-9", "map.r4k2"];
const STATES_THERE = ["", ...STATES, "mostly", "in-place"];

export function dice(seed) {
  let a = seed;
  const roll = () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (n) => Math.floor(roll() * n);
  return { below, of: (list) => list[below(list.length)] };
}

const VALUES = {
  note: ({ of }) => of(TEXTS),
  step: ({ of }) => ({ what: of(["", ...TEXTS]), who: of(["", "Zoé", "Ali, Bea"]), due: of(["", "2027-03-01"]), done: of([true, false]) }),
  row: ({ of }) => ({ order: of(["i", "im"]), cells: { [of(["what", "by-whom"])]: of(TEXTS) } }),
  later: ({ of }) => of([true, 0.5, "x", { at: [1, null], word: of(TEXTS) }]), // a part that is yet to come
};

function answerOf(d) {
  const copies = [undefined, undefined];
  for (let moves = 1 + d.below(8); moves; moves -= 1) {
    const [one, by, now] = [d.below(2), `w${d.of(["a", "b", "c1/former-id"])}`, 1.7e12 + d.below(1e6)];
    const field = d.of(["note", "step", ...Object.keys(VALUES)]);
    const value = d.below(4) ? VALUES[field](d) : null;
    const read = versions(copies[one], field).slice(-1);
    if (d.below(3)) copies[one] = withText(copies[one], field, value, read, by + one, now);
    else copies[one] = withState(copies[one], d.of(STATES_THERE), now);
    if (!d.below(3)) copies[1 - one] = merged(copies[0], copies[1]);
  }
  return merged(...copies);
}

export const notebookOf = (d) => ({
  name: d.of(["", "Table Nord, 2027", ...TEXTS]).slice(0, 400),
  answers: new Map(IDS.filter(() => d.below(2)).map((id) => [id, answerOf(d)])),
});

/** A value as a text that does not hang on the order of keys. */
const same = (value) =>
  JSON.stringify(value instanceof Map ? [...value].sort() : value, (_key, one) =>
    one && typeof one === "object" && !Array.isArray(one) ? Object.fromEntries(Object.entries(one).sort()) : one,
  );

const check = (holds, what, ...seen) => {
  if (!holds) throw new Error(`${what}: ${seen.map((one) => JSON.stringify(one)).join(" / ").slice(0, 2000)}`);
};

export function roundTrips(many) {
  const d = dice(1);
  let written = 0;
  for (let i = 0; i < many; i += 1) {
    const { name, answers } = notebookOf(d);
    const { file, left } = toFile(name, answers, NOW);
    const text = fileText(file);
    const back = fromText(text);
    check(!left && back.name === name && same(back.answers) === same(answers), "not the same", file, [...back.answers]);
    check(fileText(toFile(back.name, back.answers, NOW).file) === text, "not the same bytes", file);
    written += answers.size;
  }
  return written;
}

export async function linksRoundTrip(many) {
  const d = dice(2);
  let damaged = 0;
  for (let i = 0; i < many; i += 1) {
    const { name, answers } = notebookOf(d);
    const link = await toLink(toFile(name, answers, NOW).file);
    check(/^#carnet=[\w-]+$/.test(link), "not letters of an address", link);
    const back = await fromLink(link);
    check(back.name === name && same(back.answers) === same(answers), "not the same", link);
    const at = MARK.length + d.below(link.length - MARK.length);
    const letter = d.of([..."ABCxyz019-_%é"]);
    const broken = d.below(3) ? link.slice(0, at) + letter + link.slice(at + 1) : link.slice(0, at);
    try {
      const read = await fromLink(broken);
      check(read.name === name && same(read.answers) === same(answers), "damage that goes unseen", link, broken);
    } catch (error) {
      check(error instanceof Refusal && REASONS.includes(error.message), String(error), broken);
      damaged += 1;
    }
  }
  return damaged;
}

// Every place of a file, as [what holds it, its key].
function places(value, found = []) {
  if (value && typeof value === "object")
    for (const key of Object.keys(value)) {
      found.push([value, key]);
      places(value[key], found);
    }
  return found;
}

const BAD_KEYS = ["__proto__", "constructor ", "Id", "hasOwnProperty", "-", "é"];
const DAMAGES = {
  "another type": (holder, key, d) => {
    const one = holder[key];
    const others = [null, 1.5, "1", [], {}, true, -1, [[]]].filter((other) => typeof other !== typeof one || Array.isArray(other) !== Array.isArray(one));
    holder[key] = d.of(others.filter((other) => typeof other !== "number" || typeof one !== "number"));
  },
  "a number that counts nothing": (holder, key, d) => typeof holder[key] === "number" && (holder[key] = d.of([-1, 0.5, 1e300])),
  "a key that nobody wrote": (holder, key, d) => {
    const there = Array.isArray(holder) ? holder[key] : holder;
    if (!there || typeof there !== "object") return false;
    Object.defineProperty(there, d.of(BAD_KEYS), { value: {}, enumerable: true, configurable: true });
  },
  "a key that is missing": (holder, key) => {
    if (Array.isArray(holder) || !["by", "n", "at", "value", "kept", "seen", "is", "v", "what", "who", "due", "done", "format", "version", "name", "exported", "answers"].includes(key)) return false;
    delete holder[key];
  },
};

/** Files with one damage each: [file, "read" or why not]. */
export function damagedFiles(many) {
  const d = dice(3);
  const texts = [];
  while (texts.length < many) {
    const file = structuredClone(toFile("Nord", notebookOf(d).answers, NOW).file);
    const [holder, key] = d.of(places(file));
    const damage = d.of(Object.keys(DAMAGES));
    if (DAMAGES[damage](holder, key, d) === false) continue;
    const text = JSON.stringify(file);
    const why = reading(text);
    check([...REASONS, "read"].includes(why), `${why} after ${damage}`, text);
    texts.push([text, why]);
  }
  return texts;
}

/** Files cut short or changed by one character: read as something this site writes, or refused. */
export function cutFiles(many) {
  const d = dice(4);
  let refused = 0;
  for (let i = 0; i < many; i += 1) {
    const text = fileText(toFile("Nord", notebookOf(d).answers, NOW).file);
    const at = d.below(text.length - 2);
    const broken = d.below(2) ? text.slice(0, at) : text.slice(0, at) + d.of([...'{}[]",:0a\\<\u0000']) + text.slice(at + 1);
    try {
      const { name, answers } = fromText(broken);
      check(!toFile(name, answers, NOW).left, "read and not written again", broken);
    } catch (error) {
      check(error instanceof Refusal && REASONS.includes(error.message), String(error), broken);
      refused += 1;
    }
  }
  return refused;
}

export function validFiles(many) {
  const d = dice(5);
  return Array.from({ length: many }, () => {
    const { name, answers } = notebookOf(d);
    return fileText(toFile(name, answers, NOW).file);
  });
}

export function sharesLessAndMeetsAgain(many) {
  const d = dice(6);
  for (let i = 0; i < many; i += 1) {
    const { answers } = notebookOf(d);
    const bare = without(answers, { notes: false, names: true });
    for (const answer of bare.values()) check(Object.keys(answer).join() === "v,state", "more than a state", answer);
    const nameless = without(answers, { notes: true, names: false });
    check(!/Zoé|Ali/.test(JSON.stringify([...nameless])), "a name", [...nameless]);
    const full = without(answers, { notes: true, names: true });
    for (const shared of [bare, nameless, full]) {
      const read = fromText(fileText(toFile("", shared, NOW).file)).answers;
      for (const [id, answer] of read) {
        check(same(reunited(answers.get(id), answer)) === same(answers.get(id)), "not the same again", answers.get(id), answer);
        check(same(reunited(answer, answers.get(id))) === same(answers.get(id)), "the order matters", answers.get(id), answer);
        const other = answerOf(d);
        check(same(reunited(other, answer)) === same(reunited(answer, other)), "the order matters", other, answer);
      }
    }
  }
}

/** What reading a text gives, for one question to Chromium: "read", or why not. */
export function reading(text) {
  try {
    fromText(text);
    return "read";
  } catch (error) {
    return error.message;
  }
}

/** The same, of so many blanks. */
export const readingOf = (many) => reading(" ".repeat(many));

/** What a link of so many zeros, compressed, is refused for. */
export async function bomb(size) {
  const parts = Array.from({ length: size / 1e6 }, () => new Uint8Array(1e6));
  const stream = new Blob(parts).stream().pipeThrough(new CompressionStream("deflate"));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  const letters = btoa(Array.from(bytes, (one) => String.fromCharCode(one)).join("")).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
  try {
    await fromLink(MARK + letters);
  } catch (error) {
    return [letters.length, error.message];
  }
}

/** Whether a file is still read once every answer of it was given anew, and copied again. */
export function laterThan(text) {
  const given = [...fromText(text).answers].map(([id, answer]) => [id, withState(answer, "later", NOW)]);
  const { file, left } = toFile("", new Map(given), NOW);
  return left ? "left out" : reading(fileText(file));
}
