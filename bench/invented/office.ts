import type { EditionDraftContent } from "../../src/desk/draft.ts";
import { publishEdition } from "../../src/desk/edition.ts";
import { stamp, type EntryDraft } from "../../src/desk/entry-draft.ts";
import type { Entry } from "../../src/model/entry.ts";
import { emptyHistory, evolve, type History } from "../../src/model/history.ts";
import type { Office } from "../../src/model/office.ts";
import type { Random } from "./random.ts";
import { passage } from "./sentences.ts";
import { asOfDay, carriedStatement, newStatement, publishers } from "./statement.ts";

/** One language, so that a peer has the same pages to make. */
export const office: Office = {
  name: { en: "Valley Information Office" },
  languages: ["en"],
  timeZone: "Europe/Kyiv",
  baseUrl: "https://valley.example",
  contact: "desk@valley.example",
  about: { en: "We tell people in the valley what is known, what is not, and what is being done." },
};

/** Number of statements of the newest edition that the next one takes over. */
export const CARRIED = 8;

/** The draft of the next edition: `fresh` new statements and the newest eight of before. */
export function nextDraft(history: History, random: Random, fresh: number): EditionDraftContent {
  const number = history.editions.length + 1;
  const asOf = asOfDay(number);
  const carried = [...history.statements.keys()].slice(-CARRIED);
  return {
    asOf,
    nextUpdate: asOfDay(number + 1),
    glance: Array.from({ length: 4 }, () => ({ en: passage(random) })),
    languages: ["en"],
    statements: [
      ...carried.map((id) => carriedStatement(id, id)),
      ...Array.from({ length: fresh }, (_, i) => newStatement(random, `new${i}`, asOf)),
    ],
  };
}

interface OfficeSize {
  readonly editions: number;
  readonly statements: number;
}

/** What an office with so many editions and statements in all has decided, from its first day on. */
export function inventedDrafts(random: Random, size: OfficeSize): readonly EntryDraft[] {
  return inventedDecisions(random, size).flatMap(({ drafts }) => drafts);
}

/** The same as entries, each with its edition's day; without publications. */
export function inventedEntries(random: Random, size: OfficeSize): readonly Entry[] {
  return inventedDecisions(random, size).flatMap(({ entries }) => entries);
}

interface Decision {
  readonly drafts: readonly EntryDraft[];
  readonly entries: readonly Entry[];
}

function inventedDecisions(random: Random, { editions, statements }: OfficeSize): readonly Decision[] {
  let history = emptyHistory;
  const decisions: Decision[] = [];
  const add = (drafts: readonly EntryDraft[], number: number): void => {
    const entries = stamp(drafts, history.size, asOfDay(number), "approver");
    history = evolve(history, entries);
    decisions.push({ drafts, entries });
  };
  add([{ kind: "office", payload: office }], 1);
  for (let number = 1; number <= editions; number += 1) {
    const until = Math.round((statements * number) / editions);
    const content = nextDraft(history, random, until - history.statements.size);
    add(publishEdition(content, history, publishers, asOfDay(number)), number);
  }
  return decisions;
}
