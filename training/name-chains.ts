import type { Forms } from "../src/language/features.ts";
import { formsOf } from "../src/language/features.ts";
import type { Gazetteer } from "../src/language/gazetteer.ts";
import type { NameContext } from "../src/language/name-context.ts";
import { nameContextOf } from "../src/language/name-context.ts";
import { NAME_FEATURES_MAX, nameFeatures } from "../src/language/name-features.ts";
import { INNER_FEATURES_MAX, innerFeatures } from "../src/language/name-inner.ts";
import { NAME_KINDS, labelOf } from "../src/language/name-labels.ts";
import { eachName } from "../src/language/namer.ts";
import { readingOf } from "../src/language/sentences.ts";
import type { Tagger } from "../src/language/tagger.ts";
import type { Reading } from "../src/language/sentences.ts";
import type { Chain } from "./crf.ts";
import type { GoldName } from "./name-gold.ts";

/** A text cut up as the program cuts it, with the labels of its names on the tokens. */
export interface NamedText {
  readonly reading: Reading;
  readonly context: NameContext;
  /** Labels of the longest names. */
  readonly outer: Uint8Array;
  /** Labels of names inside longer ones. */
  readonly inner: Uint8Array;
  /** Names that lie across the edges of our tokens or runs; nothing can be learned from them. */
  readonly lost: number;
}

export function namedTextOf(text: string, names: readonly GoldName[], gazetteer: Gazetteer, tagger: Tagger): NamedText {
  const reading = readingOf(text, null);
  const { tokens } = reading;
  const forms: Forms = formsOf(tokens);
  const pos = new Uint8Array(tokens.length);
  for (const { first, last } of reading.sentences) tagger.tag(forms, first, last, pos);
  const context = nameContextOf(forms, pos, reading.sentences, gazetteer);
  const starts = new Map(tokens.map(({ start }, i) => [start, i]));
  const ends = new Map(tokens.map(({ end }, i) => [end, i]));
  const outer = new Uint8Array(tokens.length);
  const inner = new Uint8Array(tokens.length);
  let lost = 0;
  for (const { start, end, kind, nested } of names) {
    const from = starts.get(start);
    const last = ends.get(end);
    const inRun = from !== undefined && last !== undefined && context.runFirst[from] === context.runFirst[last];
    if (!inRun || context.runFirst[from] === -1) {
      lost += 1;
      continue;
    }
    const labels = nested ? inner : outer;
    if (labels.subarray(from, last + 1).some((label) => label !== 0)) continue;
    if (nested && (outer[from] === 0 || outer[last] === 0)) continue;
    const k = NAME_KINDS.indexOf(kind);
    if (from === last) {
      labels[from] = labelOf(k, 3);
      continue;
    }
    labels.fill(labelOf(k, 1), from, last);
    labels[from] = labelOf(k, 0);
    labels[last] = labelOf(k, 2);
  }
  return { reading, context, outer, inner, lost };
}

/** One chain a run of capitalised words. */
export function outerChains({ reading, context, outer }: NamedText, weight: number): Chain[] {
  const chains: Chain[] = [];
  const room = new Int32Array(NAME_FEATURES_MAX);
  for (const { first, last } of reading.sentences)
    for (let i = first; i < last; i += 1) {
      if (context.runFirst[i] !== i) continue;
      const to = context.runLast[i] as number;
      chains.push(chainOf(i, to, outer, weight, room, (k) => nameFeatures(context, first, last, k, room)));
    }
  return chains;
}

/** One chain a name of two words or more. */
export function innerChains({ reading, context, outer, inner }: NamedText): Chain[] {
  const chains: Chain[] = [];
  const room = new Int32Array(INNER_FEATURES_MAX);
  for (const { first, last } of reading.sentences)
    eachName(outer, first, last, (from, to, kind) => {
      if (to - from < 2) return;
      chains.push(
        chainOf(from, to, inner, 1, room, (k) => innerFeatures(context, first, last, from, to, kind, k, room)),
      );
    });
  return chains;
}

function chainOf(
  from: number,
  to: number,
  labels: Uint8Array,
  weight: number,
  room: Int32Array,
  write: (token: number) => number,
): Chain {
  const features: number[] = [];
  const offsets = [0];
  for (let i = from; i < to; i += 1) {
    const count = write(i);
    for (let f = 0; f < count; f += 1) features.push(room[f] as number);
    offsets.push(features.length);
  }
  return {
    features: Int32Array.from(features),
    offsets: Int32Array.from(offsets),
    gold: labels.slice(from, to),
    weight,
  };
}
