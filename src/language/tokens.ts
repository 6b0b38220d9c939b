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

// One alternative per kind; each begins with another class of characters, so there is nothing to backtrack into.
const TOKEN =
  /(?<word>\p{L}[\p{L}\p{M}\p{N}\u200c\u200d]*(?:(?:[-.’'&_]|\.(?=\p{L}))[\p{L}\p{N}][\p{L}\p{M}\p{N}\u200c\u200d]*)*)|(?<number>\p{Nd}+(?:[.,]\p{Nd}+)*(?:st|nd|rd|th|s|m|bn|k|km|ft)?(?![\p{L}\p{N}]))|(?<digits>\p{Nd}+)|(?<space>\s+)|(?<mark>[^\s])/gu;

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

export function endsInTitle(token: Token): boolean {
  return token.text.endsWith(".") && NEVER_LAST.has(token.lower.slice(0, -1));
}

/** Cuts a text into tokens, in one pass. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let lines = 2;
  const push = (start: number, end: number, word: boolean): void => {
    const piece = text.slice(start, end);
    const first = piece.charCodeAt(0);
    const capital =
      word && (first < 128 ? first >= 65 && first <= 90 : piece.charAt(0) !== piece.charAt(0).toLowerCase());
    const lower = piece.toLowerCase().replaceAll("’", "'");
    tokens.push({
      start,
      end,
      text: piece,
      lower,
      capital,
      word,
      block: lines >= 2,
      line: lines >= 1,
      tag: "other",
      pos: "X",
      head: -1,
      relation: null,
      quote: -1,
    });
    lines = 0;
  };
  for (const match of text.matchAll(TOKEN)) {
    const start = match.index;
    const groups = match.groups ?? {};
    const value = match[0];
    const end = start + value.length;
    if (groups["space"] !== undefined) {
      for (const char of value) if (char === "\n" || char === "\u2029") lines += 1;
      continue;
    }
    if (groups["word"] === undefined) {
      // A full stop belongs to an abbreviation or an initial right before it.
      const last = tokens.at(-1);
      if (value === "." && last !== undefined && last.end === start && last.word && takesStop(last.text)) {
        tokens.pop();
        const { block, line } = last;
        push(last.start, end, true);
        tokens[tokens.length - 1] = { ...(tokens.at(-1) as Token), block, line };
        continue;
      }
      push(start, end, false);
      continue;
    }
    // The genitive stands on its own: "Brown" + "’s".
    const genitive = /['’]s$/i.test(value) && value.length > 2;
    push(start, genitive ? end - 2 : end, true);
    if (genitive) push(end - 2, end, true);
  }
  return tokens;
}

function takesStop(word: string): boolean {
  if (word.length === 1) return /\p{Lu}/u.test(word) && word !== "I";
  // "R-Ky.", "D-Calif.": party and state.
  const plain = /^[RDI]-/.test(word) ? word.slice(2) : word;
  return plain.length <= 6 && ABBREVIATIONS.has(plain.toLowerCase());
}
