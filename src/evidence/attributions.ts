import type { Attribution, RemarkSignal } from "../model/attribution.ts";
import { passageOf } from "../model/span.ts";
import type { Passage, Span } from "../model/span.ts";
import { headOf, phraseCarriers } from "./carrier-phrase.ts";
import { carrierName, carriersOf, parentsOf, placesOf } from "./carrier.ts";
import { findAttributions } from "./find-attributions.ts";
import { spanOf } from "./found.ts";
import type { Found } from "./found.ts";
import { modeOf } from "./modes.ts";
import { papersOf } from "./paper.ts";
import type { Papers } from "./paper.ts";
import { resolverOf } from "../language/resolve.ts";
import type { Resolver, Spoken } from "../language/resolve.ts";
import type { Reading, Sentence } from "../language/sentences.ts";
import { signalsIn } from "./signals.ts";
import type { Range } from "../language/range.ts";
import type { Token } from "../language/tokens.ts";

/** Who said what in a text, through whom. `publisher`: whose report it is; never a carrier of its own report. */
export function attributionsOf(reading: Reading, publisher: string): Attribution[] {
  const found = findAttributions(reading);
  const resolver = resolverOf(reading);
  const papers = papersOf(reading, resolver);
  const resolved = resolveAll(reading, found, resolver);
  const text = (range: Range): string => passage(reading, [range]).text;
  const named = (i: number): string | null => {
    const source = found[i]?.source ?? null;
    if (source === null) return null;
    const head = headOf(reading, source);
    const known = head.to === source.to ? (resolved[i] ?? null) : resolver.resolve(head, null);
    return papers.ownerOf(head) ?? known ?? papers.nameOf(head) ?? carrierName(text(head));
  };
  const parents = parentsOf(placesOf(reading, found));
  const own = found.map((f) => ownCarriers(reading, f, resolver, papers, publisher));
  found.forEach((_, i) => own[i]?.push(...takenUp(reading, found, i, own, papers)));
  const carriers = carriersOf(found, parents, named, (i) => own[i] ?? []);
  const signals = signalsOf(reading, found, resolved);
  const firstTokenAt = (offset: number): number => tokenAt(reading, offset);
  return found.map((f, i) => ({
    source: f.source === null ? null : { ...passage(reading, [f.source]), resolved: resolved[i] ?? null },
    cue: f.cue.length === 0 ? null : passage(reading, f.cue),
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
function ownCarriers(reading: Reading, found: Found, resolver: Resolver, papers: Papers, publisher: string): string[] {
  const own = bareName(publisher);
  const names: string[] = [];
  const paperAt = (range: Range): string | null => {
    const owner = papers.ownerOf(range);
    if (owner !== null) return owner;
    const name = papers.nameOf(range);
    const full = name === null ? null : resolver.resolve(range, null);
    return full?.endsWith(name ?? "") === true ? full : name;
  };
  const told = found.addressee ?? null;
  const paper = told === null ? null : paperAt(told);
  if (paper !== null) names.push(paper);
  if (found.rule !== "label" && found.rule !== "silence")
    names.push(...phraseCarriers(reading, reading.sentences[found.sentence] as Sentence, found, papers));
  for (const range of found.via) {
    const alone = range.to - range.from === 1;
    if (alone && /^(?:he|she|it|they|who|which)$/.test(reading.tokens[range.from]?.lower ?? "")) continue;
    names.push(paperAt(range) ?? resolver.resolve(range, null) ?? carrierName(passage(reading, [range]).text));
  }
  return [...new Set(names)].filter((name) => bareName(name) !== own);
}

/** "…, she added": told to the same paper. "It quoted X": "it" is the paper of the remark before. */
function takenUp(
  reading: Reading,
  found: readonly Found[],
  i: number,
  own: readonly (readonly string[])[],
  papers: Papers,
): readonly string[] {
  const [one, before] = [found[i], found[i - 1]];
  if (one === undefined || before === undefined || one.sentence - before.sentence > 2) return [];
  const cue = reading.tokens[(one.cue[0]?.to ?? 0) - 1]?.lower ?? "";
  if (/^(?:added|adds|continued|continues|adding)$/.test(cue) && own[i]?.length === 0) {
    for (let k = i - 1; k >= Math.max(0, i - 4); k -= 1) {
      const earlier = found[k];
      if (earlier === undefined || one.sentence - earlier.sentence > 2) break;
      if (earlier.addressee !== undefined && earlier.addressee !== null && (own[k]?.length ?? 0) > 0)
        return own[k] ?? [];
    }
  }
  const cites = one.rule === "citing" && one.via.some((r) => reading.tokens[r.from]?.lower === "it");
  const paper = cites && before.source !== null ? papers.nameOf(before.source) : null;
  return paper === null ? [] : [paper];
}

function bareName(name: string): string {
  return name.toLowerCase().replace(/^the\s+/, "");
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
