import type { Letter, Outgoing } from "../letter.ts";
import { eventType, letterJson } from "../letter-json.ts";
import type { Instant } from "../../model/time.ts";

/** One message of Standard Webhooks: its id is the same however often it is tried, so a receiver knows it again. */
export interface WebhookMessage {
  readonly id: string;
  readonly body: string;
}

/** `letterText`: what `letterText` gives, made once for everybody of a variant. */
export function messageOf(outgoing: Outgoing, letter: string): WebhookMessage {
  const { letter: said, dispatchNumber, subscriber, threads, links } = outgoing;
  const idOf = (dispatch: number): string => `msg_${dispatch}_${subscriber}`;
  // What this receiver was told before and this puts right, by the ids of those messages.
  const own = JSON.stringify({ corrects: threads.map(({ number }) => idOf(number)), ...links }).slice(1);
  const data = `${letter.slice(0, -1)},${own}`;
  return { id: idOf(dispatchNumber), body: bodyOf(eventType(said), said.at, data) };
}

export function letterText(letter: Letter): string {
  return JSON.stringify(letterJson(letter));
}

/** The question whether a receiver wants what somebody subscribed it to. */
export function challengeOf(challenge: string, at: Instant): WebhookMessage {
  return { id: `msg_challenge_${challenge}`, body: bodyOf("webhook.challenge", at, JSON.stringify({ challenge })) };
}

const bodyOf = (type: string, at: Instant, data: string): string =>
  `{"type":${JSON.stringify(type)},"timestamp":${JSON.stringify(at)},"data":${data}}`;
