import type { Span } from "../model/span.ts";
import type { Found } from "./found.ts";
import type { Reading } from "../language/sentences.ts";

/** Offsets in a text that an attribution's cue begins at and its contents cover. */
export interface Place {
  readonly at: number;
  readonly content: readonly Span[];
  /** Goes before another of the same content: it is the one behind it in a chain. */
  readonly inner: boolean;
  /** Takes up a sentence before it: whatever holds its cue is its parent, however short. */
  readonly taken?: boolean;
}

/** Where an attribution's cue begins; without a cue its content. */
export function placeOf(reading: Reading, one: Found): number {
  const cue = one.cue[0];
  return cue === undefined ? (one.content[0]?.[0] ?? 0) : (reading.tokens[cue.from]?.start ?? 0);
}

/** Where the attributions stand in the text. */
export function placesOf(reading: Reading, found: readonly Found[]): Place[] {
  return found.map((f) => ({
    at: placeOf(reading, f),
    content: f.content,
    inner: f.rule === "citing" || f.rule === "relayed",
    taken: f.rule === "so",
  }));
}

/** So many others before and behind are looked at. */
const NEARBY = 40;

/**
 * For each attribution the index of the innermost one whose content holds its cue; null when it stands alone. Never
 * circular: a parent's content is longer, or equally long and earlier. Near-linear: looks back over a bounded number.
 */
export function parentsOf(places: readonly Place[]): (number | null)[] {
  const froms = places.map((place) => place.content[0]?.[0] ?? 0);
  const tos = places.map((place) => place.content.at(-1)?.[1] ?? 0);
  const lengths = places.map((place) =>
    place.taken === true ? 0 : place.content.reduce((sum, [from, to]) => sum + to - from, 0),
  );
  const order = places.map((_, i) => i).sort((a, b) => (froms[a] ?? 0) - (froms[b] ?? 0) || a - b);
  const rank = new Int32Array(places.length);
  order.forEach((index, position) => {
    rank[index] = position;
  });
  return places.map(({ at }, i) => {
    let best = -1;
    let least = Number.POSITIVE_INFINITY;
    const own = lengths[i] ?? 0;
    const position = rank[i] ?? 0;
    const last = Math.min(order.length, position + NEARBY);
    for (let p = Math.max(0, position - NEARBY); p < last; p += 1) {
      const j = order[p] ?? i;
      if (j === i || at < (froms[j] ?? 0) || at >= (tos[j] ?? 0)) continue;
      const length = lengths[j] ?? 0;
      if (length < own || length > least || (length === own && j > i)) continue;
      const other = places[j] as Place;
      if (length === least && !other.inner) continue;
      if (!other.content.some(([from, to]) => from <= at && at < to)) continue;
      best = j;
      least = length;
    }
    return best === -1 ? null : best;
  });
}

/** What those who carry an attribution are called. */
export interface CarrierNames {
  /** Its source, as the carrier of what stands inside its content; null where it has none. */
  readonly source: readonly (string | null)[];
  /** The same, but null where that is a guess at whom a pronoun means. */
  readonly known: readonly (string | null)[];
  /** Papers that the source told it, or that stand between: never this report's own publisher. */
  readonly own: readonly (readonly string[])[];
}

/** Carriers of each attribution, outermost first: its parents' names, then those that it names itself. */
export function carriersOf(parents: readonly (number | null)[], { source, own, known }: CarrierNames): string[][] {
  return parents.map((_, i) => {
    const chain: string[] = [];
    let parent = parents[i] ?? null;
    for (let depth = 0; parent !== null && depth < 8; depth += 1) {
      const name = source[parent] ?? null;
      chain.unshift(...(own[parent] ?? []), ...(name === null ? [] : [name]));
      parent = parents[parent] ?? null;
    }
    chain.push(...(own[i] ?? []));
    return chain.filter((name, k) => chain.indexOf(name) === k && name !== known[i]);
  });
}

/** A carrier's name as it stands in a chain: without its article, and without a clause behind a comma. */
export function carrierName(text: string): string {
  const bare = text.replace(/^(?:the|an?|his|her|its|their|my|our)\s+/i, "").replace(/\s*,.*$/s, "");
  return bare
    .replace(/\s+(?:who|which|that)$/i, "")
    .replace(/\s+who (?:spoke|talked|have spoken|has spoken) to .*$/i, "")
    .replace(/\s+quoted by .*$/i, "");
}
