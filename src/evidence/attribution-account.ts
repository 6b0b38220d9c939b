import type { Span } from "../model/span.ts";
import { joined, spanOf, withoutStop } from "./found.ts";
import type { Found } from "./found.ts";
import { clauseStart, hasFinite, leftSide } from "./left-side.ts";
import { nounPhraseAfter } from "./noun-phrase-after.ts";
import type { Reading, Sentence } from "../language/sentences.ts";
import { nextOf } from "./subject.ts";
import type { Range } from "../language/range.ts";
import type { Token } from "../language/tokens.ts";
import { wordFilterOf } from "../language/word-filter.ts";

const at = (reading: Reading, i: number): Token => reading.tokens[i] as Token;

const set = (words: string): ReadonlySet<string> => new Set(words.split(" "));

/** What somebody's saying is called behind a preposition: "by the ferryman's account". */
const ACCOUNTS: Readonly<Record<string, ReadonlySet<string>>> = {
  by: set(
    "account accounts reckoning count estimate estimates figures log version telling word testimony admission records calculation calculations tally",
  ),
  in: set(
    "account telling version words view opinion estimation judgement judgment reckoning recollection phrase reading assessment",
  ),
  on: set("word testimony evidence authority say-so information telling account"),
  from: set("account accounts"),
};
const MAY_LEAD = wordFilterOf([...Object.keys(ACCOUNTS), "per", "if", "hear"]);

/** Where such a phrase stands, and whose saying it is. */
interface Phrase {
  readonly source: Range;
  readonly cue: readonly Range[];
  /** Tokens `[from, to)` of all of it. */
  readonly from: number;
  readonly to: number;
}

/** Attributions by a phrase: "by X's account", "in the view of X", "per X", "to hear X tell it", "if X is to be believed". */
export function accountAttributions(reading: Reading, index: number, found: Found[]): void {
  const sentence = reading.sentences[index] as Sentence;
  for (let i = sentence.first; i + 2 < sentence.last; i += 1) {
    if (!MAY_LEAD.mayBe(reading.forms, i) || at(reading, i).quote !== -1) continue;
    const phrase =
      accountAt(reading, sentence, i) ??
      perAt(reading, sentence, i) ??
      believedAt(reading, sentence, i) ??
      hearAt(reading, sentence, i);
    if (phrase === null) continue;
    const { source, cue } = phrase;
    // "The mill will close, the agency reports, on the word of a foreman.": what the agency reports.
    const who = /^(?:who|which|whose)$/.test(reading.tokens[phrase.to]?.lower ?? "");
    const main =
      who || sentence.last - phrase.to < 3 ? found.findLast((one) => isBeside(reading, one, phrase)) : undefined;
    const content = main?.content ?? contentBeside(reading, sentence, phrase);
    if (content.length === 0) continue;
    const via = main === undefined || main.source === null ? [] : [...main.via, main.source];
    const rule = main === undefined ? "according" : "citing";
    // It takes the place of what "if one is to believe" was read as.
    const same = found.findIndex((one) => one.cue.some((c) => cue.some((own) => c.from < own.to && own.from < c.to)));
    if (same !== -1) found.splice(same, 1);
    found.push({ rule, sentence: index, source, cue, content, signals: [], via, spoken: true });
    i = phrase.to - 1;
  }
}

/** "by the ferryman's account", "in the words of the abbot", "on the word of a foreman" */
function accountAt(reading: Reading, sentence: Sentence, i: number): Phrase | null {
  const nouns = ACCOUNTS[at(reading, i).lower];
  if (nouns === undefined) return null;
  const limit = Math.min(sentence.last, i + 9);
  const noun = nextOf(
    reading,
    i + 1,
    limit,
    (t) => nouns.has(t.lower) || !/^(?:noun|name|determiner|possessive|number)$/.test(t.tag),
  );
  if (noun >= limit || !nouns.has(at(reading, noun).lower)) return null;
  const link = reading.tokens[noun + 1]?.lower ?? "";
  if (/^(?:of|from)$/.test(link) && noun - i <= 3) {
    const source = nounPhraseAfter(reading, sentence, noun + 2);
    if (source === null || /^(?:it|this|that|these)$/.test(at(reading, source.from).lower)) return null;
    const end = nextOf(reading, source.from, source.to, (t) => t.tag === "comma");
    return { source: { from: source.from, to: end }, cue: [{ from: i, to: noun + 2 }], from: i, to: end };
  }
  const owner = nextOf(reading, i + 1, noun, (t) => t.lower === "'s" || t.lower === "'");
  const mine = /^(?:his|her|their|its)$/.test(at(reading, i + 1).lower) && owner >= noun;
  if (owner >= noun && !mine) return null;
  const source = mine ? { from: i + 1, to: i + 2 } : { from: i + 1, to: owner };
  return {
    source,
    cue: [
      { from: i, to: i + 1 },
      { from: mine ? i + 2 : owner + 1, to: noun + 1 },
    ],
    from: i,
    to: noun + 1,
  };
}

