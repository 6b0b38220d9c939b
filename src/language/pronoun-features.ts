import { hashOf, mix } from "./features.ts";
import type { Person } from "./people.ts";
import type { Reading, Sentence } from "./sentences.ts";
import type { Token } from "./tokens.ts";

/** What a word does in its sentence, as far as its neighbours tell. */
export const ROLE = { subject: 0, object: 1, oblique: 2, genitive: 3, other: 4 } as const;
export type Role = (typeof ROLE)[keyof typeof ROLE];

/** Somebody whom a pronoun may mean, as they stand when it comes. */
export interface Candidate {
  readonly person: Person;
  /** Token, sentence, paragraph and quotation of the last mention. */
  readonly at: number;
  readonly sentence: number;
  readonly block: number;
  readonly quote: number;
  /** 0 full name, 1 short name, 2 pronoun. */
  readonly form: 0 | 1 | 2;
  readonly role: Role;
  /** First person named in that sentence. */
  readonly leads: boolean;
  /** Stands beside a verb of saying. */
  readonly says: boolean;
  /** Names and pronouns so far. */
  readonly seen: number;
  /** From titles, first names and pronouns so far. */
  readonly gender: Person["gender"];
}

/** A pronoun of the third person singular. */
export interface Pronoun {
  readonly at: number;
  readonly sentence: number;
  readonly block: number;
  readonly quote: number;
  readonly gender: "male" | "female";
  /** 0 he, 1 him, 2 his, 3 himself. */
  readonly form: 0 | 1 | 2 | 3;
  readonly says: boolean;
  readonly begins: boolean;
  /** Persons called by a common noun ("the driver", "her mother") within reach: 0, 1, 2. */
  readonly nouns: number;
  /** Whom the last pronoun of that gender meant; -1 nobody known, -2 there was none. */
  readonly chain: number;
  readonly chainSentence: number;
}

/** Upper bound of how many features are written. */
export const PRONOUN_FEATURES_MAX = 48;

const bucket = (n: number): number => (n < 4 ? n : n < 7 ? 4 : n < 12 ? 5 : 6);

/** Features of `candidate` as what `pronoun` means; `rank`: place among those of fitting gender by nearness; `most`: nobody is named more often. */
export function candidateFeatures(
  pronoun: Pronoun,
  candidate: Candidate,
  rank: number,
  fitting: number,
  most: boolean,
  out: Int32Array,
): number {
  let n = 0;
  let kind = 0;
  const add = (value: number): void => {
    kind += 1;
    out[n] = mix(Math.imul(kind, 0x3c6ef372), value);
    n += 1;
  };
  const { form } = pronoun;
  const sentences = Math.min(pronoun.sentence - candidate.sentence, 6);
  const near = Math.min(sentences, 2);
  const blocks = Math.min(pronoun.block - candidate.block, 3);
  const tokens = pronoun.at - candidate.at;
  const agrees = candidate.gender === null ? 1 : candidate.gender === pronoun.gender ? 0 : 2;
  const inQuote = pronoun.quote === -1 ? 0 : 1;
  const quotes = inQuote | (candidate.quote === -1 ? 0 : candidate.quote === pronoun.quote ? 2 : 4);
  const chain = pronoun.chain === -2 ? 0 : pronoun.chain === -1 ? 1 : pronoun.chain === candidate.person.id ? 2 : 3;
  const chainNear = Math.min(pronoun.sentence - pronoun.chainSentence, 3);
  add(agrees);
  add(agrees | (near << 2));
  add(sentences | (form << 3));
  add(Math.min(rank, 5) | (form << 3));
  add(Math.min(rank, 5) | (near << 3));
  add(Math.min(rank, 3) | (Math.min(fitting, 3) << 2) | (agrees << 4));
  add(candidate.form | (sentences << 2));
  add(candidate.role | (form << 3) | (near << 5));
  add(candidate.role | (pronoun.begins ? 8 : 0) | (near << 4));
  add((candidate.leads ? 1 : 0) | (near << 1) | (form << 3));
  add(bucket(candidate.seen));
  add(bucket(candidate.seen) | (near << 3));
  add(bucket(candidate.person.count) | (most ? 8 : 0));
  add((most ? 1 : 0) | (sentences << 1));
  add(blocks | (sentences << 2));
  add(quotes | (near << 3));
  add(quotes | (candidate.says ? 8 : 0) | (near << 4));
  add((candidate.says ? 1 : 0) | (pronoun.says ? 2 : 0) | (near << 2));
  add(sentences === 0 ? bucket(tokens >> 1) | (form << 3) | (candidate.role << 6) : -1);
  add(chain | (form << 2));
  add(chain | (chainNear << 2));
  add(chain | (near << 2) | (candidate.role << 4));
  add(chain | (Math.min(rank, 3) << 2));
  add(pronoun.nouns | (near << 2));
  add(pronoun.nouns | (chain << 2));
  add(Math.min(31 - Math.clz32(tokens + 1), 9));
  add((candidate.person.words.length > 1 ? 1 : 0) | (agrees << 1));
  return n;
}

