// Scores names of people, organisations and places on GUM: node bench/evidence/names.ts FOLDER [dev|test]
import { readWeights } from "../../src/app/weights.ts";
import type { EnglishModel } from "../../src/language/model.ts";
import { readingOf } from "../../src/language/sentences.ts";
import type { Token } from "../../src/language/tokens.ts";
import { readGum } from "../../training/gum.ts";
import type { GumDocument } from "../../training/gum.ts";
import { goldNamesOf, isTitle } from "../../training/name-gold.ts";
import type { GoldName, NameClass } from "../../training/name-gold.ts";

/** A name as UTF-16 offsets `[start, end)`. */
export interface ScoredName {
  readonly start: number;
  readonly end: number;
  readonly kind: NameClass;
}

/** Counts over all texts; the scores follow from them. */
export interface NameScore {
  readonly kind: NameClass;
  /** The same start, end and kind. */
  readonly hits: number;
  readonly predicted: number;
  readonly gold: number;
  /** Gold names that any predicted one of the kind touches, and the other way round. */
  readonly touched: number;
  readonly touching: number;
}

const KINDS = ["person", "organisation", "place"] as const;

/** Exact spans, and for comparison spans that overlap. */
export function scoreNames(pairs: readonly (readonly [readonly GoldName[], readonly ScoredName[]])[]): NameScore[] {
  return KINDS.map((kind) => {
    const score = { kind, hits: 0, predicted: 0, gold: 0, touched: 0, touching: 0 };
    for (const [all, found] of pairs) {
      const gold = all.filter((name) => name.kind === kind);
      const ours = unique(found.filter((name) => name.kind === kind));
      const exact = new Set(gold.map(({ start, end }) => `${start}-${end}`));
      const touches = (a: ScoredName, b: ScoredName): boolean => a.start < b.end && b.start < a.end;
      score.hits += ours.filter(({ start, end }) => exact.has(`${start}-${end}`)).length;
      score.predicted += ours.length;
      score.gold += gold.length;
      score.touched += gold.filter((name) => ours.some((one) => touches(name, one))).length;
      score.touching += ours.filter((one) => gold.some((name) => touches(name, one))).length;
    }
    return score;
  });
}

/** Harmonic mean of precision and recall of exact spans; 0 when there is nothing. */
export function exactF1({ hits, predicted, gold }: NameScore): number {
  return hits === 0 ? 0 : (2 * hits) / (predicted + gold);
}

export function overlapF1({ touched, touching, predicted, gold }: NameScore): number {
  if (touched === 0) return 0;
  const [precision, recall] = [touching / predicted, touched / gold];
  return (2 * precision * recall) / (precision + recall);
}

function unique(names: readonly ScoredName[]): ScoredName[] {
  return [...new Map(names.map((name) => [`${name.start}-${name.end}`, name])).values()];
}

/** Scores what `find` finds in documents, names of people without titles on both sides. */
export function scoreDocuments(
  documents: readonly GumDocument[],
  find: (document: GumDocument) => readonly ScoredName[],
): NameScore[] {
  return scoreNames(
    documents.map((one) => [
      goldNamesOf(one).map((name) => untitled(one.text, name)),
      find(one).map((name) => untitled(one.text, name)),
    ]),
  );
}

/** "Mr Holm" and "President Brod" are Holm and Brod to readers; a title alone stays. */
function untitled<Name extends ScoredName>(text: string, name: Name): Name {
  if (name.kind !== "person") return name;
  let { start } = name;
  for (;;) {
    const [title, word = ""] = /^(\S+)\s+/.exec(text.slice(start, name.end)) ?? [];
    if (title === undefined || !isTitle(word)) return { ...name, start };
    start += title.length;
  }
}

/** What the program finds in a document. */
export function namesFound({ text }: GumDocument, model: EnglishModel): ScoredName[] {
  const reading = readingOf(text, model);
  return (reading.named() ?? []).map(({ from, to, kind }) => ({
    start: (reading.tokens[from] as Token).start,
    end: (reading.tokens[to - 1] as Token).end,
    kind,
  }));
}

if (import.meta.main) {
  const [folder = "", split = "dev"] = process.argv.slice(2);
  const model = readWeights();
  const documents = readGum(folder).filter((document) => document.split === split);
  for (const score of scoreDocuments(documents, (one) => namesFound(one, model))) {
    const [precision, recall] = [score.hits / score.predicted, score.hits / score.gold];
    process.stdout.write(
      `${split} ${score.kind}: exact F1 ${exactF1(score).toFixed(3)} (P ${precision.toFixed(3)}, R ${recall.toFixed(3)}, ` +
        `${score.gold} names), overlap F1 ${overlapF1(score).toFixed(3)}\n`,
    );
  }
}
