import type { Token } from "../../language/tokens.ts";

/** A number in the text: value and the tokens `[from, to)` that print it. */
export interface NumberAt {
  readonly value: number;
  readonly from: number;
  readonly to: number;
  /** Printed in words or as "dozens". */
  readonly words: boolean;
  /** Qualifier that the number itself carries: "dozens" is at least 24. */
  readonly loose: boolean;
}

const UNITS: Readonly<Record<string, number>> = {
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};
const SCALES: Readonly<Record<string, number>> = {
  hundred: 1e2,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
  dozen: 12,
  m: 1e6,
  mn: 1e6,
  bn: 1e9,
  tn: 1e12,
  k: 1e3,
  mln: 1e6,
  bln: 1e9,
};
const LOOSE: Readonly<Record<string, number>> = {
  dozens: 24,
  hundreds: 200,
  thousands: 2000,
  millions: 2e6,
  billions: 2e9,
  scores: 40,
};
const SUFFIXES: Readonly<Record<string, number>> = { m: 1e6, bn: 1e9, k: 1e3 };

const lowerAt = (tokens: readonly Token[], i: number): string => tokens[i]?.lower ?? "";

/** The number that begins at token `i`, with its scale; null when none does. */
export function numberAt(tokens: readonly Token[], i: number): NumberAt | null {
  const token = tokens[i];
  if (token === undefined) return null;
  if (/^\p{Nd}/u.test(token.text)) return digitsAt(tokens, i);
  return wordsAt(tokens, i);
}

function digitsAt(tokens: readonly Token[], i: number): NumberAt | null {
  const match = /^([0-9][0-9.,]*)(m|bn|k|s|th|st|nd|rd|km|ft)?$/.exec(asciiDigits(tokens[i]?.text ?? ""));
  if (match === null) return null;
  const suffix = match[2];
  // "the 1990s", "the 3rd"; "5km" is read by its unit.
  if (suffix === "s" || suffix === "th" || suffix === "st" || suffix === "nd" || suffix === "rd") return null;
  const printed = (match[1] ?? "").replace(/[.,]$/, "");
  const plain = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(printed)
    ? printed.replaceAll(",", "")
    : /^\d+,\d{1,2}$/.test(printed)
      ? printed.replace(",", ".")
      : printed.replaceAll(",", "");
  if (!/^\d+(?:\.\d+)?$/.test(plain) || plain.length > 18) return null;
  let value = Number(plain) * (SUFFIXES[suffix ?? ""] ?? 1);
  let to = i + 1;
  const hyphen = lowerAt(tokens, to) === "-" ? 1 : 0;
  let scale = suffix === undefined ? SCALES[lowerAt(tokens, to + hyphen)] : undefined;
  while (scale !== undefined && !(tokens[to + hyphen] as Token).line) {
    if (/^[mk]$/.test(lowerAt(tokens, to + hyphen)) && (tokens[to] as Token).start !== (tokens[to - 1] as Token).end)
      break;
    value *= scale;
    to += hyphen + 1;
    scale = hyphen === 0 ? SCALES[lowerAt(tokens, to)] : undefined;
  }
  return { value: tidy(value), from: i, to, words: false, loose: false };
}

/** Arabic-Indic and other decimal digits as ASCII. */
function asciiDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (d) => String((d.codePointAt(0) ?? 0) & 0xf));
}

function wordsAt(tokens: readonly Token[], i: number): NumberAt | null {
  const first = lowerAt(tokens, i);
  const loose = LOOSE[first];
  if (loose !== undefined) {
    if (lowerAt(tokens, i + 1) === "of") {
      const more = LOOSE[lowerAt(tokens, i + 2)];
      return more === undefined
        ? { value: loose, from: i, to: i + 1, words: true, loose: true }
        : { value: (loose === 24 ? 24 : loose / 10) * (more / 2), from: i, to: i + 3, words: true, loose: true };
    }
    return null;
  }
  if (first === "half" && lowerAt(tokens, i + 1) === "a") {
    const scale = SCALES[lowerAt(tokens, i + 2)];
    return scale === undefined || scale < 12
      ? null
      : { value: scale / 2, from: i, to: i + 3, words: true, loose: false };
  }
  let total = 0;
  let current = 0;
  let to = i;
  let seen = false;
  if ((first === "a" || first === "one") && (SCALES[lowerAt(tokens, i + 1)] ?? 0) >= 12) {
    current = 1;
    to = i + 1;
    seen = true;
  }
  while (to < tokens.length && to < i + 10) {
    const word = lowerAt(tokens, to);
    const parts = word.split("-");
    const units = parts.map((p) => UNITS[p]);
    const scale = SCALES[word];
    if (parts.length <= 2 && units.every((u) => u !== undefined)) {
      current += units.reduce<number>((sum, u) => sum + (u ?? 0), 0);
    } else if (scale !== undefined && seen && word.length > 2) {
      if (scale === 100 || scale === 12) current = (current === 0 ? 1 : current) * scale;
      else {
        total += (current === 0 ? 1 : current) * scale;
        current = 0;
      }
    } else if (
      word === "and" &&
      seen &&
      current >= 100 &&
      UNITS[lowerAt(tokens, to + 1).split("-")[0] ?? ""] !== undefined
    ) {
      // "two hundred and fifty"
    } else break;
    seen = true;
    to += 1;
  }
  return seen && to > i ? { value: total + current, from: i, to, words: true, loose: false } : null;
}

/** Rounds away what multiplication by a scale adds behind the last printed digit. */
export function tidy(value: number): number {
  return Number(value.toPrecision(12));
}
