import { act, type Context } from "./context.ts";
import type { Decision } from "../evidence/ports.ts";
import { TocsinError } from "../model/error.ts";
import type { AttributionId, FigureId } from "../model/id.ts";
import type { Actor, EvidenceService } from "../web/ports.ts";

type Suggestions = Pick<
  EvidenceService,
  "decideAttribution" | "fixAttribution" | "decideFigure" | "fixFigure" | "undoAttribution" | "undoFigure"
>;

/** What people say of the machine's suggestions. A suggestion itself is never overwritten. */
export function createSuggestions(context: Context): Suggestions {
  const { store, clock } = context;

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

  async function attribution(id: AttributionId): Promise<void> {
    if ((await store.suggestions.attribution(id)) === null) throw missing("suggestion");
  }

  async function figure(id: FigureId): Promise<void> {
    if ((await store.suggestions.figure(id)) === null) throw missing("suggestion");
  }

  return {
    async decideAttribution(actor, id, verdict) {
      await attribution(id);
      await decide(actor, verdict, id);
      await store.suggestions.decideAttribution(id, decision(actor, verdict), null);
    },

    async fixAttribution(actor, id, fix) {
      await attribution(id);
      await decide(actor, "fixed", id);
      await store.suggestions.decideAttribution(id, decision(actor, "fixed"), fix);
    },

    async decideFigure(actor, id, verdict) {
      await figure(id);
      await decide(actor, verdict, id);
      await store.suggestions.decideFigure(id, decision(actor, verdict), null);
    },

    async fixFigure(actor, id, fix) {
      await figure(id);
      if (!Number.isFinite(fix.value) || (fix.max !== null && !(fix.max >= fix.value))) {
        throw new TocsinError("INPUT_INVALID", "The figure's upper end is below its lower end, or no number.", {
          fix: "Give numbers; leave the upper end empty where there is none.",
        });
      }
      await decide(actor, "fixed", id);
      await store.suggestions.decideFigure(id, decision(actor, "fixed"), fix);
    },

    async undoAttribution(actor, id) {
      await attribution(id);
      await decide(actor, "undone", id);
      await store.suggestions.decideAttribution(id, null, null);
    },

    async undoFigure(actor, id) {
      await figure(id);
      await decide(actor, "undone", id);
      await store.suggestions.decideFigure(id, null, null);
    },
  };
}

/** Something that was asked for and is not there. */
export function missing(what: string): TocsinError {
  return new TocsinError("NOT_FOUND", `There is no such ${what}.`, {
    fix: "It may have been changed meanwhile; reload the page.",
  });
}
