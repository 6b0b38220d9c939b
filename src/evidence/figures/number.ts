import { isCurrencyName } from "./currency-names.ts";
import { isDigits, isHyphen } from "./piece.ts";
import type { Piece } from "./piece.ts";
import { ONES, PARTS, SCALES, SHORT_SCALES, TENS } from "./number-words.ts";

/** A number as printed: value and the pieces `[from, to)`. */
export interface NumberAt {
  readonly value: number;
  readonly from: number;
  readonly to: number;
  /** In words, not digits. */
  readonly words: boolean;
  /** Multiplied by a printed "million", "dozen", "k" …; then its own value before that. */
  readonly scale: number;
  /** Printed as years are: four digits without a mark. */
  readonly yearLike: boolean;
}

/** The number that begins at piece `i`; null when none does. */
export function numberAt(pieces: readonly Piece[], i: number): NumberAt | null {
  const piece = pieces[i];
  if (piece === undefined) return null;
  if (piece.amount !== null) return Number.isNaN(piece.amount) ? null : digitsAt(pieces, i, piece.amount);
  return wordsAt(pieces, i);
}

function digitsAt(pieces: readonly Piece[], i: number, amount: number): NumberAt | null {
  let value = amount;
  let scale = 1;
  let to = i + 1;
  const mixed = mixedPart(pieces, to);
  if (mixed !== null) {
    value += mixed.value;
    to = mixed.to;
  }
  const suffix = pieces[to];
  const short = suffix?.glued === true ? SHORT_SCALES.get(suffix.lower) : undefined;
  if (short !== undefined && isShortScale(pieces, i, to)) {
    scale = short;
    to += 1;
  } else {
    for (let steps = 0; steps < 2; steps += 1) {
      const at = isHyphen(pieces[to]) ? to + 1 : to;
      const factor = SCALES.get(pieces[at]?.lower ?? "");
      if (factor === undefined) break;
      scale *= factor;
      to = at + 1;
      // "2,5 Mrd. €": an abbreviation's full stop, where its currency follows.
      if (
        pieces[to]?.lower === "." &&
        pieces[to]?.glued === true &&
        /^(?:\p{Sc}|[A-Z]{3})$/u.test(pieces[to + 1]?.text || pieces[to + 1]?.lower || "")
      )
        to += 1;
    }
  }
  return {
    value: tidy(value * scale),
    from: i,
    to,
    words: false,
    scale,
    yearLike: scale === 1 && pieces[i]?.plain === true && amount >= 1000 && amount < 2200,
  };
}

/** `40m`, `3b` and `2t` are millions … behind a currency or before people and things; else metres, paragraphs, tonnes. */
function isShortScale(pieces: readonly Piece[], i: number, at: number): boolean {
  const suffix = (pieces[at] as Piece).text;
  if (suffix === "k" || suffix === "K") return true;
  const before = sharedBefore(pieces, i);
  if (
    before !== undefined &&
    before.glued !== undefined &&
    /[\p{Sc}]$|^[A-Z]{3}$|^Rs\.?$|^R$|^RM$|^KSh$/u.test(before.text || before.lower)
  )
    return true;
  if (pieces[i + 1] === undefined) return false;
  const next = pieces[at + 1];
  if (next === undefined || suffix.toLowerCase() !== "m") return false;
  // "1m-2m kwacha": as the second number says.
  if (/^(?:to|-|–|and)$/.test(next.lower)) {
    const second = pieces[at + 3];
    return (
      isDigits(pieces[at + 2]) && second?.glued === true && second.lower === "m" && isShortScale(pieces, at + 2, at + 3)
    );
  }
  if (isCurrencyName(next.lower)) return true;
  // "3.5m Danish kroner", "40m CFA francs"
  for (let k = at + 1; k < at + 4 && pieces[k]?.capital === true; k += 1)
    if (isCurrencyName(pieces[k + 1]?.lower ?? "")) return true;
  return (
    next.pos === "NOUNS" || /^(?:people|euros?|dollars?|pounds?|hryvnia|roubles?|rubles?|yen|yuan)$/.test(next.lower)
  );
}

/** The piece before a number, or before the range that it ends: the sign of "$300-350m". */
function sharedBefore(pieces: readonly Piece[], i: number): Piece | undefined {
  if (!/^(?:-|–|—|to|and|or)$/.test(pieces[i - 1]?.lower ?? "")) return pieces[i - 1];
  const first = SHORT_SCALES.has(pieces[i - 2]?.lower ?? "") ? i - 3 : i - 2;
  return isDigits(pieces[first]) ? pieces[first - 1] : pieces[i - 1];
}

/** "and a half", "and three-quarters" behind a whole number. */
function mixedPart(pieces: readonly Piece[], i: number): { readonly value: number; readonly to: number } | null {
  const at = isHyphen(pieces[i]) ? i + 1 : i;
  if (pieces[at]?.lower !== "and") return null;
  const part = partAt(pieces, isHyphen(pieces[at + 1]) ? at + 2 : at + 1);
  return part === null || part.value >= 1 ? null : part;
}

/** A part in words or digits: "a half", "one third", "two-thirds", "three quarters"; also "half" alone. */
export function partAt(
  pieces: readonly Piece[],
  i: number,
): { readonly value: number; readonly to: number; readonly name: string } | null {
  const first = pieces[i]?.lower ?? "";
  const numerator = first === "a" || first === "an" ? 1 : (ONES.get(first) ?? pieces[i]?.amount ?? null);
  if (numerator === null || Number.isNaN(numerator) || numerator < 1 || numerator > 19) return null;
  const at = isHyphen(pieces[i + 1]) ? i + 2 : i + 1;
  const name = pieces[at]?.lower ?? "";
  const denominator = PARTS.get(name);
  if (denominator === undefined) return null;
  const plural = name.endsWith("s");
  if (numerator > 1 !== plural || numerator >= denominator) return null;
  return { value: numerator / denominator, to: at + 1, name };
}

