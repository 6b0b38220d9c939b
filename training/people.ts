import { writeLinear } from "../src/language/linear.ts";
import { namesOf } from "../src/language/names.ts";
import { peopleOf } from "../src/language/people.ts";
import type { People } from "../src/language/people.ts";
import { meaningsOf } from "../src/language/pronouns.ts";
import type { Option } from "../src/language/pronouns.ts";
import type { Reading } from "../src/language/sentences.ts";
import type { GumDocument, GumToken } from "./gum.ts";
import { shuffled } from "./order.ts";

const BITS = 14;
const ROUNDS = 20;
const RATE = 0.1;
const DECAY = 2e-4;

/** A document as the program reads it, and whom GUM says our people and pronouns are. */
export interface PeopleText {
  readonly reading: Reading;
  readonly people: People;
  /** Entity of GUM by index of the person; empty where it is none. */
  readonly entities: readonly string[];
  /** Entity of GUM by token of a pronoun. */
  readonly pronouns: ReadonlyMap<number, string>;
}

export function peopleTextOf(document: GumDocument, reading: Reading): PeopleText {
  const people = peopleOf(reading, namesOf(reading));
  const starts = new Map(reading.tokens.map(({ start }, i) => [start, i]));
  const pronouns = new Map<number, string>();
  // Which entity's mention a token of ours heads.
  const heads = new Map<number, string>();
  for (const { from, to, head, entity, type } of document.mentions) {
    if (type !== "person") continue;
    const at = starts.get((document.tokens[from] as GumToken).start);
    if (to - from === 1 && at !== undefined && (document.tokens[from] as GumToken).upos === "PRON")
      pronouns.set(at, entity);
    const end = (document.tokens[head] as GumToken).end;
    const start = (document.tokens[head] as GumToken).start;
    const token = reading.tokens.findIndex((one) => one.start <= start && one.end >= end);
    if (token >= 0 && !heads.has(token)) heads.set(token, entity);
  }
  const votes = people.people.map(() => new Map<string, number>());
  for (const { from, to, person } of people.mentions)
    for (let i = from; i < to; i += 1) {
      const entity = heads.get(i);
      if (entity === undefined) continue;
      const own = votes[person] as Map<string, number>;
      own.set(entity, (own.get(entity) ?? 0) + 1);
    }
  const entities = votes.map((own) => [...own].reduce((a, b) => (b[1] > a[1] ? b : a), ["", 0] as [string, number])[0]);
  return { reading, people, entities, pronouns };
}

/** Trains the ranker of candidates for pronouns: a log-linear choice with AdaGrad. Deterministic. */
export function trainPeople(texts: readonly PeopleText[]): Uint8Array {
  const size = 2 ** BITS;
  const shift = 32 - BITS;
  const weights = new Float64Array(size);
  const squares = new Float64Array(size);
  const average = new Float64Array(size);
  const scoreOf = ({ features, count }: Option): number => {
    let sum = 0;
    for (let f = 0; f < count; f += 1) sum += weights[(features[f] as number) >>> shift] as number;
    return sum;
  };
  const learn = ({ features, count }: Option, by: number): void => {
    for (let f = 0; f < count; f += 1) {
      const at = (features[f] as number) >>> shift;
      const g = by - DECAY * (weights[at] as number);
      squares[at] = (squares[at] as number) + g * g;
      weights[at] = (weights[at] as number) + (RATE * g) / (Math.sqrt(squares[at]) + 1e-6);
    }
  };
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const index of shuffled(texts.length, round + 1)) {
      const { reading, people, entities, pronouns } = texts[index] as PeopleText;
      meaningsOf(reading, people, (options, nobody, pronoun) => {
        const entity = pronouns.get(pronoun.at);
        const all = [...options, nobody];
        const right = all.map(
          ({ person }) => person !== null && entity !== undefined && entities[person.id] === entity,
        );
        if (!right.includes(true)) right[options.length] = true;
        const scores = all.map(scoreOf);
        const most = Math.max(...scores);
        const odds = scores.map((score) => Math.exp(score - most));
        const sum = odds.reduce((a, b) => a + b, 0);
        const good = odds.reduce((a, b, i) => a + (right[i] === true ? b : 0), 0);
        all.forEach((option, i) => {
          const p = (odds[i] as number) / sum;
          const target = right[i] === true ? (odds[i] as number) / good : 0;
          learn(option, target - p);
        });
        // In the first rounds the text goes on as GUM has it, later as the model itself decides.
        const chosen = round < 4 ? right.indexOf(true) : scores.indexOf(most);
        return chosen === options.length ? -1 : chosen;
      });
    }
    if (round * 2 >= ROUNDS) weights.forEach((weight, i) => (average[i] = (average[i] as number) + weight));
  }
  const largest = average.reduce((a, b) => Math.max(a, Math.abs(b)), 1e-9);
  const scale = 127 / largest;
  // Two columns: nobody, whose weights are 0, and somebody.
  const columns = new Int8Array(size * 2);
  average.forEach((weight, i) => (columns[i * 2 + 1] = Math.round(weight * scale)));
  return writeLinear({ classes: ["nobody", "somebody"], bits: BITS, scale }, columns);
}

/** A ranker that has learned nothing: for reading texts to train on. */
export function untrainedPeople(): Uint8Array {
  return writeLinear({ classes: ["nobody", "somebody"], bits: 1, scale: 1 }, new Int8Array(4));
}
