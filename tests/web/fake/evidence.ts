import { demand } from "../../../src/desk/permission.ts";
import { evidenceOf } from "../../../src/evidence/evidence-of.ts";
import type {
  ClaimTitle,
  Decision,
  KeptAttribution,
  KeptFigure,
  LabelledDecision,
} from "../../../src/evidence/ports.ts";
import type { Claim, ClaimItem, ItemKey } from "../../../src/model/claim.ts";
import { TocsinError } from "../../../src/model/error.ts";
import { UNGRADED } from "../../../src/model/grade.ts";
import type { AttributionId, ClaimId, FigureId } from "../../../src/model/id.ts";
import type { Actor, ClaimItemView, ClaimView, EvidenceService } from "../../../src/web/ports.ts";
import { graphOf, nextAfter, pledgesOf, sameItem, unchanged } from "./claim-parts.ts";
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
      asOf: null,
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
  const valueOf = ({ figure }: ItemKey): KeptFigure | undefined =>
    figure === null ? undefined : state.figures.get(figure);
  const rivals = (claim: Claim): readonly (readonly number[])[] => {
    const later = new Set(state.ways.updates.map(({ to }) => to));
    const group = claim.items.flatMap((item, i) => {
      const value = valueOf(item);
      return value === undefined || value.kind === "money" || later.has(value.id) ? [] : [i];
    });
    return new Set(group.map((i) => valueOf(claim.items[i] as ClaimItem)?.value)).size > 1 ? [group] : [];
  };
  const publisherNames = (claim: Claim): readonly string[] => [
    ...new Set(claim.items.map((item) => itemView(item).reportSummary.publisherName)),
  ];
  const open = (claim: Claim): boolean => claim.status === "suggested" || claim.status === "kept";
  const titleOf = ({ id, title, status, items }: Claim): ClaimTitle => ({
    id,
    title,
    status,
    reports: new Set(items.map(({ report }) => report)).size,
  });
  const wordsOf = (title: string): readonly string[] => title.toLowerCase().match(/[a-z]{5,}/g) ?? [];
  const note = (kind: LabelledDecision["kind"], about: string, verdict: LabelledDecision["verdict"]): void => {
    state.decided.push({ at: state.now, kind, about, verdict, example: {} });
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
    async addAttribution(actor, report, reportVersion, made) {
      const id = fresh(state, "a") as AttributionId;
      act(state, actor, "suggestion.decide", "suggestion.added", id);
      const own = { id, report, reportVersion, index: 1_000_000, fix: null, byHand: true } as const;
      state.attributions.set(id, { ...made, ...own, decision: decision(actor, "accepted") });
      return id;
    },
    async addFigure(actor, report, reportVersion, made) {
      const id = fresh(state, "q") as FigureId;
      act(state, actor, "suggestion.decide", "suggestion.added", id);
      const own = { id, report, reportVersion, fix: null, byHand: true } as const;
      state.figures.set(id, { ...made, ...own, decision: decision(actor, "accepted") });
      return id;
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
          publishers: publisherNames(claim),
          newest:
            claim.items
              .map((item) => itemView(item).reportSummary.publishedAt)
              .toSorted((a, b) => (a ?? "").localeCompare(b ?? ""))
              .at(-1) ?? null,
          circular: graphOf(state, claim, itemView).circular.length > 0,
        }));
    },
    async claimTitles(actor) {
      demand(actor.role, "desk.read");
      return [...state.claims.values()].map(titleOf);
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
        updates: state.ways.updates.flatMap(({ from, to, how }) => {
          const [a, b] = [from, to].map((id) => claim.items.findIndex(({ figure }) => figure === id));
          return a === undefined || b === undefined || a < 0 || b < 0 ? [] : [{ from: a, to: b, how }];
        }),
        graph: graphOf(state, claim, itemView),
        pledges: pledgesOf(claim, valueOf),
        proposed: claim.proposed.map(itemView),
        alike: [...state.claims.values()]
          .filter((other) => other.id !== id && open(other))
          .filter(({ title }) => wordsOf(title).some((word) => wordsOf(claim.title).includes(word)))
          .map(titleOf),
        next: nextAfter([...state.claims.values()], id),
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
        outline: null,
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
    async decideProposed(actor, id, item, verdict) {
      act(state, actor, "claim.edit", "claim.extended", id);
      const claim = one(id);
      const found = claim.proposed.find((other) => sameItem(other, item));
      if (!found) throw new TocsinError("NOT_FOUND", "There is no such proposal.");
      const proposed = claim.proposed.filter((other) => other !== found);
      note("claim-item", id, verdict);
      if (verdict === "accepted") save({ ...claim, proposed, items: [...claim.items, found] });
      else save({ ...claim, proposed, apart: [...claim.apart, item] });
    },
    async splitClaim(actor, id, { revision, title, items }) {
      act(state, actor, "claim.edit", "claim.split", id);
      const claim = one(id);
      const moved = claim.items.filter((item) => items.some((other) => sameItem(other, item)));
      if (moved.length === 0 || moved.length === claim.items.length) {
        throw new TocsinError("INPUT_INVALID", "A split leaves at least one item here and takes at least one away.");
      }
      unchanged(claim, revision);
      const made = fresh(state, "c") as ClaimId;
      state.claims.set(made, { ...claim, id: made, title, status: "kept", items: moved, proposed: [], revision: 1 });
      save({ ...claim, items: claim.items.filter((item) => !moved.includes(item)), apart: [...claim.apart, ...moved] });
      note("claim", id, "split");
      return made;
    },
    async mergeClaims(actor, { into, from, revision }) {
      act(state, actor, "claim.edit", "claim.merged", into);
      const [target, source] = [one(into), one(from)];
      unchanged(target, revision);
      const added = source.items.filter((item) => !target.items.some((other) => sameItem(other, item)));
      save({ ...target, status: "kept", items: [...target.items, ...added] });
      save({ ...source, status: "merged", items: [], proposed: [], mergedInto: into });
      note("claim", into, "merged");
    },
    async decisions(_actor, after, limit) {
      return state.decided.slice(after, after + limit);
    },
    async saveClaim(actor, claim) {
      act(state, actor, "claim.edit", `claim.${claim.status}`, claim.id);
      unchanged(one(claim.id), claim.revision);
      note(
        "claim",
        claim.id,
        claim.status === "kept" ? "accepted" : claim.status === "rejected" ? "rejected" : "undone",
      );
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
