// What a worksheet shows, said in the words of the page.
import { fill } from "../page/words.shared.js";
import { gaps, sorted, standing, waiting } from "./gaps.lazy.js";

/**
 * The sentences about a worksheet. `columns` are { id, title, role, choices }, `asks` the ticks of
 * a row, `rows` { column: text }, `words` "fact-…" -> sentence with {rows}, {names}, {n}.
 */
export function sentences(columns, asks, rows, words) {
  const roles = new Set(columns.map(({ role }) => role));
  const titles = new Map(columns.map(({ id, title }) => [id, title]));
  for (const ask of asks) titles.set(ask.value, ask.dataset.name);
  const options = columns.find(({ role }) => role === "thing" || role === "area")?.choices?.content.querySelectorAll("option") ?? [];
  for (const option of options) titles.set(option.value, option.text);
  const byRole = () =>
    rows.map((row) => Object.fromEntries(columns.filter(({ role }) => role).map(({ id, role }) => [role, row[id] ?? ""])));
  let found = [];
  if (roles.has("goal")) found = gaps(byRole());
  else if (roles.has("gain")) found = sorted(byRole(), Array.from(options, ({ value }) => value));
  else if (roles.has("area")) found = standing(byRole(), Array.from(options, ({ value }) => value));
  else if (asks.length) found = waiting(rows, columns.map(({ id }) => id), asks.map(({ value }) => value));
  const list = new Intl.ListFormat(document.documentElement.lang, { type: "conjunction" });
  const said = (names) => list.format(names.map((name) => words.quoted.replace("{name}", titles.get(name) ?? name)));
  return found.map((fact) =>
    fill(words[`fact${fact.is.replace(/(?:^|-)(\w)/g, (_all, letter) => letter.toUpperCase())}`], {
      n: fact.n,
      rows: fact.rows && list.format(fact.rows.map(String)),
      names: fact.names && said(fact.names),
    }),
  );
}
