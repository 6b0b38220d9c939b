import webPush from "web-push";
import { isTocsinError } from "../../model/error.ts";
import type { Resolve } from "../../model/guarded-connect.ts";
import type { AllowList } from "../../model/public-address.ts";
import { msOf, type Clock } from "../../model/time.ts";
import { Breakers } from "../breakers.ts";
import type { Letter, Outgoing } from "../letter.ts";
import type { ChannelProblem, DeliveryChannel, Result } from "../ports.ts";
import { pushAddress, pushTarget, type PushTarget } from "./address.ts";
import { PAYLOAD_BYTES_MAX, payloadOf } from "./payload.ts";
import { failed, resultOf } from "./result.ts";
import { termsOf, type Terms } from "./terms.ts";
import { createVapid, type VapidKeys } from "./vapid.ts";
import { createWire, type Handed } from "../wire.ts";

export interface PushOptions {
  readonly keys: VapidKeys;
  /** Push services besides those at public addresses: for tests and demonstrations. */
  readonly allow: AllowList;
  /** Certificates that are trusted in place of the usual ones, PEM. */
  readonly ca?: string;
  /** How long an answer may take; 20 s when left out. */
  readonly timeoutMs?: number;
}

export interface PushPorts {
  readonly clock: Clock;
  readonly resolve: Resolve;
  /** Whom push services may write to: `mailto:` or `https:` (RFC 8292 §2.1). */
  readonly subject: () => string;
  /** Milliseconds that never go back. */
  readonly ticks: () => number;
}

/** Web Push, with what browsers need to subscribe. */
export interface PushChannel extends DeliveryChannel {
  readonly publicKey: string;
}

/** Also connections to one service. */
const WIDTH = 32;
const TIMEOUT_MS = 20_000;
/** What is tried when a service finds the message too large. */
const SHORT_BYTES_MAX = 2048;
const TITLE_LONG = 80;
/** Where a service that rests is being tried by another message at this moment. */
const TRIED_MS = 30_000;

/** Messages to browsers by RFC 8030, encrypted by RFC 8291, signed by RFC 8292. */
export function createPushChannel(options: PushOptions, { clock, resolve, subject, ticks }: PushPorts): PushChannel {
  const { keys, allow, ca, timeoutMs = TIMEOUT_MS } = options;
  const wire = createWire({ allow, timeoutMs, connections: WIDTH, ...(ca === undefined ? {} : { ca }) }, resolve);
  const vapid = createVapid(keys, subject, ticks);
  const ending = new AbortController();
  const services = new Breakers(ticks);
  /** Everybody of a variant gets the same words. */
  const payloads = new WeakMap<Letter, string>();

  function jsonOf(letter: Letter): string {
    const json = payloads.get(letter) ?? payloadOf(letter).json;
    payloads.set(letter, json);
    return json;
  }

  async function post(target: PushTarget, json: string, terms: Terms, signal: AbortSignal): Promise<Handed> {
    const url = new URL(target.endpoint);
    const authorization = { Authorization: vapid.authorization(url.origin) };
    const request = webPush.generateRequestDetails(target, json, { ...terms, headers: authorization });
    const handed = await wire.post(url, request.headers, request.body, signal);
    if (handed.kind === "answered" && (handed.status === 401 || handed.status === 403)) vapid.forget(url.origin);
    return handed;
  }

  async function hand({ address, letter }: Outgoing, signal: AbortSignal): Promise<Result> {
    if (signal.aborted) return failed("NOT_SENT", false);
    const target = pushTarget(address, allow);
    const terms = termsOf(letter, clock());
    if (terms === null) return failed("PUSH_TOO_LATE", true);
    const breaker = services.of(new URL(target.endpoint).origin);
    const rest = breaker.wait();
    if (rest > 0) {
      const retryAfter = Math.ceil((Number.isFinite(rest) ? rest : TRIED_MS) / 1000);
      return { ...failed("PUSH_SERVICE_RESTS", false), retryAfter };
    }
    breaker.start();
    try {
      let handed = await post(target, jsonOf(letter), terms, signal);
      if (handed.kind === "answered" && handed.status === 413)
        handed = await post(target, payloadOf(letter, SHORT_BYTES_MAX).json, terms, signal);
      // An address that is blocked says nothing of the service.
      if (handed.kind === "answered" || handed.code === "ADDRESS_BLOCKED") breaker.worked();
      else breaker.failed();
      return resultOf(handed, msOf(clock()));
    } catch (error) {
      breaker.failed();
      throw error;
    }
  }

  return {
    name: "push",
    width: WIDTH,
    publicKey: keys.publicKey,
    check,
    address: (text) => pushAddress(text, allow),
    async send(outgoing, signal) {
      try {
        return await hand(outgoing, AbortSignal.any([signal, ending.signal]));
      } catch (error) {
        // Nothing was sent. The error may hold the address.
        return isTocsinError(error, "ADDRESS_INVALID") ? failed("ADDRESS_INVALID", true) : failed("INTERNAL", false);
      }
    },
    async close() {
      ending.abort();
      await wire.close();
    },
  };
}

function check(letter: Letter): readonly ChannelProblem[] {
  const { title, lead } = letter;
  const problems: ChannelProblem[] = [];
  const problem = (code: string, message: string, blocks: boolean): number => problems.push({ code, message, blocks });
  if (title === "") problem("PUSH_NO_TITLE", "The notification would have no title.", true);
  if (lead === "") problem("PUSH_NO_TEXT", "The notification would say nothing below its title.", title === "");
  if (title.length > TITLE_LONG) problem("PUSH_TITLE_LONG", "Most devices will cut the notification's title.", false);
  if (payloadOf(letter, PAYLOAD_BYTES_MAX).cut)
    problem("PUSH_CUT", "The text does not fit in a notification; it leads to the page for the rest.", false);
  return problems;
}
