import type { DraftStatement } from "../../src/desk/draft.ts";
import type { Evidence } from "../../src/model/evidence.ts";
import { CREDIBILITIES, RELIABILITIES } from "../../src/model/grade.ts";
import type { PublisherId, ReportId, StatementId } from "../../src/model/id.ts";
import type { Publisher } from "../../src/model/publisher.ts";
import { sha256 } from "../../src/model/sha256.ts";
import { SECTIONS, STATEMENT_KINDS } from "../../src/model/statement.ts";
import { instantOf, msOf, parseInstant, type Instant } from "../../src/model/time.ts";
import type { Random } from "./random.ts";
import { attributed, clause, passage, person, place } from "./sentences.ts";

const HOUR = 3_600_000;
const FIRST_DAY = msOf(parseInstant("2031-01-01T12:00:00Z"));

/** As-of time of an edition: one a day at noon. */
export function asOfDay(edition: number): Instant {
  return instantOf(FIRST_DAY + (edition - 1) * 24 * HOUR);
}

export const publishers: readonly Publisher[] = [
  "Adlin Post",
  "Valley Radio",
  "Harbour Wire",
  "The Orley Times",
  "Plain Gazette",
  "Lake Observer",
].map((name, i) => ({
  id: name.toLowerCase().replaceAll(" ", "-") as PublisherId,
  name,
  country: "",
  ownerGroup: "",
  affiliation: "private daily",
  home: `https://paper${i}.example/`,
  reliability: RELIABILITIES[i % RELIABILITIES.length] ?? "F",
  reason: { en: "Graded on the reports of the past year." },
}));

/** What a statement rests on: one report with one remark. */
function evidence(random: Random, asOf: Instant): Evidence {
  const publisher = random.pick(publishers);
  const title = clause(random).slice(0, 60);
  const hash = sha256(`${title}${random.next()}`);
  const published = instantOf(msOf(asOf) - random.between(1, 30) * HOUR);
  const source = person(random);
  return {
    report: {
      id: `r${hash.slice(0, 16)}` as ReportId,
      version: 1,
      publisher: publisher.id,
      publisherName: publisher.name,
      title,
      byline: random.pick(["", "Staff report"]),
      url: `${publisher.home}2031/${hash.slice(0, 8)}`,
      language: "en",
      publishedAt: published,
      retrievedAt: published,
      sha256: hash,
    },
    source,
    quote: attributed(random),
    mode: random.pick(["direct", "indirect"]),
    carriers: random.next() < 0.3 ? ["Harbour Wire"] : [],
    origin: source,
    stance: "says",
    figure: null,
  };
}

/** A statement that is new in an edition, with one to three pieces of evidence. */
export function newStatement(random: Random, key: string, asOf: Instant): DraftStatement {
  return {
    key,
    carried: null,
    section: random.pick(SECTIONS),
    kind: random.pick(STATEMENT_KINDS),
    text: { en: passage(random) },
    asOf,
    grade: { reliability: "B", credibility: random.pick(CREDIBILITIES.slice(1)) },
    evidence: Array.from({ length: random.between(1, 3) }, () => evidence(random, asOf)),
    area: { en: place(random) },
    replyRequests: [],
  };
}

/** A statement that an edition takes over as it stands. */
export function carriedStatement(id: StatementId, key: string): DraftStatement {
  return {
    key,
    carried: id,
    section: "situation",
    kind: "known",
    text: {},
    asOf: null,
    grade: { reliability: "F", credibility: 6 },
    evidence: [],
    area: {},
    replyRequests: [],
  };
}
