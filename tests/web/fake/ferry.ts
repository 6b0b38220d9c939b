import type { Origin, OriginLink } from "../../../src/evidence/origin-graph.ts";
import type { Claim, ClaimItem, Reason } from "../../../src/model/claim.ts";
import { UNGRADED } from "../../../src/model/grade.ts";
import type { ClaimId, ReportId } from "../../../src/model/id.ts";
import type { Publisher } from "../../../src/model/publisher.ts";
import type { Report } from "../../../src/model/report.ts";
import { at, attribution, attributionId, figure, figureId, publisher, report, reportId } from "./reports.ts";

/** A second story of the invented country: a ferry turned over, and papers tell it in every way that papers do. */

/** How reports have what they print: from the origin itself, or through another report or a publication by name. */
export interface Ways {
  readonly through: ReadonlyMap<
    ReportId,
    { readonly from: ReportId | null; readonly how: OriginLink["how"]; readonly reason: Reason }
  >;
  readonly kinds: ReadonlyMap<string, Origin["kind"]>;
  readonly circles: readonly (readonly ReportId[])[];
  /** Figures, by id, that followed one another. */
  readonly updates: readonly {
    readonly from: string;
    readonly to: string;
    readonly how: "grew" | "fell" | "corrected";
  }[];
}

export const publishers: readonly Publisher[] = [
  publisher("lake-herald", "Lake Herald", { ownerGroup: "Lake Media", reliability: "D" }),
  publisher("varn-post", "Varn Post", { reliability: "E" }),
  publisher("delta-mail", "Delta Mail", { reliability: "E" }),
  publisher("halan-echo", "Halan Echo", { reliability: "D" }),
];

const RESCUE = `The ferry Anna turned over near the Halan landing on Saturday evening. At least 35 people were injured, rescue chief Ines Marrow told River Radio.`;
const WIRE = `At least 35 people were injured when a ferry turned over near Halan, rescue chief Ines Marrow told River Radio.`;
const COPY = `At least 35 people were injured when a ferry turned over near Halan, rescue chief Ines Marrow told River Radio. The landing is closed.`;
const MINISTRY = `The Interior Ministry said 28 people were injured on the ferry Anna. It promised 40 million crowns for new landings.`;
const PLEDGE = `The Interior Ministry said again it would give 40 million crowns for new landings.`;
const THIRD = `The Interior Ministry said it would give 40 million crowns for new landings.`;
const VARN = `The captain was asleep when the ferry turned over, Halan Echo reported.`;
const DELTA = `Varn Post writes that the captain of the ferry was asleep.`;
const ECHO = `The captain of the Anna was asleep, according to Delta Mail.`;
const LATER = `At least 41 people were injured on the ferry Anna, rescue chief Ines Marrow said on Sunday morning.`;
const OWNER = `The ferry company denied that anybody was injured. “All of them went home,” its director Tomas Brill said.`;
const BOATS = `Fishermen took 12 people off the ferry Anna, the harbour master, Pia Lond, said.`;
const CLOSED = `The Halan landing stays closed until Friday, the harbour office said.`;
const CLOSED_TOO = `Until Friday no ferry leaves from Halan, the harbour office said.`;

const r = (n: number, id: string, title: string, text: string, time: string): Report =>
  ({ ...report(n, id, "en", title, text, at(time)), publisherName: nameOf(id) }) as const;
const NAMES: Readonly<Record<string, string>> = {
  "northern-wire": "Northern Wire",
  "ostra-courier": "Ostra Courier",
  "the-gazette": "The Gazette",
  "river-radio": "River Radio",
};
const nameOf = (id: string): string => publishers.find((one) => one.id === id)?.name ?? NAMES[id] ?? id;

export const reports: readonly Report[] = [
  r(20, "river-radio", "Ferry turns over near Halan", RESCUE, "1T18:30"),
  r(21, "northern-wire", "Dozens injured in ferry accident", WIRE, "1T19:10"),
  r(22, "the-gazette", "Ferry accident: dozens injured", COPY, "1T20:40"),
  r(23, "ostra-courier", "Ministry promises help after ferry accident", MINISTRY, "1T21:15"),
  r(24, "varn-post", "Captain was asleep", VARN, "2T06:00"),
  r(25, "delta-mail", "Asleep at the wheel", DELTA, "2T06:20"),
  r(26, "halan-echo", "What we know of the captain", ECHO, "2T06:45"),
  r(27, "river-radio", "More injured on the ferry than thought", LATER, "2T08:05"),
  r(28, "lake-herald", "Company: all went home", OWNER, "2T08:30"),
  r(29, "northern-wire", "Ministry renews its promise", PLEDGE, "2T09:00"),
  r(30, "the-gazette", "Forty million for landings", THIRD, "3T09:10"),
  r(31, "halan-echo", "Fishermen took twelve off the ferry", BOATS, "3T09:40"),
  r(32, "ostra-courier", "Landing closed", CLOSED, "3T09:50"),
  r(33, "lake-herald", "No ferries until Friday", CLOSED_TOO, "3T10:10"),
];
const of = (n: number): Report => reports.find(({ id }) => id === reportId(n)) as Report;

