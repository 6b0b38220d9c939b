import type { DraftStatement, EditionDraftContent } from "../../desk/draft.ts";
import type { History } from "../../model/history.ts";
import type { Random, StatementId } from "../../model/id.ts";
import { SECTIONS } from "../../model/statement.ts";
import { freshStatement } from "./attach.ts";
import { carriedStatement } from "./draft-form.ts";

/** A draft after one of its buttons, and the place on the page where the work goes on. */
export interface Edited {
  readonly content: EditionDraftContent;
  readonly place: string;
}

/**
 * The buttons of the editor, by their value: `up:KEY`, `down:KEY`, `remove:KEY`, `add:SECTION`, `carry:ID`,
 * `drop:KEY:N` (evidence), `glance-add`, `glance-remove:N`. Anything else changes nothing.
 */
export function editDraft(
  content: EditionDraftContent,
  action: string,
  given: { readonly random: Random; readonly history: History },
): Edited {
  const [verb = "", key = "", number = ""] = action.split(":");
  const { statements, glance } = content;
  const same: Edited = { content, place: key };
  switch (verb) {
    case "up":
    case "down":
      return { content: { ...content, statements: moved(statements, key, verb) }, place: key };
    case "remove": {
      const at = statements.findIndex((one) => one.key === key);
      const rest = statements.filter((one) => one.key !== key);
      return { content: { ...content, statements: rest }, place: rest[at]?.key ?? rest[at - 1]?.key ?? "statements" };
    }
    case "add": {
      const section = SECTIONS.find((one) => one === key);
      if (section === undefined) return same;
      const fresh = freshStatement(section, given.random);
      return { content: { ...content, statements: [...statements, fresh] }, place: fresh.key };
    }
    case "carry": {
      const carried = carriedStatement(given.history, key as StatementId, key);
      if (carried === null || statements.some((one) => one.carried === key)) return same;
      return { content: { ...content, statements: [...statements, carried] }, place: key };
    }
    case "drop": {
      const rest = statements.map((one) =>
        one.key === key ? { ...one, evidence: one.evidence.filter((_, i) => i !== Number(number)) } : one,
      );
      return { content: { ...content, statements: rest }, place: key };
    }
    case "glance-add":
      return { content: { ...content, glance: [...glance, {}] }, place: "glance" };
    case "glance-remove":
      return { content: { ...content, glance: glance.filter((_, i) => i !== Number(key)) }, place: "glance" };
    default:
      return same;
  }
}

/** Statements are read by section and kind; within these, by their order. So that is where one moves. */
export function neighbour(
  statements: readonly DraftStatement[],
  key: string,
  way: "up" | "down",
): DraftStatement | null {
  const one = statements.find((statement) => statement.key === key);
  if (!one) return null;
  const peers = statements.filter(({ section, kind }) => section === one.section && kind === one.kind);
  const at = peers.indexOf(one);
  return peers[way === "up" ? at - 1 : at + 1] ?? null;
}

function moved(statements: readonly DraftStatement[], key: string, way: "up" | "down"): readonly DraftStatement[] {
  const other = neighbour(statements, key, way);
  const one = statements.find((statement) => statement.key === key);
  if (!one || !other) return statements;
  return statements.map((statement) => (statement === one ? other : statement === other ? one : statement));
}
