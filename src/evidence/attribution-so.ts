import { CUE_FORMS } from "./cue-forms.ts";
import { joined, spanOf, withoutStop } from "./found.ts";
import type { Found } from "./found.ts";
import { nounPhraseAfter } from "./noun-phrase-after.ts";
import { nounPhraseBefore } from "./noun-phrase-before.ts";
import type { Range } from "../language/range.ts";
import type { Reading, Sentence } from "../language/sentences.ts";
import { mainSubject, nextOf, verbGroupStart } from "./subject.ts";
import type { Token } from "../language/tokens.ts";

const at = (reading: Reading, i: number): Token => reading.tokens[i] as Token;

const NAMED =
  /^(?:figure|number|account|claim|version|story|estimate|word|count|report|view|information|news|warning)$/;

/**
 * Attributions of a whole sentence by the next one: "That is what the ministry told her", "So, at least, the shepherds say",
 * "The league said so in a message", "That is according to the clerk", "That figure is the warden's".
 */
export function soAttributions(reading: Reading, index: number, found: Found[]): void {
  const sentence = reading.sentences[index] as Sentence;
  const before = reading.sentences[index - 1];
  if (before === undefined || before.block < sentence.block - 1) return;
  const made = whatAt(reading, sentence) ?? soAt(reading, sentence) ?? ownAt(reading, sentence);
  const content = made === null ? null : spanOf(reading, before.first, withoutStop(reading, before.first, before.last));
  if (made === null || content === null) return;
  const same = found.findIndex((one) => one.cue.some((c) => c.from < made.cue.to && made.cue.from < c.to));
  if (same !== -1) found.splice(same, 1);
  found.push({
    rule: "so",
    sentence: index,
    source: made.source,
    cue: [made.cue],
    content: made.word === undefined ? [content] : joined([content, spanOf(reading, made.word, made.cue.to)]),
    signals: [],
    via: [],
    spoken: true,
    addressee: made.addressee,
  });
}

interface Taken {
  readonly source: Range;
  readonly cue: Range;
  readonly addressee: Range | null;
  /** Where "so" or "as much" begins. */
  readonly word?: number;
}

/** "That (at least) is what X told Y" */
function whatAt(reading: Reading, sentence: Sentence): Taken | null {
  const { first, last } = sentence;
  if (!/^(?:that|this|such)$/.test(at(reading, first).lower)) return null;
  const what = nextOf(reading, first + 1, Math.min(last, first + 8), (t) => /^(?:what|how)$/.test(t.lower));
  if (what >= Math.min(last, first + 8) || !/^(?:is|was)$/.test(at(reading, what - 1).lower)) return null;
  return clauseAfter(reading, sentence, what + 1);
}

/** The subject and the verb of telling that begin at `from`. */
function clauseAfter(reading: Reading, sentence: Sentence, from: number): Taken | null {
  const limit = Math.min(sentence.last, from + 14);
  const v = nextOf(reading, from, limit, (t) => isTold(t));
  if (v >= limit) return null;
  const group = verbGroupStart(reading, sentence, v);
  const source = nounPhraseBefore(reading, sentence, group);
  if (source === null || source.from < from) return null;
  const told = CUE_FORMS.get(at(reading, v).lower)?.frames.includes("a") === true;
  return {
    source,
    cue: { from: group, to: v + 1 },
    addressee: told ? nounPhraseAfter(reading, sentence, v + 1) : null,
  };
}

function isTold(token: Token): boolean {
  const frames = CUE_FORMS.get(token.lower)?.frames ?? "";
  return /[ca]/.test(frames) && (token.tag === "past" || token.tag === "verb");
}

/** "So the shepherds say", "So says the clerk", "The league said so", "The clerk said as much" */
function soAt(reading: Reading, sentence: Sentence): Taken | null {
  const { first, last } = sentence;
  if (at(reading, first).lower === "so" && first + 2 < last) {
    const comma = at(reading, first + 1).tag === "comma" ? first + 1 : -1;
    const close =
      comma === -1 ? first : nextOf(reading, comma + 1, Math.min(last, comma + 7), (t) => t.tag === "comma");
    const from = close + 1;
    if (from + 1 >= last) return null;
    if (isTold(at(reading, from))) {
      const source = nounPhraseAfter(reading, sentence, from + 1);
      return source === null ? null : { source, cue: { from, to: from + 1 }, addressee: null };
    }
    const taken = clauseAfter(reading, sentence, from);
    const next = taken === null ? null : (reading.tokens[taken.cue.to] ?? null);
    return taken !== null && (next === null || /^(?:stop|comma|adverb|preposition|to)$/.test(next.tag)) ? taken : null;
  }
  const so = nextOf(
    reading,
    first + 1,
    Math.min(last, first + 24),
    (t) => t.quote === -1 && /^(?:so|much)$/.test(t.lower),
  );
  if (so >= Math.min(last, first + 24)) return null;
  const v = at(reading, so).lower === "much" && at(reading, so - 1).lower === "as" ? so - 2 : so - 1;
  const next = so + 1 < last ? at(reading, so + 1) : null;
  if (v <= first || (at(reading, so).lower === "much" && v === so - 1)) return null;
  if (next !== null && !/^(?:stop|comma|preposition|adverb|to|and|dash|colon)$/.test(next.tag)) return null;
  if (!/^(?:said|says|say|wrote|writes|told)$/.test(at(reading, v).lower)) return null;
  const source =
    nounPhraseBefore(reading, sentence, verbGroupStart(reading, sentence, v)) ??
    mainSubject(reading, sentence, first, v);
  return source === null ? null : { source, cue: { from: v, to: so + 1 }, addressee: null, word: v + 1 };
}

/** "That is according to X", "That figure comes from X", "That claim is X's" */
function ownAt(reading: Reading, sentence: Sentence): Taken | null {
  const { first, last } = sentence;
  if (!/^(?:that|this)$/.test(at(reading, first).lower) || first + 3 >= last) return null;
  const named = NAMED.test(at(reading, first + 1).lower);
  let be = first + 1 + Number(named);
  while (be < last && at(reading, be).tag === "adverb") be += 1;
  const comes = at(reading, be).lower;
  const link = at(reading, be + 1).lower;
  if (/^(?:is|was)$/.test(comes) && link === "according" && at(reading, be + 2).lower === "to")
    return owned(nounPhraseAfter(reading, sentence, be + 3), be + 1, be + 3);
  if (!named) return null;
  if (/^(?:comes|came)$/.test(comes) && link === "from")
    return owned(nounPhraseAfter(reading, sentence, be + 2), be, be + 2);
  if (!/^(?:is|was)$/.test(comes)) return null;
  const genitive = nextOf(reading, be + 1, Math.min(last, be + 8), (t) => t.lower === "'s" || t.lower === "'");
  const then = reading.tokens[genitive + 1];
  return genitive < Math.min(last, be + 8) && (then === undefined || /^(?:stop|comma)$/.test(then.tag))
    ? owned({ from: be + 1, to: genitive }, be, be + 1)
    : null;
}

function owned(source: Range | null, from: number, to: number): Taken | null {
  return source === null ? null : { source, cue: { from, to }, addressee: null };
}
