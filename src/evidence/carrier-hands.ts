import type { Range } from "../language/range.ts";
import type { Reading, Sentence } from "../language/sentences.ts";
import type { Token } from "../language/tokens.ts";
import { coreOf } from "./carrier-relay.ts";
import type { Relay } from "./carrier-relay.ts";
import type { Found } from "./found.ts";
import { nounPhraseAfter } from "./noun-phrase-after.ts";
import type { Papers } from "./paper.ts";

const at = (reading: Reading, i: number): Token => reading.tokens[i] as Token;

/** The hands that a remark goes through behind its source, outermost first. */
export function handsOf(
  reading: Reading,
  sentence: Sentence,
  one: Found,
  relays: readonly Relay[],
  papers: Papers,
): Range[] {
  if (relays.length === 0 || one.source === null) return [];
  const source = coreOf(reading, one.source);
  const hands: Range[] = [];
  const next = (from: Range | null): Relay | undefined =>
    relays.find(
      (r) =>
        !holdsToken(reading, one, r.at) &&
        (from === null || r.from === null ? r.from === from : isSame(reading, r.from, from)) &&
        !hands.some((hand) => isSame(reading, hand, r.to)) &&
        !isSame(reading, r.to, source),
    );
  const told = hearerOf(reading, sentence, one);
  const heard = told === null ? undefined : next(told);
  // Whoever is only told it, and is no paper, carries nothing.
  const keeps = (hand: Relay): boolean =>
    hand.kind !== "told" || papers.nameOf(hand.to) !== null || papers.ownerOf(hand.to) !== null;
  if (told !== null && heard !== undefined) hands.push(told);
  const [heardBy] = one.via;
  let relay = heard ?? (heardBy === undefined ? undefined : next(heardBy)) ?? next(source) ?? next(null);
  for (let steps = 0; relay !== undefined && steps < 6; steps += 1) {
    const on = (hands.push(relay.to), next(relay.to));
    if (on === undefined && !keeps(relay)) hands.pop();
    relay = on;
  }
  return hands.toReversed();
}

/** Does token `i` stand in what is said? Then it tells of another's remark. */
export function holdsToken(reading: Reading, one: Found, i: number): boolean {
  const { start } = at(reading, i);
  return one.content.some(([from, to]) => from <= start && start < to);
}

/** Who was told: the addressee, or whom "to" or "in" behind the cue names. */
export function hearerOf(reading: Reading, sentence: Sentence, one: Found): Range | null {
  const end = one.cue.at(-1)?.to ?? sentence.last;
  if (one.addressee !== undefined && one.addressee !== null) return coreOf(reading, one.addressee);
  if (end + 1 >= sentence.last || !/^(?:to|in|with)$/.test(at(reading, end).lower)) return null;
  const phrase = nounPhraseAfter(reading, sentence, end + 1);
  return phrase === null ? null : coreOf(reading, phrase);
}

/** The same words, or one name for both. */
export function isSame(reading: Reading, a: Range, b: Range): boolean {
  if (a.from < b.to && b.from < a.to) return true;
  return headWord(reading, a) === headWord(reading, b);
}

export function headWord(reading: Reading, { from, to }: Range): string {
  let end = from;
  while (end < to && !/^(?:preposition|comma|wh)$/.test(at(reading, end).tag)) end += 1;
  return at(reading, Math.max(from, end - 1)).lower;
}
