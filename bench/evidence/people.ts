// Scores who "he", "she" and bare surnames are on GUM: node bench/evidence/people.ts FOLDER [dev|test]
import { readWeights } from "../../src/app/weights.ts";
import type { EnglishModel } from "../../src/language/model.ts";
import { namesOf } from "../../src/language/names.ts";
import { peopleOf } from "../../src/language/people.ts";
import { meaningsOf } from "../../src/language/pronouns.ts";
import { readingOf } from "../../src/language/sentences.ts";
import type { GumDocument, GumToken } from "../../training/gum.ts";
import type { GumMention } from "../../training/gum-mentions.ts";
import { isTitle } from "../../training/name-gold.ts";
import { readGum } from "../../training/gum.ts";

/** A pronoun or a surname alone for which GUM knows the full name. UTF-16 offsets `[start, end)`. */
export interface PersonTask {
  readonly start: number;
  readonly end: number;
  readonly sort: "pronoun" | "surname";
  /** Every name that the document has for that person, without titles. */
  readonly names: readonly string[];
}

export interface PeopleScore {
  readonly tasks: number;
  readonly answered: number;
  readonly right: number;
}

const PRONOUN = /^(?:he|she|him|her|his|hers)$/i;

/** The tasks of a document: third person singular pronouns and surnames of persons whom it names in full somewhere. */
export function personTasksOf(document: GumDocument): PersonTask[] {
  const { tokens, mentions, text } = document;
  const names = new Map<string, Set<string>>();
  const surnames = new Map<string, Set<string>>();
  for (const mention of mentions) {
    const words = nameWords(tokens, mention);
    if (words.length === 0) continue;
    const first = words[0] as GumToken;
    const last = words.at(-1) as GumToken;
    put(names, mention.entity, text.slice(first.start, last.end).replace(/\s+/g, " "));
    if (words.length > 1) put(surnames, mention.entity, last.form);
  }
  const tasks: PersonTask[] = [];
  for (const mention of mentions) {
    const known = surnames.get(mention.entity);
    if (mention.type !== "person" || known === undefined) continue;
    const first = tokens[mention.from] as GumToken;
    const all = [...(names.get(mention.entity) ?? [])];
    if (mention.to - mention.from === 1 && PRONOUN.test(first.form)) {
      tasks.push({ start: first.start, end: first.end, sort: "pronoun", names: all });
      continue;
    }
    const words = nameWords(tokens, mention);
    const only = words[0];
    if (words.length === 1 && only !== undefined && known.has(only.form))
      tasks.push({ start: only.start, end: only.end, sort: "surname", names: all });
  }
  return tasks;
}

/** `answer` gives the name for offsets in the text, or null. */
export function scorePeople(
  tasks: readonly PersonTask[],
  answer: (start: number, end: number) => string | null,
): PeopleScore {
  let answered = 0;
  let right = 0;
  for (const { start, end, names } of tasks) {
    const name = answer(start, end);
    if (name === null) continue;
    answered += 1;
    if (names.some((own) => sameName(own, name))) right += 1;
  }
  return { tasks: tasks.length, answered, right };
}

/** The proper nouns around the head of a person's mention, without titles. */
function nameWords(tokens: readonly GumToken[], { from, to, head, type }: GumMention): GumToken[] {
  const proper = (i: number): boolean => tokens[i]?.upos === "PROPN";
  if (type !== "person" || !proper(head)) return [];
  let first = head;
  let last = head;
  while (first > from && proper(first - 1)) first -= 1;
  while (last + 1 < to && proper(last + 1)) last += 1;
  while (first <= last && isTitle((tokens[first] as GumToken).form)) first += 1;
  return tokens.slice(first, last + 1);
}

function sameName(a: string, b: string): boolean {
  const [x, y] = [wordsOf(a), wordsOf(b)];
  const [few, many] = x.length <= y.length ? [x, y] : [y, x];
  return few.length > 0 && few.at(-1) === many.at(-1) && few.every((word) => many.includes(word));
}

function wordsOf(name: string): string[] {
  return name
    .toLowerCase()
    .split(/[\s-]+/)
    .filter((word) => word !== "" && !/^(?:jr|sr|i{1,3}|iv)\.?$/.test(word));
}

function put(map: Map<string, Set<string>>, key: string, value: string): void {
  const own = map.get(key);
  if (own === undefined) map.set(key, new Set([value]));
  else own.add(value);
}

/** What the program answers: the full name for offsets in the text, or null. */
export function answersOf(document: GumDocument, model: EnglishModel): (start: number, end: number) => string | null {
  const reading = readingOf(document.text, model);
  const known = peopleOf(reading, namesOf(reading));
  const meanings = meaningsOf(reading, known, model.choose);
  const byStart = new Map(reading.tokens.map(({ start }, i) => [start, i]));
  const byToken = new Map(
    known.mentions.flatMap(({ from, to, person }) =>
      Array.from({ length: to - from }, (_, k) => [from + k, known.people[person]?.full ?? null] as const),
    ),
  );
  return (start) => {
    const token = byStart.get(start);
    if (token === undefined) return null;
    const meant = meanings.get(token);
    return meant === undefined ? (byToken.get(token) ?? null) : (meant?.full ?? null);
  };
}

if (import.meta.main) {
  const [folder = "", split = "dev"] = process.argv.slice(2);
  const model = readWeights();
  const documents = readGum(folder).filter((document) => document.split === split);
  for (const sort of ["pronoun", "surname", "both"] as const) {
    const all = { tasks: 0, answered: 0, right: 0 };
    for (const document of documents) {
      const tasks = personTasksOf(document).filter((task) => sort === "both" || task.sort === sort);
      const score = scorePeople(tasks, answersOf(document, model));
      all.tasks += score.tasks;
      all.answered += score.answered;
      all.right += score.right;
    }
    process.stdout.write(
      `${split} ${sort}: right ${(all.right / all.tasks).toFixed(3)} of ${all.tasks}; of ${all.answered} answered ${(all.right / all.answered).toFixed(3)}\n`,
    );
  }
}
