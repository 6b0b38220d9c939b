import { spansFrom } from "./content.ts";
import { CUE_NOUNS, LIGHT_VERBS } from "./cue-nouns.ts";
import { ADDRESSEE_PRONOUNS } from "./cues.ts";
import type { Found } from "./found.ts";
import { nounPhraseAfter } from "./noun-phrase-after.ts";
import type { RightSide } from "./right-side.ts";
import type { Reading, Sentence } from "../language/sentences.ts";
import { nounPhraseBefore } from "./noun-phrase-before.ts";
import { mainSubject, nextOf, verbGroupStart } from "./subject.ts";
import { isTime } from "./time-noun.ts";
import type { Range } from "../language/range.ts";
import type { Token } from "../language/tokens.ts";
import { wordFilterOf } from "../language/word-filter.ts";

const at = (reading: Reading, i: number): Token => reading.tokens[i] as Token;

const MAY_BE_CUE = wordFilterOf(CUE_NOUNS.keys());

/** Attributions by nouns: `X’s claim that …`, `the announcement by X that …`, `made a promise to …`, `reports that …`. */
export function nounAttributions(reading: Reading, index: number, found: Found[]): void {
  const sentence = reading.sentences[index] as Sentence;
  for (let i = sentence.first; i + 2 < sentence.last; i += 1) {
    if (!MAY_BE_CUE.mayBe(reading.forms, i)) continue;
    const token = at(reading, i);
    if (token.quote !== -1 || token.tag !== "noun") continue;
    const ways = CUE_NOUNS.get(token.lower);
    const made = ways === undefined ? null : nounAt(reading, sentence, index, i, ways);
    if (made !== null) found.push(made);
  }
}

function nounAt(
  reading: Reading,
  sentence: Sentence,
  index: number,
  i: number,
  ways: ReadonlySet<string>,
): Found | null {
  // "The Standard and Delpress report that …" has a verb.
  const pair = i - 3 >= sentence.first && at(reading, i - 1).tag === "name" && at(reading, i - 2).lower === "and";
  if (pair && at(reading, i).lower === "report") return null;
  let agent: Range | null = null;
  let addressee: Range | null = null;
  let from = i + 1;
  if (/^(?:by|from)$/.test(at(reading, from).lower) || isOwnerOf(reading, sentence, from)) {
    agent = nounPhraseAfter(reading, sentence, from + 1);
    if (agent === null) return null;
    from = agent.to;
  } else if (/^(?:in|on)$/.test(at(reading, from).lower) && /^(?:the|name)$/.test(nameAhead(reading, from + 1))) {
    // "a report in the Courier that …"
    const paper = nounPhraseAfter(reading, sentence, from + 1);
    if (paper === null || at(reading, paper.to)?.lower !== "that" || at(reading, paper.to - 1).tag !== "name")
      return null;
    agent = paper;
    from = paper.to;
  } else if (/^(?:to|with|for)$/.test(at(reading, from).lower) && ways.has("t")) {
    // "the minister's remark to the paper that …"
    const told = nounPhraseAfter(reading, sentence, from + 1);
    if (told === null || reading.tokens[told.to]?.lower !== "that") {
      if (!ways.has(at(reading, from).lower) && !ways.has("i")) return null;
    } else {
      addressee = told;
      from = told.to;
    }
  } else if (at(reading, from).tag === "comma") {
    // "Rolt’s claim, first made to the paper, that …", "its claim, attributed to a cousin, that …"
    const close = nextOf(reading, from + 1, Math.min(sentence.last, from + 14), (t) => t.tag === "comma");
    if (close + 1 >= Math.min(sentence.last, from + 14) || at(reading, close + 1).lower !== "that") return null;
    const credit = nextOf(reading, from + 1, close, (t) => CREDITED.test(t.lower));
    const link = credit + 1 < close ? at(reading, credit + 1).lower : "";
    if (/^(?:to|by)$/.test(link)) {
      agent = nounPhraseAfter(reading, sentence, credit + 2);
      if (agent !== null) agent = { from: agent.from, to: Math.min(agent.to, close) };
    }
    from = close + 1;
  } else if (CREDITED.test(at(reading, from).lower) && /^(?:to|by)$/.test(at(reading, from + 1).lower)) {
    // "a claim attributed to a cousin that …"
    agent = nounPhraseAfter(reading, sentence, from + 2);
    if (agent === null) return null;
    from = agent.to;
  }
  const come = agent === null ? cameFrom(reading, sentence, i) : null;
  if (come !== null) {
    agent = come.source;
    from = come.that;
  }
  const right = complementOf(reading, sentence, from, ways);
  if (right === null) return null;
  // A request for comment is none.
  if (i > sentence.first && at(reading, i - 1).lower === "for" && /^comments?$/.test(at(reading, i).lower)) return null;
  const { source, first } = agent === null ? speakerOf(reading, sentence, i) : { source: agent, first: i };
  // A noun without anybody needs "that" to be a report of speech.
  // "remarks about the dam" is a topic, "made remarks about the dam" tells of a remark.
  if (right.kind === "object" && agent === null && !LIGHT_VERBS.has(at(reading, first).lower)) return null;
  if (source === null && (right.kind !== "that" || at(reading, right.from).lower !== "that" || first < i)) return null;
  if (
    source === null &&
    !/^(?:rumou?r|report|claim|allegation|accusation|fear|suggestion|speculation|concern|warning)/.test(
      at(reading, i).lower,
    )
  )
    return null;
  const content = spansFrom(reading, sentence, right, i);
  if (content.length === 0) return null;
  if (source === null) {
    const origin = originOf(reading, sentence, i, content.at(-1)?.[1] ?? 0);
    if (origin !== null) return { ...origin, sentence: index };
  }
  const printed = printedBefore(reading, sentence, agent === null ? (source?.from ?? i) : i);
  const carrier =
    printed === -1 || source === null
      ? agent === null
        ? null
        : keeperOf(reading, sentence, i)
      : subjectOf(reading, sentence, printed);
  return {
    rule: "noun",
    sentence: index,
    source,
    cue: [{ from: first, to: i + 1 }],
    content,
    signals: source === null ? ["unattributed"] : [],
    via: carrier === null ? [] : [carrier],
    spoken: right.kind === "that",
    addressee,
  };
}

