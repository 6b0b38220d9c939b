import { formsOf, hashOf } from "./features.ts";
import type { NameContext } from "./name-context.ts";
import { KNOWN } from "./gazetteer.ts";
import { tokenize } from "./tokens.ts";

/** What places around a word tell, by bit: of one place, or gathered over all places of the same word in a text. */
export const HINT = {
  /** Behind "Mr", "Judge", "Senator". */
  titled: 1,
  /** Behind a first name or an initial. */
  surname: 2,
  /** As an author: before a year, "et al." or "& …" and a year. */
  cited: 4,
  /** As a party: "… v. …". */
  party: 8,
  /** Alone behind "in", "at", "from", "near", "to". */
  located: 16,
  /** Before a verb of saying or doing of one person, "'s" and kin, or behind one. */
  acting: 32,
  /** Begins a longer name. */
  opens: 64,
  /** Behind "the" or "a", alone. */
  articled: 128,
} as const;

const set = (words: string): ReadonlySet<number> => new Set(words.trim().split(/\s+/).map(hashOf));

/** Forms of address and ranks before a name, as `lower` hashes. */
export const TITLES =
  set(`mr mr. mrs mrs. ms ms. miss dr dr. prof prof. professor judge justice senator president minister general
  gen gen. lord lady sir congressman congresswoman governor mayor chairman captain colonel sergeant reverend rev rev.
  bishop archbishop king queen prince princess counsel petitioner respondent appellant detective officer sheriff`);
/** Words that a text is full of when it tells of people. */
const PERSONAL =
  set(`he she his her him hers himself herself who whose whom said says asked told born died married mother father son daughter
  wife husband brother sister`);
const LOCATING = set("in at from near to into toward towards through across throughout around outside via");
const SPEAKING =
  set(`said says say told tells argued argues argue asked asks claimed claims added adds wrote writes noted
  notes found finds suggested suggests held holds showed shows proposed proposes reported reports described describes
  explained explains replied believed believes thought thinks stated states concluded concludes observed defined defines
  became married died born joined moved studied claimed testified dissented dissenting concurring who whose himself
  herself`);
const NAMING = set("by according per following see cf e.g. contra");
const ARTICLES = set("the a an this that these those every each some");
const AND = set("and & und et");
const VERSUS = set("v v. vs vs. versus against");
const ET = hashOf("et");
const AL = set("al al.");
const OPENS = set("( [");
const COMMA = set(", ; .");
const YEARS: ReadonlySet<number> = new Set(formsOf(["2009", "2009a"].flatMap((word) => tokenize(word))).shape);

/** `HINT` bits by token; `sort` says what sort of text it is: 7 bits, how many names of people and of places stand in it, whether it cites, how much it tells of people. */
export interface Hints {
  readonly here: Uint8Array;
  readonly anywhere: Uint8Array;
  readonly sort: number;
}

type Unhinted = Omit<NameContext, keyof Hints>;

/**
 * What the place of each word of a run tells (`here`), and what all places of the word in the text tell together
 * (`anywhere`), as `HINT` bits by token; 0 outside of runs.
 */
export function hintsOf(
  context: Unhinted,
  sentences: readonly { readonly first: number; readonly last: number }[],
): Hints {
  const { forms, runFirst, known, word, words } = context;
  const here = new Uint8Array(forms.count);
  const gathered = new Uint8Array(words);
  let [people, sites, cited, all] = [0, 0, 0, 0];
  for (const { first, last } of sentences)
    for (let i = first; i < last; i += 1) {
      const at = word[i] as number;
      if (runFirst[i] === -1 || at === -1) continue;
      const bits = hintsAt(context, first, last, i);
      here[i] = bits;
      gathered[at] = (gathered[at] as number) | bits;
      all += 1;
      if ((bits & (HINT.titled | HINT.surname)) !== 0) people += 1;
      if ((bits & HINT.located) !== 0 || ((known[i] as number) & SITES) !== 0) sites += 1;
      if ((bits & HINT.cited) !== 0) cited += 1;
    }
  const anywhere = new Uint8Array(forms.count);
  for (let i = 0; i < forms.count; i += 1) {
    const at = word[i] as number;
    if (runFirst[i] !== -1 && at !== -1) anywhere[i] = gathered[at] as number;
  }
  return {
    here,
    anywhere,
    sort:
      share(people, all, 40, 12) |
      (share(sites, all, 6, 3) << 2) |
      (cited * 30 > all ? 16 : 0) |
      (personal(forms) << 5),
  };
}
const SITES = KNOWN.site | KNOWN.country | KNOWN.city | KNOWN.region;

/** How many of the words tell of people. */
function personal({ lower, count }: Unhinted["forms"]): number {
  let found = 0;
  for (let i = 0; i < count; i += 1) if (PERSONAL.has(lower[i] as number)) found += 1;
  return share(found, count, 300, 50);
}

/** 0: fewer than one in `few`; 1: fewer than one in `many`; 2: more. */
function share(count: number, all: number, few: number, many: number): number {
  return count * few < all ? 0 : count * many < all ? 1 : 2;
}

function hintsAt({ forms, runFirst, runLast, word, known }: Unhinted, first: number, last: number, i: number): number {
  const { lower } = forms;
  const of = (k: number): number => (k >= first && k < last ? (lower[k] as number) : 0);
  const isYear = (k: number): boolean => k < last && YEARS.has(forms.shape[k] as number);
  /** A year behind the token, with or without a mark between. */
  const dated = (k: number): boolean => isYear(k) || ((OPENS.has(of(k)) || COMMA.has(of(k))) && isYear(k + 1));
  const from = runFirst[i] as number;
  const to = runLast[i] as number;
  const back = of(i - 1);
  const next = of(i + 1);
  let bits = 0;
  if (TITLES.has(back)) bits |= HINT.titled;
  if (i > from && word[i - 1] !== -1 && ((known[i - 1] as number) & FIRST) !== 0 && i + 1 === to) bits |= HINT.surname;
  if (dated(i + 1) || (COMMA.has(next) && of(i + 2) === ET) || (next === ET && AL.has(of(i + 2)))) bits |= HINT.cited;
  if (AND.has(next) && dated(i + 3)) bits |= HINT.cited;
  if (VERSUS.has(next) || VERSUS.has(back) || (COMMA.has(back) && VERSUS.has(of(i - 2)))) bits |= HINT.party;
  if (i === from && LOCATING.has(back)) bits |= HINT.located;
  if (SPEAKING.has(next) || NAMING.has(back) || SPEAKING.has(back)) bits |= HINT.acting;
  if (i === from && to > i + 1 && word[i + 1] !== -1) bits |= HINT.opens;
  if (i === from && to === i + 1 && ARTICLES.has(back)) bits |= HINT.articled;
  return bits;
}
const FIRST = KNOWN.male | KNOWN.female;
