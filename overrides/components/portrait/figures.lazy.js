// The figures of a portrait on its page: what goes well and what calls for a talk in sentences,
// dots, a radar, and the table that says the same.
import { element, fill } from "../page/words.shared.js";
import { dotsOf, radarOf } from "./picture.lazy.js";
import { ANSWERS, differences, figures, isStrong, LEVELS, strengthsFirst, why } from "./scores.lazy.js";

/** A row of a table, its head first. */
export function rowOf(name, ...texts) {
  const row = element("tr", "");
  const head = element("th", name);
  head.scope = "row";
  row.append(head, ...texts.map((text) => element("td", text)));
  return row;
}

/** What the page says, by its code: "mostly" is « Assez ». */
export const namesIn = (root) =>
  new Map(
    Array.from(root.querySelectorAll("label:has(input[type=radio])"), (label) => [
      label.querySelector("input").value,
      (label.querySelector("b") ?? label).textContent.trim(),
    ]),
  );

export class Figures {
  /** `root` holds what results.html makes; `names` say each code, `words` the rest. */
  constructor(root, scales, names, words) {
    this.words = words;
    this.names = names;
    this.scales = scales;
    this.find = (place) => root.querySelector(place);
  }

  of(answers) {
    return figures(this.scales, (id) => [answers.get(id) ?? []].flat());
  }

  /** How far the answers go, from the lowest to the highest. */
  range({ low, high }, codes = ANSWERS) {
    if (low === high) return this.said(low, codes);
    return fill(this.words.span, { low: this.said(low, codes), high: this.said(high, codes) });
  }

  /** The description that was chosen; of several people, the middle one, how far they go, how many. */
  level(levels) {
    const middle = this.middle(levels, LEVELS);
    return levels.n > 1 ? fill(this.words.level, { middle, span: this.range(levels, LEVELS), n: levels.n }) : middle;
  }

  /** The answer in the middle, or the two that it lies between. */
  middle({ middles }, codes = ANSWERS) {
    if (!middles) return "–";
    const [low, high] = middles.map((at) => this.said(at, codes));
    return low === high ? low : fill(this.words.between, { low, high });
  }

  said(figure, codes) {
    return figure === null ? "–" : this.names.get(codes[figure - 1]);
  }

  /** Show answers, with those of another day laid over them when there are some. */
  show(now, then, day) {
    const all = this.of(now);
    const before = then && this.of(then);
    const ordered = strengthsFirst(all);
    this.find(".said").replaceChildren(...this.sentences(ordered, all));
    this.find(".shown tbody").replaceChildren(...ordered.map((one) => this.row(one)));
    const dots = this.find(".dots");
    dots.querySelector("svg")?.remove();
    const answers = ANSWERS.map((code) => this.names.get(code));
    dots.prepend(dotsOf(ordered, before, answers, { title: this.words.picture, desc: this.words.desc }));
    dots.querySelector(".then").hidden = !then;
    dots.querySelector(".then span").textContent = day;
    const list = element("ol", "");
    list.append(...all.map(({ name }) => element("li", name)));
    const radar = radarOf(all, before, { title: this.words.radar, desc: this.words.desc });
    this.find(".radar figure").replaceChildren(radar, list);
  }

  row(one) {
    const levels = one.hasLevels ? [this.level(one.levels)] : [];
    return rowOf(one.name, ...levels, ...one.counts, one.unknown, this.middle(one), this.range(one), one.n);
  }

  sentences(ordered, all) {
    const names = ordered.filter(isStrong).map(({ name }) => name);
    const strong = names.length ? [element("li", fill(this.words.strong, { names: names.join(", ") }))] : [];
    const talks = ordered.filter((one) => why(one, all)).map((one) => this.talk(one, why(one, all)));
    return [...strong, ...(talks.length ? talks : [element("li", this.words.calm)])];
  }

  talk(one, reason) {
    const item = element("li", `${fill(this.words[reason], one)} `);
    const link = element("a", this.words.go);
    link.href = `#for-${one.about}`;
    item.append(link);
    return item;
  }

  /** Rows that say what changed since another day. */
  changes(now, then) {
    const all = this.of(now);
    const sign = (change) => (change > 0 ? "+" : change < 0 ? "−" : "") + Math.abs(change).toLocaleString(document.documentElement.lang);
    const before = this.of(then);
    return differences(all, before).map(({ change }, i) =>
      rowOf(all[i].name, this.middle(before[i]), this.middle(all[i]), change === null ? "–" : sign(change)),
    );
  }
}
