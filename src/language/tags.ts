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

/** Tags marks, which need no model. Sentences are found by them. */
export function tagMarks(tokens: readonly Token[]): void {
  for (const token of tokens) if (!token.word && token.tag !== "quote") token.tag = markTag(token);
}

/** Tags the words of a sentence `[first, last)` from their part of speech and from lists of closed classes. */
export function tagWords(tokens: readonly Token[], first: number, last: number): void {
  for (let i = first; i < last; i += 1) {
    const token = tokens[i] as Token;
    if (token.word && token.tag !== "quote") token.tag = wordTag(token, tokens[i - 1], tokens[i + 1]);
  }
}

/** Guesses parts of speech from endings and word lists, where there is no model: names alone, other languages. */
export function guessWords(tokens: readonly Token[]): void {
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i] as Token;
    if (token.word && token.tag !== "quote") token.tag = guessedTag(token, tokens[i - 1], tokens[i + 1]);
  }
}

function markTag(token: Token): Token["tag"] {
  switch (token.text) {
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
      return /^\p{Nd}/u.test(token.text) ? "number" : "other";
  }
}

/** "The Sunday Times" is no day. */
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

function wordTag(token: Token, before: Token | undefined, after: Token | undefined): Token["tag"] {
  const { lower, pos } = token;
  if (token.capital && after?.capital === true && lower.endsWith("day") && WEEKEND_PAPERS.test(after.lower))
    return "name";
  // Headlines print their verbs with a capital.
  if (token.capital && HEADLINE_CUES.test(lower) && before?.tag !== "determiner") return "noun";
  if (token.capital && !SENTENCE_STARTERS.has(lower) && !TIME_NOUNS.has(lower) && !AUXILIARIES.has(lower)) {
    const initial =
      before === undefined || before.block || before.tag === "stop" || before.tag === "quote" || before.tag === "colon";
    if (pos === "PROPN" || !initial) return "name";
  }
  return closedTag(token) ?? OPEN[pos] ?? "noun";
}

function closedTag(token: Token): Token["tag"] | null {
  const { lower, pos } = token;
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
  if (MODALS.has(lower) && !(lower === "may" && token.capital)) return "modal";
  if (AUXILIARIES.has(lower)) return "auxiliary";
  if (NEGATIONS.has(lower)) return "not";
  if (PREPOSITIONS.has(lower)) return "preposition";
  if (TIME_NOUNS.has(lower)) return "noun";
  return null;
}

function guessedTag(token: Token, before: Token | undefined, after: Token | undefined): Token["tag"] {
  const { lower } = token;
  if (token.capital && after?.capital === true && lower.endsWith("day") && WEEKEND_PAPERS.test(after.lower))
    return "name";
  // Headlines print their verbs with a capital.
  if (token.capital && HEADLINE_CUES.test(lower) && before?.tag !== "determiner") return "noun";
  if (token.capital && !SENTENCE_STARTERS.has(lower) && !TIME_NOUNS.has(lower) && !AUXILIARIES.has(lower)) {
    const initial =
      before === undefined || before.block || before.tag === "stop" || before.tag === "quote" || before.tag === "colon";
    if (
      !initial ||
      !(PRONOUNS.has(lower) || ADVERBS.has(lower) || SUBORDINATORS.has(lower) || PREPOSITIONS.has(lower))
    ) {
      return "name";
    }
  }
  const closed = closedTag(token);
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
