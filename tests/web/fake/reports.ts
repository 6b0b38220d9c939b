import type { KeptAttribution, KeptFigure } from "../../../src/evidence/ports.ts";
import type { Attribution } from "../../../src/model/attribution.ts";
import type { Figure } from "../../../src/model/figure.ts";
import type { AttributionId, FigureId, PublisherId, ReportId } from "../../../src/model/id.ts";
import type { Publisher } from "../../../src/model/publisher.ts";
import type { Report } from "../../../src/model/report.ts";
import { sha256 } from "../../../src/model/sha256.ts";
import { passageOf, type Passage, type Span } from "../../../src/model/span.ts";
import type { Instant } from "../../../src/model/time.ts";

/** An invented country, its invented papers, and a flood that never was. */
export const at = (time: string): Instant => `2031-03-0${time}:00Z` as Instant;

export const reportId = (n: number): ReportId => `r${n.toString(16).padStart(16, "0")}` as ReportId;
export const attributionId = (n: number): AttributionId => `a${n.toString(16).padStart(16, "0")}` as AttributionId;
export const figureId = (n: number): FigureId => `q${n.toString(16).padStart(16, "0")}` as FigureId;

export const publisher = (id: string, name: string, rest: Partial<Publisher>): Publisher => ({
  id: id as PublisherId,
  name,
  country: "Veshna",
  ownerGroup: "",
  affiliation: "",
  home: `https://${id}.example/`,
  reliability: "F",
  reason: {},
  ...rest,
});

export const publishers: readonly Publisher[] = [
  publisher("northern-wire", "Northern Wire", {
    ownerGroup: "Wire Cooperative",
    affiliation: "news agency owned by its members",
    reliability: "B",
    reason: { en: "Names its sources and corrects openly.", uk: "Називає джерела й відкрито виправляє помилки." },
  }),
  publisher("ostra-courier", "Ostra Courier", {
    ownerGroup: "Halan Media",
    affiliation: "regional paper",
    reliability: "C",
  }),
  publisher("the-gazette", "The Gazette", { ownerGroup: "Halan Media", affiliation: "daily paper", reliability: "C" }),
  publisher("river-radio", "River Radio", { affiliation: "public broadcaster", reliability: "B" }),
];

const BRIDGE = `Three bridges over the Ostra were closed on Monday morning after the river rose by 2.4 metres in nine hours, the regional water authority said.

“We have never seen the water come this fast,” said Marta Reznik, head of the authority. “Nobody should try to cross on foot.” According to the mayor's office, at least 35 people were taken to the school in Halan, and about 1,200 households are without electricity.

The Interior Ministry denied that the dam at Velin had been damaged. “The dam is standing, and it is being watched every hour,” a spokesman told Northern Wire.

Residents of the lower town said they had heard nothing from the authorities until late in the evening.`;

const SCHOOL = `At least 50 people are sheltering in the Halan school, the director, Ivo Tessen, told River Radio on Monday.

He said blankets and drinking water had arrived, but that the boiler had failed. “The children are cold,” Tessen said.`;

const DAM = `The Velin dam shows a crack on its eastern side, two engineers who asked not to be named told the Courier.

The Interior Ministry has called such reports false, Northern Wire reported earlier.`;

const AID = `The government pledged 40 million crowns for households hit by the flood, Finance Minister Lena Orsova announced. Payments would begin within ten days, she said.`;

const UKRAINIAN = `Три мости через Остру закрито, повідомила регіональна водна служба. За словами її керівниці Марти Резник, вода піднялася на 2,4 метра за дев’ять годин.`;

export function report(
  n: number,
  publisherId: string,
  language: string,
  title: string,
  text: string,
  time: Instant,
): Report {
  const name = publishers.find(({ id }) => id === publisherId)?.name ?? publisherId;
  return {
    id: reportId(n),
    version: 1,
    publisher: publisherId as PublisherId,
    publisherName: name,
    url: `https://${publisherId}.example/2031/03/${n}`,
    title,
    byline: n === 1 ? "Anna Kolm" : "",
    publishedAt: time,
    retrievedAt: time,
    language,
    canonicalUrl: null,
    text,
    sha256: sha256(`bytes ${n}`),
    textSha256: sha256(text),
  };
}

export const reports: readonly Report[] = [
  {
    ...report(1, "northern-wire", "en", "Three Ostra bridges closed as river rises 2.4 metres", BRIDGE, at("3T07:40")),
    version: 2,
  },
  report(2, "river-radio", "en", "Halan school shelters dozens", SCHOOL, at("3T08:15")),
  report(3, "ostra-courier", "en", "Engineers report crack in Velin dam", DAM, at("3T09:05")),
  report(4, "the-gazette", "en", "Forty million for flood victims", AID, at("3T10:30")),
  report(5, "northern-wire", "uk", "Три мости через Остру закрито", UKRAINIAN, at("3T10:50")),
];

