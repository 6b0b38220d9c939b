import { isTitle, leadsOn, mayLeadOn } from "./abbreviations.ts";
import { LEXICON_INTS, Lexicon, MARKS_AT } from "./lexicon.ts";
import { cutText } from "./tokens.ts";
import type { Token } from "./tokens.ts";
import { quotationsOf } from "./quotes.ts";
import type { Quotation } from "./quotes.ts";
import { gathered } from "./features.ts";
import type { Forms } from "./features.ts";
import type { EnglishModel } from "./model.ts";
import type { FoundName } from "./namer.ts";
import type { Choice } from "./pronouns.ts";
import { POS } from "./pos.ts";
import type { Pos } from "./pos.ts";
import { RELATIONS } from "./relations.ts";
import type { Relation } from "./relations.ts";
import { TAGS, TAG_MASK, guessWords, tagWords } from "./tags.ts";
import { SENTENCE_STARTERS } from "./words.ts";

/** Token indexes `[first, last)`. `block` counts paragraphs. */
export interface Sentence {
  readonly first: number;
  readonly last: number;
  readonly block: number;
}

/** A text cut up: what all the rules look at. */
export interface Reading {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
  /** Outermost quotations, in order. */
  readonly quotes: readonly Quotation[];
  /** What the models look at, by token. Null where the text was read without a model. */
  readonly forms: Forms | null;
  /**
   * Parses a sentence of this reading, unless that was done: its tokens get `head` and `relation`. False where there is
   * no model to parse with.
   */
  parse(sentence: Sentence): boolean;
  /** Names of people, organisations and places, looked for at the first call. Null where the text was read without a model. */
  named(): readonly FoundName[] | null;
  /** Chooses whom a pronoun means. Null where the text was read without a model. */
  readonly choose: Choice | null;
}

/** No sentence is longer; a text without a full stop is cut here, so that work stays linear. */
const TOKENS_MAX = 300;

/**
 * Tokens, parts of speech, quotations and sentences of a text. Without a model (a name alone, another language) words
 * are guessed from endings and lists. Never throws; linear in the text's length.
 */
export function readingOf(text: string, model: EnglishModel | null): Reading {
  const lexicon = model === null ? new Lexicon() : model.lexicon();
  const { tokens, words } = cutText(text, lexicon);
  const quotes = quotationsOf(text);
  const marks = new Uint16Array(tokens.length);
  for (let i = 0; i < marks.length; i += 1)
    marks[i] = lexicon.forms[(words[i] as number) * LEXICON_INTS + MARKS_AT] as number;
  markTokens(tokens, marks, quotes);
  const sentences = sentencesOf(tokens);
  if (model === null) {
    guessWords(tokens);
    return {
      text,
      tokens,
      sentences,
      quotes,
      forms: null,
      parse: () => false,
      named: () => null,
      choose: null,
    };
  }
  const forms = gathered(lexicon.forms, LEXICON_INTS, words);
  const pos = new Uint8Array(tokens.length);
  for (const { first, last } of sentences) {
    model.tagger.tag(forms, first, last, pos);
    for (let i = first; i < last; i += 1) {
      const token = tokens[i] as Token;
      token.pos = POS[pos[i] as number] as Pos;
      // "the pilots' spokesman"
      if (token.tag === "other" && token.pos === "PART") token.tag = "possessive";
    }
    tagWords(tokens, marks, first, last);
  }
  const heads = new Int32Array(tokens.length);
  const relations = new Uint8Array(tokens.length);
  const parse = ({ first, last }: Sentence): boolean => {
    if (last <= first || tokens[first]?.relation !== null) return last > first;
    model.parser.parse(forms, pos, first, last, heads, relations);
    for (let i = first; i < last; i += 1) {
      const token = tokens[i] as Token;
      token.head = heads[i] as number;
      token.relation = RELATIONS[relations[i] as number] as Relation;
    }
    return true;
  };
  let found: readonly FoundName[] | null = null;
  const named = (): readonly FoundName[] => (found ??= model.namer.names(forms, pos, sentences));
  return { text, tokens, sentences, quotes, forms, parse, named, choose: model.choose };
}

