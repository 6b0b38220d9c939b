import type { Attribution, RemarkSignal } from "../model/attribution.ts";
import type { Figure } from "../model/figure.ts";
import { passageOf } from "../model/span.ts";
import type { Passage, Span } from "../model/span.ts";
import type { Instant } from "../model/time.ts";
import { findAttributions } from "./attributions.ts";
import { carriersOf, parentsOf, placesOf } from "./carrier.ts";
import { isEnglish } from "../language/english.ts";
import { findFigures } from "./figures/find.ts";
import { spanOf } from "./found.ts";
import type { Found } from "./found.ts";
import { modeOf } from "./modes.ts";
import type { EnglishModel } from "../language/model.ts";
import { resolverOf } from "../language/resolve.ts";
import type { Resolver, Spoken } from "../language/resolve.ts";
import { readingOf } from "../language/sentences.ts";
import type { Reading, Sentence } from "../language/sentences.ts";
import { signalsIn } from "./signals.ts";
import type { Range } from "../language/range.ts";
import type { Token } from "../language/tokens.ts";

export interface EvidenceContext {
  readonly language: string | null;
  readonly publisherName: string;
  readonly publishedAt: Instant | null;
}

/** What the machine finds in one report. Suggestions only: a person decides. */
export interface ReadEvidence {
  readonly attributions: Attribution[];
  readonly figures: Figure[];
  /** False when the rules do not know the report's language; then there are no attributions. */
  readonly languageSupported: boolean;
}

/**
 * Reads who said what, and which figures, out of a report's text. Pure; spans are half-open UTF-16 offsets into `text`;
 * takes any text, in time that grows with its length.
 */
export function readEvidence(text: string, context: EvidenceContext, model: EnglishModel): ReadEvidence {
  const languageSupported = isEnglish(text, context.language);
  const reading = readingOf(text, languageSupported ? model : null);
  return {
    attributions: languageSupported ? attributionsOf(reading, context) : [],
    figures: findFigures(reading, context.publishedAt),
    languageSupported,
  };
}

function attributionsOf(reading: Reading, context: EvidenceContext): Attribution[] {
  const found = findAttributions(reading);
  const resolver = resolverOf(reading);
  const resolved = resolveAll(reading, found, resolver);
  const text = (range: Range): string => passage(reading, [range]).text;
  const named = (i: number): string | null => {
    const source = found[i]?.source ?? null;
    return source === null ? null : (resolved[i] ?? text(source));
  };
  const parents = parentsOf(placesOf(reading, found));
  const carriers = carriersOf(found, parents, named, (i) =>
    ownCarriers(found[i] as Found, resolver, text, context.publisherName),
  );
  const signals = signalsOf(reading, found, resolved);
  const firstTokenAt = (offset: number): number => tokenAt(reading, offset);
  return found.map((f, i) => ({
    source: f.source === null ? null : { ...passage(reading, [f.source]), resolved: resolved[i] ?? null },
    cue: passage(reading, f.cue),
    content: passageOf(reading.text, f.content),
    mode: modeOf(reading, f.content, reading.tokens[(f.cue.at(-1)?.to ?? 1) - 1]?.end ?? 0, firstTokenAt),
    carriers: carriers[i] ?? [],
    parent: parents[i] ?? null,
    signals: [...new Set(signals[i])],
  }));
}

function passage(reading: Reading, ranges: readonly Range[]): Passage {
  return passageOf(
    reading.text,
    ranges.map((r) => spanOf(reading, r.from, r.to)).filter((s): s is Span => s !== null),
  );
}

function resolveAll(reading: Reading, found: readonly Found[], resolver: Resolver): (string | null)[] {
  let speaker: Spoken | null = null;
  let block = -1;
  return found.map((f) => {
    if (f.source === null) return null;
    const at: number = (reading.sentences[f.sentence] as Sentence).block;
    // A pronoun does not reach back over more than three paragraphs.
    if (at > block + 3) speaker = null;
    const name = resolver.resolve(f.source, speaker);
    const person =
      name !== null &&
      (resolver.names(f.source).some((m) => m.kind === "person") ||
        speaker?.name === name ||
        f.source.to - f.source.from === 1);
    if (person) {
      speaker = { name, at: f.source.from };
      block = at;
    }
    return name;
  });
}

/** Papers that the source told it, or that stand between: never this report's own publisher. */
function ownCarriers(found: Found, resolver: Resolver, text: (range: Range) => string, publisher: string): string[] {
  const names: string[] = found.via.map((range) => resolver.resolve(range, null) ?? text(range));
  const told = found.addressee ?? null;
  if (told !== null) {
    const name = resolver.resolve(told, null);
    const paper =
      resolver.names(told).some((m) => m.kind === "publication") ||
      /\b(?:paper|newspaper|magazine|agency|broadcaster|channel|outlet)$/i.test(text(told));
    if (paper && name !== null) names.push(name);
  }
  return names.filter((name) => name.toLowerCase() !== publisher.toLowerCase());
}

/** Signals of the cues themselves, of the sentence, and of a later sentence that takes the remark up. */
function signalsOf(reading: Reading, found: readonly Found[], resolved: readonly (string | null)[]): RemarkSignal[][] {
  const signals = found.map((f) => [...f.signals]);
  found.forEach((f, i) => {
    const sentence = reading.sentences[f.sentence] as Sentence;
    const span = spanOf(reading, sentence.first, sentence.last);
    const said = span === null ? [] : signalsIn(reading.text.slice(span[0], span[1]));
    if (said.length === 0) return;
    signals[i]?.push(...said);
    // The remark that is taken back or explained stands shortly before, by somebody whom this sentence names.
    const words = new Set(reading.tokens.slice(sentence.first, sentence.last).map((t) => t.text));
    for (let k = i - 1; k >= 0 && k >= i - 6; k -= 1) {
      const earlier = found[k] as Found;
      const surname = (resolved[k] ?? "").split(" ").at(-1) ?? "";
      if (f.sentence - earlier.sentence > 6) break;
      if (earlier.sentence !== f.sentence && surname !== "" && words.has(surname)) {
        signals[k]?.push(...said);
        break;
      }
    }
  });
  return signals;
}

function tokenAt(reading: Reading, offset: number): number {
  let low = 0;
  let high = reading.tokens.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((reading.tokens[middle] as Token).end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
