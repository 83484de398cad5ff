// How a language is searched: words folded and cut to their stem, for texts and queries alike.

const PARTICLES = new Set("c d j l m n s t qu jusqu lorsqu puisqu quoiqu".split(" "));
const EMPTY_WORDS = {
  fr: new Set(
    "a au aux avec ce ces cette comme dans de des du elle en est et eux il ils je la le les leur leurs lui ma mais me mes mon ne nos notre nous on ou par pas plus pour quand que quel quelle quels quelles qui sa se ses si son sont sur ta te tes ton tout tu un une vos votre vous y etre avoir comment".split(" "),
  ),
  en: new Set(
    "a an and are as at be by do does for from has have how i if in into is it its no not of on or our so that the their them then there these they this to us was we what when which who will with you your".split(" "),
  ),
};
// Endings, longest first; what is left keeps at least four letters.
const ENDINGS = {
  fr: "issements issement atrices ateurs ations trices ateur ation atif ative atifs atives ements ement ances ences ments euses trice iques ables ibles ismes istes ants ante antes ance ence ment euse eurs ions eur ions ites ives ifs able ible isme iste ique ant ees ent ons ite ive ion aux eux ers ees ee er ez es if al s x e".split(" "),
  en: "izations ization ations ation ating ated ates ate ements ement ments ment nesses ness ings ities ity ives ive able ible ing ers ies ion ed er es s e y".split(" "),
};

export const fold = (text) =>
  text
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/œ/g, "oe")
    .replace(/æ/g, "ae");

export const words = (text) => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];

export const stem = (word, lang) => {
  const ending = ENDINGS[lang].find((end) => word.length - end.length >= 4 && word.endsWith(end));
  return ending ? word.slice(0, -ending.length) : word;
};

const useful = (word, lang) => !PARTICLES.has(word) && !EMPTY_WORDS[lang].has(word);

// A page counts for more than a place on a page, one near the top for more than one further down,
// and one of five steps for more than one of seventy tools.
function weigher(entries) {
  const sizes = {};
  for (const { k } of entries) sizes[k] = (sizes[k] ?? 0) + 1;
  const place = (path) => (path.includes("#") ? 0.6 : path.split("/").length === 2 ? 1.4 : 1);
  return (_id, _term, { k, u }) => place(u.replace(/^en\//, "")) / sizes[k] ** 0.25;
}

/** An engine over the entries of search.<lang>.json: `search(text)` gives them, best first. */
export function engine(MiniSearch, entries, lang) {
  const known = (word) => useful(word, lang);
  // Two fields of our own: the last part of the address, and the word that a title starts with.
  const made = {
    address: ({ u }) => u.match(/[^/#]*\/?$/)[0],
    first: ({ t }) => words(t).find(known) ?? "",
  };
  const index = new MiniSearch({
    idField: "i",
    fields: ["t", "address", "first", "s", "k", "x"],
    storeFields: ["i", "u", "k", "t", "s", "f"],
    extractField: (entry, field) => made[field]?.(entry) ?? entry[field],
    tokenize: words,
    processTerm: (word) => known(word) && [...new Set([stem(word, lang), word])],
  });
  index.addAll(entries);
  const options = {
    boost: { t: 8, address: 6, s: 3, k: 2 },
    boostDocument: weigher(entries),
    processTerm: (word) => known(word) && stem(word, lang),
    prefix: (term) => term.length > 2,
    fuzzy: (term) => (term.length > 7 ? 2 : term.length > 3 ? 1 : false),
    weights: { fuzzy: 0.3, prefix: 0.3 },
  };
  return (text) => {
    const found = index.search(text, options);
    return found.filter(({ score }) => score > found[0].score / 60);
  };
}
