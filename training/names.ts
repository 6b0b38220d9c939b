import { readGazetteer } from "../src/language/gazetteer.ts";
import { NAME_LABELS, mayBegin, mayEnd, mayFollow } from "../src/language/name-labels.ts";
import { writeSections } from "../src/language/sections.ts";
import { packed, trainCrf } from "./crf.ts";
import type { Chain, CrfSettings } from "./crf.ts";
import { buildGazetteer } from "./gazetteer.ts";
import type { GumDocument } from "./gum.ts";
import { innerChains, namedTextOf, outerChains } from "./name-chains.ts";
import { goldNamesOf } from "./name-gold.ts";
import type { NameText } from "./name-texts.ts";
import { drawing, shuffled } from "./order.ts";
import { renamed } from "./renamed.ts";

const OUTER: CrfSettings = { bits: 18, rounds: 12, rate: 0.1, decay: 1e-4, dropout: 0.3 };
const INNER: CrfSettings = { bits: 16, rounds: 12, rate: 0.1, decay: 1e-4, dropout: 0.3 };
/** So many models, trained in other orders, are averaged into one. */
const MODELS = 4;
/** Weights up to about 3 become int8. */
const SCALE = 42;
/** How much a passage of ours counts against one of GUM. */
const OURS = 1;
/** How much a text with other names counts. */
const RENAMED = 0.5;

/** Trains the namer on GUM's documents, the same with other names, and our own passages: what `namerOf` reads. Deterministic. */
export function trainNames(documents: readonly GumDocument[], texts: readonly NameText[]): Uint8Array {
  const known = buildGazetteer(smallWords(documents));
  const gazetteer = readGazetteer(known);
  const named = documents.map((document) => namedTextOf(document.text, goldNamesOf(document), gazetteer));
  const ours = texts.map(({ text, names }) => namedTextOf(text, names, gazetteer));
  const others = renamed(documents.map((document) => ({ text: document.text, names: goldNamesOf(document) })));
  const outer = [
    ...others
      .flatMap(({ text, names }) => outerChains(namedTextOf(text, names, gazetteer), RENAMED))
      .filter(({ gold }) => gold.some((label) => label !== 0)),
    ...named.flatMap((text) => outerChains(text, 1)),
    ...ours.flatMap((text) => outerChains(text, OURS)),
  ];
  // Names in names are marked in GUM only.
  const inner = named.flatMap(innerChains);
  return writeSections([known, ...layerOf(outer, OUTER), ...layerOf(inner, INNER)]);
}

/** Words that stand in small letters twice or more. */
function smallWords(documents: readonly GumDocument[]): string[] {
  const counts = new Map<string, number>();
  for (const { tokens } of documents)
    for (const { form } of tokens) if (/^[a-z]+$/.test(form)) counts.set(form, (counts.get(form) ?? 0) + 1);
  return [...counts].filter(([, count]) => count >= 2).map(([word]) => word);
}

/** Weights and transitions of a layer. */
function layerOf(chains: readonly Chain[], settings: CrfSettings): [Uint8Array, Uint8Array] {
  const width = NAME_LABELS.length;
  const allowed = new Uint8Array(width * width);
  for (let a = 0; a < width; a += 1)
    for (let b = 0; b < width; b += 1) allowed[a * width + b] = mayFollow(a, b) ? 1 : 0;
  const begins = Uint8Array.from(NAME_LABELS, (_, c) => (mayBegin(c) ? 1 : 0));
  const ends = Uint8Array.from(NAME_LABELS, (_, c) => (mayEnd(c) ? 1 : 0));
  const weights = new Float32Array(width * 2 ** settings.bits);
  const transitions = new Float32Array(width * width);
  for (let model = 1; model <= MODELS; model += 1) {
    const one = trainCrf(
      NAME_LABELS,
      allowed,
      begins,
      ends,
      chains,
      settings,
      (count, seed) => shuffled(count, seed + model * 1000),
      drawing(model),
    );
    one.weights.forEach((weight, i) => (weights[i] = (weights[i] as number) + weight / MODELS));
    one.transitions.forEach((weight, i) => (transitions[i] = (transitions[i] as number) + weight / MODELS));
  }
  const bytes = new Uint8Array(transitions.length * 4);
  const view = new DataView(bytes.buffer);
  transitions.forEach((weight, i) => view.setFloat32(i * 4, weight, true));
  return [packed(NAME_LABELS, settings.bits, weights, SCALE), bytes];
}
