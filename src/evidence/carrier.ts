import type { Span } from "../model/span.ts";
import type { Found } from "./found.ts";
import type { Reading } from "../language/sentences.ts";

/** Offsets in a text that an attribution's cue begins at and its contents cover. */
export interface Place {
  readonly at: number;
  readonly content: readonly Span[];
  /** Goes before another of the same content: it is the one behind it in a chain. */
  readonly inner: boolean;
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
    inner: f.rule === "citing",
  }));
}

/**
 * For each attribution the index of the innermost one whose content holds its cue; null when it stands alone. Never
 * circular: a parent's content is longer, or equally long and earlier. Near-linear: looks back over a bounded number.
 */
export function parentsOf(places: readonly Place[]): (number | null)[] {
  const extents = places.map((place) => [place.content[0]?.[0] ?? 0, place.content.at(-1)?.[1] ?? 0] as const);
  const order = places.map((_, i) => i).sort((a, b) => (extents[a]?.[0] ?? 0) - (extents[b]?.[0] ?? 0) || a - b);
  const lengthOf = (i: number): number => (places[i]?.content ?? []).reduce((sum, [from, to]) => sum + to - from, 0);
  const rank = new Map(order.map((index, position) => [index, position] as const));
  return places.map((place, i) => {
    let best: number | null = null;
    const position = rank.get(i) ?? 0;
    const nearby = order.slice(Math.max(0, position - 40), position + 40);
    for (const j of nearby) {
      if (j === i) continue;
      const other = places[j] as Place;
      if (!other.content.some(([from, to]) => from <= place.at && place.at < to)) continue;
      const length = lengthOf(j);
      const own = lengthOf(i);
      if (length < own || (length === own && j > i)) continue;
      if (best === null || length < lengthOf(best) || (length === lengthOf(best) && other.inner)) best = j;
    }
    return best;
  });
}

/** Carriers of each attribution, outermost first: its parents' names, then those that it names itself. */
export function carriersOf(
  found: readonly Found[],
  parents: readonly (number | null)[],
  nameOf: (i: number) => string | null,
  own: (i: number) => readonly string[],
): string[][] {
  return found.map((_, i) => {
    const chain: string[] = [];
    let parent = parents[i] ?? null;
    for (let depth = 0; parent !== null && depth < 8; depth += 1) {
      const name = nameOf(parent);
      chain.unshift(...own(parent), ...(name === null ? [] : [name]));
      parent = parents[parent] ?? null;
    }
    chain.push(...own(i));
    return chain.filter((name, k) => chain.indexOf(name) === k && name !== nameOf(i));
  });
}

/** A carrier's name as it stands in a chain: without its article, and without a clause behind a comma. */
export function carrierName(text: string): string {
  const bare = text.replace(/^(?:the|an?)\s+/i, "").replace(/\s*,.*$/s, "");
  return bare
    .replace(/\s+(?:who|which|that)$/i, "")
    .replace(/\s+who (?:spoke|talked|have spoken|has spoken) to .*$/i, "")
    .replace(/\s+quoted by .*$/i, "");
}
