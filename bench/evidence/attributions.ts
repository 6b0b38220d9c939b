// Scores attributions against brat files, as the yardstick of PolNeAR does: node bench/evidence/attributions.ts FOLDER
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Attribution } from "../../src/model/attribution.ts";
import type { Span } from "../../src/model/span.ts";

/** Character offsets of one attribution's parts; an empty set where it has no such part. */
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
  folder: string,
  names: readonly string[],
  read: (text: string) => readonly Attribution[],
): AttributionScore[] {
  const counts = KINDS.map(() => ({ hits: 0, predicted: 0, gold: 0 }));
  for (const name of names) {
    const text = readFileSync(join(folder, `${name}.txt`), "utf8");
    const points = codePoints(text);
    const whole = (p: Parts): boolean => p.source.size > 0 && p.cue.size > 0 && p.content.size > 0;
    const gold = readBrat(readFileSync(join(folder, `${name}.ann`), "utf8")).filter(whole);
    const found = read(text)
      .map((a) => ({
        source: covered(a.source?.spans ?? [], points),
        cue: covered(a.cue?.spans ?? [], points),
        content: covered(a.content.spans, points),
      }))
      .filter(whole);
    const signs = Array.from(text);
    const quoted = (p: Parts): boolean => QUOTES.includes(signs[Math.min(...p.content)] ?? " ");
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

/** Names, without ending, of the texts in `folder` that have a gold file. */
export function annotatedTexts(folder: string): string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".ann"))
    .map((file) => file.slice(0, -4))
    .toSorted();
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

/** brat counts code points, we count UTF-16 units: from the one to the other. */
function codePoints(text: string): number[] {
  const at = [0];
  let i = 0;
  for (const sign of text) {
    i += 1;
    if (sign.length === 2) at.push(i - 1);
    at.push(i);
  }
  return at;
}

function covered(spans: readonly Span[], points: readonly number[]): Set<number> {
  const all = new Set<number>();
  for (const [start, end] of spans) for (let i = points[start] ?? 0; i < (points[end] ?? 0); i += 1) all.add(i);
  return all;
}

function readBrat(lines: string): Parts[] {
  const parts = new Map<string, number[]>();
  const found: Parts[] = [];
  const events: string[] = [];
  for (const line of lines.split("\n")) {
    const [id = "", head = ""] = line.split("\t");
    if (id.startsWith("E")) events.push(head);
    if (!id.startsWith("T")) continue;
    const offsets: number[] = [];
    for (const span of head.slice(head.indexOf(" ") + 1).split(";")) {
      const [start = 0, end = 0] = span.split(" ").map(Number);
      for (let i = start; i < end; i += 1) offsets.push(i);
    }
    parts.set(id, offsets);
  }
  for (const event of events) {
    const one = { source: new Set<number>(), cue: new Set<number>(), content: new Set<number>() };
    for (const role of event.split(" ").slice(1)) {
      const [name = "", id = ""] = role.split(":");
      const key = name.replace(/\d+$/, "").toLowerCase();
      if (key === "source" || key === "cue" || key === "content") for (const i of parts.get(id) ?? []) one[key].add(i);
    }
    found.push(one);
  }
  return found;
}