/** "half a million", "a quarter of a million", "half a dozen", "half-million". */
function partOfScale(pieces: readonly Piece[], i: number): NumberAt | null {
  let value = 0.5;
  let at = i + 1;
  if (pieces[i]?.lower !== "half") {
    const part = partAt(pieces, i) ?? (pieces[i]?.lower === "quarter" ? { value: 0.25, to: i + 1 } : null);
    if (part === null) return null;
    value = part.value;
    at = part.to;
    if (pieces[at]?.lower === "of") at += 1;
  }
  if (isHyphen(pieces[at])) at += 1;
  if (pieces[at]?.lower === "a" || pieces[at]?.lower === "an") at += 1;
  const scale = SCALES.get(pieces[at]?.lower ?? "");
  if (scale === undefined || scale < 12) return null;
  // "half a dozen million" is not printed, "half a hundred thousand" is.
  const more = SCALES.get(pieces[at + 1]?.lower ?? "") ?? 1;
  const all = scale * more;
  return { value: value * all, from: i, to: more === 1 ? at + 1 : at + 2, words: true, scale: all, yearLike: false };
}

function wordsAt(pieces: readonly Piece[], i: number): NumberAt | null {
  const first = pieces[i]?.lower ?? "";
  const article = first === "a" || first === "an";
  if (!article && !ONES.has(first) && !TENS.has(first) && first !== "half" && first !== "quarter") return null;
  if (article && !canFollowArticle(pieces[i + 1]?.lower ?? "")) return null;
  const part = partOfScale(pieces, i);
  if (part !== null) return part;
  if (first === "half" || first === "quarter") return null;
  const spoken = spokenDecimal(pieces, i);
  if (spoken !== null) return spoken;
  let [total, current, to, scaled] = [0, 0, i, 1];
  let seen = false;
  if (article) {
    current = 1;
    to = i + 1;
    seen = true;
    if (pieces[to]?.lower === "half") return null;
  }
  let last: "one" | "ten" | "scale" | "" = "";
  let large = false;
  while (to < i + 16) {
    const at = seen && isHyphen(pieces[to]) ? to + 1 : to;
    const word = pieces[at]?.lower ?? "";
    const [one, ten, scale] = [ONES.get(word), TENS.get(word), SCALES.get(word)];
    if (one !== undefined && last !== "one" && (last !== "ten" || (one > 0 && one < 10)) && !(article && last === "")) {
      current += one;
      last = "one";
    } else if (ten !== undefined && last !== "one" && last !== "ten" && !(article && last === "")) {
      current += ten;
      last = "ten";
    } else if (scale !== undefined && seen && word.length > 2) {
      if (scale === 100 || scale === 12) current *= scale;
      else {
        total += (current === 0 ? 1 : current) * scale;
        current = 0;
      }
      scaled = scale;
      last = "scale";
      large = true;
    } else if (word === "and" && last === "scale" && (ONES.has(next(pieces, at)) || TENS.has(next(pieces, at)))) {
      if (!joins(current, total)) break;
      to = at + 1;
      continue;
    } else break;
    seen = true;
    to = at + 1;
  }
  if (to === i || (article && !large)) return null;
  let value = total + current;
  const mixed = mixedPart(pieces, to);
  if (mixed !== null) {
    value += mixed.value * (last === "scale" ? scaled : 1);
    to = mixed.to;
    const scale = SCALES.get(pieces[to]?.lower ?? "");
    if (scale !== undefined && last !== "scale") {
      value *= scale;
      scaled = scale;
      to += 1;
    }
  }
  return { value: tidy(value), from: i, to, words: true, scale: scaled, yearLike: false };
}

/** "three point four billion": each word behind "point" is one digit. */
function spokenDecimal(pieces: readonly Piece[], i: number): NumberAt | null {
  if (pieces[i + 1]?.lower !== "point") return null;
  const whole = ONES.get(pieces[i]?.lower ?? "") ?? TENS.get(pieces[i]?.lower ?? "");
  let [value, digit, to] = [whole ?? Number.NaN, 0.1, i + 2];
  for (let one = ONES.get(pieces[to]?.lower ?? ""); one !== undefined && one < 10 && to < i + 6;) {
    value += one * digit;
    digit /= 10;
    to += 1;
    one = ONES.get(pieces[to]?.lower ?? "");
  }
  if (to === i + 2 || Number.isNaN(value)) return null;
  const scale = SCALES.get(pieces[to]?.lower ?? "") ?? 1;
  return {
    value: tidy(Number((value * scale).toPrecision(9))),
    from: i,
    to: scale === 1 ? to : to + 1,
    words: true,
    scale,
    yearLike: false,
  };
}

/** "two hundred and fifty", "two thousand and six", but not "a dozen and two others". */
function joins(current: number, total: number): boolean {
  return current >= 100 ? current % 100 === 0 : total >= 1000;
}

function canFollowArticle(word: string): boolean {
  return (SCALES.get(word) ?? 0) >= 12 || word === "half" || PARTS.has(word);
}

function next(pieces: readonly Piece[], i: number): string {
  return pieces[i + 1]?.lower ?? "";
}

/** Rounds away what multiplication by a scale adds behind the last printed digit. */
export function tidy(value: number): number {
  return Number.isInteger(value) && Math.abs(value) < 1e12 ? value : Number(value.toPrecision(12));
}
