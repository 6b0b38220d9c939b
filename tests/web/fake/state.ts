import type { EditionDraft } from "../../../src/desk/draft.ts";
import { emptyDraftContent } from "../../../src/desk/draft.ts";
import { startDraft } from "../../../src/desk/edition.ts";
import type { EntryDraft } from "../../../src/desk/entry-draft.ts";
import { demand, type Permission } from "../../../src/desk/permission.ts";
import type { Activity, Proposal } from "../../../src/desk/ports.ts";
import type { KeptAttribution, KeptFigure, LabelledDecision } from "../../../src/evidence/ports.ts";
import type { Claim } from "../../../src/model/claim.ts";
import { UNGRADED } from "../../../src/model/grade.ts";
import type { History } from "../../../src/model/history.ts";
import type { ClaimId, DraftId, PublisherId, ReportId, SourceId, UserId } from "../../../src/model/id.ts";
import type { Publisher } from "../../../src/model/publisher.ts";
import type { Report } from "../../../src/model/report.ts";
import type { Role } from "../../../src/model/role.ts";
import type { Source } from "../../../src/model/source.ts";
import { instantOf, msOf, type Instant } from "../../../src/model/time.ts";
import type { Actor, UserView } from "../../../src/web/ports.ts";
import { noDelivery, someDelivery, type FakeDelivery } from "./dispatches.ts";
import { entries, evidenceFrom, historyOf } from "./history.ts";
import * as ferry from "./ferry.ts";
import type { Ways } from "./ferry.ts";
import { at, attributionId, attributions, figureId, figures, publishers, reportId, reports } from "./reports.ts";

export const NOW = at("3T12:20");
export const PASSWORD = "river stone lantern seven";
export const draftId = "d00000000000000f1" as DraftId;
export const claimId = (n: number): ClaimId => `c${n.toString(16).padStart(16, "0")}` as ClaimId;

/** All that the invented office has; one for each test. */
export interface FakeState {
  now: Instant;
  readonly users: Map<UserId, UserView>;
  readonly sessions: Map<string, UserId>;
  readonly links: Map<string, { purpose: "first-administrator" | "invitation"; email: string; user: UserId | null }>;
  needsFirst: boolean;
  readonly read: Set<ReportId>;
  readonly publishers: Map<PublisherId, Publisher>;
  readonly sources: Map<SourceId, Source>;
  readonly attributions: Map<string, KeptAttribution>;
  readonly figures: Map<string, KeptFigure>;
  readonly claims: Map<ClaimId, Claim>;
  readonly drafts: Map<DraftId, EditionDraft>;
  readonly proposals: Map<string, Proposal>;
  entries: readonly (EntryDraft & { readonly time: Instant })[];
  history: History;
  readonly activity: Activity[];
  count: number;
  /** How reports have what they print, for the pictures of the claims. */
  readonly ways: Ways;
  readonly decided: LabelledDecision[];
  /** Reports that the machine has not read yet, or can not read. */
  readonly reading: Map<ReportId, "waiting" | "language-not-supported">;
  backlog: { readonly done: number; readonly total: number } | null;
  /** The report of the ferry, with its claims, besides the flood. */
  readonly ferry: boolean;
  readonly delivery: FakeDelivery;
  /** No reports, claims, drafts, statements: what somebody sees on the first day. */
  readonly empty: boolean;
}

const user = (n: number, name: string, role: Role, rest: Partial<UserView> = {}): UserView => ({
  id: `u${n.toString(16).padStart(16, "0")}` as UserId,
  email: `${name.split(" ")[0]?.toLowerCase()}@office.example`,
  name,
  role,
  disabled: false,
  hasPassword: true,
  createdAt: at("1T08:00"),
  ...rest,
});