const MARROW = { source: "rescue chief Ines Marrow", resolved: "Ines Marrow", cue: "told River Radio" };

export const attributions = [
  attribution(20, of(20), { ...MARROW, content: ["At least 35 people were injured"] }),
  attribution(
    21,
    of(21),
    { ...MARROW, content: ["At least 35 people were injured when a ferry turned over near Halan"] },
    { carriers: ["River Radio"] },
  ),
  attribution(
    22,
    of(22),
    { ...MARROW, content: ["At least 35 people were injured when a ferry turned over near Halan"] },
    { carriers: ["Northern Wire", "River Radio"] },
  ),
  attribution(23, of(23), {
    source: "The Interior Ministry",
    cue: "said",
    content: ["28 people were injured on the ferry Anna"],
  }),
  attribution(24, of(24), {
    source: "Halan Echo",
    cue: "reported",
    content: ["The captain was asleep when the ferry turned over"],
  }),
  attribution(25, of(25), { source: "Varn Post", cue: "writes", content: ["the captain of the ferry was asleep"] }),
  attribution(26, of(26), {
    source: "Delta Mail",
    cue: "according to",
    content: ["The captain of the Anna was asleep"],
  }),
  attribution(27, of(27), {
    source: "rescue chief Ines Marrow",
    resolved: "Ines Marrow",
    cue: "said",
    content: ["At least 41 people were injured on the ferry Anna"],
  }),
  attribution(
    28,
    of(28),
    { source: "The ferry company", cue: "denied", content: ["anybody was injured"] },
    { signals: ["denied"] },
  ),
  attribution(31, of(31), {
    source: "the harbour master, Pia Lond",
    resolved: "Pia Lond",
    cue: "said",
    content: ["Fishermen took 12 people off the ferry Anna"],
  }),
  attribution(32, of(32), {
    source: "the harbour office",
    cue: "said",
    content: ["The Halan landing stays closed until Friday"],
  }),
  attribution(33, of(33), {
    source: "the harbour office",
    cue: "said",
    content: ["Until Friday no ferry leaves from Halan"],
  }),
];

const injured = (n: number, text: string, value: number, qualifier: "exactly" | "at-least") =>
  figure(n, of(n), text, { kind: "casualties", value, max: null, unit: null, qualifier, counts: "injured" });
const crowns = (n: number) =>
  figure(n, of(n), "40 million crowns", {
    kind: "money",
    value: 40_000_000,
    max: null,
    unit: "VSK",
    qualifier: "exactly",
    counts: null,
  });

export const figures = [
  injured(20, "At least 35 people", 35, "at-least"),
  injured(21, "At least 35 people", 35, "at-least"),
  { ...injured(23, "28 people", 28, "exactly") },
  injured(27, "At least 41 people", 41, "at-least"),
  { ...crowns(23), id: figureId(24) },
  crowns(29),
  crowns(30),
];

const item = (
  n: number,
  origin: string,
  confidence: number | null,
  reasons: readonly Reason[],
  parts: { attribution?: number; figure?: number; stance?: "denies" } = {},
): ClaimItem => ({
  report: reportId(n),
  attribution: parts.attribution === undefined ? null : attributionId(parts.attribution),
  figure: parts.figure === undefined ? null : figureId(parts.figure),
  stance: parts.stance ?? "says",
  origin,
  confidence,
  reasons,
});

const words: Reason = { code: "same-words", detail: { words: "ferry, injured, Halan" } };
const names: Reason = { code: "same-names", detail: { names: "Anna, Halan" } };
const speaker: Reason = { code: "same-speaker", detail: { name: "Ines Marrow" } };
const near = (hours: number): Reason => ({ code: "near-in-time", detail: { hours } });
const CHIEF = "Ines Marrow, rescue chief";

