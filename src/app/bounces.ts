import type { Logger } from "./log.ts";
import { readBounce, readBounceHook, type BounceReading } from "../deliver/email/bounce.ts";
import type { MailIds } from "../deliver/email/mail-id.ts";
import type { Ledger, SubscriberStore } from "../deliver/ports.ts";
import type { Clock } from "../model/time.ts";

/** Longest report that is read, in bytes; servers send headers back, rarely the whole message. */
export const BOUNCE_BYTES_MAX = 512 * 1024;

export interface BouncePorts {
  readonly ledger: Pick<Ledger, "dispatch" | "bounce">;
  readonly subscribers: Pick<SubscriberStore, "change">;
  /** Null: no mail goes out from here. */
  readonly ids: MailIds | null;
  readonly clock: Clock;
  readonly logger: Logger;
}

/**
 * Takes what a mail server or a relay reports of mail that came back: a delivery status notification (RFC 3464), or
 * JSON of a relay's webhook. Believes only messages that carry a name signed by us. `noted`: the ledger says failed now;
 * `known`: it did not say accepted (any more); `ignored`: no report of a failure, or not of mail of ours.
 */
export type TakeBounce = (type: string, bytes: Uint8Array) => Promise<"noted" | "known" | "ignored">;

export function createBounces({ ledger, subscribers, ids, clock, logger }: BouncePorts): TakeBounce {
  return async (type, bytes) => {
    if (ids === null || bytes.byteLength > BOUNCE_BYTES_MAX) return "ignored";
    const reading = /^application\/json\b/i.test(type) ? hook(bytes, ids) : readBounce(bytes, ids);
    if (reading.kind === "none" || !reading.bounce.permanent) return "ignored";
    const { bounce } = reading;
    const dispatch = await ledger.dispatch(bounce.dispatch);
    if (dispatch === null) return "ignored";
    const { subscriber, code, reason } = bounce;
    const noted = await ledger.bounce({ dispatch: dispatch.id, subscriber, code, reason, at: clock() });
    if (bounce.gone) await subscribers.change(subscriber, { status: "suspended" });
    logger({ level: "info", event: "delivery.bounced", dispatch: dispatch.id, code });
    return noted ? "noted" : "known";
  };
}

function hook(bytes: Uint8Array, ids: MailIds): BounceReading {
  try {
    return readBounceHook(JSON.parse(Buffer.from(bytes).toString("utf8")), ids);
  } catch {
    return { kind: "none", why: "other" };
  }
}
