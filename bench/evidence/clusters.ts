// Reports about one claim: how many origins, what conflicts, what is gathered? node bench/evidence/clusters.ts [set.jsonl] [-v]
import { join } from "node:path";
import { candidatesOf, sentenceAround } from "../../src/evidence/candidates.ts";
import type { GatheredReport } from "../../src/evidence/candidates.ts";
import type { ClaimCandidate } from "../../src/evidence/claims.ts";
import { originGraphOf } from "../../src/evidence/origin-graph.ts";
import { pledgesOf } from "../../src/evidence/pledges.ts";
import type { ReadEvidence } from "../../src/evidence/read.ts";
import { rivalFiguresOf } from "../../src/evidence/rival-figures.ts";
import { conflictsOf } from "../../src/evidence/rivals.ts";
import type { AttributionId, FigureId, PublisherId, ReportId } from "../../src/model/id.ts";
import { parseInstant } from "../../src/model/time.ts";
import { figureName, judgePairs } from "./figure-pairs.ts";
import { itemKeyOf } from "../../src/model/claim.ts";
import { readCases } from "./cases.ts";
import { pairsOf, scoreGathering } from "./gathering.ts";

export interface GoldFigure {
  readonly report: string;
  readonly at: string;
}

export interface ClusterReport {
  readonly key: string;
  readonly publisher: string;
  readonly ownerGroup: string;
  readonly published: string;
  readonly title: string;
  readonly byline: string;
  readonly text: string;
  readonly said: readonly string[];
}

/** One line of `tests/evidence/sets/clusters/*.jsonl`. */
export interface ClusterCase {
  readonly id: string;
  readonly kind: string;
  readonly claim: string;
  readonly reports: readonly ClusterReport[];
  readonly origins: readonly (readonly string[])[];
  readonly circular: boolean;
  readonly conflicts: readonly (readonly [GoldFigure, GoldFigure])[];
  readonly updates: readonly (readonly [GoldFigure, GoldFigure])[];
  readonly pledges?: readonly (readonly string[])[];
}

/** Right answers among those given and those wanted. */
export interface PairScore {
  readonly right: number;
  readonly given: number;
  readonly wanted: number;
}

export interface ClusterScore {
  readonly clusters: number;
  /** Clusters whose number of origins is exactly right. */
  readonly counted: number;
  /** Clusters whose reports are divided among origins exactly as they should be. */
  readonly divided: number;
  readonly circular: number;
  readonly conflicts: PairScore;
  readonly updates: PairScore;
  /** Pairs of reports that announce the same money. */
  readonly pledges: PairScore;
  /** Clusters whose reports with a passage are all in one suggested claim. */
  readonly gatheredWhole: number;
  /** Pairs of reports of one cluster that one suggested claim brings together by their passages. */
  readonly gathered: PairScore;
  /** Per tenth of confidence: items suggested, and those that belong with the others of their claim. */
  readonly confidence: readonly { readonly from: number; readonly items: number; readonly right: number }[];
  readonly titles: readonly string[];
  readonly misses: readonly string[];
}

type Read = (text: string, publisherName: string, published: string) => ReadEvidence;

/** Scores what the engine makes of each cluster, and of the reports of all clusters mixed together. Pure. */
export function scoreClusters(cases: readonly ClusterCase[], read: Read): ClusterScore {
  const misses: string[] = [];
  let [counted, divided, circular] = [0, 0, 0];
  const conflicts = { right: 0, given: 0, wanted: 0 };
  const updates = { right: 0, given: 0, wanted: 0 };
  const pledges = { right: 0, given: 0, wanted: 0 };
  const all: ClaimCandidate[][] = [];
  const clusterOf = new Map<string, number>();
  const spoken = new Set<string>();
  cases.forEach((one, c) => {
    const found: ClaimCandidate[] = [];
    for (const report of one.reports) {
      const candidates = candidatesOf(gatheredOf(one, report, read));
      all.push(candidates);
      clusterOf.set(`${one.id}-${report.key}`, c);
      const said = report.said.flatMap((passage) => saidBy(report, passage, candidates, one.id));
      said.forEach((item) => spoken.add(itemKeyOf(item)));
      found.push(...said);
    }
    const graph = originGraphOf(found);
    const groups = partitionOf(found, graph.labels);
    const wanted = one.origins.map((group) => [...group].sort().join("")).sort();
    if (new Set(graph.labels).size === one.origins.length) counted += 1;
    if (groups.join(" ") === wanted.join(" ")) divided += 1;
    else
      misses.push(
        `${one.id} ${one.kind}: origins ${groups.join(" ")}, not ${wanted.join(" ")}${shown(found, graph.labels)}`,
      );
    if (graph.circular.length > 0 === one.circular) circular += 1;
    else misses.push(`${one.id} ${one.kind}: circular should be ${String(one.circular)}${shown(found, graph.labels)}`);
    const counts = rivalFiguresOf(found, graph.labels);
    const judged = conflictsOf(counts);
    const pair = (a: number, b: number): string => [figureName(counts[a]), figureName(counts[b])].sort().join(" / ");
    judgePairs(
      conflicts,
      judged.pairs.map(([a, b]) => pair(a, b)),
      one.conflicts,
      one,
      misses,
      "conflict",
    );
    judgePairs(
      updates,
      judged.updates.map((u) => pair(u.from, u.to)),
      one.updates,
      one,
      misses,
      "update",
    );
    if (one.pledges !== undefined) {
      const given = new Set(pledgesOf(found).flatMap((p) => pairsOf(p.items.map((i) => reportKey(found[i])))));
      const gold = new Set(one.pledges.flatMap((group) => pairsOf(group)));
      pledges.given += given.size;
      pledges.wanted += gold.size;
      pledges.right += [...given].filter((p) => gold.has(p)).length;
      if ([...given].sort().join() !== [...gold].sort().join())
        misses.push(`${one.id}: pledges ${[...given].join(" ")}, not ${[...gold].join(" ")}`);
    }
  });
  const gathering = scoreGathering(cases, all, clusterOf, spoken, misses);
  return { clusters: cases.length, counted, divided, circular, conflicts, updates, pledges, ...gathering, misses };
}

