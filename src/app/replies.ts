import { act, type Context } from "./context.ts";
import { officeMissing } from "./office-missing.ts";
import { demand } from "../desk/permission.ts";
import { askForReply, recordReply } from "../desk/reply.ts";
import type { EditionService } from "../web/ports.ts";

/** Whom the office asked, and what came of it: public at once. */
export function createReplies(context: Context): Pick<EditionService, "replyRequests" | "askForReply" | "recordReply"> {
  const { press } = context;
  return {
    async replyRequests(actor) {
      demand(actor.role, "desk.read");
      return [...press.history().replyRequests.values()].toReversed();
    },

    async askForReply(actor, input) {
      demand(actor.role, "reply.edit");
      const { history } = await press.publish((before) => {
        if (before.office === null) throw officeMissing();
        return askForReply(input, before);
      }, actor.role);
      const id = [...history.replyRequests.keys()].at(-1);
      if (id === undefined) throw new Error("a reply request that is not there");
      await act(context, actor, "reply.edit", { action: "reply.asked", about: id });
      return id;
    },

    async recordReply(actor, id, input) {
      demand(actor.role, "reply.edit");
      await press.publish((history, at) => recordReply({ id, ...input, at }, history), actor.role);
      await act(context, actor, "reply.edit", { action: `reply.${input.outcome}`, about: id });
    },
  };
}
