import type { Forms } from "./features.ts";
import { CAPITAL, CAPITALS, WORD, formsOf, hashOf } from "./features.ts";
import type { Gazetteer } from "./gazetteer.ts";
import { KNOWN, phraseHash } from "./gazetteer.ts";
import { hintsOf } from "./name-hints.ts";
import type { Hints } from "./name-hints.ts";
import { tokenize } from "./tokens.ts";

/** What the namer looks at besides the forms; one array a property, by token. */
export interface NameContext extends Hints {
  readonly forms: Forms;
  /** Part of speech by token: index in `POS`. */
  readonly pos: Uint8Array;
  /** First and behind-last token of the run of capitalised words that a token is in; a token outside of one: -1. */
  readonly runFirst: Int32Array;
  readonly runLast: Int32Array;
  /** `KNOWN` bits of the word alone. */
  readonly known: Uint16Array;
  /** `KNOWN` bits of the longest known phrase of two words or more that covers it. */
  readonly phrase: Uint16Array;
  /** Where in that phrase it stands: 1 begins, 2 inside, 3 ends; 0 in none. */
  readonly phrasePlace: Uint8Array;
  /** 1: first word of a sentence. */
  readonly begins: Uint8Array;
  /** 1: the whole line is in capitals. */
  readonly shouted: Uint8Array;
  /** How often the text has its word in small letters: 0 never, 1 once or twice, 2 more often. */
  readonly small: Uint8Array;
  /** How often it has it with a capital inside a sentence: 0 never, 1 once, 2 more often. */
  readonly large: Uint8Array;
  /** Number of the word among the capitalised words of the text; -1 for others. */
  readonly word: Int32Array;
  readonly words: number;
}

type Unhinted = Omit<NameContext, keyof Hints>;

const hashes = (words: string): ReadonlySet<number> => new Set(words.split(" ").map(hashOf));

/** Words and marks that stand inside names, between capitalised words. */
const CONNECTORS = hashes(
  "of the and for de del della der den van von da di du dos la le les el al bin ibn y e zu zur et & - – / ' . on in at upon 's ’s sur to d",
);
const WORDS_MAX = 6;
/** So many connectors may follow each other: "of the". */
const CONNECTORS_MAX = 2;
/** A run is cut after so many tokens, so that work stays linear. */
const RUN_MAX = 40;

/** Looks at a text once. `sentences` are token ranges in order. Linear. */
export function nameContextOf(
  forms: Forms,
  pos: Uint8Array,
  sentences: readonly { readonly first: number; readonly last: number }[],
  gazetteer: Gazetteer,
): NameContext {
  const { count } = forms;
  const context: Unhinted = {
    forms,
    pos,
    runFirst: new Int32Array(count).fill(-1),
    runLast: new Int32Array(count).fill(-1),
    known: new Uint16Array(count),
    phrase: new Uint16Array(count),
    phrasePlace: new Uint8Array(count),
    begins: new Uint8Array(count),
    shouted: new Uint8Array(count),
    small: new Uint8Array(count),
    large: new Uint8Array(count),
    word: new Int32Array(count).fill(-1),
    words: 0,
  };
  for (const { first, last } of sentences) {
    markSentence(context, first, last);
    markRuns(context, first, last);
  }
  markKnown(context, gazetteer);
  const counted = { ...context, words: countForms(context) };
  return { ...counted, ...hintsOf(counted, sentences) };
}

/** A capitalised word, or one like "al-Hajj" or "wikiHow"; "I" is none. */
function isLarge(forms: Forms, i: number): boolean {
  const flags = forms.flags[i] as number;
  if ((flags & CAPITAL) !== 0) return (flags & WORD) !== 0 && forms.lower[i] !== PRONOUN;
  return (flags & WORD) !== 0 && INNER_CAPITAL.includes(forms.shape[i] as number);
}
const PRONOUN = hashOf("i");
/** Shapes of words that begin small and have a capital inside. */
const INNER_CAPITAL: readonly number[] = [
  ...formsOf(["al-Abc", "d'Abc", "d’Abc", "eAbc"].flatMap((word) => tokenize(word))).shape,
];

function markSentence({ forms, begins, shouted }: Unhinted, first: number, last: number): void {
  let words = 0;
  let capitals = 0;
  for (let i = first; i < last; i += 1) {
    const flags = forms.flags[i] as number;
    if ((flags & WORD) === 0) continue;
    if (words === 0) begins[i] = 1;
    words += 1;
    if ((flags & CAPITALS) !== 0) capitals += 1;
  }
  if (words >= 4 && capitals * 10 >= words * 7) shouted.fill(1, first, last);
}

