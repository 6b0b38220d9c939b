import type { Context } from "./context.ts";
import { suggestionsOf } from "./capture.ts";
import { suggestClaims, type ClaimCandidate } from "../evidence/claims.ts";
import { originsOfItems, type ShingleCache } from "../evidence/origins.ts";
import type { KeptAttribution, KeptFigure } from "../evidence/ports.ts";
import type { Claim, ClaimItem, ItemKey } from "../model/claim.ts";
import { isTocsinError } from "../model/error.ts";
import { UNGRADED } from "../model/grade.ts";
import { freshId, type ClaimId } from "../model/id.ts";
import type { Publisher } from "../model/publisher.ts";
import type { Report } from "../model/report.ts";
import { instantOf, msOf } from "../model/time.ts";
import { Mutex } from "./mutex.ts";

const DAYS = 30;
const REPORTS_MAX = 500;

/** Lets the machine look across reports again. */
export interface ClaimRefresher {
  refresh(): Promise<void>;
}

/** An item with everything that is known about it. */
export interface LoadedItem {
  readonly report: Report;
  readonly publisher: Publisher;
  readonly attribution: KeptAttribution | null;
  readonly figure: KeptFigure | null;
}

export function createClaimRefresher(context: Context): ClaimRefresher {
  const { store, clock, random, logger } = context;
  const mutex = new Mutex();

  async function candidates(): Promise<readonly ClaimCandidate[]> {
    const since = instantOf(msOf(clock()) - DAYS * 86_400_000);
    const { reports } = await store.reports.list({ since, limit: REPORTS_MAX, offset: 0 });
    const publishers = new Map((await store.publishers.list()).map((one) => [one.id, one] as const));
    const found: ClaimCandidate[] = [];
    for (const summary of reports) {
      const report = await store.reports.get(summary.id);
      const publisher = publishers.get(summary.publisher);
      if (!report || !publisher) continue;
      const { attributions, figures } = await suggestionsOf(context, report);
      for (const attribution of attributions) found.push(candidateOf({ report, publisher, attribution, figure: null }));
      for (const figure of figures) found.push(candidateOf({ report, publisher, attribution: null, figure }));
    }
    return found.filter((one) => one.text !== "");
  }

  async function once(): Promise<void> {
    const all = await candidates();
    const existing = await store.claims.list({});
    const { claims, additions } = suggestClaims(all, existing);
    const byKey = new Map(all.map((one) => [keyOf(one), one] as const));
    const shingles: ShingleCache = new Map();
    for (const suggestion of claims) {
      const items = withOrigins(suggestion.items, byKey, shingles);
      const id = freshId<ClaimId>("c", random);
      await store.claims.save({
        id,
        title: suggestion.title,
        status: "suggested",
        grade: UNGRADED,
        items,
        apart: [],
        proposed: [],
        mergedInto: null,
        revision: 0,
      });
    }
    for (const { claim, items } of additions) {
      const known = existing.find((one) => one.id === claim);
      // What a person has put together grows only by that person's hand; the machine's own may grow by itself.
      if (known?.status !== "suggested") continue;
      await saveUnlessChanged({ ...known, items: withOrigins([...known.items, ...items], byKey, shingles) });
    }
  }

  async function saveUnlessChanged(claim: Claim): Promise<void> {
    try {
      await store.claims.save(claim);
    } catch (error) {
      if (!isTocsinError(error, "CONFLICT")) throw error;
    }
  }

  return {
    refresh: () =>
      mutex.run(async () => {
        try {
          await once();
        } catch (error) {
          // A suggestion that failed must not undo the import that asked for it.
          logger({ level: "error", event: "claims.failed", message: String(error) });
        }
      }),
  };
}

type Unlabelled = ItemKey & Partial<ClaimItem>;

function keyOf(one: Pick<ClaimItem, "report" | "attribution" | "figure">): string {
  return `${one.report} ${one.attribution} ${one.figure}`;
}

function withOrigins(
  items: readonly Unlabelled[],
  byKey: ReadonlyMap<string, ClaimCandidate>,
  shingles: ShingleCache,
): readonly ClaimItem[] {
  const known = items.flatMap((item) => {
    const candidate = byKey.get(keyOf(item));
    return candidate ? [{ item, candidate }] : [];
  });
  const labels = originsOfItems(
    known.map(({ candidate }) => candidate),
    shingles,
  );
  return known.map(({ item, candidate }, i) => ({
    report: item.report,
    attribution: item.attribution,
    figure: item.figure,
    stance: item.stance ?? candidate.stance,
    origin: item.origin ?? labels[i] ?? candidate.publisherName,
    confidence: item.confidence ?? null,
    reasons: item.reasons ?? [],
  }));
}

/** What the machine compares: the person's version of a suggestion where there is one; an empty text when rejected. */
export function candidateOf({ report, publisher, attribution, figure }: LoadedItem): ClaimCandidate {
  const said = attribution?.fix ?? attribution;
  const counted = figure?.fix ?? figure;
  const rejected = (attribution ?? figure)?.decision?.verdict === "rejected";
  const text = said?.content.text ?? (counted ? sentenceAround(report.text, counted.span) : "");
  return {
    report: report.id,
    attribution: attribution?.id ?? null,
    figure: figure?.id ?? null,
    text: rejected ? "" : text,
    sourceName: said?.source ? (said.source.resolved ?? said.source.text) : null,
    carriers: said?.carriers ?? [],
    stance: said?.signals.includes("denied") === true ? "denies" : "says",
    sourceText: said?.source?.text ?? null,
    figureValue: counted ?? null,
    publisher: publisher.id,
    publisherName: publisher.name,
    ownerGroup: publisher.ownerGroup,
    publishedAt: report.publishedAt ?? report.retrievedAt,
    reportText: report.text,
  };
}

/** The sentence or line that a span stands in; good enough to compare and to quote. */
export function sentenceAround(text: string, [start, end]: readonly [number, number]): string {
  const before = text.slice(Math.max(0, start - 400), start);
  const after = text.slice(end, end + 400);
  const from = Math.max(before.lastIndexOf("\n"), before.search(/[.!?]["”’]?\s+(?!.*[.!?]["”’]?\s)/s));
  const head = from < 0 ? before : before.slice(from).replace(/^[.!?"”’\s]+/, "");
  const stop = /[.!?]["”’]?(?=\s|$)|\n/.exec(after);
  const tail = stop === null ? after : after.slice(0, stop.index + stop[0].length);
  return `${head}${text.slice(start, end)}${tail}`.trim();
}