/** "the claim | of the union that …" */
function isOwnerOf(reading: Reading, sentence: Sentence, of: number): boolean {
  if (at(reading, of).lower !== "of" || !/^(?:determiner|name|possessive)$/.test(at(reading, of + 1).tag)) return false;
  const owner = nounPhraseAfter(reading, sentence, of + 1);
  return owner !== null && reading.tokens[owner.to]?.lower === "that";
}

const CAME = /^(?:comes?|came|reach(?:es|ed)|arriv(?:es|ed)|emerged|filtered|trickled|spread|got|went|goes)$/;

/** "Word reached the valley from the prefect that …", "From the Mail comes word that …": who it came from. */
function cameFrom(
  reading: Reading,
  sentence: Sentence,
  i: number,
): { readonly source: Range; readonly that: number } | null {
  const before = i - 1 > sentence.first ? at(reading, i - 1) : null;
  if (before !== null && CAME.test(before.lower) && at(reading, i + 1).lower === "that") {
    const source = nounPhraseBefore(reading, sentence, i - 1);
    const from = source === null ? "" : (reading.tokens[source.from - 1]?.lower ?? "");
    return source !== null && from === "from" ? { source, that: i + 1 } : null;
  }
  if (!CAME.test(at(reading, i + 1).lower)) return null;
  const limit = Math.min(sentence.last, i + 20);
  const that = nextOf(reading, i + 2, limit, (t) => t.lower === "that");
  const from = nextOf(reading, i + 2, that, (t) => t.lower === "from");
  if (that >= limit || from + 1 >= that) return null;
  const source = nounPhraseAfter(reading, sentence, from + 1);
  return source === null ? null : { source: { from: source.from, to: Math.min(source.to, that) }, that };
}

const GOES_BACK =
  /^(?:back|traced|comes|came|started|starts|began|originated|originates|attributed|ascribed|stems|stemmed|put)$/;

/** "The rumour that C goes back to X", "… can be traced to X": whoever it began with, and what it says. */
function originOf(reading: Reading, sentence: Sentence, i: number, end: number): Omit<Found, "sentence"> | null {
  const limit = Math.min(sentence.last, i + 60);
  const back = nextOf(reading, i + 3, limit, (t) => GOES_BACK.test(t.lower) && t.quote === -1);
  if (back + 1 >= limit || at(reading, back).start > end + 40) return null;
  const link = nextOf(reading, back + 1, Math.min(limit, back + 9), (t) => /^(?:to|with|from)$/.test(t.lower));
  if (link + 1 >= Math.min(limit, back + 9)) return null;
  const phrase = nounPhraseAfter(reading, sentence, link + 1);
  if (phrase === null) return null;
  const to = nextOf(reading, phrase.from, phrase.to, (t) => t.tag === "comma" || t.tag === "wh");
  const verb = verbGroupStart(reading, sentence, back);
  const last = at(reading, verb - 1).tag === "verb" ? verb - 1 : verb;
  if (last <= i + 2 || to <= phrase.from) return null;
  return {
    rule: "noun",
    source: { from: phrase.from, to },
    cue: [{ from: i, to: i + 1 }],
    content: [[at(reading, i + 1).end + 1, at(reading, last - 1).end]],
    signals: [],
    via: [],
    spoken: true,
  };
}

