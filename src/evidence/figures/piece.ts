import type { Pos } from "../../language/pos.ts";
import type { Reading, Sentence } from "../../language/sentences.ts";
import type { Token } from "../../language/tokens.ts";
import { FIGURE_WORDS } from "./number-words.ts";
import { PREFIX_CODE } from "./currency-names.ts";

/** A part of a token, or a number that runs over several: "95", "-", "billion", "-", "dollar"; "1 200"; "£", "2.5", "bn". */
export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly lower: string;
  readonly pos: Pos;
  readonly capital: boolean;
  /** No space before it. */
  readonly glued: boolean;
  /** Value of a number in digits; NaN where the digits are no number (`4.2.1`, `0600`); null for all else. */
  readonly amount: number | null;
  /** A whole number without marks, as years are printed. */
  readonly plain: boolean;
}

const DIGITS = /\p{Nd}+(?:[.,]\p{Nd}+)*/uy;
/** What a group separator that is no full stop or comma adds to up to three digits: `1 200`, `1’000’000`. */
const GROUPS =
  /(?:[\u00a0\u202f\u2009 ]\p{Nd}{3})+(?![\p{Nd}\p{L}])(?:[.,]\p{Nd}{1,2}(?!\p{Nd}))?|(?:['’]\p{Nd}{3})+(?!\p{Nd})/uy;
const LETTERS = /[\p{L}\p{M}]+(?:['’][\p{L}]+)?[²³]?/uy;
const VULGAR: Readonly<Record<string, number>> = { "½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅕": 0.2 };

/** May a figure begin at this token? Quick: asked of every token of a text. */
export function mayBeginFigure(token: Token): boolean {
  if (!token.word) return token.tag === "number";
  if (FIGURE_WORDS.has(token.lower)) return true;
  const { lower } = token;
  const hyphen = lower.indexOf("-");
  if (hyphen > 0 && FIGURE_WORDS.has(lower.slice(0, hyphen))) return true;
  return token.capital && lower.length > 1 && holdsDigit(lower) && PREFIX_CODE.test(token.text);
}

function holdsDigit(word: string): boolean {
  for (let i = 1; i < word.length && i < 5; i += 1) {
    const code = word.charCodeAt(i);
    if (code >= 48 && code <= 57) return true;
  }
  return false;
}

/** The pieces of a sentence, in order. Numbers in digits are read anew from the text; other tokens stay as they are. */
export function piecesOf(reading: Reading, sentence: Sentence): Piece[] {
  const { text, tokens } = reading;
  const pieces: Piece[] = [];
  let cursor = 0;
  for (let i = sentence.first; i < sentence.last; i += 1) {
    const token = tokens[i] as Token;
    if (token.end <= cursor) continue;
    const last = pieces.at(-1);
    if (token.start < cursor || token.tag === "number" || cutUp(token, last)) {
      cursor = lexed(text, Math.max(token.start, cursor), token, pieces);
      continue;
    }
    pieces.push({
      start: token.start,
      end: token.end,
      text: token.text,
      lower: token.lower,
      pos: token.pos,
      capital: token.capital,
      glued: last !== undefined && last.end === token.start,
      amount: null,
      plain: false,
    });
    cursor = token.end;
  }
  return pieces;
}

/** Is the token cut up: "twenty-one", "billion-dollar" behind "95-", "Rs500"? */
function cutUp(token: Token, last: Piece | undefined): boolean {
  if (!token.word) return false;
  const { lower } = token;
  const hyphen = lower.indexOf("-");
  if (hyphen > 0) {
    if (FIGURE_WORDS.has(lower.slice(0, hyphen))) return true;
    if (last?.lower === "-" && last.end === token.start) return true;
  }
  return token.capital && holdsDigit(lower) && PREFIX_CODE.test(token.text);
}

/** Cuts the text from `from` to the token's end, or to the end of a number that runs on; answers where it ended. */
function lexed(text: string, from: number, token: Token, pieces: Piece[]): number {
  let at = from;
  while (at < token.end) {
    const last = pieces.at(-1);
    const glued = last !== undefined && last.end === at;
    const number = numberIn(text, at, glued ? null : (last ?? null));
    if (number !== null) {
      pieces.push({
        ...number,
        start: at,
        text: "",
        lower: text.slice(at, number.end),
        pos: "NUM",
        capital: false,
        glued,
      });
      at = number.end;
      // Letters that hang on it may belong to a token of their own.
      at = word(text, at, token, pieces) ?? at;
      continue;
    }
    const end = word(text, at, token, pieces);
    if (end !== null) {
      at = end;
      continue;
    }
    const size = (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
    const mark = text.slice(at, at + size);
    if (mark.trim() !== "")
      pieces.push({
        start: at,
        end: at + size,
        text: mark,
        lower: mark,
        pos: "PUNCT",
        capital: false,
        glued,
        amount: null,
        plain: false,
      });
    at += size;
  }
  return at;
}

function word(text: string, at: number, token: Token, pieces: Piece[]): number | null {
  LETTERS.lastIndex = at;
  const match = LETTERS.exec(text)?.[0];
  if (match === undefined) return null;
  const lower = match.toLowerCase().replaceAll("’", "'");
  const last = pieces.at(-1);
  pieces.push({
    start: at,
    end: at + match.length,
    text: match,
    lower,
    pos: FIGURE_WORDS.has(lower) ? "NUM" : lower.endsWith("s") && lower.length > 3 ? "NOUNS" : "NOUN",
    capital: at === token.start && token.capital,
    glued: last !== undefined && last.end === at,
    amount: null,
    plain: false,
  });
  return at + match.length;
}

function numberIn(
  text: string,
  at: number,
  before: Piece | null,
): { readonly end: number; readonly amount: number; readonly plain: boolean } | null {
  DIGITS.lastIndex = at;
  let printed = DIGITS.exec(text)?.[0];
  if (printed === undefined) return null;
  let end = at + printed.length;
  if (printed.length <= 3 && !/^[0٠]/.test(printed) && !isDigits(before) && /^\p{Nd}+$/u.test(printed)) {
    GROUPS.lastIndex = end;
    const groups = GROUPS.exec(text)?.[0];
    if (groups !== undefined && !/^ \p{Nd}/u.test(text.slice(end + groups.length, end + groups.length + 2))) {
      end += groups.length;
      printed += groups
        .replace(/[.,](?=\p{Nd}{1,2}$)/u, "D")
        .replaceAll(/[^\p{Nd}D]/gu, "")
        .replace("D", ".");
    }
  }
  let amount = amountOf(asciiDigits(printed));
  const part = VULGAR[text.charAt(end)];
  if (part !== undefined) {
    amount += part;
    end += 1;
  }
  return { end, amount, plain: /^\p{Nd}+$/u.test(printed) };
}

/** Value of printed digits with marks for groups and decimals; NaN when they are no number. */
function amountOf(printed: string): number {
  if (printed.length > 24) return Number.NaN;
  if (/^\d+$/.test(printed)) return printed.length > 15 || /^0\d/.test(printed) ? Number.NaN : Number(printed);
  if (/^[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/.test(printed) || /^[1-9]\d?(?:,\d{2})+,\d{3}(?:\.\d+)?$/.test(printed))
    return Number(printed.replaceAll(",", ""));
  if (/^[1-9]\d{0,2}(?:\.\d{3})+,\d+$/.test(printed) || /^[1-9]\d{0,2}(?:\.\d{3}){2,}$/.test(printed))
    return Number(printed.replaceAll(".", "").replace(",", "."));
  if (/^\d+\.\d+$/.test(printed)) return Number(printed);
  return /^\d+,\d{1,2}$/.test(printed) ? Number(printed.replace(",", ".")) : Number.NaN;
}

/** Digits of any script as ASCII. */
function asciiDigits(text: string): string {
  if (/^[\d.,]*$/.test(text)) return text;
  return text.replace(/\p{Nd}/gu, (digit) => String(digitValue(digit)));
}

/** Decimal digits stand in runs of ten in Unicode, each run in order. */
function digitValue(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  if (code < 128) return code - 48;
  let zero = code;
  while (code - zero < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  // Mathematical digits stand in five runs without a gap.
  return code >= 0x1d7ce && code <= 0x1d7ff ? (code - 0x1d7ce) % 10 : code - zero;
}

/** Is the piece a number in digits, or a code of digits? */
export function isDigits(piece: Piece | null | undefined): boolean {
  return piece !== undefined && piece !== null && piece.amount !== null;
}

/** Is the piece a mark that is written against the number before it? */
export function isHyphen(piece: Piece | undefined): boolean {
  return piece !== undefined && piece.glued && (piece.lower === "-" || piece.lower === "‑" || piece.lower === "‐");
}
