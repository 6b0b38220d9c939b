import { formsOf } from "../src/language/features.ts";
import { readGazetteer } from "../src/language/gazetteer.ts";
import { readLinear } from "../src/language/linear.ts";
import { NAME_LABELS, mayBegin, mayEnd, mayFollow } from "../src/language/name-labels.ts";
import { namerOf } from "../src/language/namer.ts";
import type { Namer } from "../src/language/namer.ts";
import { writeSections } from "../src/language/sections.ts";
import { readingOf } from "../src/language/sentences.ts";
import { taggerOf } from "../src/language/tagger.ts";
import type { Tagger } from "../src/language/tagger.ts";
import type { Token } from "../src/language/tokens.ts";
import { wordTableOf } from "../src/language/word-table.ts";
import { alignedOf } from "./aligned.ts";
import type { AlignedDocument } from "./aligned.ts";
import { packed, trainCrf } from "./crf.ts";
import type { Chain, CrfSettings } from "./crf.ts";
import { buildGazetteer } from "./gazetteer.ts";
import type { GumDocument } from "./gum.ts";
import { innerChains, namedTextOf, outerChains } from "./name-chains.ts";
import { goldNamesOf } from "./name-gold.ts";
import type { GoldName } from "./name-gold.ts";
import type { NameText } from "./name-texts.ts";
import { drawing, shuffled } from "./order.ts";
import { trainTagger } from "./tagger.ts";

const OUTER: CrfSettings = { bits: 19, rounds: 12, rate: 0.1, decay: 1e-4, dropout: 0.3 };
const INNER: CrfSettings = { bits: 16, rounds: 12, rate: 0.1, decay: 1e-4, dropout: 0.3 };
/** So many models, trained in other orders, are averaged into one. */
const MODELS = 4;
/** Weights up to about 3 become int8. */
const SCALE = 42;
/** How much a text counts whose names the first model found, not we. */
const FOUND = 0.5;
/** A document is tagged by a tagger that has not seen its fold. */
const FOLDS = 5;

/**
 * Trains the namer: what `namerOf` reads. First on GUM's documents and our passages with names marked; then once more
 * with our `unmarked` texts and the names that the first model finds in them. Deterministic.
 */
export function trainNames(
  documents: readonly GumDocument[],
  texts: readonly NameText[],
  unmarked: readonly string[],
): Uint8Array {
  const known = buildGazetteer(smallWords(documents));
  const gazetteer = readGazetteer(known);
  const aligned = documents.map(alignedOf);
  const taggers = Array.from({ length: FOLDS }, (_, fold) => taggerFrom(aligned.filter((__, i) => i % FOLDS !== fold)));
  // It has seen none of our own texts.
  const tagger = taggerFrom(aligned);
  const named = documents.map((document, i) =>
    namedTextOf(document.text, goldNamesOf(document), gazetteer, taggers[i % FOLDS] as Tagger),
  );
  const chainsOf = ({ text, names }: NameText, weight: number): Chain[] =>
    outerChains(namedTextOf(text, names, gazetteer, tagger), weight);
  const marked = [...named.flatMap((text) => outerChains(text, 1)), ...texts.flatMap((text) => chainsOf(text, 1))];
  // Names in names are marked in GUM only.
  const inner = layerOf(named.flatMap(innerChains), INNER);
  const first = writeSections([known, ...layerOf(marked, OUTER), ...inner]);
  const namer = namerOf(first);
  const found = unmarked.flatMap((text) => chainsOf({ text, names: namesIn(text, namer, tagger) }, FOUND));
  return writeSections([known, ...layerOf([...marked, ...found], OUTER), ...inner]);
}

function taggerFrom(documents: readonly AlignedDocument[]): Tagger {
  const { words, linear } = trainTagger(documents);
  return taggerOf(readLinear(linear), wordTableOf(words));
}

/** The names that a first model finds in a text. */
function namesIn(text: string, namer: Namer, tagger: Tagger): GoldName[] {
  const { tokens, sentences } = readingOf(text, null);
  const forms = formsOf(tokens);
  const pos = new Uint8Array(tokens.length);
  for (const { first, last } of sentences) tagger.tag(forms, first, last, pos);
  return namer.names(forms, pos, sentences).map(({ from, to, kind, inner }) => ({
    start: (tokens[from] as Token).start,
    end: (tokens[to - 1] as Token).end,
    kind,
    nested: inner,
  }));
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
