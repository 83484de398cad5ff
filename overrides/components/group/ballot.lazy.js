// What one person answered, as some thirty letters: small enough for a code that is read across a
// table, and for the end of an address, which browsers send to nobody. No page, no storage.
//
// A form is [{ id, codes }], in order. Bytes: 1 version, 3 digest of the form, 6 chance, the answers
// by their places as one number, 3 sum of all that. Nothing says who answered, or when.
import { bytesOf, lettersOf } from "../transfer/letters.lazy.js";

export const MARK = "#voix=";
const VERSION = 1;
const [DIGEST, CHANCE, SUM] = [3, 6, 3];
const HEAD = 1 + DIGEST + CHANCE;
const LETTERS = /#voix=([\w-]{1,400})/g;

/** Why a ballot was not read: "broken" (damaged), or "other" (of another portrait or version). */
export class Refused extends Error {}

// FNV-1a, folded to 24 bits: damage and mix-ups are found, and nobody is kept from anything.
function sumOf(bytes) {
  let sum = 0x811c9dc5;
  for (const byte of bytes) sum = Math.imul(sum ^ byte, 0x01000193);
  return inBytes(BigInt((sum ^ (sum >>> 24)) & 0xffffff), SUM);
}

const inBytes = (number, size) => Uint8Array.from({ length: size }, (_, i) => Number((number >> BigInt(8 * i)) & 255n));
const inNumber = (bytes) => bytes.reduceRight((number, byte) => (number << 8n) | BigInt(byte), 0n);
const isSame = (one, other) => one.length === other.length && one.every((byte, i) => byte === other[i]);

const digestOf = (form) => sumOf(new TextEncoder().encode(JSON.stringify(form.map(({ id, codes }) => [id, ...codes]))));
const ways = (form) => form.reduce((product, { codes }) => product * BigInt(codes.length + 1), 1n);
const sizeOf = (form) => Math.ceil((ways(form) - 1n).toString(16).length / 2);

/** Chance that tells one person's answers from another's, wherever they come in. */
export const freshChance = () => crypto.getRandomValues(new Uint8Array(CHANCE));

/** The answers of one person, a Map id -> code, as letters. */
export function toLetters(form, answers, chance) {
  const placed = form.reduceRight((number, { id, codes }) => {
    return number * BigInt(codes.length + 1) + BigInt(codes.indexOf(answers.get(id)) + 1);
  }, 0n);
  const said = [VERSION, ...digestOf(form), ...chance, ...inBytes(placed, sizeOf(form))];
  return lettersOf([...said, ...sumOf(said)]);
}

/** What letters say, for one of some forms: { form, id, answers: Map }. Throws Refused. */
export function fromLetters(letters, forms) {
  let bytes;
  try {
    bytes = bytesOf(letters);
  } catch {
    throw new Refused("broken");
  }
  const said = bytes.subarray(0, -SUM);
  const isWhole = said.length >= HEAD && isSame(bytes.subarray(-SUM), sumOf(said));
  if (!isWhole || lettersOf(bytes) !== letters) throw new Refused("broken");
  const form = forms.find((one) => isSame(said.subarray(1, 1 + DIGEST), digestOf(one)));
  if (said[0] !== VERSION || !form) throw new Refused("other");
  let number = inNumber(said.subarray(HEAD));
  if (said.length - HEAD !== sizeOf(form) || number >= ways(form)) throw new Refused("broken");
  const answers = new Map();
  for (const { id, codes } of form) {
    const base = BigInt(codes.length + 1);
    const place = Number(number % base);
    if (place) answers.set(id, codes[place - 1]);
    number /= base;
  }
  return { form, id: inNumber(said.subarray(1 + DIGEST, HEAD)).toString(36), answers };
}

/** The letters of every ballot in a text: an address, a list of them, what a code said. */
export const lettersIn = (text) => Array.from(text.matchAll(LETTERS), ([, letters]) => letters);