const CREDITED = /^(?:attributed|credited|ascribed|made|put|voiced|raised|spread|repeated)$/;

/** Whose noun it is beside the one it is attributed to: "the Mail's claim, attributed to …", "the Mail … its claim". */
function keeperOf(reading: Reading, sentence: Sentence, i: number): Range | null {
  const before = at(reading, i - 1);
  if (i - 1 <= sentence.first || before.tag !== "possessive") return null;
  if (before.lower === "'s" || before.lower === "'") return ownerBefore(reading, sentence, i - 1);
  return /^(?:its|their|his|her)$/.test(before.lower) ? mainSubject(reading, sentence, sentence.first, i) : null;
}

function nameAhead(reading: Reading, i: number): string {
  const token = reading.tokens[i];
  return token?.lower === "the" ? "the" : (token?.tag ?? "");
}

/** "The Weekly had printed the claim by two officials that …": whoever prints it carries it. Its verb, or -1. */
function printedBefore(reading: Reading, sentence: Sentence, i: number): number {
  for (let k = i - 1; k > sentence.first && k >= i - 4; k -= 1) {
    if (
      /^(?:print|publish|carri|air|broadcast|repeat|report|relay|ran|run|quot|cit)(?:ed|e|es|s|ies)?$/.test(
        at(reading, k).lower,
      )
    )
      return k;
    if (!/^(?:noun|determiner)$/.test(at(reading, k).tag)) return -1;
  }
  return -1;
}

function complementOf(reading: Reading, sentence: Sentence, from: number, ways: ReadonlySet<string>): RightSide | null {
  if (from + 1 >= sentence.last) return null;
  const { lower, tag } = at(reading, from);
  if (lower === "that" && ways.has("t")) return { kind: "that", from, addressee: null };
  if (tag === "to" && ways.has("i") && /^VB$|^X$/.test(at(reading, from + 1).pos))
    return { kind: "infinitive", from, addressee: null };
  if (isTime(reading, from + 1)) return null;
  return lower !== "that" && ways.has(lower) ? { kind: "object", from: from + 1, addressee: null } : null;
}

/** Whose noun it is: its owner, or the subject of the verb that goes with it. `first`: where the cue begins. */
function speakerOf(reading: Reading, sentence: Sentence, i: number): { source: Range | null; first: number } {
  for (let k = i - 1; k >= sentence.first && k >= i - 5; k -= 1) {
    const token = at(reading, k);
    if (token.tag === "possessive") {
      if (token.lower !== "'s" && token.lower !== "'") {
        // "had given her his word"
        const told = ADDRESSEE_PRONOUNS.has(at(reading, k - 1).lower);
        const verb = k - 1 - Number(told);
        const light = verb > sentence.first && LIGHT_VERBS.has(at(reading, verb).lower);
        const subject = light ? subjectOf(reading, sentence, verb) : null;
        return subject === null ? { source: { from: k, to: k + 1 }, first: k + 1 } : { source: subject, first: verb };
      }
      return { source: ownerBefore(reading, sentence, k), first: k + 1 };
    }
    // "had telephoned with the news that …"
    if (token.lower === "with" && k > sentence.first && /^(?:past|verb)$/.test(at(reading, k - 1).tag))
      return { source: subjectOf(reading, sentence, k - 1), first: k - 1 };
    if (LIGHT_VERBS.has(token.lower) && token.tag !== "noun") {
      const subject = subjectOf(reading, sentence, k);
      return { source: subject, first: k };
    }
    if (!/^(?:noun|name|adverb|past|ing|determiner|number)$/.test(token.tag)) break;
  }
  // "a Ledger report that …"
  let name = i;
  while (name > sentence.first && at(reading, name - 1).capital && !at(reading, name - 1).line) name -= 1;
  return name < i && at(reading, name).tag === "name"
    ? { source: { from: name, to: i }, first: i }
    : { source: null, first: i };
}

function subjectOf(reading: Reading, sentence: Sentence, verb: number): Range | null {
  const group = verbGroupStart(reading, sentence, verb);
  const near = nounPhraseBefore(reading, sentence, group);
  if (near !== null || group <= sentence.first || !/^(?:and|but)$/.test(at(reading, group - 1).lower)) return near;
  return mainSubject(reading, sentence, sentence.first, group);
}

function ownerBefore(reading: Reading, sentence: Sentence, genitive: number): Range | null {
  let from = genitive;
  while (
    from > sentence.first &&
    from > genitive - 8 &&
    /^(?:noun|name|number|determiner)$/.test(at(reading, from - 1).tag)
  ) {
    from -= 1;
    if (at(reading, from).tag === "determiner") break;
  }
  return from === genitive ? null : { from, to: genitive };
}
