import { act, type Context } from "./context.ts";
import { rounded } from "./times.ts";
import { correctStatement } from "../desk/correction.ts";
import { demand } from "../desk/permission.ts";
import { TocsinError } from "../model/error.ts";
import type { StatementHistory } from "../model/history.ts";
import type { StatementId } from "../model/id.ts";
import type { EditionService } from "../web/ports.ts";

/** What is done to statements that the public has read: correct, update. Withdrawing needs two (proposals.ts). */
export function createStatements(context: Context): Pick<EditionService, "statements" | "statement" | "correct"> {
  const { store, press, logger } = context;

  function known(id: StatementId): StatementHistory {
    const found = press.history().statements.get(id);
    if (found) return found;
    throw new TocsinError("STATEMENT_UNKNOWN", `There is no published statement ${id}.`, {
      fix: "Choose one from the list.",
    });
  }

  return {
    async statements(actor) {
      demand(actor.role, "desk.read");
      return [...press.history().statements.values()].toReversed();
    },

    async statement(actor, id) {
      demand(actor.role, "desk.read");
      return known(id);
    },

    async correct(actor, input) {
      demand(actor.role, "statement.correct");
      const publishers = await store.publishers.list();
      const published = await press.publish((history) => correctStatement(input, history, publishers), actor.role);
      await act(context, actor, "statement.correct", { action: `statement.${input.kind}`, about: input.statement });
      logger({
        level: "info",
        event: `statement.${input.kind}`,
        statement: input.statement,
        ...rounded(published.times),
      });
    },
  };
}