/** ", per the Courier" */
function perAt(reading: Reading, sentence: Sentence, i: number): Phrase | null {
  if (at(reading, i).lower !== "per" || (at(reading, i).capital && at(reading, i + 1).tag === "name")) return null;
  const next = at(reading, i + 1);
  const before = i > sentence.first ? at(reading, i - 1).tag : "stop";
  if (!/^(?:determiner|name)$/.test(next.tag) || !/^(?:comma|stop|quote)$/.test(before)) return null;
  const source = nounPhraseAfter(reading, sentence, i + 1);
  const inner = source !== null && i > sentence.first && reading.tokens[source.to]?.tag === "comma";
  return source === null || inner || at(reading, source.to - 1).tag !== "name"
    ? null
    : { source, cue: [{ from: i, to: i + 1 }], from: i, to: source.to };
}

/** "if the Courier is to be believed", "if one is to believe the Courier" */
function believedAt(reading: Reading, sentence: Sentence, i: number): Phrase | null {
  if (at(reading, i).lower !== "if") return null;
  const v = nextOf(
    reading,
    i + 2,
    Math.min(sentence.last, i + 14),
    (t) => /^believed?$/.test(t.lower) || t.tag === "comma",
  );
  if (v >= Math.min(sentence.last, i + 14) || at(reading, v).tag === "comma") return null;
  const to = nextOf(reading, i + 2, v, (t) => t.lower === "to" || t.lower === "can");
  if (to >= v) return null;
  if (at(reading, v).lower === "believed") {
    const be = nextOf(reading, i + 2, to, (t) => /^(?:is|are)$/.test(t.lower));
    return { source: { from: i + 1, to: Math.min(be, to) }, cue: [{ from: be, to: v + 1 }], from: i, to: v + 1 };
  }
  const source = nounPhraseAfter(reading, sentence, v + 1);
  if (source === null || /^(?:it|this|that)$/.test(at(reading, source.from).lower)) return null;
  const end = nextOf(reading, source.from, source.to, (t) => t.tag === "comma");
  return { source: { from: source.from, to: end }, cue: [{ from: i, to: v + 1 }], from: i, to: end };
}

/** "To hear the miller tell it" */
function hearAt(reading: Reading, sentence: Sentence, i: number): Phrase | null {
  if (at(reading, i).lower !== "hear" || i === sentence.first || at(reading, i - 1).lower !== "to") return null;
  const tell = nextOf(reading, i + 2, Math.min(sentence.last - 1, i + 10), (t) => t.lower === "tell");
  if (tell >= Math.min(sentence.last - 1, i + 10) || at(reading, tell + 1).lower !== "it") return null;
  return { source: { from: i + 1, to: tell }, cue: [{ from: tell, to: tell + 2 }], from: i - 1, to: tell + 2 };
}

/** An attribution whose cue stands between its content and the phrase. */
function isBeside(reading: Reading, one: Found, phrase: Phrase): boolean {
  const cue = one.cue.at(-1)?.to ?? phrase.from;
  const end = one.content.at(-1)?.[1] ?? 0;
  return (
    /^(?:left|inverted|so)$/.test(one.rule) &&
    one.source !== null &&
    cue <= phrase.from &&
    end <= at(reading, one.cue[0]?.from ?? 0).start
  );
}

/** The sentence without the phrase, where that stands at its head, at its end, or between commas. */
function contentBeside(reading: Reading, sentence: Sentence, { from, to: short }: Phrase): Span[] {
  // "by the plant's own log as summarised in a note, …"
  const more = short < sentence.last && /^(?:past|subordinator|wh)$/.test(at(reading, short).tag);
  const as = more || reading.tokens[short]?.lower === "as";
  // "on the word of the office, which had it from the physician, …"
  const clause =
    !as &&
    at(reading, Math.min(short, sentence.last - 1)).tag === "comma" &&
    /^(?:who|which)$/.test(reading.tokens[short + 1]?.lower ?? "");
  const to =
    as || clause
      ? nextOf(reading, short + Number(clause), sentence.last, (t) => t.tag === "comma" || t.tag === "stop")
      : short;
  const end = withoutStop(reading, sentence.first, sentence.last);
  const behind = to < sentence.last ? at(reading, to).tag : "stop";
  if (from <= sentence.first + 1) {
    return behind === "comma" && hasFinite(reading, to, end) ? joined([spanOf(reading, to + 1, end)]) : [];
  }
  const before = at(reading, from - 1);
  // "said that, on the word of the office, …"
  if (before.tag === "comma" && at(reading, from - 2).lower === "that" && behind === "comma")
    return joined([spanOf(reading, to + 1, end)]);
  const quoted = before.tag === "quote" ? leftSide(reading, sentence, from) : null;
  if (quoted?.quoted === true) return quoted.spans;
  if (before.tag !== "comma") return [];
  const start = clauseStart(reading, sentence, from - 1);
  const left = spanOf(reading, start, from - 1);
  const goesOn = behind === "comma" && to + 2 < end;
  if (goesOn && !hasFinite(reading, start, from - 1)) return [];
  const right =
    goesOn && !/^(?:and|but|who|which)$/.test(at(reading, to + 1).lower) ? spanOf(reading, to + 1, end) : null;
  return goesOn || hasVerb(reading, start, from - 1) ? joined([left, right]) : [];
}

function hasVerb(reading: Reading, from: number, to: number): boolean {
  return nextOf(reading, from, to, (t) => /^(?:past|verb|auxiliary|modal)$/.test(t.tag)) < to;
}
