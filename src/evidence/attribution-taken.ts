import type { Range } from "../language/range.ts";
import type { Reading, Sentence } from "../language/sentences.ts";
import type { Token } from "../language/tokens.ts";
import { spansFrom } from "./content.ts";
import type { Found } from "./found.ts";
import { nounPhraseAfter } from "./noun-phrase-after.ts";
import { nounPhraseBefore } from "./noun-phrase-before.ts";
import { rightSide } from "./right-side.ts";
import { nextOf, verbGroupStart } from "./subject.ts";

const at = (reading: Reading, i: number): Token => reading.tokens[i] as Token;

/** "has it from a clerk that …", "the Courier, which had it from a clerk, said …": what the clerk told, through whom. */
export function hadFrom(
  reading: Reading,
  sentence: Sentence,
  index: number,
  i: number,
  found: readonly Found[],
): Found | null {
  const it = at(reading, i - 1);
  if (i - 3 < sentence.first || !/^(?:it|this|that|word|news)$/.test(it.lower)) return null;
  if (!/^(?:has|have|had|heard|got|learned)$/.test(at(reading, i - 2).lower)) return null;
  const group = verbGroupStart(reading, sentence, i - 2);
  const hearer = nounPhraseBefore(reading, sentence, group);
  const phrase = nounPhraseAfter(reading, sentence, i + 1);
  if (hearer === null || phrase === null) return null;
  const to = nextOf(reading, phrase.from, phrase.to, (t) => t.tag === "comma");
  const close = nextOf(reading, to, Math.min(sentence.last, to + 12), (t) => t.lower === "that");
  const main = found.find(
    (one) => one.source !== null && one.source.from <= hearer.from && (one.cue[0]?.from ?? 0) > i,
  );
  const own = Number(/^(?:him|her|it|them)sel(?:f|ves)$/.test(reading.tokens[to]?.lower ?? ""));
  const told = rightSide(reading, sentence, to + own, { prepositions: [], frames: "ct" });
  const right =
    told ?? (close < Math.min(sentence.last, to + 12) ? { kind: "that" as const, from: close, addressee: null } : null);
  const content =
    main === undefined ? (right === null ? [] : spansFrom(reading, sentence, right, i - 2)) : main.content;
  // "…, who had it from the registrar": the one behind a clerk who had it from him.
  const before = found.find(
    (one) =>
      one.rule === "citing" &&
      one.source !== null &&
      hearer.from <= one.source.from &&
      one.source.to <= hearer.to + 1 &&
      one.source.to <= i &&
      i - one.source.to < 6,
  );
  if (before !== undefined && before.source !== null && content.length > 0)
    return {
      ...before,
      source: { from: phrase.from, to },
      cue: [{ from: i - 2, to: i + 1 }],
      via: [...before.via, before.source],
    };
  if (content.length === 0) return takenFrom(reading, i, { from: phrase.from, to }, found);
  const who = main?.source ?? hearer;
  return {
    rule: "citing",
    sentence: index,
    source: { from: phrase.from, to },
    cue: [{ from: i - 2, to: i + 1 }],
    content,
    signals: [],
    via:
      main === undefined
        ? [hearer]
        : [...main.via, trimmedName(reading, { from: who.from, to: Math.min(who.to, i - 2) })],
    spoken: true,
  };
}

/** "…, the paper was told by a driver, who said he had it from the depot manager.": what the driver told. */
function takenFrom(reading: Reading, i: number, source: Range, found: readonly Found[]): Found | null {
  const { start } = at(reading, i);
  const told = found.findLast(
    (one) =>
      one.source !== null &&
      one.spoken &&
      (one.cue.at(-1)?.to ?? i) <= i - 2 &&
      !one.content.some(([from, to]) => from <= start && start < to),
  );
  if (told === undefined || told.source === null) return null;
  return { ...told, rule: "citing", source, cue: [{ from: i - 2, to: i + 1 }], via: [...told.via, told.source] };
}

/** Without "which" and commas at its end. */
export function trimmedName(reading: Reading, { from, to }: Range): Range {
  let end = to;
  while (
    end > from + 1 &&
    (/^(?:comma|wh|dash)$/.test(at(reading, end - 1).tag) || at(reading, end - 1).lower === "which")
  )
    end -= 1;
  return { from, to: end };
}