export function fakeState(empty = false, withFerry = false): FakeState {
  const users = [
    user(1, "Olena Hart", "administrator"),
    user(2, "Ruben Sole", "approver"),
    user(3, "Ida Marsh", "editor"),
    user(4, "Noor Vale", "analyst"),
    user(5, "Piet Lund", "analyst", { hasPassword: false }),
  ];
  const history = historyOf(empty ? entries.slice(0, 1) : entries);
  const state: FakeState = {
    now: NOW,
    users: new Map(users.map((one) => [one.id, one])),
    sessions: new Map(users.map((one) => [`session-${one.email.split("@")[0]}`, one.id])),
    links: new Map([
      ["first-link", { purpose: "first-administrator", email: "", user: null }],
      ["good-link", { purpose: "invitation", email: "piet@office.example", user: users[4]?.id ?? null }],
    ]),
    needsFirst: false,
    read: new Set([reportId(4)]),
    publishers: new Map(
      empty ? [] : [...publishers, ...(withFerry ? ferry.publishers : [])].map((one) => [one.id, one]),
    ),
    sources: new Map(empty ? [] : sources().map((one) => [one.id, one])),
    attributions: new Map([...attributions, ...(withFerry ? ferry.attributions : [])].map((one) => [one.id, one])),
    figures: new Map([...figures, ...(withFerry ? ferry.figures : [])].map((one) => [one.id, one])),
    claims: new Map(empty ? [] : [...claims(), ...(withFerry ? ferry.claims : [])].map((one) => [one.id, one])),
    drafts: new Map(),
    proposals: new Map(),
    entries: empty ? entries.slice(0, 1) : entries,
    history,
    activity: [],
    count: 100,
    ways: withFerry ? ferry.ways : { through: new Map(), kinds: new Map(), circles: [], updates: [] },
    decided: [],
    reading: new Map(),
    backlog: null,
    ferry: withFerry,
    delivery: empty ? { ...noDelivery } : someDelivery(),
    empty,
  };
  if (!empty) seed(state);
  return state;
}

function seed(state: FakeState): void {
  const [olena, ruben] = [...state.users.keys()] as [UserId, UserId];
  for (const id of [attributionId(1), attributionId(5)]) {
    const kept = state.attributions.get(id);
    if (kept) state.attributions.set(id, { ...kept, decision: { verdict: "accepted", by: olena, at: at("3T11:02") } });
  }
  const content = startDraft(state.history);
  state.drafts.set(draftId, {
    id: draftId,
    revision: 3,
    status: "open",
    edition: null,
    savedAt: at("3T12:18"),
    savedBy: ruben,
    content: {
      ...emptyDraftContent,
      ...content,
      asOf: at("3T12:00"),
      nextUpdate: at("3T18:00"),
      glance: [
        { en: "Three bridges over the Ostra are closed.", uk: "Три мости через Остру закрито." },
        { en: "At least 35 people have left their homes.", uk: "Щонайменше 35 людей залишили домівки." },
      ],
      statements: [
        ...content.statements,
        {
          key: "n1a2b3c4d5e6f708",
          carried: null,
          section: "situation",
          kind: "known",
          text: {
            en: "At least 35 people are sheltering in the school in Halan.",
            uk: "Щонайменше 35 людей перебувають у школі в Галані.",
          },
          asOf: null,
          grade: { reliability: "B", credibility: 2 },
          evidence: [
            evidenceFrom(1, "Mayor's office of Halan", "at least 35 people were taken to the school in Halan", {
              figure: {
                kind: "count",
                value: 35,
                max: null,
                unit: null,
                qualifier: "at-least",
                counts: "person",
                text: "at least 35 people",
              },
            }),
          ],
          area: { en: "Halan", uk: "Галан" },
          replyRequests: [],
        },
      ],
    },
  });
  state.activity.push(
    { at: at("3T12:18"), by: ruben, action: "draft.saved", about: draftId, note: "" },
    { at: at("3T11:02"), by: olena, action: "suggestion.accepted", about: attributionId(1), note: "" },
    { at: at("3T07:55"), by: ruben, action: "statement.correction", about: "s1", note: "" },
    { at: at("2T17:05"), by: ruben, action: "edition.published", about: draftId, note: "1" },
  );
}

