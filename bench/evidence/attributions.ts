// Scores attributions against marked texts.
import type { Attribution } from "../../src/model/attribution.ts";
import type { Span } from "../../src/model/span.ts";
import { readMarkedTexts } from "../../training/attribution-texts.ts";

/** UTF-16 offsets of one attribution's parts; an empty set where it has no such part. */
interface Parts {
  readonly source: ReadonlySet<number>;
  readonly cue: ReadonlySet<number>;
  readonly content: ReadonlySet<number>;
}

/** Counts over all texts; the scores follow from them. */
export interface AttributionScore {
  readonly name: string;
  readonly hits: number;
  readonly predicted: number;
  readonly gold: number;
  /** Harmonic mean of hits/predicted and hits/gold; 0 when there is nothing. */
  readonly f1: number;
}

/** A text with its attributions as people marked them. */
interface GoldText {
  readonly text: string;
  readonly gold: readonly Parts[];
}

const KINDS = [
  { name: "whole, any overlap", least: 1e-9, direct: false },
  { name: "whole, half overlap", least: 0.5, direct: false },
  { name: "direct, half overlap", least: 0.5, direct: true },
] as const;

const QUOTES = "\"'“”‘’«»„‚";

/**
 * Micro-averaged scores of whole attributions: source and cue overlap, content overlaps by any character, or by half
 * (intersection over union). `direct`: only those whose content begins with a quotation mark. Each gold one counts once.
 */
export function scoreAttributions(
  texts: readonly GoldText[],
  read: (text: string) => readonly Attribution[],
): AttributionScore[] {
  const counts = KINDS.map(() => ({ hits: 0, predicted: 0, gold: 0 }));
  const whole = (p: Parts): boolean => p.source.size > 0 && p.cue.size > 0 && p.content.size > 0;
  for (const { text, gold: all } of texts) {
    const gold = all.filter(whole);
    const found = read(text)
      .map((a) => partsOf(a.source?.spans ?? [], a.cue?.spans ?? [], a.content.spans))
      .filter(whole);
    const quoted = (p: Parts): boolean => QUOTES.includes(text.charAt(Math.min(...p.content)));
    KINDS.forEach((kind, k) => {
      const [ours, theirs] = kind.direct ? [found.filter(quoted), gold.filter(quoted)] : [found, gold];
      const count = counts[k] as { hits: number; predicted: number; gold: number };
      count.hits += hitsOf(ours, theirs, kind.least);
      count.predicted += ours.length;
      count.gold += theirs.length;
    });
  }
  return KINDS.map(({ name }, k) => {
    const { hits, predicted, gold } = counts[k] as { hits: number; predicted: number; gold: number };
    return { name, hits, predicted, gold, f1: predicted + gold === 0 ? 0 : (2 * hits) / (predicted + gold) };
  });
}

/** Our own articles with marks (`training/texts`). */
export function markedTexts(folder: string): GoldText[] {
  return readMarkedTexts(folder).map(({ text, attributions }) => ({
    text,
    gold: attributions.map((a) => partsOf(a.source, a.cue, a.content)),
  }));
}

function hitsOf(found: readonly Parts[], gold: readonly Parts[], least: number): number {
  const used = new Set<number>();
  for (const one of found) {
    let best = -1;
    let most = 0;
    gold.forEach((other, i) => {
      if (used.has(i) || common(one.source, other.source) === 0 || common(one.cue, other.cue) === 0) return;
      const both = common(one.content, other.content);
      const likeness = both / (one.content.size + other.content.size - both);
      if (likeness >= least && likeness > most) [best, most] = [i, likeness];
    });
    if (best !== -1) used.add(best);
  }
  return used.size;
}

function common(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  let both = 0;
  for (const i of a) if (b.has(i)) both += 1;
  return both;
}

function partsOf(source: readonly Span[], cue: readonly Span[], content: readonly Span[]): Parts {
  return { source: covered(source), cue: covered(cue), content: covered(content) };
}

function covered(spans: readonly Span[]): Set<number> {
  const all = new Set<number>();
  for (const [start, end] of spans) for (let i = start; i < end; i += 1) all.add(i);
  return all;
}
