import type { Span } from "../model/span.ts";
import { spansFrom } from "./content.ts";
import { CUE_NOUNS } from "./cue-nouns.ts";
import { joined } from "./found.ts";
import type { Found } from "./found.ts";
import { leftSide } from "./left-side.ts";
import { nounPhraseAfter } from "./noun-phrase-after.ts";
import type { RightSide } from "./right-side.ts";
import type { Reading, Sentence } from "../language/sentences.ts";
import { nextOf } from "./subject.ts";
import type { Range } from "../language/range.ts";
import type { Token } from "../language/tokens.ts";
import { wordFilterOf } from "../language/word-filter.ts";

const at = (reading: Reading, i: number): Token => reading.tokens[i] as Token;

/** Nouns of what is said, beside those that take a clause of their own. */
const MORE =
  "advice message verdict word news account version forecast judgement judgment diagnosis tip instruction evidence prognosis recommendation";
const NOUNS: ReadonlySet<string> = new Set([
  ...MORE.split(" "),
  ...[...CUE_NOUNS].filter(([, ways]) => ways.has("t")).map(([noun]) => noun),
]);
const MAY_BE_NOUN = wordFilterOf(NOUNS);

/** Attributions by a noun and "be", or a colon: "X's estimate is that …", "the view of X: …", "“…” was the advice from X". */
export function copulaAttributions(reading: Reading, index: number, found: Found[]): void {
  const sentence = reading.sentences[index] as Sentence;
  for (let i = sentence.first + 1; i < sentence.last; i += 1) {
    if (!MAY_BE_NOUN.mayBe(reading.forms, i)) continue;
    const token = at(reading, i);
    if (token.quote !== -1 || token.tag !== "noun" || !NOUNS.has(token.lower)) continue;
    const owned = ownerOf(reading, sentence, i);
    if (owned === null) continue;
    const content = behindBe(reading, sentence, i, owned) ?? beforeBe(reading, sentence, i);
    if (content === null || content.length === 0) continue;
    const { source } = owned;
    found.push({
      rule: "noun",
      sentence: index,
      source,
      cue: [{ from: i, to: i + 1 }],
      content,
      signals: [],
      via: [],
      spoken: true,
    });
  }
}

/** Whose noun it is: "X's advice", "the advice from X"; `to`: where that ends. */
function ownerOf(
  reading: Reading,
  sentence: Sentence,
  i: number,
): { readonly source: Range; readonly to: number } | null {
  const link = reading.tokens[i + 1]?.lower ?? "";
  if (i + 2 < sentence.last && /^(?:of|from|by)$/.test(link)) {
    const phrase = nounPhraseAfter(reading, sentence, i + 2);
    if (phrase === null) return null;
    const to = nextOf(reading, phrase.from, phrase.to, (t) => t.tag === "comma" || t.tag === "wh");
    const people =
      /^(?:from|by)$/.test(link) || /^(?:determiner|name|possessive|noun)$/.test(at(reading, phrase.from).tag);
    return people && to > phrase.from ? { source: { from: phrase.from, to }, to } : null;
  }
  for (let k = i - 1; k >= sentence.first && k >= i - 4; k -= 1) {
    const { tag, lower } = at(reading, k);
    if (tag === "possessive" && lower !== "'s" && lower !== "'") {
      return /^(?:his|her|their)$/.test(lower) ? { source: { from: k, to: k + 1 }, to: i + 1 } : null;
    }
    if (tag === "possessive") {
      let from = k;
      while (
        from > sentence.first &&
        from > k - 8 &&
        /^(?:noun|name|number|determiner)$/.test(at(reading, from - 1).tag)
      ) {
        from -= 1;
        if (at(reading, from).tag === "determiner") break;
      }
      return from === k ? null : { source: { from, to: k }, to: i + 1 };
    }
    if (!/^(?:noun|name|number)$/.test(tag)) return null;
  }
  return null;
}

/** "… is that …", "…, as passed on by the paper, is that …", "…: …" */
function behindBe(
  reading: Reading,
  sentence: Sentence,
  i: number,
  { to }: { readonly source: Range; readonly to: number },
): Span[] | null {
  let be = to;
  if (be + 2 < sentence.last && at(reading, be).tag === "adverb") be += 1;
  if (be + 2 < sentence.last && at(reading, be).tag === "comma") {
    be = nextOf(reading, be + 1, Math.min(sentence.last, be + 26), (t) => t.tag === "comma" || t.tag === "stop") + 1;
  }
  if (be + 2 >= sentence.last) return null;
  const first = at(reading, be);
  if (first.tag === "colon" && be <= to + 1) return right(reading, sentence, "colon", be + 1, i);
  if (!/^(?:is|was|remains|remained)$/.test(first.lower)) return null;
  let from = be + 1;
  while (from + 1 < sentence.last && at(reading, from).tag === "adverb") from += 1;
  const next = at(reading, from);
  if (next.lower === "that" && at(reading, from + 1).tag !== "stop") return right(reading, sentence, "that", from, i);
  // "his statement was “true”": one word of praise is no statement.
  const quotation = next.tag === "quote" ? reading.quotes[next.quote] : undefined;
  if (quotation !== undefined && quotation.end - quotation.start < 25) return null;
  if (next.tag === "quote") return right(reading, sentence, "quote", from, i);
  return next.tag === "colon" ? right(reading, sentence, "colon", from + 1, i) : null;
}

function right(reading: Reading, sentence: Sentence, kind: RightSide["kind"], from: number, i: number): Span[] {
  // The clause is the sentence's last: the noun does not close it.
  const cue = kind === "that" ? from - 1 : i;
  return spansFrom(reading, sentence, { kind, from, addressee: null }, cue);
}

/** "“…,” was the advice from X", "“…,” ran X's message" */
function beforeBe(reading: Reading, sentence: Sentence, i: number): Span[] | null {
  let from = i;
  while (from > sentence.first && /^(?:noun|name|determiner|possessive)$/.test(at(reading, from - 1).tag)) from -= 1;
  const v = from - 1;
  if (v <= sentence.first || !/^(?:was|is|ran|runs|came|comes|went|goes|read|reads)$/.test(at(reading, v).lower))
    return null;
  const left = leftSide(reading, sentence, v);
  if (left === null || !left.quoted) return null;
  // The quotation goes on behind: "“The dam held,” ran the message, “but only just.”"
  const open = nextOf(reading, i, sentence.last, (t) => t.tag === "quote");
  const rest = open < sentence.last ? reading.quotes[at(reading, open).quote] : undefined;
  return joined([...left.spans, rest === undefined ? null : [rest.start, rest.end]]);
}
