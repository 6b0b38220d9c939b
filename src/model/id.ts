import { createHash } from "node:crypto";
import type { Brand } from "./brand.ts";

/** `s` and a number, counted by the record: `s14`. Stable over all versions of the statement. */
export type StatementId = Brand<string, "StatementId">;
/** A lower-case slug: `northern-wire`. */
export type PublisherId = Brand<string, "PublisherId">;
/** `r` and 16 hexadecimal digits. */
export type ReportId = Brand<string, "ReportId">;
/** `f` (feed) and 16 hexadecimal digits. */
export type SourceId = Brand<string, "SourceId">;
/** `a` and 16 hexadecimal digits. */
export type AttributionId = Brand<string, "AttributionId">;
/** `q` (quantity) and 16 hexadecimal digits. */
export type FigureId = Brand<string, "FigureId">;
/** `c` and 16 hexadecimal digits. */
export type ClaimId = Brand<string, "ClaimId">;
/** `k` and a number, counted by the record: `k3`. */
export type CorrectionId = Brand<string, "CorrectionId">;
/** `y` and a number, counted by the record: `y2`. */
export type ReplyRequestId = Brand<string, "ReplyRequestId">;
/** `n` and a number, counted by the record: `n1`. */
export type NoticeId = Brand<string, "NoticeId">;
/** Counts up from 1 in one database, never used again. */
export type SubscriberNumber = Brand<number, "SubscriberNumber">;
/** What is sent on which channel: `edition:12/email`, `correction:k3/push`, `digest:2031-03-04T06/email`. */
export type DispatchId = Brand<string, "DispatchId">;
/** `d` and 16 hexadecimal digits. */
export type DraftId = Brand<string, "DraftId">;
/** `p` and 16 hexadecimal digits. */
export type ProposalId = Brand<string, "ProposalId">;
/** `u` and 16 hexadecimal digits. */
export type UserId = Brand<string, "UserId">;
/** Readable and unique in one record: `statement:s14:1`, `edition:12`. */
export type EntryId = Brand<string, "EntryId">;

/** Randomness as a port: `bytes` unpredictable bytes. */
export type Random = (bytes: number) => Uint8Array;

/** A fresh random id with its kind's letter. The caller names the kind of id that it wants. */
// oxlint-disable-next-line no-unnecessary-type-parameters -- the brand is the point
export function freshId<T extends Brand<string, string>>(prefix: string, random: Random): T {
  return (prefix + Buffer.from(random(8)).toString("hex")) as T;
}

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

export function isPublisherId(text: unknown): text is PublisherId {
  return typeof text === "string" && text.length <= 64 && SLUG.test(text);
}

const SLUG_MAX = 64;
/** Letters and digits that a slug has no place for. */
const LOST = /[^\P{L}a-z]|[^\P{N}0-9]/u;

/**
 * A publisher's name or host as a slug; never empty. A name with letters beyond Latin ones ends in 12 hexadecimal digits
 * of its SHA-256, so that two such names are two publishers.
 */
export function publisherIdOf(name: string): PublisherId {
  const folded = name.normalize("NFKD").toLowerCase();
  const slug = folded.replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "");
  if (!LOST.test(folded)) return cut(slug === "" ? "unnamed" : slug, SLUG_MAX) as PublisherId;
  const words = folded.split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => word !== "");
  const digits = createHash("sha256").update(words.join(" ")).digest("hex").slice(0, 12);
  return `${cut(slug === "" ? "publisher" : slug, SLUG_MAX - 13)}-${digits}` as PublisherId;
}

const cut = (slug: string, length: number): string => slug.slice(0, length).replace(/-+$/, "");
