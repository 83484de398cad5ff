// How a language is searched: words folded and cut to their stem, for texts and queries alike.

const PARTICLES = new Set("c d j l m n s t qu jusqu lorsqu puisqu quoiqu".split(" "));
const EMPTY_WORDS = {
  fr: new Set(
    "a au aux avec ce ces cette comme dans de des du elle en est et eux il ils je la le les leur leurs lui ma mais me mes mon ne nos notre nous on ou par pas plus pour quand que quel quelle quels quelles qui quoi sa se ses si son sont sur ta te tes ton tout tous toute toutes tu un une vos votre vous y etre avoir comment faire fait faut sans chez cela ca ont".split(" "),
  ),
  en: new Set(
    "a an and are as at be by can do does for from get has have how i if in into is it its my no not of on or our should so that the their them then there these they this to us was we what when where which who will with you your".split(" "),
  ),
};
// Endings, longest first; what is left keeps at least four letters, three before the commonest.
const ENDINGS = {
  fr: "ifications ification issements issement ificateur abilites abilite ibilites ibilite atrices ateurs ations trices ateur ation atives ative atifs atif ements issant ement ances ences ments euses trice iques ables ibles ismes istes ieres ifier iales antes ales ante ants ance ence ment euse eurs ions ites ives ique able ible isme iste iere iers ial eur ion ite ive ifs aux ant ees ent ons eux ers ier ale als al if ee er ez es ir s x e".split(" "),
  en: "ifications ification abilities izations isations ability ibility ization isation ations ational ation atives ative ating ators ator ated ates ements ement nesses izing ising ments ness ment ities ships ancial ances ences ance ence able ible ings ized ised izer ions ates ate ship ity ive ing ers ies ren ion ize ise ed er es al s y e".split(" "),
};
const SHORT = new Set(["s", "x", "es", "e", "er", "ee", "ees", "ez", "ing", "ed"]);

/** A text in small letters, without accents or ligatures. */
export const fold = (text) =>
  text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replace(/œ/g, "oe").replace(/æ/g, "ae");

/** The folded words of a text; both apostrophes and hyphens part them. */
export const words = (text) => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** What a folded word shares with its plural, its verb and its noun; a doubled letter counts once. */
export function stem(word, lang) {
  const ending = ENDINGS[lang].find(
    (end) => word.endsWith(end) && word.length - end.length >= (SHORT.has(end) ? 3 : 4),
  );
  const left = ending ? word.slice(0, -ending.length) : word;
  return left.replace(/qu$/, "c").replace(/(.)\1/g, "$1");
}

const isEmpty = (word, lang) => PARTICLES.has(word) || EMPTY_WORDS[lang].has(word);

/** The words of a text that say something; all of them where none does. */
export function telling(text, lang) {
  const all = words(text);
  const kept = all.filter((word) => !isEmpty(word, lang));
  return kept.length ? kept : all;
}
