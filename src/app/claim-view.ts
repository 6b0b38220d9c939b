import type { Context } from "./context.ts";
import { missing } from "./suggestions.ts";
import { candidateOf, sentenceAround } from "../evidence/candidates.ts";
import { asOfIn } from "../evidence/as-of.ts";
import { alikeTitles } from "../evidence/alike.ts";
import type { ClaimCandidate } from "../evidence/claims.ts";
import { evidenceOf } from "../evidence/evidence-of.ts";
import { originGraphOf } from "../evidence/origin-graph.ts";
import { pledgesOf } from "../evidence/pledges.ts";
import type { ClaimTitle, KeptAttribution, KeptFigure } from "../evidence/ports.ts";
import { shownConflictsOf } from "../evidence/shown-conflicts.ts";
import type { Claim, ClaimItem, ItemKey } from "../model/claim.ts";
import type { Publisher } from "../model/publisher.ts";
import type { Report } from "../model/report.ts";
import { instantOf, type Instant } from "../model/time.ts";
import type { ClaimItemView, ClaimView } from "../web/ports.ts";

const ALIKE_SHOWN = 9;

/** An item with everything that is known about it. */
export interface LoadedItem {
  readonly report: Report;
  readonly publisher: Publisher;
  readonly attribution: KeptAttribution | null;
  readonly figure: KeptFigure | null;
}

/** Gathers what a claim's page shows. */
export interface ClaimViewer {
  /** Throws NOT_FOUND. */
  load(item: ItemKey): Promise<LoadedItem>;
  candidates(items: readonly ItemKey[]): Promise<readonly ClaimCandidate[]>;
  view(claim: Claim): Promise<ClaimView>;
}

export function createClaimViewer({ store, press }: Pick<Context, "store" | "press">): ClaimViewer {
  async function load(item: ItemKey): Promise<LoadedItem> {
    const [said, counted] = await Promise.all([
      item.attribution === null ? null : store.suggestions.attribution(item.attribution),
      item.figure === null ? null : store.suggestions.figure(item.figure),
    ]);
    const report = await store.reports.get(item.report, (said ?? counted)?.reportVersion);
    const publisher = report ? await store.publishers.get(report.publisher) : null;
    if (!report || !publisher || (said ?? counted)?.report !== report.id) throw missing("report or suggestion");
    return { report, publisher, attribution: said, figure: counted };
  }

  function itemView(item: ClaimItem, loaded: LoadedItem): ClaimItemView {
    const { report, publisher } = loaded;
    return {
      ...item,
      reportSummary: {
        id: report.id,
        title: report.title,
        url: report.url,
        publishedAt: report.publishedAt,
        language: report.language,
        publisherName: publisher.name,
        reliability: publisher.reliability,
      },
      attributionValue: loaded.attribution,
      figureValue: loaded.figure,
      asOf: asOfFigure(loaded),
      evidence: evidenceOf({
        ...loaded,
        origin: item.origin,
        stance: item.stance,
        sentence: loaded.figure ? sentenceAround(report.text, (loaded.figure.fix ?? loaded.figure).span) : "",
      }),
    };
  }

  async function view(claim: Claim): Promise<ClaimView> {
    const loaded = await Promise.all(claim.items.map(load));
    const items = claim.items.map((item, i) => itemView(item, loaded[i] as LoadedItem));
    const candidates = loaded.map(candidateOf);
    const proposed = await Promise.all(claim.proposed.map(async (item) => itemView(item, await load(item))));
    const all = await store.claims.titles();
    const graph = originGraphOf(candidates, { chosen: claim.items.map((item) => item.origin) });
    const { rivals, updates } = shownConflictsOf(candidates, graph.labels);
    return {
      claim,
      items,
      origins: originsIn(items),
      rivals,
      updates,
      graph,
      pledges: pledgesOf(candidates),
      proposed: proposed.toSorted((a, b) => (b.confidence ?? 1) - (a.confidence ?? 1)),
      alike: alikeTo(
        claim,
        all.filter(({ id }) => id !== claim.id),
      ),
      next: nextAfter(claim, all),
      statements: statementsOf(items),
    };
  }

  /** Published statements that carry evidence of this claim. */
  function statementsOf(items: readonly ClaimItemView[]): ClaimView["statements"] {
    const cited = new Set(items.map((item) => item.report));
    const quotes = new Set(items.map((item) => item.evidence.quote));
    const carrying = [...press.history().statements].filter(([, { versions }]) =>
      versions.some(({ value }) => value.evidence.some((e) => cited.has(e.report.id) && quotes.has(e.quote))),
    );
    return carrying.map(([id]) => id);
  }

  return { load, view, candidates: async (items) => (await Promise.all(items.map(load))).map(candidateOf) };
}

/** The moment that the sentence of a figure names for it; null where it names none. */
function asOfFigure({ report, figure }: LoadedItem): Instant | null {
  if (figure === null) return null;
  const { ms, named } = asOfIn(sentenceAround(report.text, (figure.fix ?? figure).span), report.publishedAt);
  return named ? instantOf(ms) : null;
}

function originsIn(items: readonly ClaimItemView[]): ClaimView["origins"] {
  const groups = new Map<string, number[]>();
  for (const [i, item] of items.entries()) {
    if (item.stance === "says") groups.set(item.origin, [...(groups.get(item.origin) ?? []), i]);
  }
  const time = (i: number): string => items[i]?.reportSummary.publishedAt ?? "";
  return [...groups].map(([label, indexes]) => ({
    label,
    items: indexes.toSorted((a, b) => (time(a) < time(b) ? -1 : 1)),
  }));
}

function alikeTo(claim: Claim, others: readonly ClaimTitle[]): ClaimView["alike"] {
  const open = others.filter(({ status }) => status === "suggested" || status === "kept");
  const titles = open.map(({ title }) => title);
  return alikeTitles(claim.title, titles, ALIKE_SHOWN).map((index) => {
    const { id, title, reports } = open[index] as ClaimTitle;
    return { id, title, reports };
  });
}

/** The suggested claim behind this one in the order of making, else the first. */
function nextAfter(claim: Claim, all: readonly ClaimTitle[]): ClaimView["next"] {
  const at = all.findIndex(({ id }) => id === claim.id);
  const onward = [...all.slice(at + 1), ...all.slice(0, Math.max(0, at))];
  return onward.find(({ status }) => status === "suggested")?.id ?? null;
}