/** Tags all that is no word, and notes who stands in which quotation. */
function markTokens(tokens: readonly Token[], marks: Uint16Array, quotes: readonly Quotation[]): void {
  let q = 0;
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i] as Token;
    if (!token.word) token.tag = TAGS[(marks[i] as number) & TAG_MASK] as Token["tag"];
    while (q < quotes.length && (quotes[q] as Quotation).end <= token.start) q += 1;
    const quotation = quotes[q];
    if (quotation === undefined || token.start < quotation.start) continue;
    token.quote = q;
    const [from, to] = quotation.inner;
    if (token.start < from || (quotation.closed && token.start >= to)) token.tag = "quote";
  }
}

function sentencesOf(tokens: readonly Token[]): Sentence[] {
  const sentences: Sentence[] = [];
  let first = 0;
  let block = 0;
  const cut = (last: number): void => {
    if (last > first) sentences.push({ first, last, block });
    first = last;
  };
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i] as Token;
    if (token.block && i > 0) {
      cut(i);
      block += 1;
    } else if (i > first && token.line && startsLine(tokens, first, i)) {
      cut(i);
    } else if (i > first && (endsSentence(tokens, i) || i - first >= TOKENS_MAX)) {
      cut(i);
    }
  }
  cut(tokens.length);
  return sentences;
}

/** A line end inside a block separates when the line before it is done or was a short one. */
function startsLine(tokens: readonly Token[], first: number, at: number): boolean {
  const last = tokens[at - 1] as Token;
  if (last.tag === "stop" || last.tag === "quote" || last.tag === "colon") return true;
  const token = tokens[at] as Token;
  return (token.capital || !token.word) && last.end - (tokens[first] as Token).start < 60;
}

/** Does a sentence begin at token `at`? */
function endsSentence(tokens: readonly Token[], at: number): boolean {
  let i = at - 1;
  const token = tokens[at] as Token;
  const left = tokens[i] as Token;
  // Nearly all tokens end nothing.
  if (left.word ? !endsInStop(left) : left.tag !== "stop" && left.tag !== "close" && left.tag !== "quote") return false;
  // Closing marks belong to the sentence before.
  while (i >= 0 && ((tokens[i] as Token).tag === "close" || isClosingQuote(tokens, i))) i -= 1;
  const { tag } = token;
  if (tag === "close" || tag === "stop" || tag === "comma" || tag === "colon" || isClosingQuote(tokens, at))
    return false;
  const last = tokens[i];
  if (last === undefined || i < at - 3) return false;
  if (last.word && endsInStop(last) && i === at - 1) {
    // The full stop of an abbreviation ends a sentence only before a word that usually begins one.
    return !isTitle(last.lower) && last.text.length > 2 && token.capital && SENTENCE_STARTERS.has(token.lower);
  }
  if (last.tag !== "stop" || last.text === ";") return false;
  if (i === at - 1 && i > 0 && isShortened(tokens, i, token)) return false;
  if (token.start === last.end && token.word && i === at - 1) return false;
  if (token.word && !token.capital && (i < at - 1 || last.text !== ".")) return false;
  return !(token.word && !token.capital && /^\p{Ll}/u.test(token.text) && last.text === "…");
}

/** Is the full stop at `stop` that of a short form, so that `next` goes on? */
function isShortened(tokens: readonly Token[], stop: number, next: Token): boolean {
  const word = tokens[stop - 1] as Token;
  if (!word.word || word.end !== (tokens[stop] as Token).start || (tokens[stop] as Token).text !== ".") return false;
  return leadsOn(word.lower) || (mayLeadOn(word.text) && !(next.capital && SENTENCE_STARTERS.has(next.lower)));
}

function endsInStop({ text }: Token): boolean {
  return text.charCodeAt(text.length - 1) === 0x2e;
}

function isClosingQuote(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at] as Token;
  if (token.tag !== "quote") return false;
  const before = tokens[at - 1];
  return before !== undefined && before.quote === token.quote;
}
