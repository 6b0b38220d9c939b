import type { Span } from "../model/span.ts";
import type { Found } from "./found.ts";
import type { Reading } from "../language/sentences.ts";
import type { Token } from "../language/tokens.ts";

const at = (reading: Reading, i: number): Token => reading.tokens[i] as Token;

/** Ends a content where the next attribution of the same sentence begins beside it: "…, adding", "…, while B said". */
export function cutAtNext(reading: Reading, found: Found[]): void {
  for (const one of found) {
    if (one.rule !== "right" && one.rule !== "participle") continue;
    const cueEnd = one.cue.at(-1)?.to ?? 0;
    let cut = Number.POSITIVE_INFINITY;
    for (const other of found) {
      if (other === one) continue;
      const otherCue = other.cue[0]?.from ?? 0;
      if (otherCue < cueEnd) continue;
      const border = borderOf(reading, other, otherCue, cueEnd);
      if (border !== null) cut = Math.min(cut, border);
    }
    if (cut !== Number.POSITIVE_INFINITY) one.content = endedAt(one.content, cut);
  }
}

function borderOf(reading: Reading, other: Found, cue: number, floor: number): number | null {
  const comma = (i: number): number | null => {
    if (i <= floor) return null;
    const before = at(reading, i - 1);
    if (before.tag === "comma") return before.start;
    return before.tag === "quote" && at(reading, i - 2).tag === "comma" ? before.end : null;
  };
  if (other.rule === "participle") return comma(cue);
  if (other.rule === "according") return comma(cue);
  if (other.rule !== "right" || other.source === null) return null;
  // Same source, further verb: "said A and called B".
  const start = other.source.to <= floor ? cue : other.source.from;
  const before = start - 1 > floor ? at(reading, start - 1) : null;
  if (before === null) return null;
  if (/^(?:and|but|while|although|though|whereas|as|yet)$/.test(before.lower)) {
    const separated = at(reading, start - 2).tag === "comma";
    if (before.lower === "as" && !separated) return null;
    if (before.lower === "and" && !separated && other.source.to > floor) return null;
    return separated ? at(reading, start - 2).start : before.start;
  }
  return null;
}

function endedAt(spans: readonly Span[], cut: number): Span[] {
  const out: Span[] = [];
  for (const [start, end] of spans) {
    if (start >= cut) continue;
    out.push([start, Math.min(end, cut)]);
  }
  return out;
}

/** One attribution for a cue: of two, the one that names a source, else the first. */
export function dropDuplicates(found: readonly Found[]): Found[] {
  const byCue = new Map<number, Found>();
  const taken = new Set<number>();
  for (const one of found) {
    if (one.content.length === 0) continue;
    const key = one.cue[0]?.from ?? -1;
    const known = byCue.get(key);
    if (
      known === undefined
        ? one.cue.some((c) => taken.has(c.from) || taken.has(c.to - 1))
        : known.source !== null || one.source === null
    )
      continue;
    byCue.set(key, one);
    for (const { from, to } of one.cue) for (let i = from; i < to; i += 1) taken.add(i);
  }
  return [...byCue.values()].sort((a, b) => (a.cue[0]?.from ?? 0) - (b.cue[0]?.from ?? 0));
}
