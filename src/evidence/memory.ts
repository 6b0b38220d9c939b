import type { Claim } from "../model/claim.ts";
import { TocsinError } from "../model/error.ts";
import type { AttributionId, ClaimId, FigureId, ReportId } from "../model/id.ts";
import type {
  ClaimStore,
  DecisionStore,
  KeptAttribution,
  KeptFigure,
  KeptReading,
  LabelledDecision,
  SuggestionStore,
} from "./ports.ts";

/** Suggestions in memory, for tests and for commands that keep nothing. */
export function memorySuggestionStore(): SuggestionStore {
  const attributions = new Map<AttributionId, KeptAttribution>();
  const figures = new Map<FigureId, KeptFigure>();
  const readings = new Map<string, Pick<KeptReading, "languageSupported">>();
  const keyOf = (report: ReportId, version: number): string => `${report} ${version}`;

  return {
    async insert(given) {
      for (const reading of given) {
        const key = keyOf(reading.report, reading.reportVersion);
        if (readings.has(key)) continue;
        readings.set(key, { languageSupported: reading.languageSupported });
        for (const a of reading.attributions) attributions.set(a.id, structuredClone(a));
        for (const f of reading.figures) figures.set(f.id, structuredClone(f));
      }
    },
    async reading(report, version) {
      return readings.get(keyOf(report, version)) ?? null;
    },
    async addAttribution(made) {
      attributions.set(made.id, structuredClone(made));
    },
    async addFigure(made) {
      figures.set(made.id, structuredClone(made));
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

/** Decisions in memory. */
export function memoryDecisionStore(): DecisionStore {
  const decisions: LabelledDecision[] = [];
  return {
    async add(added) {
      decisions.push(...structuredClone(added));
    },
    async list(after, limit) {
      return decisions.slice(after, after + limit);
    },
    async count() {
      return decisions.length;
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
    async titles() {
      return [...claims.values()].map(({ id, title, status, items }) => ({
        id,
        title,
        status,
        reports: new Set(items.map((item) => item.report)).size,
      }));
    },
    async get(id) {
      return claims.get(id) ?? null;
    },
    async save(claim) {
      const [saved] = await this.saveTogether([claim]);
      return saved as Claim;
    },
    async saveTogether(given) {
      const changed = given.find((claim) => (claims.get(claim.id)?.revision ?? 0) !== claim.revision);
      if (changed === undefined) return this.saveAll(given);
      throw new TocsinError("CONFLICT", "Somebody else changed this claim in the meantime.", {
        fix: "Load it again and repeat the change.",
        detail: { claim: changed.id, sent: changed.revision },
      });
    },
    async saveAll(given) {
      const fresh = given.filter((claim) => (claims.get(claim.id)?.revision ?? 0) === claim.revision);
      const saved = fresh.map((claim) => ({ ...structuredClone(claim), revision: claim.revision + 1 }));
      for (const claim of saved) claims.set(claim.id, claim);
      return saved;
    },
  };
}

function found<T>(value: T | undefined, id: string): T {
  if (value === undefined) throw new TocsinError("NOT_FOUND", "There is no such suggestion.", { detail: { id } });
  return value;
}
