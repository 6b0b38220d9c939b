import { isDeepStrictEqual } from "node:util";
import type { EntryDraft } from "./entry-draft.ts";
import { trimmed } from "./edition.ts";
import { missingLanguages } from "./problem.ts";
import { TocsinError } from "../model/error.ts";
import type { History } from "../model/history.ts";
import type { ReplyRequestId } from "../model/id.ts";
import type { LocalText } from "../model/language.ts";
import { REPLY_OUTCOMES, type ReplyOutcome } from "../model/reply.ts";
import type { Instant } from "../model/time.ts";

/**
 * The entry that tells the public whom the office asked, what and when. Throws INPUT_INVALID, and CONFLICT where the
 * record says just this already (a form sent twice).
 */
export function askForReply(
  command: { readonly to: string; readonly question: LocalText; readonly askedAt: Instant },
  history: History,
): readonly EntryDraft[] {
  const to = command.to.trim();
  const missing = missingLanguages(command.question, history.office?.languages.slice(0, 1) ?? []);
  if (to === "" || to.length > 200 || missing.length > 0) {
    throw new TocsinError("INPUT_INVALID", "A reply request needs to say whom the office asked, and what.", {
      fix: "Fill in both fields; name the office that was asked, at most 200 characters.",
    });
  }
  const question = trimmed(command.question);
  for (const [id, versions] of history.replyRequests) {
    const known = versions[0]?.value;
    if (known?.to === to && known.askedAt === command.askedAt && isDeepStrictEqual(known.question, question)) {
      throw new TocsinError("CONFLICT", `This request is published already, as ${id}.`, {
        fix: "Look at the list of requests.",
      });
    }
  }
  return [
    {
      kind: "reply-request",
      payload: {
        id: `y${history.replyRequests.size + 1}` as ReplyRequestId,
        version: 1,
        to,
        question,
        askedAt: command.askedAt,
        outcome: "waiting",
        answer: {},
        answeredAt: null,
      },
    },
  ];
}

/** The entry that says what came of it. A later answer may follow on “no answer”. Throws NOT_FOUND, INPUT_INVALID, CONFLICT. */
export function recordReply(
  command: {
    readonly id: ReplyRequestId;
    readonly outcome: Exclude<ReplyOutcome, "waiting">;
    readonly answer: LocalText;
    readonly at: Instant;
  },
  history: History,
): readonly EntryDraft[] {
  const last = history.replyRequests.get(command.id)?.at(-1)?.value;
  if (!last) {
    throw new TocsinError("NOT_FOUND", `There is no reply request ${command.id}.`, {
      fix: "Choose one from the list.",
    });
  }
  const answered = command.outcome === "answered";
  if (!REPLY_OUTCOMES.some((outcome) => outcome === command.outcome)) {
    throw new TocsinError("INPUT_INVALID", "This is not an outcome that a reply request can have.");
  }
  if (answered && Object.keys(trimmed(command.answer)).length === 0) {
    throw new TocsinError("INPUT_INVALID", "An answered request needs the answer's words.", {
      fix: "Write what they answered, in at least one language.",
    });
  }
  const answer = answered ? trimmed(command.answer) : {};
  if (last.outcome === command.outcome && isDeepStrictEqual(last.answer, answer)) {
    throw new TocsinError("CONFLICT", "This outcome is published already.", { fix: "Look at the list of requests." });
  }
  return [
    {
      kind: "reply-request",
      payload: {
        ...last,
        version: last.version + 1,
        outcome: command.outcome,
        answer,
        answeredAt: answered || command.outcome === "declined" ? command.at : null,
      },
    },
  ];
}
