import { hashOf } from "./features.ts";
import type { Linear } from "./linear.ts";
import type { People, Person, PersonMention } from "./people.ts";
import {
  PERSON_NOUNS,
  PRONOUN_FEATURES_MAX,
  ROLE,
  candidateFeatures,
  nobodyFeatures,
  roleAt,
  saysAt,
} from "./pronoun-features.ts";
import type { Candidate, Pronoun } from "./pronoun-features.ts";
import type { Reading, Sentence } from "./sentences.ts";
import type { Token } from "./tokens.ts";
import { wordFilterOf } from "./word-filter.ts";

/** The pronouns of a text, each with the person whom it means; null: nobody who is named. */
export type Meanings = ReadonlyMap<number, Person | null>;

/** Chooses among candidates: index, or -1 for nobody. The trainer puts its own in place. */
export type Choice = (options: readonly Option[], nobody: Option, pronoun: Pronoun) => number;

/** Features of somebody whom a pronoun may mean. */
export interface Option {
  readonly person: Person | null;
  readonly features: Int32Array;
  readonly count: number;
}

const FORMS: ReadonlyMap<number, readonly ["male" | "female", 0 | 1 | 2 | 3]> = new Map(
  (["he him his himself", "she her hers herself"] as const).flatMap((words, k) =>
    words.split(" ").map((word, form) => {
      const gender = k === 0 ? "male" : "female";
      return [hashOf(word), [gender, form as 0 | 1 | 2 | 3]] as const;
    }),
  ),
);
const MAY_MEAN = wordFilterOf("he him his himself she her hers herself".split(" "));
/** So many people at once may be meant, those mentioned last. */
const CANDIDATES_MAX = 10;
/** Nobody mentioned longer ago than this is meant. */
const TOKENS_MAX = 500;
/** Common nouns for people count this far back. */
const NOUNS_REACH = 40;

export function choiceOf(ranker: Linear): Choice {
  const out = new Float32Array(2);
  const score = ({ features, count }: Option): number => {
    ranker.score(features, count, out);
    return out[1] as number;
  };
  return (options, nobody) => {
    let best = -1;
    let most = score(nobody);
    options.forEach((option, i) => {
      const own = score(option);
      if (own > most) {
        most = own;
        best = i;
      }
    });
    return best;
  };
}

/** Goes through the text once and decides each pronoun in turn; one decided counts as a mention for the next. */
export function meaningsOf(reading: Reading, { people, mentions }: People, choose: Choice): Map<number, Person | null> {
  const meanings = new Map<number, Person | null>();
  const { tokens, sentences, forms } = reading;
  if (forms === null || people.length === 0) return meanings;
  // Most recent first.
  let recent: Candidate[] = [];
  const chains = { male: { id: -2, sentence: 0 }, female: { id: -2, sentence: 0 } };
  const mostOften = people.reduce((most, { count }) => Math.max(most, count), 0);
  const features = Array.from({ length: CANDIDATES_MAX + 1 }, () => new Int32Array(PRONOUN_FEATURES_MAX));
  const note = (candidate: Candidate): void => {
    const before = recent.find(({ person }) => person === candidate.person);
    const own = { ...candidate, seen: (before?.seen ?? 0) + 1, gender: candidate.gender ?? before?.gender ?? null };
    recent = [own, ...recent.filter((one) => one !== before)].slice(0, CANDIDATES_MAX);
  };
  let m = 0;
  sentences.forEach((sentence, s) => {
    let leads = true;
    for (let i = sentence.first; i < sentence.last; i += 1) {
      const mention = mentions[m];
      if (mention !== undefined && mention.from === i) {
        m += 1;
        note(candidateAt(reading, sentence, s, mention, people[mention.person] as Person, leads));
        leads = false;
        i = mention.to - 1;
        while ((mentions[m]?.from ?? Infinity) <= i) m += 1;
        continue;
      }
      if (!MAY_MEAN.mayBe(forms, i)) continue;
      const form = FORMS.get(forms.lower[i] as number);
      if (form === undefined) continue;
      const token = tokens[i] as Token;
      const [gender, kind] = form;
      const pronoun: Pronoun = {
        at: i,
        sentence: s,
        block: sentence.block,
        quote: token.quote,
        gender,
        form: kind === 1 && token.pos === "POSS" ? 2 : kind,
        says: saysAt(reading, sentence, i, i + 1),
        begins: i === sentence.first || (i === sentence.first + 1 && !(tokens[sentence.first] as Token).word),
        nouns: nounsBefore(forms.lower, Math.max(0, i - NOUNS_REACH), i),
        chain: chains[gender].id,
        chainSentence: chains[gender].sentence,
      };
      const near = recent.filter(({ at }) => i - at <= TOKENS_MAX);
      const fits = ({ gender: own }: Candidate): boolean => own === null || own === gender;
      const fitting = near.filter(fits).length;
      const known = near.filter(({ gender: own }) => own === gender).length;
      let rank = 0;
      const options = near.map((candidate, k): Option => {
        const own = features[k] as Int32Array;
        const often = candidate.person.count === mostOften;
        const count = candidateFeatures(pronoun, candidate, fits(candidate) ? rank : 5, fitting, often, own);
        if (fits(candidate)) rank += 1;
        return { person: candidate.person, features: own, count };
      });
      const nearest = near.find(fits);
      const room = features[CANDIDATES_MAX] as Int32Array;
      const distance = nearest === undefined ? 7 : s - nearest.sentence;
      const nobody = { person: null, features: room, count: nobodyFeatures(pronoun, fitting, distance, known, room) };
      const chosen = near[options.length === 0 ? -1 : choose(options, nobody, pronoun)];
      meanings.set(i, chosen?.person ?? null);
      chains[gender] = { id: chosen?.person.id ?? -1, sentence: s };
      if (chosen !== undefined) {
        const role = kind === 0 ? ROLE.subject : kind === 2 ? ROLE.genitive : ROLE.object;
        note({
          ...chosen,
          at: i,
          sentence: s,
          block: sentence.block,
          quote: token.quote,
          form: 2,
          role,
          leads,
          says: pronoun.says,
          gender,
        });
        leads = false;
      }
    }
  });
  return meanings;
}

function candidateAt(
  reading: Reading,
  sentence: Sentence,
  s: number,
  { from, to, short }: PersonMention,
  person: Person,
  leads: boolean,
): Candidate {
  return {
    person,
    at: from,
    sentence: s,
    block: sentence.block,
    quote: (reading.tokens[from] as Token).quote,
    form: short ? 1 : 0,
    role: roleAt(reading, sentence, from, to),
    leads,
    says: saysAt(reading, sentence, from, to),
    seen: 0,
    gender: person.gender,
  };
}

function nounsBefore(lower: Int32Array, from: number, to: number): number {
  let count = 0;
  for (let i = from; i < to && count < 2; i += 1) if (PERSON_NOUNS.has(lower[i] as number)) count += 1;
  return count;
}
