// What a worksheet shows once it is filled in: what holds already, then what is still to talk
// about. It looks at what is there and what is not; it never judges what was written.
// Each function takes rows, { role or column: text }, and gives facts, { is, names or rows }.

/** The same name whatever its capitals, spaces, apostrophes and last sign. */
export const same = (text = "") =>
  text.normalize("NFC").toLowerCase().replace(/[’ʼ]/g, "'").replace(/[\s\u00a0\u202f]+/g, " ").replace(/[\s.,;:!?]+$/, "").trim();

const isSaid = (text) => /[\p{L}\p{N}]/u.test(text ?? "");

// The rows that share what a column says: Map of same text -> { name, rows }.
function by(column, rows) {
  const found = new Map();
  for (const row of rows) {
    if (!isSaid(row[column])) continue;
    const key = same(row[column]);
    if (!found.has(key)) found.set(key, { name: row[column].trim(), rows: [] });
    found.get(key).rows.push(row);
  }
  return [...found.values()];
}

const has = (column) => (row) => isSaid(row[column]);
const names = (groups) => groups.map(({ name }) => name);
const facts = (found) => found.filter((fact) => (fact.names ?? fact.rows).length);
const numbers = (rows, test) => rows.flatMap((row, i) => (test(row) ? [i + 1] : []));
const partners = ({ rows }) => by("partner", rows.filter(has("action"))).length;

/** Of a matrix of reinforcing actions: rows of { goal, partner, action, measure }. */
export function gaps(rows) {
  const goals = by("goal", rows);
  const actions = by("action", rows);
  const without = (column) => names(by(column, rows).filter((group) => !group.rows.some(has("action"))));
  return facts([
    { is: "whole", rows: numbers(rows, (row) => ["goal", "partner", "action", "measure"].every((one) => isSaid(row[one]))) },
    { is: "shared", names: names(goals.filter((goal) => partners(goal) > 1)) },
    { is: "overlap", names: names(actions.filter((action) => partners(action) > 1)) },
    { is: "goals", names: without("goal") },
    { is: "partners", names: without("partner") },
    { is: "measure", names: names(actions.filter((action) => !action.rows.some(has("measure")))) },
  ]);
}

/** Of a theory of change: what each line has still to say, and which questions wait to be asked of it. */
export function waiting(rows, columns, asks) {
  const lines = rows.flatMap((row, i) => {
    if (!columns.some((column) => isSaid(row[column]))) return [];
    const blank = columns.filter((column) => !isSaid(row[column]));
    return [{ n: i + 1, blank, asks: asks.filter((ask) => !row[ask]) }];
  });
  const ready = lines.filter(({ blank, asks: left }) => !blank.length && !left.length);
  return [
    ...facts([{ is: "ready", rows: ready.map(({ n }) => n) }]),
    ...lines.flatMap(({ n, blank, asks: left }) => [
      ...facts([{ is: "blank", n, names: blank }]),
      ...facts([{ is: "asks", n, names: left }]),
    ]),
  ];
}

const CHOICES = ["keep", "change", "hand-over", "stop"];

/** Of what should last: rows of { gain, thing, keep, change, hand-over, stop, strategy }; `things` are all four. */
export function sorted(rows, things) {
  const gains = rows.filter(has("gain"));
  const chosen = (row) => CHOICES.filter((choice) => isSaid(row[choice]));
  const of = (test) => names(by("gain", gains.filter(test)));
  return facts([
    ...CHOICES.map((choice) => ({ is: choice, names: of((row) => chosen(row).join() === choice) })),
    { is: "carried", names: of((row) => chosen(row).some((one) => one !== "stop") && isSaid(row.strategy)) },
    { is: "several", names: of((row) => chosen(row).length > 1) },
    { is: "undecided", names: of((row) => !chosen(row).length) },
    { is: "uncarried", names: of((row) => chosen(row).some((one) => one !== "stop") && !isSaid(row.strategy)) },
    { is: "unnamed", names: gains.length ? things.filter((thing) => !gains.some((row) => row.thing === thing)) : [] },
  ]);
}

const EMAIL = /[^\s@<>,;]+@[^\s@<>,;]+\.\p{L}{2,}/u;

/** Of a relationship map: cards of { activity, who, area }; `areas` are ids. */
export function standing(cards, areas) {
  const placed = (area) => cards.filter((card) => card.area === area && (isSaid(card.activity) || isSaid(card.who)));
  const many = (area) => by("who", placed(area)).length;
  const nameOf = (card) => (isSaid(card.activity) ? card.activity : card.who).trim();
  const written = cards.filter((card) => isSaid(card.activity) || isSaid(card.who));
  if (!written.length) return [];
  return facts([
    { is: "met", names: areas.filter((area) => many(area) > 1) },
    { is: "single", names: areas.filter((area) => many(area) === 1) },
    { is: "nobody", names: areas.filter((area) => !placed(area).length) },
    { is: "unplaced", names: written.filter((card) => !areas.includes(card.area)).map(nameOf) },
    { is: "emails", names: cards.flatMap((card) => `${card.activity} ${card.who}`.match(EMAIL)?.[0] ?? []) },
  ]);
}
