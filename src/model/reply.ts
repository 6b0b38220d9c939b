import type { ReplyRequestId } from "./id.ts";
import type { LocalText } from "./language.ts";
import type { Instant } from "./time.ts";

export const REPLY_OUTCOMES = ["waiting", "answered", "declined", "no-answer"] as const;
export type ReplyOutcome = (typeof REPLY_OUTCOMES)[number];

/** Whom the office asked for comment, when, and the answer or its absence. */
export interface ReplyRequest {
  readonly id: ReplyRequestId;
  /** 1 when asked; each change of outcome makes the next. */
  readonly version: number;
  /** An office or a public person in that role: `Ministry of Defence of Veshna`. */
  readonly to: string;
  readonly question: LocalText;
  readonly askedAt: Instant;
  readonly outcome: ReplyOutcome;
  readonly answer: LocalText;
  readonly answeredAt: Instant | null;
}
