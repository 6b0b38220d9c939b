import { act, type Context } from "./context.ts";
import { exampleOfAttribution, exampleOfFigure } from "../evidence/example.ts";
import type { Decision, KeptAttribution, KeptFigure, LabelledDecision } from "../evidence/ports.ts";
import type { Attribution } from "../model/attribution.ts";
import { TocsinError } from "../model/error.ts";
import type { Figure } from "../model/figure.ts";
import type { AttributionId, FigureId } from "../model/id.ts";
import type { Actor, EvidenceService } from "../web/ports.ts";

type Suggestions = Pick<
  EvidenceService,
  "decideAttribution" | "fixAttribution" | "decideFigure" | "fixFigure" | "undoAttribution" | "undoFigure"
>;

/** What people say of the machine's suggestions. A suggestion itself is never overwritten. */
export function createSuggestions(context: Context): Suggestions {
  const { store, clock, backlog } = context;

  function decision(actor: Actor, verdict: Decision["verdict"]): Decision {
    return { verdict, by: actor.user, at: clock() };
  }

  async function decide(
    actor: Actor,
    verdict: Decision["verdict"] | "undone",
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

  /** Keeps the decision as an example; what was rejected is no part of the machine's claims from now on. */
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
    if (verdict !== "rejected") return;
    const item = { report: found.report, attribution: null, figure: null };
    backlog.drop([isFigure ? { ...item, figure: found.id } : { ...item, attribution: found.id }]);
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

    async decideFigure(actor, id, verdict) {
      const found = await figure(id);
      await decide(actor, verdict, id);
      await store.suggestions.decideFigure(id, decision(actor, verdict), null);
      await learn(found, verdict, null);
    },

    async fixFigure(actor, id, fix) {
      const found = await figure(id);
      if (!Number.isFinite(fix.value) || (fix.max !== null && !(fix.max >= fix.value))) {
        throw new TocsinError("INPUT_INVALID", "The figure's upper end is below its lower end, or no number.", {
          fix: "Give numbers; leave the upper end empty where there is none.",
        });
      }
      await decide(actor, "fixed", id);
      await store.suggestions.decideFigure(id, decision(actor, "fixed"), fix);
      await learn(found, "fixed", fix);
    },

    async undoAttribution(actor, id) {
      const found = await attribution(id);
      await decide(actor, "undone", id);
      await store.suggestions.decideAttribution(id, null, null);
      await learn(found, "undone", null);
    },

    async undoFigure(actor, id) {
      const found = await figure(id);
      await decide(actor, "undone", id);
      await store.suggestions.decideFigure(id, null, null);
      await learn(found, "undone", null);
    },
  };
}

function attributionIn(kept: KeptAttribution): Attribution {
  const {
    id: _id,
    report: _report,
    reportVersion: _version,
    index: _index,
    decision: _decision,
    fix: _fix,
    ...rest
  } = kept;
  return rest;
}

function figureIn(kept: KeptFigure): Figure {
  const { id: _id, report: _report, reportVersion: _version, decision: _decision, fix: _fix, ...rest } = kept;
  return rest;
}

/** Something that was asked for and is not there. */
export function missing(what: string): TocsinError {
  return new TocsinError("NOT_FOUND", `There is no such ${what}.`, {
    fix: "It may have been changed meanwhile; reload the page.",
  });
}
