import { TocsinError } from "../../model/error.ts";
import type { Resolve } from "../../model/guarded-connect.ts";
import type { AllowList } from "../../model/public-address.ts";
import { msOf, type Clock } from "../../model/time.ts";
import { failure } from "../failure.ts";
import type { Letter } from "../letter.ts";
import { isWordless } from "../letter-json.ts";
import type { ChannelProblem, DeliveryChannel, Result } from "../ports.ts";
import { retryAfterSeconds } from "../retry-after.ts";
import { TROUBLE_CODES } from "../trouble-codes.ts";
import { createWire, type Handed } from "../wire.ts";

export interface WebsubOptions {
  /** The office's hub. */
  readonly hub: string;
  /** Hubs besides those at public addresses. */
  readonly allow: AllowList;
  /** How long an answer may take; 20 s when left out. */
  readonly timeoutMs?: number;
}

export interface WebsubPorts {
  /** Full addresses of all feeds. */
  readonly feeds: () => readonly string[];
  readonly clock: Clock;
  readonly resolve: Resolve;
}

const WIDTH = 2;
const TIMEOUT_MS = 20_000;

/**
 * Tells the office's hub that the feeds have news (W3C WebSub §7; the standard leaves the form open, and this is the one
 * of its predecessor that public hubs take). The hub fetches them, and being told twice does no harm. Throws
 * CONFIG_INVALID.
 */
export function createWebsubChannel(options: WebsubOptions, { feeds, clock, resolve }: WebsubPorts): DeliveryChannel {
  const hub = hubOf(options.hub);
  const { allow, timeoutMs = TIMEOUT_MS } = options;
  const wire = createWire({ allow, timeoutMs, connections: WIDTH }, resolve);
  const ending = new AbortController();
  const headers = { "content-type": "application/x-www-form-urlencoded", "user-agent": "Tocsin/0.1" };

  return {
    name: "websub",
    width: WIDTH,
    check,
    address(text) {
      const url = URL.parse(text.trim());
      if (url?.href !== hub.href) throw new TocsinError("ADDRESS_INVALID", "It is not the hub that is set up.");
      return hub.href;
    },
    async send({ address }, signal) {
      if (signal.aborted) return failure("NOT_SENT", false);
      // Another hub was set up before: it is given up.
      if (address !== hub.href) return { ...failure("ADDRESS_INVALID", true), gone: true };
      const form = new URLSearchParams({ "hub.mode": "publish" });
      for (const feed of feeds()) form.append("hub.url", feed);
      const body = Buffer.from(form.toString());
      const stop = AbortSignal.any([signal, ending.signal]);
      return resultOf(await wire.post(hub, headers, body, stop), stop.aborted, msOf(clock()));
    },
    async close() {
      ending.abort();
      await wire.close();
    },
  };
}

function hubOf(text: string): URL {
  const url = URL.parse(text);
  if (url !== null && /^https?:$/.test(url.protocol) && url.username === "" && url.hash === "") return url;
  throw new TocsinError("CONFIG_INVALID", "That is not the address of a WebSub hub.", {
    fix: "Write it like https://hub.example/.",
  });
}

function resultOf(handed: Handed, stopped: boolean, nowMs: number): Result {
  if (handed.kind === "lost") {
    const { sent, code } = handed;
    if (sent && !stopped) return failure("HUB_FAILED", false);
    if (sent) return { outcome: "unknown", code, reason: TROUBLE_CODES[code] };
    return failure(code, code === "ADDRESS_BLOCKED");
  }
  const { status } = handed;
  if (status < 300) return { outcome: "accepted" };
  if (status < 400) return failure("REDIRECTED", true, status);
  if (status !== 408 && status !== 429 && status < 500) return failure("HUB_REFUSED", true, status);
  const retryAfter = retryAfterSeconds(handed.retryAfter, nowMs);
  const later = failure("HUB_FAILED", false, status);
  return retryAfter === null ? later : { ...later, retryAfter };
}

function check(letter: Letter): readonly ChannelProblem[] {
  if (!isWordless(letter)) return [];
  return [{ code: "FEED_EMPTY", message: "The feeds would have an empty entry.", blocks: true }];
}
