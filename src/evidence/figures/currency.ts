import {
  CODES,
  CODE_WORDS,
  CURRENCIES,
  NATIONAL_SIGNS,
  NATIONS,
  SHORT_NAMES,
  SIGNS,
  SMALL_CHANGE,
} from "./currency-names.ts";
import { isDigits, isHyphen } from "./piece.ts";
import type { Piece } from "./piece.ts";

/** A currency at one side of an amount: pieces `[from, to)`, ISO 4217 code, size of the unit in it (0.01 for cents). */
export interface CurrencyAt {
  readonly unit: string;
  readonly factor: number;
  readonly from: number;
  readonly to: number;
  /** "pounds", "dollars" with no word of whose: the text may have said it before. */
  readonly bare: string | null;
}

/** The currency that stands before the number at piece `i`: `$`, `US$`, `EUR`, `Rs`. */
export function currencyBefore(pieces: readonly Piece[], i: number): CurrencyAt | null {
  const piece = pieces[i - 1];
  if (piece === undefined) return null;
  const to = i;
  const sign = SIGNS.get(piece.lower);
  if (sign !== undefined && !/^\p{L}/u.test(piece.lower)) {
    const nation = piece.glued ? pieces[i - 2] : undefined;
    const national = nation === undefined ? undefined : NATIONAL_SIGNS.get(nation.lower + piece.lower);
    if (national !== undefined) {
      // "U.S." may be cut into its letters.
      return { unit: national, factor: 1, from: i - 2, to, bare: null };
    }
    // "AUD $40", "USD$40"
    const code = nation?.text ?? pieces[i - 2]?.text ?? "";
    if (CODES.has(code)) return { unit: code, factor: 1, from: i - 2, to, bare: null };
    return { unit: sign, factor: 1, from: i - 1, to, bare: null };
  }
  if (CODES.has(piece.text)) {
    if (CODE_WORDS.has(piece.text) && (pieces[i]?.amount ?? 0) < 1000 && !pieces[i]?.glued) return null;
    return { unit: piece.text, factor: 1, from: i - 1, to, bare: null };
  }
  const short = SHORT_NAMES.get(piece.text);
  if (short === undefined || (piece.text === "R" && !pieces[i]?.glued)) return null;
  return { unit: short, factor: 1, from: i - 1, to, bare: null };
}

/** The currency behind a number that ends before piece `i`: `dollars`, `Swiss francs`, `zł`, `EUR`, `p`. */
export function currencyAfter(pieces: readonly Piece[], i: number, words: boolean): CurrencyAt | null {
  const at = isHyphen(pieces[i]) ? i + 1 : i;
  const piece = pieces[at];
  if (piece === undefined) return null;
  const sign = SIGNS.get(piece.lower);
  if (sign !== undefined) {
    // "5 $10 notes": the sign belongs to what follows it.
    if (pieces[at + 1]?.glued === true && isDigits(pieces[at + 1])) return null;
    return { unit: sign, factor: 1, from: i, to: at + 1, bare: null };
  }
  if (CODES.has(piece.text) && !CODE_WORDS.has(piece.text))
    return { unit: piece.text, factor: 1, from: i, to: at + 1, bare: null };
  if (/^(?:kr|Ft|Dh)\.?$/.test(piece.text)) {
    const unit = SHORT_NAMES.get(piece.text.replace(".", ""));
    if (unit !== undefined) return { unit, factor: 1, from: i, to: at + 1, bare: null };
  }
  if (piece.text === "p" && piece.glued && !words)
    return { unit: "GBP", factor: 0.01, from: i, to: at + 1, bare: null };
  const change = SMALL_CHANGE.get(piece.lower);
  if (change !== undefined && piece.lower !== "per")
    return { unit: change[0], factor: change[1], from: i, to: at + 1, bare: change[0] === "USD" ? "cent" : null };
  // Up to three words of whose: "New Zealand dollars", "West African CFA francs".
  for (let length = 0; length <= 3; length += 1) {
    const noun = pieces[at + length];
    if (noun === undefined) return null;
    const currency = currencyNamed(noun.lower);
    if (currency === undefined) continue;
    const adjective = pieces
      .slice(at, at + length)
      .map((p) => p.lower)
      .join(" ");
    // Of a currency that only one country has, any adjective may stand: "Japanese yen".
    const unit =
      currency.get(adjective) ?? (currency.size === 1 && pieces[at]?.capital === true ? currency.get("") : undefined);
    if (unit === undefined) return null;
    let to = at + length + 1;
    if (/^cents?$/.test(pieces[to]?.lower ?? "") && noun.lower === "euro")
      return { unit, factor: 0.01, from: i, to: to + 1, bare: null };
    if (noun.lower === "pounds" && pieces[to]?.lower === "sterling") to += 1;
    if (
      noun.lower === "won" &&
      length === 0 &&
      pieces[to]?.pos !== "PUNCT" &&
      !/^(?:to|for|in|on|of|a|and|from|per)$/.test(pieces[to]?.lower ?? "")
    )
      return null;
    return { unit, factor: 1, from: i, to, bare: length === 0 ? singularName(noun.lower) : null };
  }
  return null;
}

/** Signs that several currencies share, and the names of these. */
const SHARED: ReadonlyMap<string, RegExp> = new Map([
  ["¥", /^(?:yuan|renminbi|yen)$/],
  ["$", /^(?:dollars?|pesos?)$/],
  ["£", /^pounds?$/],
  ["kr", /^(?:kron[aeo]r?|crowns?)$/],
]);

/** "¥6 billion in Chinese yuan": the name behind the amount says whose sign it is. */
export function namedBehind(pieces: readonly Piece[], sign: string, i: number): string | null {
  const names = SHARED.get(sign);
  if (names === undefined || pieces[i]?.lower !== "in") return null;
  const named = currencyAfter(pieces, i + 1, false);
  return named !== null && names.test(pieces[named.to - 1]?.lower ?? "") ? named.unit : null;
}

/**
 * The currency that a bare name stands for where its country was named shortly before: "Danish investors offered 900
 * million kroner". Dollars are left as they are.
 */
export function spokenCurrency(pieces: readonly Piece[], at: number, name: string): string | null {
  const byNation = name === "dollar" || name === "cent" ? undefined : currencyNamed(name);
  if (byNation === undefined || byNation.size < 3) return null;
  const nationAt = (k: number): string | undefined => {
    const piece = pieces[k];
    if (piece === undefined || !piece.capital) return undefined;
    return byNation.get(NATIONS.get(piece.lower) ?? (piece.lower === "" ? "-" : piece.lower));
  };
  for (let k = at - 1; k >= 0 && k > at - 30; k -= 1) {
    const unit = nationAt(k);
    if (unit !== undefined) return unit;
  }
  for (let k = at + 1; k < at + 12; k += 1) {
    const unit = nationAt(k);
    if (unit !== undefined) return unit;
  }
  return null;
}

function currencyNamed(word: string): ReadonlyMap<string, string> | undefined {
  return CURRENCIES.get(word) ?? (word.endsWith("s") ? CURRENCIES.get(word.slice(0, -1)) : undefined);
}

function singularName(word: string): string {
  return CURRENCIES.has(word) || !word.endsWith("s") ? word : word.slice(0, -1);
}