export const ferryClaim = "c0000000000000f01" as ClaimId;
export const landingClaim = "c0000000000000f02" as ClaimId;
export const fishermenClaim = "c0000000000000f03" as ClaimId;

const common = {
  apart: [],
  proposed: [],
  mergedInto: null,
  outline: null,
  status: "suggested",
  grade: UNGRADED,
  revision: 1,
} as const;

export const claims: readonly Claim[] = [
  {
    ...common,
    id: ferryClaim,
    title: "People were injured when the ferry Anna turned over near Halan",
    status: "kept",
    items: [
      item(20, CHIEF, 0.97, [words, names], { attribution: 20, figure: 20 }),
      item(21, CHIEF, 0.94, [speaker, words, near(1)], { attribution: 21, figure: 21 }),
      item(22, CHIEF, 0.91, [{ code: "copy", detail: { percent: 83, publisher: "Northern Wire" } }, near(2)], {
        attribution: 22,
      }),
      item(27, CHIEF, 0.88, [speaker, names, near(14)], { attribution: 27, figure: 27 }),
      item(23, "Interior Ministry", 0.78, [names, near(3)], { attribution: 23, figure: 23 }),
      item(23, "Interior Ministry", 0.52, [near(3)], { figure: 24 }),
      item(
        29,
        "Interior Ministry",
        0.49,
        [
          { code: "same-sum", detail: { sum: "40 million crowns" } },
          { code: "same-purpose", detail: { purpose: "new landings" } },
        ],
        { figure: 29 },
      ),
      item(30, "Interior Ministry", 0.45, [{ code: "same-giver", detail: { giver: "Interior Ministry" } }], {
        figure: 30,
      }),
      item(
        24,
        "Varn Post",
        0.66,
        [{ code: "circular", detail: { publications: "Varn Post, Halan Echo, Delta Mail" } }],
        { attribution: 24 },
      ),
      item(25, "Varn Post", 0.64, [{ code: "cites", detail: { publication: "Varn Post" } }], { attribution: 25 }),
      item(26, "Varn Post", 0.61, [{ code: "cites", detail: { publication: "Delta Mail" } }], { attribution: 26 }),
      item(28, "Ferry company", null, [], { attribution: 28, stance: "denies" }),
    ],
    proposed: [
      item(31, "Pia Lond, harbour master", 0.71, [names, near(15)], { attribution: 31 }),
      item(32, "Harbour office", 0.41, [{ code: "same-words", detail: { words: "Halan, landing" } }], {
        attribution: 32,
      }),
    ],
  },
  {
    ...common,
    id: landingClaim,
    title: "The Halan landing is closed until Friday",
    items: [
      item(32, "Harbour office", 0.93, [{ code: "same-office", detail: { name: "harbour office" } }], {
        attribution: 32,
      }),
      item(33, "Harbour office", 0.9, [{ code: "same-office", detail: { name: "harbour office" } }, near(0)], {
        attribution: 33,
      }),
      item(31, "Pia Lond, harbour master", 0.44, [near(1)], { attribution: 31 }),
    ],
  },
  {
    ...common,
    id: fishermenClaim,
    title: "Ferries from the Halan landing do not run",
    items: [item(33, "Harbour office", 0.7, [words], { attribution: 33 })],
  },
];

export const ways: Ways = {
  through: new Map<ReportId, { from: ReportId | null; how: OriginLink["how"]; reason: Reason }>([
    [reportId(20), { from: null, how: "told", reason: { code: "told", detail: { publication: "River Radio" } } }],
    [
      reportId(21),
      { from: reportId(20), how: "cited", reason: { code: "cites", detail: { publication: "River Radio" } } },
    ],
    [
      reportId(22),
      {
        from: reportId(21),
        how: "copied",
        reason: { code: "copy", detail: { percent: 83, publisher: "Northern Wire" } },
      },
    ],
  ]),
  kinds: new Map<string, Origin["kind"]>([
    [CHIEF, "person"],
    ["Interior Ministry", "office"],
    ["Varn Post", "publication"],
    ["Ferry company", "office"],
    ["Harbour office", "office"],
    ["Pia Lond, harbour master", "person"],
    ["Two unnamed engineers", "unnamed"],
  ]),
  circles: [[reportId(24), reportId(26), reportId(25)]],
  updates: [{ from: figureId(20), to: figureId(27), how: "grew" }],
};
