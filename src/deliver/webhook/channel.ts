import { Webhook } from "standardwebhooks";
import { isTocsinError } from "../../model/error.ts";
import type { Resolve } from "../../model/guarded-connect.ts";
import type { AllowList } from "../../model/public-address.ts";
import { msOf, type Clock } from "../../model/time.ts";
import { Breakers } from "../breakers.ts";
import { failure } from "../failure.ts";
import type { Letter, Outgoing } from "../letter.ts";
import { isWordless } from "../letter-json.ts";
import type { ChannelProblem, DeliveryChannel, Result } from "../ports.ts";
import { createWire, type Handed } from "../wire.ts";
import { webhookAddress, webhookTarget, type WebhookTarget } from "./address.ts";
import { challengeOf, letterText, messageOf, type WebhookMessage } from "./payload.ts";
import { resultOf } from "./result.ts";

export interface WebhookOptions {
  /** Receivers besides those at public addresses. */
  readonly allow: AllowList;
  /** How long an answer may take; 10 s when left out. */
  readonly timeoutMs?: number;
}

export interface WebhookPorts {
  readonly clock: Clock;
  readonly resolve: Resolve;
  /** Milliseconds that never go back. */
  readonly ticks: () => number;
}

/** Messages to programs, with what makes sure that a program wants them. */
export interface WebhookChannel extends DeliveryChannel {
  readonly allow: AllowList;
  /** Sends a challenge; accepted when the receiver gives it back, as JSON `{"challenge": …}` or as it is. */
  challenge(address: string, challenge: string): Promise<Result>;
}

const WIDTH = 64;
/** To one server at once. */
const CONNECTIONS = 16;
const TIMEOUT_MS = 10_000;
/** An answer to a challenge is no longer than this. */
const ANSWER_BYTES_MAX = 1024;

/** Messages to programs by Standard Webhooks, signed with each receiver's own secret. */
export function createWebhookChannel(options: WebhookOptions, { clock, resolve, ticks }: WebhookPorts): WebhookChannel {
  const { allow, timeoutMs = TIMEOUT_MS } = options;
  // Our own clock ends what takes too long, so the wire's is the longer one.
  const wire = createWire({ allow, timeoutMs: timeoutMs * 2, connections: CONNECTIONS }, resolve);
  const ending = new AbortController();
  const servers = new Breakers(ticks);
  /** Everybody of a variant gets the same words. */
  const texts = new WeakMap<Letter, string>();

  function textOf(letter: Letter): string {
    const text = texts.get(letter) ?? letterText(letter);
    texts.set(letter, text);
    return text;
  }

  /** `late`: no answer came in time, though something was sent. */
  async function post(
    { url, secret }: WebhookTarget,
    { id, body }: WebhookMessage,
    signal: AbortSignal,
    keep: number,
  ): Promise<Handed | "late"> {
    const now = new Date(msOf(clock()));
    const headers = {
      "content-type": "application/json",
      "user-agent": "Tocsin/0.1",
      "webhook-id": id,
      "webhook-timestamp": String(Math.floor(now.getTime() / 1000)),
      "webhook-signature": new Webhook(secret).sign(id, now, body),
    };
    const timeout = AbortSignal.timeout(timeoutMs);
    const both = AbortSignal.any([signal, timeout]);
    const handed = await wire.post(new URL(url), headers, Buffer.from(body), both, keep);
    return handed.kind === "lost" && timeout.aborted && !signal.aborted ? "late" : handed;
  }

  async function hand(
    target: WebhookTarget,
    message: WebhookMessage,
    signal: AbortSignal,
    keep = 0,
  ): Promise<{ readonly result: Result; readonly text: string }> {
    const server = servers.of(new URL(target.url).origin);
    const rest = server.wait();
    if (rest > 0) {
      const retryAfter = Math.ceil(Math.min(rest, timeoutMs) / 1000);
      return { result: { ...failure("WEBHOOK_RESTS", false), retryAfter }, text: "" };
    }
    server.start();
    const handed = await post(target, message, signal, keep).catch((error: unknown) => {
      server.failed();
      throw error;
    });
    if (handed === "late") {
      server.failed();
      return { result: failure("WEBHOOK_SLOW", false), text: "" };
    }
    // Neither an address that is blocked nor our own stopping says anything of the server.
    if (handed.kind === "answered" || handed.code === "ADDRESS_BLOCKED" || signal.aborted) server.worked();
    else server.failed();
    const text = handed.kind === "answered" ? (handed.text ?? "") : "";
    return { result: resultOf(handed, msOf(clock())), text };
  }

  const safely = async (sending: () => Promise<Result>): Promise<Result> => {
    try {
      return await sending();
    } catch (error) {
      // Nothing was sent. The error may hold the address.
      return isTocsinError(error, "ADDRESS_INVALID") ? failure("ADDRESS_INVALID", true) : failure("INTERNAL", false);
    }
  };

  async function send(outgoing: Outgoing, signal: AbortSignal): Promise<Result> {
    if (signal.aborted) return failure("NOT_SENT", false);
    const target = webhookTarget(outgoing.address, allow);
    return (await hand(target, messageOf(outgoing, textOf(outgoing.letter)), signal)).result;
  }

  async function ask(address: string, challenge: string): Promise<Result> {
    const target = webhookTarget(address, allow);
    const { result, text } = await hand(target, challengeOf(challenge, clock()), ending.signal, ANSWER_BYTES_MAX);
    return result.outcome !== "accepted" || givesBack(text, challenge) ? result : failure("WEBHOOK_UNWANTED", true);
  }

  return {
    name: "webhook",
    width: WIDTH,
    allow,
    check,
    address: (text) => webhookAddress(text, allow),
    challenge: (address, challenge) => safely(() => ask(address, challenge)),
    send: (outgoing, signal) => safely(() => send(outgoing, AbortSignal.any([signal, ending.signal]))),
    async close() {
      ending.abort();
      await wire.close();
    },
  };
}

/** A program that repeats whatever it is sent has not agreed to anything: nothing else may be in the answer. */
function givesBack(text: string, challenge: string): boolean {
  if (text.trim() === challenge) return true;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && "challenge" in value && value.challenge === challenge;
  } catch {
    return false;
  }
}

function check(letter: Letter): readonly ChannelProblem[] {
  if (!isWordless(letter)) return [];
  return [{ code: "WEBHOOK_EMPTY", message: "The message to programs would be empty.", blocks: true }];
}
