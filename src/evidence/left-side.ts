import type { Span } from "../model/span.ts";
import { joined, spanOf } from "./found.ts";
import type { Reading, Sentence } from "../language/sentences.ts";
import { nextOf } from "./subject.ts";
import type { Token } from "../language/tokens.ts";

const at = (reading: Reading, i: number): Token => reading.tokens[i] as Token;

/** What bears a title in quotation marks: `In his book, “Make Hay,” she said`. */
const WORKS =
  /^(?:book|novel|article|film|movie|essay|speech|report|song|album|show|documentary|paper|play|column|memoir)$/;

/**
 * Content to the left of a source (or of an inverted verb) at token `end`: the quotation that closes there, with what
 * leads into it, or the clause before a comma. Null when there is none.
 */
export function leftSide(
  reading: Reading,
  sentence: Sentence,
  end: number,
): { readonly spans: Span[]; readonly quoted: boolean } | null {
  let i = end;
  if (i <= 0) return null;
  let comma = false;
  while (i > 0 && at(reading, i - 1).quote === -1 && /^(?:comma|dash)$/.test(at(reading, i - 1).tag)) {
    comma = true;
    i -= 1;
  }
  if (i <= 0) return null;
  const last = at(reading, i - 1);
  const quotation = last.tag === "quote" ? reading.quotes[last.quote] : undefined;
  if (quotation !== undefined) {
    if (last.start < quotation.inner[1] && quotation.closed) return null;
    if (i < reading.tokens.length && at(reading, i).block) return null;
    // A quotation of an earlier sentence that came to a full end is not this cue's.
    if (
      i <= sentence.first &&
      !comma &&
      /[.…]$/.test(reading.text.slice(quotation.inner[0], quotation.inner[1]).trimEnd())
    )
      return null;
    if (
      !comma &&
      quotation.inner[1] - quotation.inner[0] < 40 &&
      !/[,?!.…—–-]$/.test(reading.text.slice(quotation.inner[0], quotation.inner[1]).trimEnd())
    )
      return null;
    let open = i - 1;
    while (open > 0 && at(reading, open - 1).quote === last.quote) open -= 1;
    // Words of the same sentence that lead into the quotation belong to the content too.
    let start = open;
    while (start > 0 && start > sentence.first && open - start < 60) start -= 1;
    if (open <= sentence.first) start = open;
    const fragment =
      /^\p{Ll}/u.test(reading.text.slice(quotation.inner[0], quotation.inner[0] + 2)) &&
      open > start &&
      at(reading, open - 1).word;
    const lead = open > start && (fragment || leadsIn(reading, start, open)) ? start : open;
    // “Evening News,” after "on": a title, not speech.
    const short = quotation.inner[1] - quotation.inner[0] < 40;
    if (lead === open && short && open > start && at(reading, open - 1).tag === "preposition") return null;
    const named = open - 2 >= start && at(reading, open - 1).tag === "comma" ? at(reading, open - 2).lower : "";
    if (short && lead === open && WORKS.test(named)) return null;
    const block = continuedFrom(reading, last.quote);
    return { spans: joined([spanOf(reading, lead, open), [quotation.start, quotation.end], ...block]), quoted: true };
  }
  if (!comma || i <= sentence.first) return null;
  const from = clauseStart(reading, sentence, i);
  const first = at(reading, from);
  // "wrote that, according to the miners, | the manager had promised …": the aside of a clause that has only begun.
  let open = i - 1;
  while (open > from && at(reading, open).tag !== "comma") open -= 1;
  if (open - 1 > from && at(reading, open - 1).lower === "that") return null;
  // A headline has no full stop and may do without a verb.
  const labelled = from > sentence.first && at(reading, from - 1).tag === "colon";
  const headline =
    labelled || (at(reading, sentence.last - 1).tag !== "stop" && from === sentence.first && at(reading, from).block);
  if (i - from < 3 || !(headline || hasFinite(reading, from, i) || hasPast(reading, from, i))) return null;
  if (
    /^(?:as|when|while|if|although|though|after|before|since|because|asked|speaking|until|in|on|during|by|for|from|to|despite)$/.test(
      first.lower,
    )
  ) {
    const inner = nextOf(reading, from, i - 1, (t) => t.tag === "comma");
    if (inner >= i - 1 || !hasFinite(reading, inner, i)) return null;
  }
  // "Rationing could last until March, …" has a subject.
  if (first.tag === "ing" && !/^(?:modal|auxiliary)$/.test(at(reading, from + 1).tag)) return null;
  return { spans: joined([spanOf(reading, from, i)]), quoted: false };
}

function leadsIn(reading: Reading, from: number, open: number): boolean {
  const before = at(reading, open - 1);
  return (
    before.tag !== "comma" &&
    before.tag !== "colon" &&
    before.tag !== "stop" &&
    open > from &&
    hasFinite(reading, from, open)
  );
}

export function hasFinite(reading: Reading, from: number, to: number): boolean {
  for (let i = from; i < to; i += 1) {
    const { tag, pos } = at(reading, i);
    if (/^(?:auxiliary|modal)$/.test(tag) || (tag === "verb" && pos !== "VB") || (tag === "past" && pos !== "VBN"))
      return true;
  }
  return false;
}

/** A past form right behind a noun: the verb of a clause, though it was taken for a participle. */
function hasPast(reading: Reading, from: number, to: number): boolean {
  for (let i = from + 2; i + 1 < to; i += 1)
    if (at(reading, i).pos === "VBN" && at(reading, i - 1).tag === "noun" && at(reading, i + 1).lower !== "by")
      return true;
  return false;
}

/** Earlier blocks of a speech whose quotation marks open each block and close only the last. */
function continuedFrom(reading: Reading, quote: number): Span[] {
  const spans: Span[] = [];
  for (let q = quote - 1; q >= 0 && q > quote - 20; q -= 1) {
    const quotation = reading.quotes[q];
    if (quotation === undefined || !quotation.continues) break;
    spans.push([quotation.start, quotation.end]);
  }
  return spans;
}

/** Where the clause that holds token `i` begins: after the last semicolon or ", and" with a verb on both sides. */
export function clauseStart(reading: Reading, sentence: Sentence, i: number): number {
  for (let k = i - 1; k > sentence.first; k -= 1) {
    const token = at(reading, k);
    // "at 21:30"
    const hour = token.tag === "colon" && at(reading, k - 1).tag === "number" && at(reading, k + 1).tag === "number";
    if (token.text === ";" || (token.tag === "colon" && !hour)) return k + 1;
    if (
      /^(?:while|although|though)$/.test(token.lower) &&
      at(reading, k - 1).tag === "comma" &&
      hasFinite(reading, k, i)
    )
      return k + 1;
  }
  return sentence.first;
}
