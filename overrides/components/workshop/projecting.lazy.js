// A workshop on the wall, in order: its programme, then what each of its parts says.
import { ideas } from "../slides/ideas.lazy.js";
import { Slides } from "../slides/slides.lazy.js";
import { element, fill } from "../page/words.shared.js";
import { pieceReader } from "./parts.lazy.js";

/** The slides of one part, the first of which has its hour and its minutes. */
async function slidesOf({ text, url, clock, length, minutes }, pieceAt, words) {
  const kicker = [clock, length].filter(Boolean).join(" · ");
  const first = { kicker, text, minutes };
  if (!url) return [first];
  try {
    const piece = await pieceAt(url);
    const asked = piece.questions.map((one) => ({ kicker: text, text: one }));
    const [{ says, scan }, ...others] = ideas(piece.root, piece.url, piece.id);
    // No code leads phones to a page of moments: it is for who leads.
    if (!piece.root.querySelector(".moments")) return [{ ...first, says, scan }, ...asked, ...others];
    // The moments of a sheet are one slide, under the time of the whole part.
    const moments = others.filter((one) => one.minutes);
    const isWhole = moments.reduce((sum, one) => sum + one.minutes, 0) === minutes; // else another time was given to it
    const timeOf = (one) => (isWhole ? [element("b", fill(words.length, { n: one.minutes })), " "] : []);
    const steps = moments.map((one) => element("p", [...timeOf(one), one.text]));
    return [{ ...first, says: steps.length ? steps : says }, ...asked, ...others.filter((one) => !one.minutes)];
  } catch {
    return [first]; // no network, and no copy of that page
  }
}

/** Project a workshop that its page shows. */
export async function project({ at, agenda, plan, words }) {
  const pieceAt = pieceReader();
  const rows = agenda.rows.map((row, i) => ({ ...row, minutes: plan.items[i].minutes }));
  const parts = await Promise.all(rows.map((row) => slidesOf(row, pieceAt, words)));
  const programme = rows.map(({ clock, text, length }) => element("p", [element("b", clock || length), ` ${text}`]));
  const opening = { kicker: agenda.when, text: plan.title || words.ownTitle, says: programme };
  const slides = new Slides([opening, ...parts.flat()], () => {
    slides.remove();
    at("[name=project]").focus();
  });
  return slides.open();
}