/** Features of the pronoun meaning nobody who is named. */
export function nobodyFeatures(
  pronoun: Pronoun,
  fitting: number,
  nearest: number,
  known: number,
  out: Int32Array,
): number {
  let n = 0;
  let kind = 200;
  const add = (value: number): void => {
    kind += 1;
    out[n] = mix(Math.imul(kind, 0x3c6ef372), value);
    n += 1;
  };
  const chain = pronoun.chain === -2 ? 0 : pronoun.chain === -1 ? 1 : 2;
  const chainNear = Math.min(pronoun.sentence - pronoun.chainSentence, 3);
  const inQuote = pronoun.quote === -1 ? 0 : 1;
  add(0);
  add(Math.min(fitting, 3) | (Math.min(known, 3) << 2));
  add(Math.min(nearest, 6));
  add(pronoun.nouns | (Math.min(nearest, 3) << 2));
  add(chain | (chainNear << 2));
  add(chain | (pronoun.nouns << 2));
  add(pronoun.form | (inQuote << 2));
  add(pronoun.gender === "male" ? 1 : 2);
  add(chain | (Math.min(nearest, 3) << 2) | (pronoun.form << 4));
  return n;
}

const hashes = (words: string): ReadonlySet<number> => new Set(words.split(" ").map(hashOf));

/** Common nouns for one person. */
export const PERSON_NOUNS = hashes(
  "man woman boy girl mother father sister brother wife husband son daughter friend child uncle aunt grandmother grandfather cousin colleague partner girlfriend boyfriend teacher doctor driver " +
    "officer judge minister president mayor governor king queen prince princess teenager student victim suspect defendant plaintiff lawyer author writer artist actor actress singer player coach captain " +
    "soldier patient witness owner resident neighbour neighbor widow guy lady gentleman baby worker professor scientist farmer nurse pilot director chairman spokesman spokeswoman spokesperson leader candidate " +
    "speaker priest bishop pope emperor servant boss employee manager engineer journalist reporter customer appellant respondent counsel",
);
const SAYING = hashes(
  "said says say told tells added adds explained explains noted notes asked asks replied argued argues wrote writes stated claimed claims insisted warned announced recalled remarked admitted denied declared concluded stressed tweeted",
);

/** What the words `[from, to)` do in their sentence. */
export function roleAt(reading: Reading, sentence: Sentence, from: number, to: number): Role {
  const next = reading.tokens[to];
  const before = from > sentence.first ? reading.tokens[from - 1] : undefined;
  if (next !== undefined && (next.lower === "'s" || next.text === "’" || next.text === "'")) return ROLE.genitive;
  if (before !== undefined) {
    if (before.pos === "ADP") return ROLE.oblique;
    if (before.pos.startsWith("VB") && !saysAt(reading, sentence, from, to)) return ROLE.object;
  }
  const end = Math.min(sentence.last, to + 4);
  for (let i = to; i < end; i += 1) {
    const { pos } = reading.tokens[i] as Token;
    if (pos === "AUX" || pos === "VBZ" || pos === "VBD" || pos === "VBP") return ROLE.subject;
    if (pos !== "ADV" && pos !== "PUNCT") break;
  }
  return before === undefined || (before.pos === "VBD" && saysAt(reading, sentence, from, to))
    ? ROLE.subject
    : ROLE.other;
}

/** Does a verb of saying stand beside the words `[from, to)`? */
export function saysAt(reading: Reading, sentence: Sentence, from: number, to: number): boolean {
  const { forms } = reading;
  if (forms === null) return false;
  for (let i = to; i < Math.min(sentence.last, to + 3); i += 1) if (SAYING.has(forms.lower[i] as number)) return true;
  return from > sentence.first && SAYING.has(forms.lower[from - 1] as number);
}
