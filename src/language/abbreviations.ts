const ABBREVIATIONS = new Set(
  (
    "mr mrs ms dr prof gen lt col maj capt cpt sgt cpl cmdr adm brig sen rep gov pres hon rev fr st jr sr messrs supt insp " +
    "no vs etc inc ltd co corp dept est jan feb mar apr jun jul aug sept sep oct nov dec mt ft univ assn bros " +
    "ala ariz ark calif colo conn fla ga ill ind ky md mass mich minn mo mont nev okla ore pa tenn tex va vt wash wis wyo  " +
    "a.m p.m u.s u.k u.n e.u u.s.a d.c n.y e.g i.e ph.d"
  ).split(" "),
);

/** Titles and initials whose full stop never ends a sentence. */
const NEVER_LAST = new Set(
  "mr mrs ms dr prof gen lt col maj capt cpt sgt cpl cmdr adm brig sen rep gov pres hon rev fr st messrs supt insp no vs e.g i.e mt".split(
    " ",
  ),
);

/** Does a full stop right behind a word belong to it, as an abbreviation or an initial? */
export function takesStop(word: string): boolean {
  if (word.length === 1) return /\p{Lu}/u.test(word) && word !== "I";
  // "R-Ky.", "D-Calif.": party and state.
  const plain = /^[RDI]-/.test(word) ? word.slice(2) : word;
  return plain.length <= 6 && ABBREVIATIONS.has(plain.toLowerCase());
}

/** Is a word, in small letters, a title with its full stop? */
export function isTitle(lower: string): boolean {
  return lower.endsWith(".") && NEVER_LAST.has(lower.slice(0, -1));
}

/** Short forms that lead on to what follows: "Fig. 3", "Holm v. Lund", "pp. 12–14", "ca. 1870". */
const LEADING = new Set("v fig figs eq eqs p pp vol vols cf ca approx mlle mme eds nr nos viz esp".split(" "));

/** Does a full stop behind a word, in small letters, always lead on? */
export function leadsOn(lower: string): boolean {
  return LEADING.has(lower);
}

/** May a full stop behind a word be that of a short form: "et al.", "O.J. Simm", "(b. March 1870)"? */
export function mayLeadOn(word: string): boolean {
  return word === "al" || (word.length === 1 ? /\p{Ll}/u.test(word) : /^\p{Lu}(?:\.\p{Lu})+$/u.test(word));
}
