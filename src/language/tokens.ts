import { DIGIT, INSIDE, JOINT, LETTER, NUMBER, PAIR, SPACE, characterAt, unitsIn } from "./characters.ts";
import { Lexicon } from "./lexicon.ts";
import type { Pos } from "./pos.ts";
import type { Relation } from "./relations.ts";

/** What a token is to the rules: its part of speech where that is enough, marks and closed classes by word lists. */
export type Tag =
  | "noun"
  | "name"
  | "number"
  | "pronoun"
  | "determiner"
  | "possessive"
  | "preposition"
  | "and"
  | "subordinator"
  | "wh"
  | "auxiliary"
  | "modal"
  | "not"
  | "adverb"
  | "verb"
  | "past"
  | "ing"
  | "to"
  | "comma"
  | "stop"
  | "colon"
  | "dash"
  | "open"
  | "close"
  | "quote"
  | "other";

/** One word, number or mark of a text. `start` and `end` are UTF-16 offsets. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly lower: string;
  readonly capital: boolean;
  readonly word: boolean;
  /** Two line ends or more stand before it. */
  readonly block: boolean;
  /** At least one line end stands before it. */
  readonly line: boolean;
  tag: Tag;
  /** Part of speech of Universal Dependencies, with the form of nouns and verbs; "X" in a language not known. */
  pos: Pos;
  /** Index of the token that this one depends on; -1 for the root of its sentence and where nothing was parsed. */
  head: number;
  /** How it depends on it; null where nothing was parsed. See `Reading.parse`. */
  relation: Relation | null;
  /** Index of the outermost quotation that it stands in, marks included; -1 outside. */
  quote: number;
}

/** Tokens of a text, and the number of each in a lexicon. */
export interface Cut {
  readonly tokens: Token[];
  readonly words: readonly number[];
}

/** Cuts a text into tokens, in one pass. */
export function tokenize(text: string): Token[] {
  return cutText(text, new Lexicon()).tokens;
}

/** As `tokenize`, with the words looked up in a lexicon, which learns those that it does not know. */
export function cutText(text: string, lexicon: Lexicon): Cut {
  const units = unitsIn(text);
  const tokens: Token[] = [];
  const words: number[] = [];
  let lines = 2;
  const push = (start: number, end: number, word: boolean): void => {
    const number = lexicon.numberOf(units, start, end, word);
    words.push(number);
    tokens.push(tokenOf(lexicon, number, start, end, word, lines));
    lines = 0;
  };
  let at = 0;
  while (at < text.length) {
    const bits = characterAt(units, at);
    const start = at;
    at += (bits & PAIR) === 0 ? 1 : 2;
    if ((bits & SPACE) !== 0) {
      const unit = units[start] as number;
      if (unit === LINE_END || unit === PARAGRAPH_END) lines += 1;
    } else if ((bits & LETTER) !== 0) {
      at = wordEnd(units, at);
      // The genitive stands on its own: "Brown" + "’s".
      const genitive = at - start > 2 && isGenitive(units, at - 2);
      push(start, genitive ? at - 2 : at, true);
      if (genitive) push(at - 2, at, true);
    } else if ((bits & DIGIT) !== 0) {
      at = numberEnd(units, at);
      push(start, at, false);
    } else {
      const last = tokens.length - 1;
      // A full stop belongs to an abbreviation or an initial right before it.
      if ((units[start] as number) === FULL_STOP && last >= 0 && lexicon.takesStop(words[last] as number)) {
        const before = tokens[last] as Token;
        if (before.end === start) {
          const number = lexicon.numberOf(units, before.start, at, true);
          words[last] = number;
          tokens[last] = tokenOf(lexicon, number, before.start, at, true, before.block ? 2 : before.line ? 1 : 0);
          continue;
        }
      }
      push(start, at, false);
    }
  }
  return { tokens, words };
}

const LINE_END = 0x0a;
const PARAGRAPH_END = 0x2029;
const FULL_STOP = 0x2e;

function tokenOf(lexicon: Lexicon, number: number, start: number, end: number, word: boolean, lines: number): Token {
  return {
    start,
    end,
    text: lexicon.text[number] as string,
    lower: lexicon.lower[number] as string,
    capital: lexicon.isCapital(number),
    word,
    block: lines >= 2,
    line: lines >= 1,
    tag: "other",
    pos: "X",
    head: -1,
    relation: null,
    quote: -1,
  };
}

/** Where the word ends whose first letter ends at `from`: letters, and parts behind one joining mark each. */
function wordEnd(units: Uint16Array, from: number): number {
  let at = from;
  for (;;) {
    const bits = characterAt(units, at);
    if ((bits & INSIDE) !== 0) at += (bits & PAIR) === 0 ? 1 : 2;
    else if ((bits & JOINT) !== 0 && (characterAt(units, at + 1) & (LETTER | NUMBER)) !== 0) at += 1;
    else return at;
  }
}

function isGenitive(units: Uint16Array, at: number): boolean {
  const mark = units[at];
  return (mark === 0x27 || mark === 0x2019) && ((units[at + 1] as number) | 0x20) === 0x73;
}

const ENDINGS = ["st", "nd", "rd", "th", "s", "m", "bn", "k", "km", "ft"];

/** Where the number ends whose first digit ends at `from`: groups of digits, and an ending; neither right before a letter. */
function numberEnd(units: Uint16Array, from: number): number {
  let at = digitsEnd(units, from);
  let before = at;
  for (;;) {
    const unit = units[at];
    if ((unit !== FULL_STOP && unit !== COMMA) || (characterAt(units, at + 1) & DIGIT) === 0) break;
    before = at;
    at = digitsEnd(units, at + 1);
  }
  const next = characterAt(units, at);
  if ((next & (LETTER | NUMBER)) === 0) return at;
  const ending = (next & LETTER) === 0 ? undefined : ENDINGS.find((one) => hasEnding(units, at, one));
  // "1.2abc": "1" "." "2" "abc".
  return ending === undefined ? before : at + ending.length;
}

const COMMA = 0x2c;

function hasEnding(units: Uint16Array, at: number, ending: string): boolean {
  for (let k = 0; k < ending.length; k += 1) if (units[at + k] !== ending.charCodeAt(k)) return false;
  return (characterAt(units, at + ending.length) & (LETTER | NUMBER)) === 0;
}

function digitsEnd(units: Uint16Array, from: number): number {
  let at = from;
  for (;;) {
    const bits = characterAt(units, at);
    if ((bits & DIGIT) === 0) return at;
    at += (bits & PAIR) === 0 ? 1 : 2;
  }
}
