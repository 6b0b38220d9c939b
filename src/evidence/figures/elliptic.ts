import type { CountPlace } from "./count-place.ts";
import { wordsOf } from "./count-place.ts";
import type { Piece } from "./piece.ts";

/** "34 taken, 12 freed", where hostages are spoken of. */
export function isSeized(pieces: readonly Piece[], end: number): boolean {
  let at = end;
  while (at < end + 3 && /^(?:were|was|been|are|have|has|had)$/.test(pieces[at]?.lower ?? "")) at += 1;
  if (!/^(?:taken|seized|snatched|grabbed)$/.test(pieces[at]?.lower ?? "")) return false;
  if (!/^(?:[.,;:)]|and|by|from|at|in|on)$/.test(pieces[at + 1]?.lower ?? ".")) return false;
  // "Nine aid workers have been taken."
  if (at > end && pieces[at - 1]?.lower === "been" && /^[.;]?$/.test(pieces[at + 1]?.lower ?? "")) return true;
  for (let k = at; k >= 0 && k > at - 24; k -= 1)
    if (/^(?:hostages?|kidnap\w*|abduct\w*|gunmen|captors|ransom|bandits|pirates)$/.test(pieces[k]?.lower ?? ""))
      return true;
  return false;
}

/** "14 dead, 3 critical", "two of them badly": how those counted fare, with no noun. */
export function isGrave(pieces: readonly Piece[], { to, counted }: CountPlace): boolean {
  if (counted.noun !== null || counted.fate !== null) return false;
  const end = Math.max(counted.to, to);
  const next = pieces[end + 1]?.lower ?? ".";
  const word = pieces[end]?.lower ?? "";
  return (
    (/^(?:critical|critically|seriously|badly|gravely|severely|slightly|lightly)$/.test(word) ||
      (counted.anaphor && word === "serious")) &&
    /^(?:[,.;:)]|and|enough|so)$/.test(next)
  );
}

/** "22 died at the scene and four more in hospital", "buried 12 of their own". */
export function isGapped(pieces: readonly Piece[], { from, to, counted }: CountPlace): boolean {
  const after = wordsOf(pieces, to, to + 4);
  if (/^(?:bury|buried|burying|mourn|mourned|mourning)$/.test(pieces[from - 1]?.lower ?? "") && counted.person === true)
    return /^of (?:their|its|our|his|her|my)\b/.test(after);
  if (counted.noun !== null) return false;
  if (
    /^(?:bury|buried|burying|mourn|mourned|mourning|lost)$/.test(pieces[from - 1]?.lower ?? "") &&
    counted.person !== false
  )
    return /^of (?:their|its|our|his|her|my) own\b/.test(after);
  if (
    !/^(?:and|,)$/.test(pieces[from - 1]?.lower ?? "") ||
    !/^(?:(?:more|others|later) )?(?:in (?:the )?hospital|at (?:the|a) |on (?:the|their) |en route|later|overnight|of )/.test(
      `${after} `,
    )
  )
    return false;
  return /\b(?:died|perished|drowned) (?:[^,.;:]* )?$/.test(`${wordsOf(pieces, Math.max(0, from - 13), from - 1)} `);
}
