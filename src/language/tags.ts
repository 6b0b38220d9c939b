import type { Pos } from "./pos.ts";
import type { Token } from "./tokens.ts";
import {
  ADVERBS,
  AUXILIARIES,
  DETERMINERS,
  IRREGULAR_PAST,
  MODALS,
  NEGATIONS,
  NOT_VERBS,
  POSSESSIVES,
  PREPOSITIONS,
  PRESENT,
  PRONOUNS,
  SENTENCE_STARTERS,
  SUBORDINATORS,
  TIME_NOUNS,
  WH,
} from "./words.ts";

/** All tags; `wordMarks` holds their indexes. */
export const TAGS = [
  "noun",
  "name",
  "number",
  "pronoun",
  "determiner",
  "possessive",
  "preposition",
  "and",
  "subordinator",
  "wh",
  "auxiliary",
  "modal",
  "not",
  "adverb",
  "verb",
  "past",
  "ing",
  "to",
  "comma",
  "stop",
  "colon",
  "dash",
  "open",
  "close",
  "quote",
  "other",
] as const satisfies readonly Token["tag"][];

/** The lower bits of a word's marks: the index of its tag as a mark or as a word of a closed class; `OPEN_CLASS` for the rest. */
export const TAG_MASK = 31;
const OPEN_CLASS = 31;
/** The closed class depends on the part of speech. */
const UNSURE = 32;
/** Even with a capital inside a sentence it is no name. */
const NO_NAME = 64;
const DAY = 128;
const HEADLINE = 256;

/** What the rules' lists say of a word or mark, as bits for `tagWords`, the same wherever it stands. */
export function wordMarks(text: string, lower: string, word: boolean, capital: boolean): number {
  if (!word) return TAGS.indexOf(markTag(text));
  const closed = closedTag(lower, capital, "X");
  let marks = closed === null ? OPEN_CLASS : TAGS.indexOf(closed);
  if (lower === "'s" || lower === "her" || lower === "that") marks |= UNSURE;
  if (!capital || SENTENCE_STARTERS.has(lower) || TIME_NOUNS.has(lower) || AUXILIARIES.has(lower)) marks |= NO_NAME;
  if (capital && lower.endsWith("day")) marks |= DAY;
  if (capital && HEADLINE_CUES.test(lower)) marks |= HEADLINE;
  return marks;
}

/** Tags the words of a sentence `[first, last)` from their part of speech and from lists of closed classes; `marks` by token. */
export function tagWords(tokens: readonly Token[], marks: Uint16Array, first: number, last: number): void {
  for (let i = first; i < last; i += 1) {
    const token = tokens[i] as Token;
    if (token.word && token.tag !== "quote") token.tag = wordTag(tokens, i, marks[i] as number);
  }
}

/** Guesses parts of speech from endings and word lists, where there is no model: names alone, other languages. */
export function guessWords(tokens: readonly Token[]): void {
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i] as Token;
    if (token.word && token.tag !== "quote") token.tag = guessedTag(token, tokens[i - 1], tokens[i + 1]);
  }
}

function markTag(text: string): Token["tag"] {
  switch (text) {
    case ",":
      return "comma";
    case ".":
    case "!":
    case "?":
    case "…":
    case "。":
    case "؟":
    case ";":
      return "stop";
    case ":":
      return "colon";
    case "―":
    case "—":
    case "–":
    case "--":
      return "dash";
    case "-":
      return "dash";
    case "(":
    case "[":
      return "open";
    case ")":
    case "]":
      return "close";
    // "9/11 widow" is one noun phrase.
    case "/":
      return "noun";
    case "&":
      return "and";
    default:
      return /^\p{Nd}/u.test(text) ? "number" : "other";
  }
}

const WEEKEND_PAPERS = /^(?:times|telegraph|mail|mirror|express|post|world|sun|herald|tribune|independent)$/;

const HEADLINE_CUES = /^(?:says?|said|tells|told|warns|denies|vows|urges|confirms|announces|admits|insists)$/;

const OPEN: Readonly<Partial<Record<Pos, Token["tag"]>>> = {
  NOUN: "noun",
  NOUNS: "noun",
  PROPN: "name",
  ADJ: "noun",
  VB: "verb",
  VBP: "verb",
  VBZ: "verb",
  VBD: "past",
  VBN: "past",
  VBG: "ing",
  ADV: "adverb",
};

