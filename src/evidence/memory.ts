import type { Claim } from "../model/claim.ts";
import { TocsinError } from "../model/error.ts";
import type { AttributionId, ClaimId, FigureId, ReportId } from "../model/id.ts";
import type { ClaimStore, KeptAttribution, KeptFigure, SuggestionStore } from "./ports.ts";

/** Suggestions in memory, for tests and for commands that keep nothing. */
export function memorySuggestionStore(): SuggestionStore {
  const attributions = new Map<AttributionId, KeptAttribution>();
  const figures = new Map<FigureId, KeptFigure>();
  const seen = new Set<string>();
  const keyOf = (report: ReportId, version: number): string => `${report} ${version}`;

  return {
    async insert(newAttributions, newFigures) {
      const keys = new Set([...newAttributions, ...newFigures].map((s) => keyOf(s.report, s.reportVersion)));
      const fresh = new Set([...keys].filter((key) => !seen.has(key)));
      for (const a of newAttributions)
        if (fresh.has(keyOf(a.report, a.reportVersion))) attributions.set(a.id, structuredClone(a));
      for (const f of newFigures)
        if (fresh.has(keyOf(f.report, f.reportVersion))) figures.set(f.id, structuredClone(f));
      for (const key of fresh) seen.add(key);
    },
    async attributions(report, version) {
      return [...attributions.values()]
        .filter((a) => a.report === report && a.reportVersion === version)
        .sort((a, b) => a.index - b.index);
    },
    async figures(report, version) {
      return [...figures.values()]
        .filter((f) => f.report === report && f.reportVersion === version)
        .sort((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1] || (a.id < b.id ? -1 : 1));
    },
    async attribution(id) {
      return attributions.get(id) ?? null;
    },
    async figure(id) {
      return figures.get(id) ?? null;
    },
    async decideAttribution(id, decision, fix) {
      attributions.set(id, { ...found(attributions.get(id), id), decision, fix });
    },
    async decideFigure(id, decision, fix) {
      figures.set(id, { ...found(figures.get(id), id), decision, fix });
    },
  };
}

/** Claims in memory. */
export function memoryClaimStore(): ClaimStore {
  const claims = new Map<ClaimId, Claim>();
  return {
    async list(filter) {
      return [...claims.values()].filter(
        (claim) =>
          (filter.status === undefined || claim.status === filter.status) &&
          (filter.report === undefined || claim.items.some((item) => item.report === filter.report)),
      );
    },
    async get(id) {
      return claims.get(id) ?? null;
    },
    async save(claim) {
      const stored = claims.get(claim.id)?.revision ?? 0;
      if (stored !== claim.revision) {
        throw new TocsinError("CONFLICT", "Somebody else changed this claim in the meantime.", {
          fix: "Load it again and repeat the change.",
          detail: { claim: claim.id, stored, sent: claim.revision },
        });
      }
      const saved = { ...structuredClone(claim), revision: claim.revision + 1 };
      claims.set(claim.id, saved);
      return saved;
    },
  };
}

function found<T>(value: T | undefined, id: string): T {
  if (value === undefined) throw new TocsinError("NOT_FOUND", "There is no such suggestion.", { detail: { id } });
  return value;
}
