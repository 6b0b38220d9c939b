import type { Figure } from "../../model/figure.ts";
import type { Instant } from "../../model/time.ts";
import type { Reading, Sentence } from "../../language/sentences.ts";
import type { Token } from "../../language/tokens.ts";
import { MONTHS, dateAt } from "./date.ts";
import { FIGURE_WORDS, SCALES } from "./number-words.ts";
import { numberAt } from "./number.ts";
import { mayBeginFigure, piecesOf } from "./piece.ts";
import type { Piece } from "./piece.ts";
import { quantityAt } from "./quantity.ts";
import { settled, settledShare } from "./settle.ts";
import type { Settled } from "./settled.ts";
import { shareAt } from "./share.ts";
import { Trail } from "./trail.ts";
import { zeroAt } from "./zero.ts";

/**
 * All figures of a text in order, none overlapping. Works from numbers outward; each looks at a bounded stretch. In a
 * text that was read without a model (another language) only digits and marks count. Never throws.
 */
export function findFigures(reading: Reading, publishedAt: Instant | null): Figure[] {
  const figures: Figure[] = [];
  const trail = new Trail(reading);
  let floor = 0;
  for (let s = 0; s < reading.sentences.length; s += 1) {
    let sentence = reading.sentences[s] as Sentence;
    // "1.5mn" may be cut at its point.
    for (let joined = 0; joined < 8 && cutsNumber(reading.tokens, sentence.last); joined += 1) {
      s += 1;
      sentence = { ...sentence, last: (reading.sentences[s] as Sentence).last };
    }
    if (!holdsFigure(reading.tokens, sentence)) continue;
    const pieces = piecesOf(reading, sentence);
    trail.enter(sentence);
    for (const one of figuresIn(pieces, publishedAt, trail)) {
      const start = (pieces[one.from] as Piece).start;
      const end = (pieces[one.to - 1] as Piece).end;
      if (start < floor) continue;
      floor = end;
      const { kind, value, max, unit, qualifier, counts } = one;
      figures.push({
        text: reading.text.slice(start, end),
        span: [start, end],
        kind,
        value,
        max,
        unit,
        qualifier,
        counts,
      });
    }
  }
  return figures;
}

/** Does a sentence that ends before token `at` end within a number? */
function cutsNumber(tokens: readonly Token[], at: number): boolean {
  const [before, mark, after] = [tokens[at - 2], tokens[at - 1], tokens[at]];
  // "2,5 Mrd. €"
  if (mark?.text === "." && after !== undefined && /^\p{Sc}$/u.test(after.text))
    return before !== undefined && SCALES.has(before.lower);
  if (mark !== undefined && after !== undefined && /^\p{Sc}$/u.test(after.text) && mark.text.endsWith("."))
    return SCALES.has(mark.lower.slice(0, -1));
  if (after === undefined || mark === undefined || mark.end !== after.start || after.tag !== "number") return false;
  return mark.tag === "number" || (before?.tag === "number" && before.end === mark.start && /^[.,]$/.test(mark.text));
}

function holdsFigure(tokens: readonly Token[], { first, last }: Sentence): boolean {
  for (let i = first; i < last; i += 1) if (mayBeginFigure(tokens[i] as Token)) return true;
  return false;
}

function figuresIn(pieces: readonly Piece[], published: Instant | null, trail: Trail): Settled[] {
  const found: Settled[] = [];
  let floor = 0;
  for (let i = 0; i < pieces.length; i += 1) {
    const one = figureAt(pieces, i, floor, published, trail);
    if (one === null) continue;
    if (one.figure !== null && isSound(one.figure)) {
      found.push(one.figure);
      floor = one.figure.to;
    }
    i = Math.max(one.to, floor) - 1;
  }
  return found;
}

function isSound({ value, max, from, to }: Settled): boolean {
  return Number.isFinite(value) && (max === null || Number.isFinite(max)) && to > from;
}

/** Words that a figure's number, or a date, may begin with. */
const FIRST_WORDS: ReadonlySet<string> = new Set([...FIGURE_WORDS, ...MONTHS.keys(), "a", "an", "without"]);

/** The figure whose number begins at piece `i`, and where to read on; null when no number begins there. */
function figureAt(
  pieces: readonly Piece[],
  i: number,
  floor: number,
  published: Instant | null,
  trail: Trail,
): { readonly figure: Settled | null; readonly to: number } | null {
  const piece = pieces[i] as Piece;
  if (piece.amount === null && !FIRST_WORDS.has(piece.lower)) return null;
  const date = dateAt(pieces, i, published, trail.english);
  if (date !== null && date.from >= floor) {
    const { value, max, from, to } = date;
    const qualifier = max === null ? "exactly" : "between";
    return { figure: { kind: "date", value, max, unit: null, qualifier, counts: null, from, to }, to };
  }
  if (trail.english) {
    const zero = zeroAt(pieces, i);
    if (zero !== null) {
      const { fate, from, to } = zero;
      return {
        figure: { kind: "casualties", value: 0, max: null, unit: null, qualifier: "exactly", counts: fate, from, to },
        to,
      };
    }
    const share = shareAt(pieces, i);
    if (share !== null) return { figure: settledShare(pieces, share, floor, trail), to: share.to };
  } else if (piece.amount === null) return null;
  const number = numberAt(pieces, i);
  if (number === null) return null;
  const quantity = quantityAt(pieces, i, floor);
  if (quantity === null) return null;
  return { figure: settled(pieces, quantity, floor, trail), to: Math.max(quantity.last.to, i + 1) };
}