function markRuns({ forms, runFirst, runLast }: Unhinted, first: number, last: number): void {
  for (let i = first; i < last; i += 1) {
    const number = !isLarge(forms, i) && isNumber(forms, i) && i + 1 < last && isLarge(forms, i + 1);
    if (!number && !isLarge(forms, i)) continue;
    let to = i + 1;
    while (to < last && to - i < RUN_MAX) {
      if (isLarge(forms, to) || isNumber(forms, to) || (forms.lower[to] === PRONOUN && isNumeral(forms, to, last))) {
        to += 1;
        continue;
      }
      let k = to;
      while (k < last && k - to < CONNECTORS_MAX && CONNECTORS.has(forms.lower[k] as number)) k += 1;
      if (k === to || k >= last || !isLarge(forms, k)) break;
      to = k + 1;
    }
    runFirst.fill(i, i, to);
    runLast.fill(to, i, to);
    i = to - 1;
  }
}

/** "Ivo I, king of …": behind a name and before a mark or "of" a capital I counts. */
function isNumeral({ lower, flags }: Forms, i: number, last: number): boolean {
  return i + 1 >= last || ((flags[i + 1] as number) & WORD) === 0 || lower[i + 1] === OF;
}
const OF = hashOf("of");

function isNumber(forms: Forms, i: number): boolean {
  return ((forms.flags[i] as number) & (WORD | DIGIT)) === DIGIT;
}
const DIGIT = 8;

function markKnown({ forms, runFirst, runLast, known, phrase, phrasePlace }: Unhinted, gazetteer: Gazetteer): void {
  for (let i = 0; i < forms.count; i += 1) {
    if (runFirst[i] === -1) continue;
    const bits = gazetteer.lookup(forms.lower[i] as number);
    known[i] = bits & ~KNOWN.begins;
    if ((bits & KNOWN.begins) === 0 || !isLarge(forms, i)) continue;
    const end = Math.min(runLast[i] as number, i + WORDS_MAX);
    let hash = forms.lower[i] as number;
    let best = 0;
    let length = 0;
    for (let k = i + 1; k < end; k += 1) {
      hash = phraseHash(hash, forms.lower[k] as number);
      const found = gazetteer.lookup(hash);
      if ((found & ~KNOWN.begins) !== 0) {
        best = found & ~KNOWN.begins;
        length = k + 1 - i;
      }
      if ((found & KNOWN.begins) === 0) break;
    }
    if (length === 0 || (phrasePlace[i] as number) !== 0) continue;
    phrase.fill(best, i, i + length);
    phrasePlace.fill(2, i, i + length);
    phrasePlace[i] = 1;
    phrasePlace[i + length - 1] = 3;
  }
}

/** Fills `small`, `large` and `word`; returns how many capitalised words there are. */
function countForms({ forms, begins, runFirst, small, large, shouted, word: numbers }: Unhinted): number {
  const index = new Map<number, number>();
  const inside: number[] = [];
  const lower: number[] = [];
  // Nearly all small words never stand with a capital: a quick look spares the search.
  const perhaps = new Uint8Array(4096);
  for (let i = 0; i < forms.count; i += 1) {
    if (runFirst[i] === -1 || !isLarge(forms, i)) continue;
    const word = forms.lower[i] as number;
    let at = index.get(word);
    if (at === undefined) {
      at = inside.length;
      index.set(word, at);
      perhaps[word & 4095] = 1;
      inside.push(0);
      lower.push(0);
    }
    numbers[i] = at;
    if (begins[i] === 0 && shouted[i] === 0) inside[at] = (inside[at] as number) + 1;
  }
  for (let i = 0; i < forms.count; i += 1) {
    if (((forms.flags[i] as number) & (WORD | CAPITAL)) !== WORD) continue;
    const word = forms.lower[i] as number;
    const at = perhaps[word & 4095] === 1 ? index.get(word) : undefined;
    if (at !== undefined) lower[at] = (lower[at] as number) + 1;
  }
  for (let i = 0; i < forms.count; i += 1) {
    if (runFirst[i] === -1) continue;
    const at = numbers[i] as number;
    if (at === -1) continue;
    const s = lower[at] as number;
    const l = inside[at] as number;
    small[i] = s === 0 ? 0 : s < 3 ? 1 : 2;
    large[i] = l === 0 ? 0 : l < 2 ? 1 : 2;
  }
  return inside.length;
}