function sources(): readonly Source[] {
  const source = (n: number, rest: Partial<Source>): Source => ({
    id: `f${n.toString(16).padStart(16, "0")}` as SourceId,
    url: "",
    kind: "feed",
    publisher: null,
    title: "",
    paused: false,
    everyMinutes: 15,
    nextPollAt: at("3T12:30"),
    lastPollAt: at("3T12:15"),
    lastSuccessAt: at("3T12:15"),
    failures: 0,
    lastError: "",
    etag: "",
    lastModified: "",
    ...rest,
  });
  return [
    source(1, {
      url: "https://northern-wire.example/feed.xml",
      title: "Northern Wire: all reports",
      publisher: "northern-wire" as PublisherId,
    }),
    source(2, {
      url: "https://ostra-courier.example/rss",
      title: "Ostra Courier",
      publisher: "ostra-courier" as PublisherId,
      failures: 3,
      lastError: "FETCH_TIMEOUT: no answer within 20 seconds",
      lastSuccessAt: at("3T09:05"),
    }),
    source(3, {
      url: "https://river-radio.example/news",
      title: "River Radio news",
      kind: "page",
      paused: true,
      lastSuccessAt: null,
    }),
  ];
}

function claims(): readonly Claim[] {
  const common = {
    apart: [],
    proposed: [],
    mergedInto: null,
    outline: null,
    status: "suggested",
    grade: UNGRADED,
    revision: 1,
  } as const;
  const item = (
    n: number,
    attribution: number | null,
    figure: number | null,
    origin: string,
    stance: "says" | "denies" = "says",
  ) => ({
    report: reportId(n),
    attribution: attribution === null ? null : attributionId(attribution),
    figure: figure === null ? null : figureId(figure),
    stance,
    origin,
    confidence: 0.8,
    reasons: [{ code: "same-words" as const, detail: { words: "Halan, school" } }],
  });
  return [
    {
      ...common,
      id: claimId(1),
      title: "People are sheltering in the school in Halan",
      items: [item(1, 3, 2, "Mayor's office of Halan"), item(2, 5, 4, "Ivo Tessen, school director")],
    },
    {
      ...common,
      id: claimId(2),
      title: "The dam at Velin is damaged",
      items: [
        item(3, 6, null, "Two unnamed engineers"),
        item(1, 4, null, "Interior Ministry", "denies"),
        item(3, 7, null, "Interior Ministry", "denies"),
      ],
    },
    {
      ...common,
      id: claimId(3),
      title: "Three bridges over the Ostra are closed",
      status: "kept",
      grade: { reliability: "B", credibility: 2 },
      items: [item(1, 1, null, "Regional water authority"), item(5, 9, null, "Regional water authority")],
    },
  ];
}

export function actorOf(state: FakeState, token: string): Actor | null {
  const id = state.sessions.get(token);
  const found = id === undefined ? undefined : state.users.get(id);
  return found && !found.disabled ? { user: found.id, name: found.name, email: found.email, role: found.role } : null;
}

/** As `app` does: the role is checked, then it is noted who did it. */
export function act(state: FakeState, actor: Actor, permission: Permission, action: string, about: string): void {
  demand(actor.role, permission);
  state.activity.unshift({ at: state.now, by: actor.user, action, about, note: "" });
}

export function tick(state: FakeState, seconds = 1): Instant {
  state.now = instantOf(msOf(state.now) + seconds * 1000);
  return state.now;
}

export function fresh(state: FakeState, letter: string): string {
  state.count += 1;
  return `${letter}${state.count.toString(16).padStart(16, "0")}`;
}

export function reportsOf(state: FakeState): readonly Report[] {
  return state.empty ? [] : [...reports, ...(state.ferry ? ferry.reports : [])];
}
