import type { OriginGraph, OriginLink } from "../../../src/evidence/origin-graph.ts";
import type { KeptFigure } from "../../../src/evidence/ports.ts";
import type { Claim, ClaimItem, ItemKey } from "../../../src/model/claim.ts";
import { TocsinError } from "../../../src/model/error.ts";
import type { ClaimId } from "../../../src/model/id.ts";
import type { ClaimItemView, ClaimView } from "../../../src/web/ports.ts";
import type { FakeState } from "./state.ts";

export function sameItem(a: ItemKey, b: ItemKey): boolean {
  return a.report === b.report && a.attribution === b.attribution && a.figure === b.figure;
}

export function unchanged(claim: Claim, revision: number): void {
  if (claim.revision !== revision) throw new TocsinError("CONFLICT", "The claim was changed meanwhile.");
}

/** The suggested claim behind this one, else the first. */
export function nextAfter(all: readonly Claim[], id: ClaimId): ClaimId | null {
  const at = all.findIndex((claim) => claim.id === id);
  const onward = [...all.slice(at + 1), ...all.slice(0, Math.max(0, at))];
  return onward.find(({ status }) => status === "suggested")?.id ?? null;
}

/** The picture as the state's `ways` have it; without any, what the items' carriers say. */
export function graphOf(state: FakeState, claim: Claim, view: (item: ClaimItem) => ClaimItemView): OriginGraph {
  const items = claim.items.map(view);
  const labels = claim.items.map(({ origin }) => origin);
  const origins = [...new Set(labels)].map((label) => {
    const own = labels.flatMap((one, i) => (one === label ? [i] : []));
    const times = own.flatMap((i) => items[i]?.reportSummary.publishedAt ?? []).toSorted();
    return { label, kind: state.ways.kinds.get(label) ?? "office", items: own, firstAt: times[0] ?? null } as const;
  });
  const links = items.flatMap((item, i): OriginLink[] => {
    const way = state.ways.through.get(item.report);
    const to = { kind: "publication", name: item.reportSummary.publisherName, item: i } as const;
    const origin = { kind: "origin", origin: origins.findIndex(({ label }) => label === item.origin) } as const;
    const reason = way?.reason ?? { code: "own-report" as const, detail: {} };
    const before = way?.from ? items.findIndex(({ report }) => report === way.from) : -1;
    const carrier = items[before];
    if (way?.from && carrier !== undefined) {
      const from = { kind: "publication", name: carrier.reportSummary.publisherName, item: before } as const;
      return [{ from, to, how: way.how, reason }];
    }
    const [named] = item.evidence.carriers;
    if (named === undefined) return [{ from: origin, to, how: way?.how ?? "said", reason }];
    const through = { kind: "publication", name: named, item: null } as const;
    return [
      { from: origin, to: through, how: "said", reason },
      { from: through, to, how: "cited", reason },
    ];
  });
  const circular = state.ways.circles.flatMap((circle) => {
    const own = circle.map((report) => items.findIndex((item) => item.report === report));
    if (own.includes(-1)) return [];
    return [{ items: own, publications: own.map((i) => items[i]?.reportSummary.publisherName ?? "") }];
  });
  return { origins, links, labels, circular };
}

export function pledgesOf(claim: Claim, valueOf: (item: ItemKey) => KeptFigure | undefined): ClaimView["pledges"] {
  const items = claim.items.flatMap((item, i) => (valueOf(item)?.kind === "money" ? [i] : []));
  if (items.length < 2) return [];
  return [{ items, giver: "Interior Ministry", sum: "40 million crowns", purpose: "new landings" }];
}
