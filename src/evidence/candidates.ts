import type { Attribution, RemarkSignal } from "../model/attribution.ts";
import type { Publisher } from "../model/publisher.ts";
import type { Report } from "../model/report.ts";
import type { Span } from "../model/span.ts";
import type { ClaimCandidate } from "./claims.ts";
import type { KeptAttribution, KeptFigure } from "./ports.ts";
import { sourceKeyOf } from "./source-key.ts";

/** A report with what the machine found in it and people said of that. */
export interface GatheredReport {
  readonly report: Pick<
    Report,
    "id" | "version" | "title" | "byline" | "language" | "publishedAt" | "retrievedAt" | "text"
  >;
  readonly publisher: Pick<Publisher, "id" | "name" | "ownerGroup">;
  readonly attributions: readonly KeptAttribution[];
  readonly figures: readonly KeptFigure[];
}

/** With one of these nobody stands behind the words: they were not said, or only asked, or no answer came. */
const NOT_ASSERTED: readonly RemarkSignal[] = ["no-answer", "negated", "conditional", "question"];

/**
 * Everything in a report that can belong to a claim. What a person rejected, what says nothing, and what nobody
 * asserts is left out; a person can still add it by hand.
 */
export function candidatesOf(one: GatheredReport): ClaimCandidate[] {
  const { report, publisher, attributions } = one;
  return [
    ...attributions
      .filter(isAsserted)
      .map((attribution) => candidateOf({ report, publisher, attribution, figure: null })),
    ...one.figures.map((figure) => candidateOf({ report, publisher, attribution: null, figure, attributions })),
  ].filter((candidate) => candidate.text !== "");
}

function isAsserted({ fix, ...kept }: KeptAttribution): boolean {
  return !(fix ?? kept).signals.some((signal) => NOT_ASSERTED.includes(signal));
}

/**
 * What the machine compares: the person's version of a suggestion where there is one; an empty text when rejected.
 * A figure takes its source from the attribution that it stands in, where the report's `attributions` are given.
 */
export function candidateOf(
  one: Pick<GatheredReport, "report" | "publisher"> & {
    readonly attribution: KeptAttribution | null;
    readonly figure: KeptFigure | null;
    readonly attributions?: readonly KeptAttribution[];
  },
): ClaimCandidate {
  const { report, publisher, attribution, figure } = one;
  const counted = figure?.fix ?? figure;
  const rejected = (attribution ?? figure)?.decision?.verdict === "rejected";
  const around = counted ? sentenceAround(report.text, counted.span) : "";
  const own = attribution?.fix ?? attribution;
  const said = own ?? (counted ? speechAround(report.text, counted.span, one.attributions ?? []) : null);
  const text = own?.content.text ?? around;
  const at = own?.content.spans[0]?.[0] ?? counted?.span[0] ?? 0;
  return {
    report: report.id,
    attribution: attribution?.id ?? null,
    figure: figure?.id ?? null,
    text: rejected ? "" : text,
    sentence: own ? sentencesOf(report.text, own) : around,
    at,
    sourceName: said?.source ? (said.source.resolved ?? personBefore(report.text, said) ?? said.source.text) : null,
    sourceText: said?.source?.text ?? null,
    carriers: said?.carriers ?? [],
    stance: said?.signals.includes("denied") === true ? "denies" : "says",
    figureValue: counted ?? null,
    publisher: publisher.id,
    publisherName: publisher.name,
    ownerGroup: publisher.ownerGroup,
    publishedAt: report.publishedAt ?? report.retrievedAt,
    reportTitle: report.title,
    byline: report.byline,
    reportText: report.text,
  };
}

const PERSON =
  /\b(?:(?:Mr|Mrs|Ms|Dr|Prof|President|Minister|Mayor|Governor|Inspector|Sister|Colonel|General|Captain)\.? )?\p{Lu}\p{Ll}+(?: \p{Lu}[\p{Ll}-]+){1,2}\b/gu;

/** "Mr Kemal came by helicopter. He said …": the name right before a pronoun that nobody has resolved; else null. */
function personBefore(text: string, { source }: Attribution): string | null {
  if (source === null || !/^(?:he|she)$/i.test(source.text)) return null;
  const at = source.spans[0]?.[0] ?? 0;
  const names = [...text.slice(Math.max(0, at - 240), at).matchAll(PERSON)].map(([name]) => name);
  return names.findLast((name) => sourceKeyOf(name).kind === "person") ?? null;
}

/** The innermost attribution with a source that a figure stands in, else the only one of its sentence. */
function speechAround(text: string, span: Span, attributions: readonly KeptAttribution[]): Attribution | null {
  const live = attributions
    .filter((a) => a.decision?.verdict !== "rejected")
    .map((a): Attribution => a.fix ?? a)
    .filter((a) => a.source !== null);
  const inside = live
    .filter((a) => a.content.spans.some(([start, end]) => start <= span[0] && span[1] <= end))
    .toSorted((a, b) => a.content.text.length - b.content.text.length);
  if (inside[0] !== undefined) return inside[0];
  const [from, to] = sentenceSpan(text, span);
  const beside = live.filter((a) => (a.cue?.spans[0]?.[0] ?? -1) >= from && (a.cue?.spans[0]?.[1] ?? to + 1) <= to);
  return beside.length === 1 ? (beside[0] ?? null) : null;
}

/** The sentences that an attribution stands in, its source and cue included; at most 1,000 characters. */
function sentencesOf(text: string, { source, cue, content }: Attribution): string {
  const spans = [...content.spans, ...(cue?.spans ?? []), ...(source?.spans ?? [])];
  const near = content.spans[0] as Span;
  const from = Math.min(...spans.map(([start]) => (start > near[0] - 400 ? start : near[0])));
  const to = Math.max(...spans.map(([, end]) => Math.min(end, from + 800)));
  return sentenceAround(text, [from, to]).slice(0, 1000);
}

/** The sentence or line that a span stands in; good enough to compare and to quote. */
export function sentenceAround(text: string, span: Span): string {
  const [from, to] = sentenceSpan(text, span);
  return text.slice(from, to).trim();
}

const BORDER = /[.!?]["”’)]?\s+(?=["“‘(]?[\p{Lu}\p{N}])|\n/gu;
/** What ends with a full stop and ends no sentence. */
const SHORT =
  /(?:^|[\s(“"])(?:\p{Lu}|Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Sgt|Sen|Rep|Gov|St|No|Jan|Feb|Aug|Sept|Oct|Nov|Dec|a\.m|p\.m)\.\s+$/u;

function sentenceSpan(text: string, [start, end]: Span): Span {
  const low = Math.max(0, start - 500);
  // One character more, so that a sentence that begins at `start` is seen to begin.
  const before = text.slice(low, start + 2);
  let from = low === 0 ? 0 : Math.max(0, start - 300);
  for (const match of before.matchAll(BORDER)) {
    const stop = match.index + match[0].length;
    if (low + stop <= start && !SHORT.test(before.slice(0, stop))) from = low + stop;
  }
  const after = text.slice(end, end + 500);
  let to = Math.min(text.length, end + (after.length < 500 ? 500 : 300));
  for (const match of after.matchAll(BORDER)) {
    const stop = match.index + match[0].length;
    if (SHORT.test(text.slice(Math.max(0, end - 8), end) + after.slice(0, stop))) continue;
    to = end + stop;
    break;
  }
  // A passage that takes its full stop with it ends there.
  if (/[.!?]["”’)]?\s*$/.test(text.slice(Math.max(0, end - 3), end)) && end - start > 3) to = end;
  return [from, Math.max(to, end)];
}
