import type { Entry } from "../../../src/model/entry.ts";
import type { Evidence } from "../../../src/model/evidence.ts";
import { entryId, foldHistory, type History } from "../../../src/model/history.ts";
import type { CorrectionId, ReplyRequestId, StatementId } from "../../../src/model/id.ts";
import type { Statement } from "../../../src/model/statement.ts";
import type { EntryDraft } from "../../../src/desk/entry-draft.ts";
import type { Instant } from "../../../src/model/time.ts";
import { at, publishers, reports } from "./reports.ts";

/** Evidence out of the n-th report (from 1). */
export function evidenceFrom(n: number, source: string | null, quote: string, rest: Partial<Evidence> = {}): Evidence {
  const report = reports[n - 1];
  if (!report) throw new Error(`no report ${n}`);
  const { id, version, publisher, publisherName, title, byline, url, language, publishedAt, retrievedAt, sha256 } =
    report;
  return {
    report: { id, version, publisher, publisherName, title, byline, url, language, publishedAt, retrievedAt, sha256 },
    source,
    quote,
    mode: "indirect",
    carriers: [],
    origin: source ?? publisherName,
    stance: "says",
    figure: null,
    ...rest,
  };
}

function statement(n: number, en: string, uk: string, rest: Partial<Statement>): Statement {
  return {
    id: `s${n}` as StatementId,
    version: 1,
    section: "situation",
    kind: "known",
    text: { en, uk },
    asOf: at("2T17:00"),
    grade: { reliability: "B", credibility: 2 },
    evidence: [],
    area: {},
    replyRequests: [],
    ...rest,
  };
}

const water = evidenceFrom(1, "Regional water authority", "Three bridges over the Ostra were closed on Monday morning");
const ministry = evidenceFrom(1, "Interior Ministry", "The dam is standing, and it is being watched every hour", {
  mode: "direct",
});

const s1 = statement(1, "Two bridges over the Ostra are closed.", "Два мости через Остру закрито.", {
  evidence: [water],
});

/** The record of a small office: two editions, one correction, one question that waits for its answer. */
export const entries: readonly (EntryDraft & { readonly time: Instant })[] = [
  {
    time: at("1T08:00"),
    kind: "office",
    payload: {
      name: { en: "Flood Information Office of Veshna", uk: "Інформаційний штаб Вешни з питань повені" },
      languages: ["en", "uk"],
      timeZone: "Europe/Kyiv",
      baseUrl: "http://localhost:8099",
      contact: "desk@office.example",
      about: { en: "Checks and tells.", uk: "Перевіряє й розповідає." },
    },
  },
  ...publishers.map((payload) => ({ time: at("1T08:00"), kind: "publisher" as const, payload })),
  { time: at("2T17:00"), kind: "statement", payload: s1 },
  {
    time: at("2T17:00"),
    kind: "statement",
    payload: statement(2, "The dam at Velin stands.", "Гребля у Веліні стоїть.", {
      evidence: [ministry],
      grade: { reliability: "B", credibility: 3 },
    }),
  },
  {
    time: at("2T17:00"),
    kind: "statement",
    payload: statement(
      3,
      "How many houses are under water is not known yet.",
      "Скільки будинків затоплено, ще не відомо.",
      {
        kind: "not-known",
        grade: { reliability: "F", credibility: 6 },
      },
    ),
  },
  {
    time: at("2T17:00"),
    kind: "statement",
    payload: statement(
      4,
      "Do not cross flooded roads on foot or by car.",
      "Не переходьте й не переїжджайте затоплені дороги.",
      {
        section: "safety",
        grade: { reliability: "A", credibility: 2 },
      },
    ),
  },
  {
    time: at("2T17:05"),
    kind: "edition",
    payload: {
      number: 1,
      asOf: at("2T17:00"),
      nextUpdate: at("3T06:00"),
      glance: [{ en: "Two bridges are closed.", uk: "Два мости закрито." }],
      statements: [1, 2, 3, 4].map((n) => ({ id: `s${n}` as StatementId, version: 1 })),
      languages: ["en", "uk"],
    },
  },
  {
    time: at("3T07:55"),
    kind: "correction",
    payload: {
      id: "k1" as CorrectionId,
      kind: "correction",
      statement: "s1" as StatementId,
      fromVersion: 1,
      wrong: s1.text,
      right: {
        ...s1,
        version: 2,
        text: { en: "Three bridges over the Ostra are closed.", uk: "Три мости через Остру закрито." },
        asOf: at("3T07:40"),
      },
      reason: { en: "We counted the railway bridge wrongly.", uk: "Ми хибно врахували залізничний міст." },
      editions: [1],
    },
  },
  {
    time: at("3T08:30"),
    kind: "reply-request",
    payload: {
      id: "y1" as ReplyRequestId,
      version: 1,
      to: "Interior Ministry of Veshna",
      question: { en: "Is the dam at Velin damaged?", uk: "Чи пошкоджено греблю у Веліні?" },
      askedAt: at("3T08:25"),
      outcome: "waiting",
      answer: {},
      answeredAt: null,
    },
  },
];

/** Entry drafts with their times → the history that they fold to. */
export function historyOf(list: readonly (EntryDraft & { readonly time: Instant })[]): History {
  const stamped = list.map(({ time, ...draft }, size): Entry => {
    const entry = { ...draft, time, role: "approver" } as unknown as Entry;
    return { ...entry, id: entryId(entry, size) };
  });
  return foldHistory(stamped);
}
