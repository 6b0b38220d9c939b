import type { Qualifier } from "../../model/figure.ts";
import type { Token } from "../../language/tokens.ts";

/** Longest first, so that "no more than" is not read as "more than". */
const BEFORE: readonly (readonly [words: string, qualifier: Qualifier])[] = [
  ["no fewer than", "at-least"],
  ["no less than", "at-least"],
  ["not less than", "at-least"],
  ["no more than", "up-to"],
  ["not more than", "up-to"],
  ["a minimum of", "at-least"],
  ["a maximum of", "up-to"],
  ["a total of", "exactly"],
  ["as many as", "up-to"],
  ["as much as", "up-to"],
  ["as few as", "at-least"],
  ["in excess of", "more-than"],
  ["upwards of", "more-than"],
  ["at least", "at-least"],
  ["at most", "up-to"],
  ["more than", "more-than"],
  ["greater than", "more-than"],
  ["less than", "less-than"],
  ["fewer than", "less-than"],
  ["up to", "up-to"],
  ["close to", "nearly"],
  ["an estimated", "about"],
  ["just over", "more-than"],
  ["just under", "less-than"],
  ["well over", "more-than"],
  ["over", "more-than"],
  ["above", "more-than"],
  ["exceeding", "more-than"],
  ["under", "less-than"],
  ["below", "less-than"],
  ["nearly", "nearly"],
  ["almost", "nearly"],
  ["about", "about"],
  ["around", "about"],
  ["approximately", "about"],
  ["roughly", "about"],
  ["some", "about"],
  ["estimated", "about"],
  ["circa", "about"],
  ["exactly", "exactly"],
  ["~", "about"],
];
const SPLIT = BEFORE.map(([words, qualifier]) => [words.split(" "), qualifier] as const);

/** The qualifier that ends right before token `i`. */
export function qualifierBefore(
  tokens: readonly Token[],
  i: number,
): { readonly qualifier: Qualifier; readonly from: number } | null {
  for (const [words, qualifier] of SPLIT) {
    const from = i - words.length;
    if (from < 0) continue;
    if (words.every((word, k) => tokens[from + k]?.lower === word) && tokens[i]?.block !== true)
      return { qualifier, from };
  }
  return null;
}

/** "or more", "or so" behind a number. */
export function qualifierAfter(
  tokens: readonly Token[],
  i: number,
): { readonly qualifier: Qualifier; readonly to: number } | null {
  if (tokens[i]?.lower !== "or") return tokens[i]?.text === "+" ? { qualifier: "at-least", to: i + 1 } : null;
  const next = tokens[i + 1]?.lower;
  if (next === "more") return { qualifier: "at-least", to: i + 2 };
  if (next === "so") return { qualifier: "about", to: i + 2 };
  return next === "fewer" || next === "less" ? { qualifier: "up-to", to: i + 2 } : null;
}
