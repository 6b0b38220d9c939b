import { act, type Context } from "./context.ts";
import { demand } from "../desk/permission.ts";
import { exampleOfAttribution, exampleOfFigure } from "../evidence/example.ts";
import type { Decision, KeptAttribution, KeptFigure, LabelledDecision } from "../evidence/ports.ts";
import type { Attribution } from "../model/attribution.ts";
import { TocsinError } from "../model/error.ts";
import type { Figure } from "../model/figure.ts";
import { freshId, type AttributionId, type FigureId, type ReportId } from "../model/id.ts";
import type { Report } from "../model/report.ts";
import { passageOf, type Passage } from "../model/span.ts";
import type { Actor, EvidenceService } from "../web/ports.ts";

type Suggestions = Pick<
  EvidenceService,
  | "decideAttribution"
  | "fixAttribution"
  | "addAttribution"
  | "undoAttribution"
  | "decideFigure"
  | "fixFigure"
  | "addFigure"
  | "undoFigure"
>;

/** What people add stands behind everything that the machine can find in a report, now or later. */
const BY_HAND_FROM = 1_000_000;

/** What people say of the machine's suggestions. A suggestion itself is never overwritten. */
export function createSuggestions(context: Context): Suggestions {
  const { store, clock, random, backlog } = context;

  function decision(actor: Actor, verdict: Decision["verdict"]): Decision {
    return { verdict, by: actor.user, at: clock() };
  }

  /** What holds when a decision is taken back: what a person marked stands by that alone. */
  function standing(actor: Actor, found: KeptAttribution | KeptFigure): Decision | null {
    return found.byHand === true ? decision(actor, "accepted") : null;
  }

  async function decide(
    actor: Actor,
    verdict: LabelledDecision["verdict"],
    about: AttributionId | FigureId,
  ): Promise<void> {
    await act(context, actor, "suggestion.decide", { action: `suggestion.${verdict}`, about });
  }

  async function attribution(id: AttributionId): Promise<KeptAttribution> {
    const found = await store.suggestions.attribution(id);
    if (found === null) throw missing("suggestion");
    return found;
  }

  async function figure(id: FigureId): Promise<KeptFigure> {
    const found = await store.suggestions.figure(id);
    if (found === null) throw missing("suggestion");
    return found;
  }

  /** Keeps the decision as an example, and lets the index know what holds now. */
  async function learn(
    found: KeptAttribution | KeptFigure,
    verdict: LabelledDecision["verdict"],
    fix: Attribution | Figure | null,
  ): Promise<void> {
    const report = await store.reports.get(found.report, found.reportVersion);
    if (report === null) return;
    const isFigure = "span" in found;
    const example = isFigure
      ? exampleOfFigure(report, figureIn(found), fix as Figure | null)
      : exampleOfAttribution(report, attributionIn(found), fix as Attribution | null);
    const kind = isFigure ? "figure" : "attribution";
    await store.decisions.add([{ at: clock(), kind, about: found.id, verdict, example }]);
    const key = { report: found.report, attribution: null, figure: null };
    const items = [isFigure ? { ...key, figure: found.id } : { ...key, attribution: found.id }];
    if (verdict === "rejected") backlog.drop(items);
    else if (verdict !== "accepted") backlog.renew(report, items);
  }

  /** Throws INPUT_INVALID when it does not fit the text. */
  async function marked(id: ReportId, version: number, passages: readonly (Passage | null)[]): Promise<Report> {
    const report = await store.reports.get(id, version);
    if (report === null) throw missing("report");
    const fits = passages
      .filter((passage) => passage !== null)
      .every(
        ({ text, spans }) =>
          spans.length > 0 &&
          spans.every(([start, end]) => start >= 0 && start < end && end <= report.text.length) &&
          passageOf(report.text, spans).text === text,
      );
    if (!fits) {
      throw new TocsinError("INPUT_INVALID", "The words do not stand at these places of the report.", {
        fix: "Mark them again in the text as it is now.",
      });
    }
    return report;
  }

  return {
    async decideAttribution(actor, id, verdict) {
      const found = await attribution(id);
      await decide(actor, verdict, id);
      await store.suggestions.decideAttribution(id, decision(actor, verdict), null);
      await learn(found, verdict, null);
    },

    async fixAttribution(actor, id, fix) {
      const found = await attribution(id);
      await decide(actor, "fixed", id);
      await store.suggestions.decideAttribution(id, decision(actor, "fixed"), fix);
      await learn(found, "fixed", fix);
    },

    async addAttribution(actor, id, version, made) {
      demand(actor.role, "suggestion.decide");
      const report = await marked(id, version, [made.source, made.cue, made.content]);
      const there = await store.suggestions.attributions(id, version);
      const kept: KeptAttribution = {
        ...made,
        id: freshId<AttributionId>("a", random),
        report: id,
        reportVersion: version,
        index: BY_HAND_FROM + there.length,
        decision: decision(actor, "accepted"),
        fix: null,
        byHand: true,
      };
      await decide(actor, "added", kept.id);
      await store.suggestions.addAttribution(kept);
      const example = exampleOfAttribution(report, null, made);
      await store.decisions.add([{ at: clock(), kind: "attribution", about: kept.id, verdict: "added", example }]);
      backlog.renew(report, []);
      return kept.id;
    },

    async decideFigure(actor, id, verdict) {
      const found = await figure(id);
      await decide(actor, verdict, id);
      await store.suggestions.decideFigure(id, decision(actor, verdict), null);
      await learn(found, verdict, null);
    },

    async fixFigure(actor, id, fix) {
      const found = await figure(id);
      checkRange(fix);
      await decide(actor, "fixed", id);
      await store.suggestions.decideFigure(id, decision(actor, "fixed"), fix);
      await learn(found, "fixed", fix);
    },

    async addFigure(actor, id, version, made) {
      demand(actor.role, "suggestion.decide");
      checkRange(made);
      const report = await marked(id, version, [{ text: made.text, spans: [made.span] }]);
      const kept: KeptFigure = {
        ...made,
        id: freshId<FigureId>("q", random),
        report: id,
        reportVersion: version,
        decision: decision(actor, "accepted"),
        fix: null,
        byHand: true,
      };
      await decide(actor, "added", kept.id);
      await store.suggestions.addFigure(kept);
      const example = exampleOfFigure(report, null, made);
      await store.decisions.add([{ at: clock(), kind: "figure", about: kept.id, verdict: "added", example }]);
      backlog.renew(report, []);
      return kept.id;
    },

    async undoAttribution(actor, id) {
      const found = await attribution(id);
      await decide(actor, "undone", id);
      await store.suggestions.decideAttribution(id, standing(actor, found), null);
      await learn(found, "undone", null);
    },

    async undoFigure(actor, id) {
      const found = await figure(id);
      await decide(actor, "undone", id);
      await store.suggestions.decideFigure(id, standing(actor, found), null);
      await learn(found, "undone", null);
    },
  };
}

function checkRange({ value, max }: Figure): void {
  if (Number.isFinite(value) && (max === null || max >= value)) return;
  throw new TocsinError("INPUT_INVALID", "The figure's upper end is below its lower end, or no number.", {
    fix: "Give numbers; leave the upper end empty where there is none.",
  });
}

function attributionIn(kept: KeptAttribution): Attribution {
  const {
    id: _id,
    report: _report,
    reportVersion: _version,
    index: _index,
    decision: _decision,
    fix: _fix,
    byHand: _byHand,
    ...rest
  } = kept;
  return rest;
}

function figureIn(kept: KeptFigure): Figure {
  const {
    id: _id,
    report: _report,
    reportVersion: _version,
    decision: _decision,
    fix: _fix,
    byHand: _byHand,
    ...rest
  } = kept;
  return rest;
}

/** Something that was asked for and is not there. */
export function missing(what: string): TocsinError {
  return new TocsinError("NOT_FOUND", `There is no such ${what}.`, {
    fix: "It may have been changed meanwhile; reload the page.",
  });
}