/** The passage of `text` that these words make; each must stand there once or is taken where it stands first. */
export function passage(text: string, ...words: readonly string[]): Passage {
  const spans = words.map((word): Span => {
    const start = text.indexOf(word);
    if (start < 0) throw new Error(`“${word}” is not in the text`);
    return [start, start + word.length];
  });
  return passageOf(text, spans);
}

export function attribution(
  n: number,
  of: Report,
  parts: { source?: string; resolved?: string; cue?: string; content: readonly string[] },
  rest: Partial<Attribution> = {},
): KeptAttribution {
  return {
    id: attributionId(n),
    report: of.id,
    reportVersion: of.version,
    index: n,
    decision: null,
    fix: null,
    source: parts.source === undefined ? null : { ...passage(of.text, parts.source), resolved: parts.resolved ?? null },
    cue: parts.cue === undefined ? null : passage(of.text, parts.cue),
    content: passage(of.text, ...parts.content),
    mode: "indirect",
    carriers: [],
    parent: null,
    signals: [],
    ...rest,
  };
}

export function figure(n: number, of: Report, text: string, rest: Omit<Figure, "text" | "span">): KeptFigure {
  const found = passage(of.text, text);
  return {
    id: figureId(n),
    report: of.id,
    reportVersion: of.version,
    decision: null,
    fix: null,
    text,
    span: found.spans[0] ?? [0, 1],
    ...rest,
  };
}

const [bridge, school, dam, aid, ukrainian] = reports as readonly [Report, Report, Report, Report, Report];

export const attributions: readonly KeptAttribution[] = [
  attribution(1, bridge, {
    source: "the regional water authority",
    cue: "said.",
    content: [
      "Three bridges over the Ostra were closed on Monday morning after the river rose by 2.4 metres in nine hours",
    ],
  }),
  attribution(
    2,
    bridge,
    {
      source: "Marta Reznik, head of the authority",
      resolved: "Marta Reznik",
      cue: "said Marta",
      content: ["“We have never seen the water come this fast,”", "“Nobody should try to cross on foot.”"],
    },
    { mode: "direct" },
  ),
  attribution(3, bridge, {
    source: "the mayor's office",
    cue: "According to",
    content: [
      "at least 35 people were taken to the school in Halan, and about 1,200 households are without electricity",
    ],
  }),
  attribution(
    4,
    bridge,
    {
      source: "a spokesman",
      resolved: "Interior Ministry",
      cue: "told Northern Wire",
      content: ["“The dam is standing, and it is being watched every hour,”"],
    },
    { mode: "direct", signals: ["denied"] },
  ),
  attribution(5, school, {
    source: "the director, Ivo Tessen",
    resolved: "Ivo Tessen",
    cue: "told River Radio",
    content: ["At least 50 people are sheltering in the Halan school"],
  }),
  attribution(
    6,
    dam,
    {
      source: "two engineers who asked not to be named",
      cue: "told the Courier",
      content: ["The Velin dam shows a crack on its eastern side"],
    },
    { signals: ["unattributed"] },
  ),
  attribution(
    7,
    dam,
    { source: "The Interior Ministry", cue: "has called", content: ["such reports false"] },
    { carriers: ["Northern Wire"], signals: ["denied"] },
  ),
  attribution(8, aid, {
    source: "Finance Minister Lena Orsova",
    cue: "announced",
    content: ["The government pledged 40 million crowns for households hit by the flood"],
  }),
  attribution(9, ukrainian, {
    source: "регіональна водна служба",
    cue: "повідомила",
    content: ["Три мости через Остру закрито"],
  }),
];

export const figures: readonly KeptFigure[] = [
  figure(1, bridge, "2.4 metres", {
    kind: "distance",
    value: 2.4,
    max: null,
    unit: "m",
    qualifier: "exactly",
    counts: null,
  }),
  figure(2, bridge, "at least 35 people", {
    kind: "count",
    value: 35,
    max: null,
    unit: null,
    qualifier: "at-least",
    counts: "person",
  }),
  figure(3, bridge, "about 1,200 households", {
    kind: "count",
    value: 1200,
    max: null,
    unit: null,
    qualifier: "about",
    counts: "household",
  }),
  figure(4, school, "At least 50 people", {
    kind: "count",
    value: 50,
    max: null,
    unit: null,
    qualifier: "at-least",
    counts: "person",
  }),
  figure(5, aid, "40 million crowns", {
    kind: "money",
    value: 40_000_000,
    max: null,
    unit: "VSK",
    qualifier: "exactly",
    counts: null,
  }),
];
