import type { Forms } from "./features.ts";
import type { Gazetteer } from "./gazetteer.ts";
import { KNOWN, phraseHash, readGazetteer } from "./gazetteer.ts";
import type { Linear } from "./linear.ts";
import { readLinear } from "./linear.ts";
import type { NameContext } from "./name-context.ts";
import { nameContextOf } from "./name-context.ts";
import { NAME_FEATURES_MAX, nameFeatures } from "./name-features.ts";
import { INNER_FEATURES_MAX, innerFeatures } from "./name-inner.ts";
import { NAME_KINDS, NAME_LABELS, kindOfLabel, placeOfLabel } from "./name-labels.ts";
import type { NameKind } from "./name-labels.ts";
import type { PathRoom } from "./name-path.ts";
import { TITLES } from "./name-hints.ts";
import { bestPath, pathRoom } from "./name-path.ts";
import { settleWords } from "./name-scores.ts";
import { sectionsOf } from "./sections.ts";

/** A name: token indexes `[from, to)`. `inner`: it stands inside a longer one. */
export interface FoundName {
  readonly from: number;
  readonly to: number;
  readonly kind: NameKind;
  readonly inner: boolean;
  /** `KNOWN` bits: of all its words together, and of its first word behind titles. */
  readonly known: number;
  readonly firstKnown: number;
}

export interface Namer {
  /** Names of people, organisations and places in order, longer ones before those inside; `pos` by token, as tagged. Linear in the text. */
  names(forms: Forms, pos: Uint8Array, sentences: readonly TokenRange[]): FoundName[];
}

interface TokenRange {
  readonly first: number;
  readonly last: number;
}

interface Layer {
  readonly linear: Linear;
  readonly transitions: Float32Array;
}

const WIDTH = NAME_LABELS.length;

/**
 * Reads what `training/names.ts` wrote: gazetteer, names, names in names.
 * @throws Error where the bytes are something else
 */
export function namerOf(bytes: Uint8Array): Namer {
  const [known, outer, outerSteps, inner, innerSteps] = sectionsOf(bytes, 5) as [
    Uint8Array,
    Uint8Array,
    Uint8Array,
    Uint8Array,
    Uint8Array,
  ];
  const gazetteer = readGazetteer(known);
  const first = { linear: readLinear(outer), transitions: floatsOf(outerSteps) };
  const second = { linear: readLinear(inner), transitions: floatsOf(innerSteps) };
  return {
    names: (forms, pos, sentences) => {
      const context = nameContextOf(forms, pos, sentences, gazetteer);
      const labels = outerLabels(context, sentences, first);
      return namesIn(context, sentences, labels, second, gazetteer);
    },
  };
}

/** Little-endian, as they were written. */
function floatsOf(bytes: Uint8Array): Float32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Float32Array.from({ length: bytes.length / 4 }, (_, i) => view.getFloat32(i * 4, true));
}

function outerLabels(context: NameContext, sentences: readonly TokenRange[], layer: Layer): Uint8Array {
  const { runFirst, runLast } = context;
  const { linear, transitions } = layer;
  let count = 0;
  for (const first of runFirst) if (first !== -1) count += 1;
  const tokens = new Int32Array(count);
  const scores = new Float32Array(count * WIDTH);
  const features = new Int32Array(NAME_FEATURES_MAX);
  const out = new Float32Array(WIDTH);
  let t = 0;
  for (const { first, last } of sentences) {
    for (let i = first; i < last; i += 1) {
      if (runFirst[i] === -1) continue;
      linear.score(features, nameFeatures(context, first, last, i, features), out);
      for (let c = 0; c < WIDTH; c += 1) scores[t * WIDTH + c] = (out[c] as number) / linear.scale;
      tokens[t] = i;
      t += 1;
    }
  }
  settleWords(context, tokens, scores);
  const labels = new Uint8Array(context.forms.count);
  let room: PathRoom = pathRoom(64);
  for (let from = 0; from < count;) {
    const i = tokens[from] as number;
    const length = (runLast[i] as number) - i;
    if (length * WIDTH > room.best.length) room = pathRoom(length);
    bestPath(scores.subarray(from * WIDTH, (from + length) * WIDTH), length, transitions, room, labels, i);
    from += length;
  }
  return labels;
}

function namesIn(
  context: NameContext,
  sentences: readonly TokenRange[],
  labels: Uint8Array,
  layer: Layer,
  gazetteer: Gazetteer,
): FoundName[] {
  const { linear, transitions } = layer;
  const found: FoundName[] = [];
  const features = new Int32Array(INNER_FEATURES_MAX);
  const out = new Float32Array(WIDTH);
  let room = pathRoom(64);
  let scores = new Float32Array(64 * WIDTH);
  let inner = new Uint8Array(64);
  for (const { first, last } of sentences) {
    eachName(labels, first, last, (from, to, kind) => {
      found.push(nameOf(context, from, to, kind, false, gazetteer));
      const length = to - from;
      if (length < 2) return;
      if (length > inner.length) {
        room = pathRoom(length);
        scores = new Float32Array(length * WIDTH);
        inner = new Uint8Array(length);
      }
      for (let i = from; i < to; i += 1) {
        linear.score(features, innerFeatures(context, first, last, from, to, kind, i, features), out);
        for (let c = 0; c < WIDTH; c += 1) scores[(i - from) * WIDTH + c] = (out[c] as number) / linear.scale;
      }
      bestPath(scores, length, transitions, room, inner, 0);
      eachName(inner, 0, length, (a, b, kindInside) => {
        if (b - a < length) found.push(nameOf(context, from + a, from + b, kindInside, true, gazetteer));
      });
    });
  }
  return found;
}

function nameOf(
  { forms, known }: NameContext,
  from: number,
  to: number,
  kind: number,
  inner: boolean,
  gazetteer: Gazetteer,
): FoundName {
  let first = from;
  while (
    first < to - 1 &&
    (((known[first] as number) & KNOWN.office) !== 0 || TITLES.has(forms.lower[first] as number))
  )
    first += 1;
  let phrase = 0;
  for (let i = from; i < to; i += 1) phrase = phraseHash(phrase, forms.lower[i] as number);
  return {
    from,
    to,
    kind: NAME_KINDS[kind] as NameKind,
    inner,
    known: gazetteer.lookup(phrase),
    firstKnown: known[first] as number,
  };
}

/** Calls `visit` with every name that the labels `[first, last)` hold. */
export function eachName(
  labels: Uint8Array,
  first: number,
  last: number,
  visit: (from: number, to: number, kind: number) => void,
): void {
  let from = first;
  for (let i = first; i < last; i += 1) {
    const place = placeOfLabel(labels[i] as number);
    if (place === 0 || place === 3) from = i;
    if (place === 2 || place === 3) visit(from, i + 1, kindOfLabel(labels[i] as number));
  }
}