const reportKey = (item: ClaimCandidate | undefined): string => item?.report.split("-").at(-1) ?? "";

function gatheredOf(one: ClusterCase, report: ClusterReport, read: Read): GatheredReport {
  const id = `${one.id}-${report.key}` as ReportId;
  const found = read(report.text, report.publisher, report.published);
  const kept = { report: id, reportVersion: 1, decision: null, fix: null };
  const published = parseInstant(report.published);
  return {
    report: {
      id,
      version: 1,
      title: report.title,
      byline: report.byline,
      language: "en",
      publishedAt: published,
      retrievedAt: published,
      text: report.text,
    },
    publisher: { id: report.publisher as PublisherId, name: report.publisher, ownerGroup: report.ownerGroup },
    attributions: found.attributions.map((a, index) => ({
      ...a,
      ...kept,
      index,
      id: `${id}-a${index}` as AttributionId,
    })),
    figures: found.figures.map((f, index) => ({ ...f, ...kept, id: `${id}-q${index}` as FigureId })),
  };
}

/** The candidates that a passage holds; where there is none, the passage's sentence as a person would add it. */
function saidBy(
  report: ClusterReport,
  passage: string,
  candidates: readonly ClaimCandidate[],
  id: string,
): ClaimCandidate[] {
  const start = report.text.indexOf(passage);
  const end = start + passage.length;
  const inside = candidates.filter(({ at = 0, figureValue, text }) => {
    if (figureValue !== null)
      return figureValue.kind !== "date" && figureValue.span[0] < end && start < figureValue.span[1];
    const common = Math.min(end, at + text.length) - Math.max(start, at);
    return common > Math.min(text.length, passage.length) / 3;
  });
  if (inside.length > 0) return inside;
  const sentence = sentenceAround(report.text, [start, end]);
  const published = parseInstant(report.published);
  return [
    {
      report: `${id}-${report.key}` as ReportId,
      attribution: null,
      figure: null,
      text: passage,
      sentence,
      at: start,
      sourceName: null,
      sourceText: null,
      carriers: [],
      stance: "says",
      figureValue: null,
      publisher: report.publisher as PublisherId,
      publisherName: report.publisher,
      ownerGroup: report.ownerGroup,
      publishedAt: published,
      reportTitle: report.title,
      byline: report.byline,
      reportText: report.text,
    },
  ];
}

/** Groups of report keys by the labels of their items; a report with two labels stands in two groups. */
function partitionOf(items: readonly ClaimCandidate[], labels: readonly string[]): string[] {
  const groups = new Map<string, Set<string>>();
  items.forEach((item, i) => {
    const label = labels[i] ?? "";
    groups.set(label, (groups.get(label) ?? new Set()).add(reportKey(item)));
  });
  return [...groups.values()].map((keys) => [...keys].sort().join("")).sort();
}

function shown(items: readonly ClaimCandidate[], labels: readonly string[]): string {
  return items
    .map(
      (item, i) =>
        `\n      ${reportKey(item)} [${labels[i] ?? ""}] ${item.carriers.join(">")} ${item.sourceName ?? "-"} (${item.sourceText ?? ""}): ${item.figureValue?.text ?? item.text.slice(0, 60)}`,
    )
    .join("");
}

if (import.meta.main) {
  const { readWeights } = await import("../../src/app/weights.ts");
  const { readEvidence } = await import("../../src/evidence/read.ts");
  const model = readWeights();
  const [file = join(import.meta.dirname, "../../tests/evidence/sets/clusters/open.jsonl")] = process.argv
    .slice(2)
    .filter((a) => !a.startsWith("-"));
  const cases = readCases<ClusterCase>(file);
  const score = scoreClusters(cases, (text, publisherName, published) =>
    readEvidence(text, { language: "en", publisherName, publishedAt: parseInstant(published) }, model),
  );
  const share = (s: PairScore): string =>
    `precision ${(s.right / Math.max(1, s.given)).toFixed(3)} (${s.right}/${s.given}), recall ${(s.right / Math.max(1, s.wanted)).toFixed(3)} (${s.right}/${s.wanted})`;
  if (process.argv.includes("-v")) console.log(score.misses.join("\n"));
  if (process.argv.includes("-t")) console.log(score.titles.join("\n"));
  console.log(
    `origins counted ${score.counted}/${score.clusters}, divided ${score.divided}, circular right ${score.circular}`,
  );
  console.log(`conflicts ${share(score.conflicts)}`);
  console.log(`updates   ${share(score.updates)}`);
  console.log(`pledges   ${share(score.pledges)}`);
  console.log(`gathered  ${share(score.gathered)}, whole ${score.gatheredWhole}`);
  for (const { from, items, right } of score.confidence)
    if (items > 0) console.log(`confidence ${from.toFixed(1)}: ${right}/${items} = ${(right / items).toFixed(2)}`);
}
