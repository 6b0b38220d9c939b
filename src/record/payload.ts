import { CHANNELS } from "../model/channel.ts";
import { CORRECTION_KINDS } from "../model/correction.ts";
import type { Correction } from "../model/correction.ts";
import type { Edition } from "../model/edition.ts";
import type { EntryKind, EntryPayloads, Publication } from "../model/entry.ts";
import type { Evidence } from "../model/evidence.ts";
import { FIGURE_KINDS, QUALIFIERS } from "../model/figure.ts";
import { CREDIBILITIES, RELIABILITIES } from "../model/grade.ts";
import type { Grade } from "../model/grade.ts";
import { isPublisherId } from "../model/id.ts";
import type { CorrectionId, EntryId, NoticeId, ReplyRequestId, ReportId, StatementId } from "../model/id.ts";
import type { Lang } from "../model/language.ts";
import type { Notice } from "../model/notice.ts";
import type { Office } from "../model/office.ts";
import type { Publisher } from "../model/publisher.ts";
import type { ChannelReach, Reach } from "../model/reach.ts";
import { REPLY_OUTCOMES } from "../model/reply.ts";
import type { ReplyRequest } from "../model/reply.ts";
import type { CitedReport } from "../model/report.ts";
import { isSha256 } from "../model/sha256.ts";
import { SECTIONS, STATEMENT_KINDS } from "../model/statement.ts";
import type { Statement, StatementRef } from "../model/statement.ts";
import { isInstant } from "../model/time.ts";
import { finite, guarded, list, nullable, object, oneOf, pattern, record, text, whole } from "./shape.ts";
import type { Shape } from "./shape.ts";

// The exact shape of every payload. The types of the model keep this table complete: a field that is added there
// and not here does not compile.

const LANGUAGE = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/;
const line = text(2000);
// An entry is under 64 KiB anyway; the limit is for the message.
const prose = text(60_000);
const local = record(LANGUAGE, "a language tag", prose);
const lang = pattern<Lang>(LANGUAGE, "a language tag", 35);
const instant = guarded(isInstant, "a time in UTC like 2031-03-03T12:20:00Z");
const digest = guarded(isSha256, "a SHA-256 of 64 lower-case hexadecimal digits");
const publisherId = guarded(isPublisherId, "a publisher's id like northern-wire");
const statementId = pattern<StatementId>(/^s[1-9][0-9]*$/, "a statement's id like s14");
const correctionId = pattern<CorrectionId>(/^k[1-9][0-9]*$/, "a correction's id like k3");
const noticeId = pattern<NoticeId>(/^n[1-9][0-9]*$/, "a notice's id like n1");
const replyRequestId = pattern<ReplyRequestId>(/^y[1-9][0-9]*$/, "a reply request's id like y2");
const reportId = pattern<ReportId>(/^r[0-9a-f]{16}$/, "a report's id: r and 16 hexadecimal digits");

const grade = object<Grade>({ reliability: oneOf(RELIABILITIES), credibility: oneOf(CREDIBILITIES) });

const office = object<Office>({
  name: local,
  languages: list(lang, 1),
  timeZone: pattern(/^[A-Za-z0-9_+/-]+$/, "an IANA time zone", 64),
  baseUrl: pattern(/^https?:\/\/\S*[^/\s]$/, "a web address without a slash at the end"),
  contact: line,
  about: local,
});

const publisher = object<Publisher>({
  id: publisherId,
  name: line,
  country: line,
  ownerGroup: line,
  affiliation: line,
  home: pattern(/^(https?:\/\/\S+)?$/, "a web address or empty"),
  reliability: oneOf(RELIABILITIES),
  reason: local,
});

const citedReport = object<CitedReport>({
  id: reportId,
  version: whole(1),
  publisher: publisherId,
  publisherName: line,
  title: line,
  byline: line,
  // Readers click on it: nothing but these schemes may ever get into the record.
  url: pattern(/^(https?:\/\/|file:)/, "a web address or file:", 8000),
  language: nullable(lang),
  publishedAt: nullable(instant),
  retrievedAt: instant,
  sha256: digest,
});

const evidence = object<Evidence>({
  report: citedReport,
  source: nullable(line),
  quote: prose,
  mode: oneOf(["direct", "mixed", "indirect"]),
  carriers: list(line),
  origin: line,
  stance: oneOf(["says", "denies"]),
  figure: nullable(
    object<NonNullable<Evidence["figure"]>>({
      kind: oneOf(FIGURE_KINDS),
      value: finite,
      max: nullable(finite),
      unit: nullable(line),
      qualifier: oneOf(QUALIFIERS),
      counts: nullable(line),
      text: line,
    }),
  ),
});

const statement = object<Statement>({
  id: statementId,
  version: whole(1),
  section: oneOf(SECTIONS),
  kind: oneOf(STATEMENT_KINDS),
  text: local,
  asOf: instant,
  grade,
  evidence: list(evidence),
  area: local,
  replyRequests: list(replyRequestId),
});

const edition = object<Edition>({
  number: whole(1),
  asOf: instant,
  nextUpdate: instant,
  glance: list(local),
  statements: list(object<StatementRef>({ id: statementId, version: whole(1) })),
  languages: list(lang, 1),
});

const correction = object<Correction>({
  id: correctionId,
  kind: oneOf(CORRECTION_KINDS),
  statement: statementId,
  fromVersion: whole(1),
  wrong: local,
  right: nullable(statement),
  reason: local,
  editions: list(whole(1)),
});

const replyRequest = object<ReplyRequest>({
  id: replyRequestId,
  version: whole(1),
  to: line,
  question: local,
  askedAt: instant,
  outcome: oneOf(REPLY_OUTCOMES),
  answer: local,
  answeredAt: nullable(instant),
});

const notice = object<Notice>({
  id: noticeId,
  headline: local,
  text: local,
  area: local,
  expires: instant,
  replaces: nullable(noticeId),
  ends: oneOf([true, false]),
});

const reach = object<Reach>({
  about: pattern<EntryId>(/^(correction:k|notice:n)[1-9][0-9]*$/, "a correction's or notice's entry id"),
  channels: list(
    object<ChannelReach>({
      channel: oneOf(CHANNELS),
      planned: whole(0),
      accepted: whole(0),
      failed: whole(0),
      unknown: whole(0),
      left: whole(0),
    }),
  ),
});

const publication = object<Publication>({
  number: whole(1),
  size: whole(0),
  at: instant,
  manifest: digest,
  files: whole(0),
  renderer: line,
});

/** The shape of each kind's payload. */
export const PAYLOADS: { readonly [K in EntryKind]: Shape<EntryPayloads[K]> } = {
  office,
  publisher,
  statement,
  edition,
  correction,
  "reply-request": replyRequest,
  notice,
  reach,
  publication,
};
