// Plans of meetings, the same at each run.
import { EMPTY } from "../../overrides/components/meeting/agenda.lazy.js";

let state = 7;
export const any = (n) => (state = (state * 1103515245 + 12345) % 2147483648) % n;

const item = (n) =>
  n < 9 ? { id: `q${n}`, minutes: any(90) } : { id: `own-${n}`, minutes: any(90), text: `Pause${any(3)}` };

export const plans = Array.from({ length: 2000 }, () => ({
  ...EMPTY,
  date: any(2) ? `2027-01-1${any(9)}` : "",
  start: any(3) ? `1${any(9)}:3${any(9)}` : "",
  review: any(30),
  items: [...new Set(Array.from({ length: any(8) }, () => any(12)))].map(item),
}));

export const four = { ...EMPTY, items: ["a", "b", "c", "d"].map((id, i) => ({ id, minutes: 10 * (i + 1) })) };
export const ids = ({ items }) => items.map(({ id }) => id).join("");
