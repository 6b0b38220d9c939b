import type { Correction } from "./correction.ts";
import type { Edition } from "./edition.ts";
import type { EntryId } from "./id.ts";
import type { Notice } from "./notice.ts";
import type { Office } from "./office.ts";
import type { Publisher } from "./publisher.ts";
import type { Reach } from "./reach.ts";
import type { ReplyRequest } from "./reply.ts";
import type { Role } from "./role.ts";
import type { Sha256 } from "./sha256.ts";
import type { Statement } from "./statement.ts";
import type { Instant } from "./time.ts";

/**
 * The site as it went out: the pages are a function of the first `size` entries, the time `at` and the program named
 * in `renderer`; `manifest` is the SHA-256 of the site manifest (record/manifest.ts), which names every file's SHA-256.
 * So one signed entry commits to every byte that readers saw.
 */
export interface Publication {
  /** 1, 2, 3 … without gaps. */
  readonly number: number;
  readonly size: number;
  readonly at: Instant;
  readonly manifest: Sha256;
  readonly files: number;
  /** Name and version of the program that rendered the pages: `tocsin 0.1.0`. */
  readonly renderer: string;
}

/** What each kind of entry carries. */
export interface EntryPayloads {
  readonly office: Office;
  readonly publisher: Publisher;
  readonly statement: Statement;
  readonly edition: Edition;
  readonly correction: Correction;
  readonly "reply-request": ReplyRequest;
  readonly notice: Notice;
  readonly reach: Reach;
  readonly publication: Publication;
}

export type EntryKind = keyof EntryPayloads;

export const ENTRY_KINDS = [
  "office",
  "publisher",
  "statement",
  "edition",
  "correction",
  "reply-request",
  "notice",
  "reach",
  "publication",
] as const satisfies readonly EntryKind[];

/** One leaf of the record. Its canonical JSON (RFC 8785) is the leaf's bytes. */
export type Entry = {
  [K in EntryKind]: {
    readonly id: EntryId;
    readonly kind: K;
    readonly time: Instant;
    /** In which role somebody decided it; never who. `system` for publications. */
    readonly role: Role | "system";
    readonly payload: EntryPayloads[K];
  };
}[EntryKind];

export type EntryOf<K extends EntryKind> = Extract<Entry, { kind: K }>;
