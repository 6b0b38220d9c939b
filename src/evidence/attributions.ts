import type { Attribution, RemarkSignal } from "../model/attribution.ts";
import { passageOf } from "../model/span.ts";
import type { Passage, Span } from "../model/span.ts";
import { carrierNames } from "./carrier-names.ts";
import { carriersOf, parentsOf, placesOf } from "./carrier.ts";
import { relayFinder } from "./carrier-relay.ts";
import { findAttributions } from "./find-attributions.ts";
import { spanOf } from "./found.ts";
import type { Found } from "./found.ts";
import { modeOf } from "./modes.ts";
import { papersOf } from "./paper.ts";
import { resolverOf } from "../language/resolve.ts";
import type { Resolver, Spoken } from "../language/resolve.ts";
import type { Reading, Sentence } from "../language/sentences.ts";
import { signalsIn } from "./signals.ts";
import type { Range } from "../language/range.ts";
import type { Token } from "../language/tokens.ts";

/** Who said what in a text, through whom. `publisher`: whose report it is; never a carrier of its own report. */
export function attributionsOf(reading: Reading, publisher: string): Attribution[] {
  const papers = papersOf(reading);
  const relaysIn = relayFinder(reading, papers);
  const found = findAttributions(reading, papers, relaysIn);
  const resolver = resolverOf(reading);
  const resolved = resolveAll(reading, found, resolver);
  const parents = parentsOf(placesOf(reading, found));
  const names = carrierNames(reading, found, resolved, resolver, papers, publisher, parents, relaysIn);
  const carriers = carriersOf(parents, names);
  const signals = signalsOf(reading, found, resolved);
  const firstTokenAt = (offset: number): number => tokenAt(reading, offset);
  const made = found.map((f, i) => ({
    source: f.source === null ? null : { ...passage(reading, [f.source]), resolved: resolved[i] ?? null },
    cue: f.cue.length === 0 ? null : passage(reading, f.cue),
    content: passageOf(reading.text, f.content),
    mode: modeOf(reading, f.content, reading.tokens[(f.cue.at(-1)?.to ?? 1) - 1]?.end ?? 0, firstTokenAt),
    carriers: carriers[i] ?? [],
    parent: parents[i] ?? null,
    signals: [...new Set(signals[i])],
  }));
  return withTwins(made, (i, name) => {
    const { first, last } = reading.sentences[found[i]?.sentence ?? 0] as Sentence;
    return papers.twinOf(name, { from: first, to: last });
  });
}

/** Two names of houses, each in capitals. */
const PAIR =
  /^((?:\p{Lu}[\p{L}\p{N}'’-]*\s)+)and (?:the |The )?((?:\p{Lu}[\p{L}\p{N}'’-]*)(?:\s\p{Lu}[\p{L}\p{N}'’-]*)*)$/u;

/** "The Post and the Ledger reported that …": two chains, so the attribution stands twice. */
function withTwins(
  made: readonly Attribution[],
  twinOf: (index: number, name: string) => string | null,
): Attribution[] {
  const places: number[] = [];
  const out: Attribution[] = [];
  made.forEach((one, i) => {
    places.push(out.length);
    out.push(one);
    // "Morgenruf and Le Phare, both citing …": one name for two.
    const joint = one.carriers.map((name) => PAIR.exec(name));
    const first = one.carriers.map((name, k) => joint[k]?.[1]?.trim() ?? name);
    const carriers = first.map((name, k) => joint[k]?.[2] ?? twinOf(i, name) ?? name);
    if (joint.some((pair) => pair !== null)) out[out.length - 1] = { ...one, carriers: first };
    const changed = carriers.some((name, k) => name !== first[k]);
    if (changed && new Set([...carriers, ...first]).size > carriers.length) out.push({ ...one, carriers });
  });
  return out.map((one) => ({ ...one, parent: one.parent === null ? null : (places[one.parent] ?? null) }));
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

/** Signals of the cues themselves, of the sentence, and of a later sentence that takes the remark up. */
function signalsOf(reading: Reading, found: readonly Found[], resolved: readonly (string | null)[]): RemarkSignal[][] {
  const signals = found.map((f) => [...f.signals]);
  let of = -1;
  let said: readonly RemarkSignal[] = [];
  found.forEach((f, i) => {
    const sentence = reading.sentences[f.sentence] as Sentence;
    if (of !== f.sentence) {
      const span = spanOf(reading, sentence.first, sentence.last);
      said = span === null ? [] : signalsIn(reading.text.slice(span[0], span[1]));
      of = f.sentence;
    }
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
