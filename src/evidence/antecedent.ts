import type { Reading, Sentence } from "../language/sentences.ts";
import type { Range } from "../language/range.ts";
import type { Token } from "../language/tokens.ts";
import { nounPhraseAfter } from "./noun-phrase-after.ts";
import { ADDRESS, LEADING, OFFICES } from "./source-words.ts";
import { mainSubject } from "./subject.ts";
import { TIME_NOUNS } from "../language/words.ts";

const at = (reading: Reading, i: number): Token => reading.tokens[i] as Token;

/** Words for somebody, beside offices. */
const SOMEBODY =
  /^(?:man|woman|boy|girl|person|wife|husband|son|daughter|mother|father|sister|brother|aunt|uncle|cousin|nephew|niece|friend|widow|widower|lawyer|client|child|grandson|granddaughter|priest|monk|nun|nurse|clerk|pilot|cook|general|colonel|captain|major|judge|chief|head|aide|adviser|advisor|guest|guard|abbot|bishop|envoy|deputy|official|source|relative|colleague|aide|patient|\p{L}{2,}(?:er|or|ist|ian|man|woman|ant|ee))$/u;
/** Words with the ending of somebody that are nobody. */
const NOBODY =
  /^(?:paper|newspaper|letter|number|order|river|water|winter|summer|border|tower|computer|power|member state|danger|matter|answer|dinner|corner|offer|harbour|harbor|motor|door|floor|error|committee|restaurant|plant|list|master|water|weather|quarter|centre|center|tanker|trawler|bunker|shelter|register|ledger|transformer|boiler|reservoir|sector|mirror|tumor|human|ocean|opinion)$/;
/** Who is certainly not meant by it. */
const OTHER = {
  he: /^(?:woman|girl|wife|daughter|mother|sister|aunt|niece|widow|granddaughter|nun|queen|princess|spokeswoman|chairwoman|actress|grandmother|stewardess|midwife)$/,
  she: /^(?:man|boy|husband|son|father|brother|uncle|nephew|widower|grandson|monk|king|prince|spokesman|chairman|abbot|priest|bishop|fisherman|fireman|grandfather)$/,
} as const;
const PLURAL = /^(?:people|police|many|several|both|two|three|four|others|residents|\p{L}*(?:men|women)|children)$/u;

/** Does a word, in the singular, mean somebody? */
export function isPerson(word: string): boolean {
  return !NOBODY.test(word) && (SOMEBODY.test(word) || OFFICES.has(word));
}

/** Is the noun phrase somebody, one person, by its head? */
export function isSomebody(reading: Reading, phrase: Range): boolean {
  const head = headIn(reading, phrase);
  const { lower, tag, pos } = at(reading, head);
  if (tag === "name") return true;
  if (pos === "NOUNS" || NOBODY.test(lower)) return false;
  return SOMEBODY.test(lower) || OFFICES.has(lower) || LEADING.has(lower) || ADDRESS.has(lower);
}

function isMany(reading: Reading, phrase: Range): boolean {
  const head = at(reading, headIn(reading, phrase));
  return head.pos === "NOUNS" || PLURAL.test(head.lower) || PLURAL.test(at(reading, phrase.from).lower);
}

/** The last word of a phrase before its first preposition, comma or relative pronoun. */
function headIn(reading: Reading, { from, to }: Range): number {
  let end = from;
  while (end < to && !/^(?:preposition|comma|wh|subordinator|past|verb|to)$/.test(at(reading, end).tag)) end += 1;
  return Math.max(from, end - 1);
}

/**
 * The noun phrase that "he", "she", "they" or "it" at token `i` most likely means (`isPerson`: whether a phrase names
 * somebody, or a paper or body; null where it names nobody): the subject, then the objects of the
 * clauses before it, over at most three sentences. Null when none fits.
 */
export function antecedentOf(
  reading: Reading,
  index: number,
  i: number,
  isPerson: (phrase: Range) => boolean | null,
): Range | null {
  const [pronoun = ""] = at(reading, i).lower.split("'");
  const fits = (phrase: Range): boolean => {
    if (at(reading, phrase.from).tag === "pronoun" || at(reading, phrase.to - 1).tag === "wh") return false;
    if (TIME_NOUNS.has(at(reading, headIn(reading, phrase)).lower)) return false;
    const person = isPerson(phrase);
    if (person !== null && pronoun !== "they") return person === /^s?he$/.test(pronoun);
    if (pronoun === "he" || pronoun === "she")
      return isSomebody(reading, phrase) && !OTHER[pronoun].test(at(reading, headIn(reading, phrase)).lower);
    return pronoun === "they" ? isMany(reading, phrase) : !isSomebody(reading, phrase) && !isMany(reading, phrase);
  };
  for (let s = index; s >= 0 && s > index - 4; s -= 1) {
    const sentence = reading.sentences[s] as Sentence;
    const limit = s === index ? i : sentence.last;
    const subject = mainSubject(reading, sentence, sentence.first, limit);
    if (subject !== null && subject.to <= limit && !holds(subject, i) && fits(subject)) return subject;
    const owner = subject === null ? null : ownerIn(reading, subject);
    if (owner !== null && subject !== null && subject.to <= limit && fits(owner)) return owner;
    let last: Range | null = null;
    for (let k = sentence.first; k < limit; k += 1) {
      const mine =
        /^(?:his|her|their|its|my)$/.test(at(reading, k).lower) && k + 1 < limit && at(reading, k + 1).tag === "noun";
      if (at(reading, k).tag !== "determiner" && !mine) continue;
      const phrase = nounPhraseAfter(reading, sentence, k);
      if (phrase === null || phrase.to > limit) continue;
      if (fits(phrase)) last = phrase;
      k = phrase.to - 1;
    }
    if (last !== null) return last;
  }
  return pronoun === "he" || pronoun === "she" ? lastSubject(reading, index, isPerson) : null;
}

const THING =
  /(?:tion|ment|ness|ity|ing|age|ance|ence|ism|ship|ure)$|^(?:bridge|road|house|town|city|village|ship|boat|train|war|rain|flood|fire|storm|day|report|talk|vote|law|plan|fund|bank|court|press|war|school|church|mine|mill|dam|river|port|ministry|council|police|army|party|union|agency|office|group|team|company|firm)$/;

/** The subject of the sentence before, where it may be somebody: "The prefect came. He said …". */
function lastSubject(reading: Reading, index: number, isPerson: (phrase: Range) => boolean | null): Range | null {
  const before = reading.sentences[index - 1];
  if (before === undefined) return null;
  const subject = mainSubject(reading, before, before.first, before.last);
  if (subject === null || isPerson(subject) === false || isMany(reading, subject)) return null;
  const head = at(reading, headIn(reading, subject));
  if (head.pos !== "NOUN" || THING.test(head.lower) || NOBODY.test(head.lower) || TIME_NOUNS.has(head.lower))
    return null;
  return subject;
}

/** "The captain" in "the captain's wife". */
function ownerIn(reading: Reading, { from, to }: Range): Range | null {
  for (let i = from + 1; i < to; i += 1) if (at(reading, i).lower === "'s") return { from, to: i };
  return null;
}

function holds(subject: Range, i: number): boolean {
  return subject.from <= i && i < subject.to;
}