function wordTag(tokens: readonly Token[], i: number, marks: number): Token["tag"] {
  const token = tokens[i] as Token;
  if ((marks & (DAY | HEADLINE | NO_NAME)) !== NO_NAME) {
    const before = tokens[i - 1];
    if ((marks & DAY) !== 0 && isPaper(tokens[i + 1])) return "name";
    // Headlines print their verbs with a capital.
    if ((marks & HEADLINE) !== 0 && before?.tag !== "determiner") return "noun";
    if ((marks & NO_NAME) === 0 && (token.pos === "PROPN" || !isInitial(before))) return "name";
  }
  const known = marks & TAG_MASK;
  const closed =
    (marks & UNSURE) === 0
      ? known === OPEN_CLASS
        ? null
        : (TAGS[known] as Token["tag"])
      : closedTag(token.lower, token.capital, token.pos);
  return closed ?? OPEN[token.pos] ?? "noun";
}

/** "The Sunday Times" is no day. */
function isPaper(after: Token | undefined): boolean {
  return after?.capital === true && WEEKEND_PAPERS.test(after.lower);
}

/** Does a sentence, or what is like one, begin behind this token? */
function isInitial(before: Token | undefined): boolean {
  return (
    before === undefined || before.block || before.tag === "stop" || before.tag === "quote" || before.tag === "colon"
  );
}

function closedTag(lower: string, capital: boolean, pos: Pos): Token["tag"] | null {
  if (lower === "to") return "to";
  if (lower === "and" || lower === "or" || lower === "nor") return "and";
  // "She's claiming", "told her": no owners, says the model.
  if (lower === "'s" && (pos === "AUX" || pos === "VBZ" || pos === "VBP")) return "auxiliary";
  if (lower === "her" && pos === "PRON") return "pronoun";
  if (lower === "that" && pos === "DET") return "determiner";
  if (POSSESSIVES.has(lower)) return "possessive";
  if (WH.has(lower) && lower !== "when" && lower !== "where") return "wh";
  if (SUBORDINATORS.has(lower)) return "subordinator";
  if (DETERMINERS.has(lower)) return "determiner";
  if (PRONOUNS.has(lower) || lower === "i") return "pronoun";
  if (MODALS.has(lower) && !(lower === "may" && capital)) return "modal";
  if (AUXILIARIES.has(lower)) return "auxiliary";
  if (NEGATIONS.has(lower)) return "not";
  if (PREPOSITIONS.has(lower)) return "preposition";
  if (TIME_NOUNS.has(lower)) return "noun";
  return null;
}

function guessedTag(token: Token, before: Token | undefined, after: Token | undefined): Token["tag"] {
  const { lower } = token;
  if (token.capital && lower.endsWith("day") && isPaper(after)) return "name";
  // Headlines print their verbs with a capital.
  if (token.capital && HEADLINE_CUES.test(lower) && before?.tag !== "determiner") return "noun";
  if (token.capital && !SENTENCE_STARTERS.has(lower) && !TIME_NOUNS.has(lower) && !AUXILIARIES.has(lower)) {
    if (
      !isInitial(before) ||
      !(PRONOUNS.has(lower) || ADVERBS.has(lower) || SUBORDINATORS.has(lower) || PREPOSITIONS.has(lower))
    ) {
      return "name";
    }
  }
  const closed = closedTag(lower, token.capital, token.pos);
  if (closed !== null) return closed;
  if (ADVERBS.has(lower)) return "adverb";
  if (NOT_VERBS.has(lower)) return "noun";
  const afterNominal = before !== undefined && /^(?:determiner|possessive|preposition)$/.test(before.tag);
  if (PRESENT.has(lower) && !afterNominal) return "verb";
  if (IRREGULAR_PAST.has(lower) && !afterNominal) return "past";
  if (lower.length > 4 && lower.endsWith("ly")) return "adverb";
  if (lower.length > 3 && lower.endsWith("ed")) return afterNominal ? "noun" : "past";
  if (lower.length > 4 && lower.endsWith("ing")) return "ing";
  return "noun";
}
