import type { EditionDraftContent, DraftStatement } from "../../src/desk/draft.ts";
import { stamp, type EntryDraft } from "../../src/desk/entry-draft.ts";
import { evolve, type History, emptyHistory } from "../../src/model/history.ts";
import { UNGRADED } from "../../src/model/grade.ts";
import type { Evidence } from "../../src/model/evidence.ts";
import type { PublisherId, ReportId } from "../../src/model/id.ts";
import type { Publisher } from "../../src/model/publisher.ts";
import { sha256 } from "../../src/model/sha256.ts";
import { parseInstant, type Instant } from "../../src/model/time.ts";

/** 14 February 2031, at this hour UTC. */
export function at(hour: number): Instant {
  return parseInstant(`2031-02-14T${String(hour).padStart(2, "0")}:00:00Z`);
}

export const office: EntryDraft = {
  kind: "office",
  payload: {
    name: { en: "Civil Protection Office", uk: "Управління цивільного захисту" },
    languages: ["en", "uk"],
    timeZone: "Europe/Kyiv",
    baseUrl: "https://office.example",
    contact: "desk@office.example",
    about: {},
  },
};

/** What the public was told so far, one decision after the other. */
export function given(...decisions: (readonly EntryDraft[])[]): History {
  let history = emptyHistory;
  for (const drafts of [[office], ...decisions])
    history = evolve(history, stamp(drafts, history.size, at(6), "approver"));
  return history;
}

export const wire: Publisher = {
  id: "wire" as PublisherId,
  name: "The Wire",
  country: "",
  ownerGroup: "",
  affiliation: "",
  home: "https://wire.example",
  reliability: "B",
  reason: {},
};

export function evidence(origin: string, over: Partial<Evidence> = {}): Evidence {
  return {
    report: {
      id: "r0000000000000001" as ReportId,
      version: 1,
      publisher: wire.id,
      publisherName: wire.name,
      title: "Blast at training centre",
      byline: "",
      url: "https://wire.example/1",
      language: "en",
      publishedAt: at(5),
      retrievedAt: at(5),
      sha256: sha256("bytes"),
    },
    source: origin,
    quote: "At least 35 people were killed.",
    mode: "indirect",
    carriers: [],
    origin,
    stance: "says",
    figure: null,
    ...over,
  };
}

export function statement(key: string, over: Partial<DraftStatement> = {}): DraftStatement {
  return {
    key,
    carried: null,
    section: "situation",
    kind: "known",
    text: { en: `Statement ${key}.`, uk: `Твердження ${key}.` },
    asOf: null,
    grade: UNGRADED,
    evidence: [evidence("The governor")],
    area: {},
    replyRequests: [],
    ...over,
  };
}

export function draft(over: Partial<EditionDraftContent> = {}): EditionDraftContent {
  return {
    asOf: at(7),
    nextUpdate: at(19),
    glance: [{ en: "One line.", uk: "Один рядок." }],
    languages: ["en", "uk"],
    statements: [statement("a")],
    ...over,
  };
}
