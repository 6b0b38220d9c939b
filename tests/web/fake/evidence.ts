import { demand } from "../../../src/desk/permission.ts";
import { evidenceOf } from "../../../src/evidence/evidence-of.ts";
import type { Decision, KeptAttribution, KeptFigure } from "../../../src/evidence/ports.ts";
import type { Claim, ClaimItem } from "../../../src/model/claim.ts";
import { TocsinError } from "../../../src/model/error.ts";
import { UNGRADED } from "../../../src/model/grade.ts";
import type { ClaimId } from "../../../src/model/id.ts";
import type { Actor, ClaimItemView, ClaimView, EvidenceService } from "../../../src/web/ports.ts";
import { act, fresh, reportsOf, type FakeState } from "./state.ts";

/** Sentinel: a claim titled `crash` breaks. */
export function fakeEvidence(state: FakeState): EvidenceService {
  const decision = (actor: Actor, verdict: Decision["verdict"]): Decision => ({
    verdict,
    by: actor.user,
    at: state.now,
  });
  const one = (id: ClaimId): Claim => {
    const found = state.claims.get(id);
    if (!found) throw new TocsinError("NOT_FOUND", "There is no such claim.");
    return found;
  };
  const kept = <T extends KeptAttribution | KeptFigure>(map: Map<string, T>, id: string): T => {
    const found = map.get(id);
    if (!found) throw new TocsinError("NOT_FOUND", "There is no such suggestion.");
    return found;
  };
  const itemView = (item: ClaimItem): ClaimItemView => {
    const report = reportsOf(state).find(({ id }) => id === item.report);
    const publisher = report ? state.publishers.get(report.publisher) : undefined;
    if (!report || !publisher) throw new TocsinError("NOT_FOUND", "There is no such report.");
    const attribution = item.attribution === null ? null : kept(state.attributions, item.attribution);
    const figure = item.figure === null ? null : kept(state.figures, item.figure);
    return {
      ...item,
      reportSummary: { ...report, publisherName: publisher.name, reliability: publisher.reliability },
      attributionValue: attribution,
      figureValue: figure,
      evidence: evidenceOf({
        report,
        publisher,
        attribution,
        figure,
        origin: item.origin,
        stance: item.stance,
        sentence: "",
      }),
    };
  };
  const originsIn = (claim: Claim): readonly string[] => [
    ...new Set(claim.items.filter(({ stance }) => stance === "says").map(({ origin }) => origin)),
  ];
  const rivals = (claim: Claim): readonly (readonly number[])[] => {
    const group = claim.items.flatMap(({ figure }, i) => (figure === null ? [] : [i]));
    return group.length > 1 ? [group] : [];
  };
  const save = (claim: Claim): Claim => {
    const next = { ...claim, revision: claim.revision + 1 };
    state.claims.set(next.id, next);
    return next;
  };
  return {
    async decideAttribution(actor, id, verdict) {
      act(state, actor, "suggestion.decide", `suggestion.${verdict}`, id);
      state.attributions.set(id, { ...kept(state.attributions, id), decision: decision(actor, verdict), fix: null });
    },
    async fixAttribution(actor, id, fix) {
      act(state, actor, "suggestion.decide", "suggestion.fixed", id);
      state.attributions.set(id, { ...kept(state.attributions, id), decision: decision(actor, "fixed"), fix });
    },
    async decideFigure(actor, id, verdict) {
      act(state, actor, "suggestion.decide", `suggestion.${verdict}`, id);
      state.figures.set(id, { ...kept(state.figures, id), decision: decision(actor, verdict), fix: null });
    },
    async fixFigure(actor, id, fix) {
      act(state, actor, "suggestion.decide", "suggestion.fixed", id);
      state.figures.set(id, { ...kept(state.figures, id), decision: decision(actor, "fixed"), fix });
    },
    async undoAttribution(actor, id) {
      act(state, actor, "suggestion.decide", "suggestion.undone", id);
      state.attributions.set(id, { ...kept(state.attributions, id), decision: null, fix: null });
    },
    async undoFigure(actor, id) {
      act(state, actor, "suggestion.decide", "suggestion.undone", id);
      state.figures.set(id, { ...kept(state.figures, id), decision: null, fix: null });
    },
    async claims(actor, { status }) {
      demand(actor.role, "desk.read");
      return [...state.claims.values()]
        .filter((claim) => status === undefined || claim.status === status)
        .map((claim) => ({
          ...claim,
          reports: new Set(claim.items.map(({ report }) => report)).size,
          origins: originsIn(claim).length,
          rivals: rivals(claim).length > 0,
        }));
    },
    async claim(actor, id): Promise<ClaimView> {
      demand(actor.role, "desk.read");
      const claim = one(id);
      return {
        claim,
        items: claim.items.map(itemView),
        origins: originsIn(claim).map((label) => ({
          label,
          items: claim.items.flatMap((item, i) => (item.origin === label && item.stance === "says" ? [i] : [])),
        })),
        rivals: rivals(claim),
        statements: [],
      };
    },
    async createClaim(actor, { title, items }) {
      if (title === "crash") throw new Error("unforeseen");
      const id = fresh(state, "c") as ClaimId;
      act(state, actor, "claim.edit", "claim.created", id);
      const full = items.map((item): ClaimItem => ({
        ...item,
        stance: "says",
        origin: "Somebody",
        confidence: null,
        reasons: [],
      }));
      state.claims.set(id, {
        id,
        title,
        status: "kept",
        grade: UNGRADED,
        items: full,
        apart: [],
        proposed: [],
        mergedInto: null,
        revision: 1,
      });
      return id;
    },
    async addToClaim(actor, id, item) {
      act(state, actor, "claim.edit", "claim.extended", id);
      const claim = one(id);
      save({
        ...claim,
        items: [...claim.items, { ...item, stance: "says", origin: "Somebody", confidence: null, reasons: [] }],
      });
    },
    async saveClaim(actor, claim) {
      act(state, actor, "claim.edit", `claim.${claim.status}`, claim.id);
      if (one(claim.id).revision !== claim.revision)
        throw new TocsinError("CONFLICT", "The claim was changed meanwhile.");
      return save(claim);
    },
    async gradeClaim(actor, id, grade) {
      act(state, actor, "claim.grade", "claim.graded", id);
      const claim = one(id);
      if (grade.credibility === 1 && originsIn(claim).length < 2) {
        throw new TocsinError(
          "GRADE_NEEDS_ORIGINS",
          "“Confirmed” needs two independent origins; this claim has fewer.",
        );
      }
      save({ ...claim, grade, status: "kept" });
    },
  };
}
