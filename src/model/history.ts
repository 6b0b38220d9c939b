import type { Correction } from "./correction.ts";
import type { Edition } from "./edition.ts";
import type { Entry, Publication } from "./entry.ts";
import type { CorrectionId, EntryId, NoticeId, PublisherId, ReplyRequestId, StatementId } from "./id.ts";
import type { Notice } from "./notice.ts";
import type { Office } from "./office.ts";
import type { Publisher } from "./publisher.ts";
import type { Reach } from "./reach.ts";
import type { ReplyRequest } from "./reply.ts";
import type { Statement } from "./statement.ts";
import type { Instant } from "./time.ts";

/** A payload with the time of the entry that brought it. */
export interface Dated<T> {
  readonly value: T;
  readonly time: Instant;
}

/** All versions of one statement, oldest first, and how each was replaced. */
export interface StatementHistory {
  readonly versions: readonly Dated<Statement>[];
  readonly corrections: readonly Dated<Correction>[];
  readonly withdrawn: boolean;
  /** Editions that carried any version, oldest first. */
  readonly editions: readonly number[];
}

/**
 * What the public was told up to some entry: the fold of a prefix of the record. Desk decides on it, publish renders
 * it. Values are never changed in place; `foldHistory` and `evolve` give new ones.
 */
export interface History {
  /** Number of entries folded. */
  readonly size: number;
  /** Time of the last entry; null when empty. */
  readonly time: Instant | null;
  readonly office: Office | null;
  readonly publishers: ReadonlyMap<PublisherId, Dated<Publisher>>;
  readonly statements: ReadonlyMap<StatementId, StatementHistory>;
  /** Index 0 is edition 1. */
  readonly editions: readonly Dated<Edition>[];
  readonly corrections: ReadonlyMap<CorrectionId, Dated<Correction>>;
  /** All versions of each request, oldest first. */
  readonly replyRequests: ReadonlyMap<ReplyRequestId, readonly Dated<ReplyRequest>[]>;
  readonly notices: ReadonlyMap<NoticeId, Dated<Notice>>;
  /** By the entry that it is about; the newest counts. */
  readonly reaches: ReadonlyMap<EntryId, Dated<Reach>>;
  readonly publication: Dated<Publication> | null;
  readonly publicationCount: number;
}

interface Draft {
  size: number;
  time: Instant | null;
  office: Office | null;
  publishers: Map<PublisherId, Dated<Publisher>>;
  statements: Map<StatementId, StatementHistory>;
  editions: Dated<Edition>[];
  corrections: Map<CorrectionId, Dated<Correction>>;
  replyRequests: Map<ReplyRequestId, readonly Dated<ReplyRequest>[]>;
  notices: Map<NoticeId, Dated<Notice>>;
  reaches: Map<EntryId, Dated<Reach>>;
  publication: Dated<Publication> | null;
  publicationCount: number;
}

export const emptyHistory: History = {
  size: 0,
  time: null,
  office: null,
  publishers: new Map(),
  statements: new Map(),
  editions: [],
  corrections: new Map(),
  replyRequests: new Map(),
  notices: new Map(),
  reaches: new Map(),
  publication: null,
  publicationCount: 0,
};

/** The history after `entries`, which follow on `history` in the record's order. `history` stays as it is. */
export function evolve(history: History, entries: readonly Entry[]): History {
  const draft: Draft = {
    ...history,
    publishers: new Map(history.publishers),
    statements: new Map(history.statements),
    editions: [...history.editions],
    corrections: new Map(history.corrections),
    replyRequests: new Map(history.replyRequests),
    notices: new Map(history.notices),
    reaches: new Map(history.reaches),
  };
  for (const entry of entries) apply(draft, entry);
  return draft;
}

/** The history of a whole prefix. */
export function foldHistory(entries: readonly Entry[]): History {
  return evolve(emptyHistory, entries);
}

function apply(draft: Draft, entry: Entry): void {
  draft.size += 1;
  draft.time = entry.time;
  const { time } = entry;
  switch (entry.kind) {
    case "office":
      draft.office = entry.payload;
      break;
    case "publisher":
      draft.publishers.set(entry.payload.id, { value: entry.payload, time });
      break;
    case "statement":
      draft.statements.set(entry.payload.id, {
        versions: [{ value: entry.payload, time }],
        corrections: [],
        withdrawn: false,
        editions: [],
      });
      break;
    case "edition":
      draft.editions.push({ value: entry.payload, time });
      for (const { id } of entry.payload.statements) {
        const known = draft.statements.get(id);
        if (known) draft.statements.set(id, { ...known, editions: [...known.editions, entry.payload.number] });
      }
      break;
    case "correction": {
      const correction = { value: entry.payload, time };
      draft.corrections.set(entry.payload.id, correction);
      const known = draft.statements.get(entry.payload.statement);
      if (known) {
        const { right } = entry.payload;
        draft.statements.set(entry.payload.statement, {
          ...known,
          versions: right ? [...known.versions, { value: right, time }] : known.versions,
          corrections: [...known.corrections, correction],
          withdrawn: entry.payload.kind === "withdrawal",
        });
      }
      break;
    }
    case "reply-request": {
      const known = draft.replyRequests.get(entry.payload.id) ?? [];
      draft.replyRequests.set(entry.payload.id, [...known, { value: entry.payload, time }]);
      break;
    }
    case "notice":
      draft.notices.set(entry.payload.id, { value: entry.payload, time });
      break;
    case "reach":
      draft.reaches.set(entry.payload.about, { value: entry.payload, time });
      break;
    case "publication":
      draft.publication = { value: entry.payload, time };
      draft.publicationCount += 1;
      break;
  }
}

/** The version of a statement that stands now (the last one, also when it is withdrawn). */
export function latestVersion(statement: StatementHistory): Dated<Statement> {
  const last = statement.versions.at(-1);
  if (last === undefined) throw new Error("a statement without versions");
  return last;
}

/** The version of a statement that a reference names. */
export function versionOf(statement: StatementHistory, version: number): Dated<Statement> | null {
  return statement.versions.find(({ value }) => value.version === version) ?? null;
}

/** The entry's id by its kind and what it is about; the same content never gets two ids. */
export function entryId(entry: Pick<Entry, "kind" | "payload">, size: number): EntryId {
  const { kind, payload } = entry as Entry;
  switch (kind) {
    case "office":
      return `office:${size}` as EntryId;
    case "publisher":
      return `publisher:${payload.id}:${size}` as EntryId;
    case "statement":
      return `statement:${payload.id}:${payload.version}` as EntryId;
    case "edition":
      return `edition:${payload.number}` as EntryId;
    case "correction":
      return `correction:${payload.id}` as EntryId;
    case "reply-request":
      return `reply-request:${payload.id}:${payload.version}` as EntryId;
    case "notice":
      return `notice:${payload.id}` as EntryId;
    case "reach":
      return `reach:${payload.about}:${size}` as EntryId;
    case "publication":
      return `publication:${payload.number}` as EntryId;
  }
}
