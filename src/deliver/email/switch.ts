import type { TroubleCode } from "../trouble-codes.ts";
import type { Mail } from "./message.ts";
import { isRelays, type Relay } from "./relay.ts";
import type { Handed } from "./session.ts";

/** Why no relay took a message, without anything having been sent. */
export interface NoRelay {
  readonly kind: "none";
  readonly code: TroubleCode;
  /** Seconds. */
  readonly retryAfter: number;
}

/** Spreads messages over relays by weight, and goes to the next one where a relay fails before it has the message. */
export interface Switch {
  hand(mail: Mail, utf8: boolean, signal: AbortSignal): Promise<Handed | NoRelay>;
}

const RETRY_SECONDS = 60;

export function createSwitch(relays: readonly Relay[]): Switch {
  /** Smooth weighted round robin: each gains its weight, the highest goes and pays the sum. */
  const credit = new Map(relays.map((relay) => [relay, 0]));
  const waiting: (() => void)[] = [];

  function pick(from: readonly Relay[]): Relay | null {
    const ready = from.filter((relay) => relay.wait() === 0);
    let best: Relay | null = null;
    let sum = 0;
    for (const relay of ready) {
      const { weight } = relay.options;
      const has = (credit.get(relay) ?? 0) + weight;
      credit.set(relay, has);
      sum += weight;
      if (best === null || has > (credit.get(best) ?? 0)) best = relay;
    }
    if (best !== null) credit.set(best, (credit.get(best) ?? 0) - sum);
    return best;
  }

  /** All, in the order in which they came: not everybody can use what has come free. */
  function wake(): void {
    for (const go of waiting.splice(0)) go();
  }

  /** Until one of them can take a message, as far as anybody can tell. */
  function room(from: readonly Relay[], signal: AbortSignal): Promise<void> {
    const soonest = Math.min(...from.map((relay) => relay.wait()));
    return new Promise((resolve) => {
      const go = (): void => {
        clearTimeout(timer);
        signal.removeEventListener("abort", go);
        const at = waiting.indexOf(go);
        if (at >= 0) waiting.splice(at, 1);
        resolve();
      };
      const timer = Number.isFinite(soonest) ? setTimeout(go, soonest) : undefined;
      waiting.push(go);
      signal.addEventListener("abort", go, { once: true });
    });
  }

  return {
    async hand(mail, utf8, signal) {
      const tried = new Set<Relay>();
      let last: NoRelay = none("RELAYS_DOWN", RETRY_SECONDS);
      for (;;) {
        if (signal.aborted) return none("NOT_SENT", RETRY_SECONDS);
        const able = relays.filter((relay) => !utf8 || relay.utf8 !== false);
        if (able.length === 0) return none("ADDRESS_NEEDS_SMTPUTF8", 0);
        const left = able.filter((relay) => !tried.has(relay));
        if (left.length === 0) return last;
        const up = left.filter((relay) => relay.rest() === 0);
        if (up.length === 0) {
          const rest = Math.min(...left.map((relay) => relay.rest()));
          return tried.size > 0
            ? last
            : none("RELAYS_DOWN", Number.isFinite(rest) ? Math.ceil(rest / 1000) : RETRY_SECONDS);
        }
        const relay = pick(up);
        if (relay === null) {
          await room(up, signal);
          continue;
        }
        const handed = await relay.hand(mail, utf8, signal).finally(wake);
        if (handed === "no-utf8") continue;
        if (handed.kind === "accepted") return handed;
        if (handed.kind === "lost" && (handed.sent || signal.aborted)) return handed;
        if (handed.kind === "refused" && !isRelays(handed)) return handed;
        tried.add(relay);
        last = none(handed.kind === "lost" ? handed.code : busyOr(handed.reply), RETRY_SECONDS);
      }
    },
  };
}

const none = (code: TroubleCode, retryAfter: number): NoRelay => ({ kind: "none", code, retryAfter });
const busyOr = (reply: string): TroubleCode => (reply.startsWith("421") ? "RELAY_BUSY" : "RELAY_REFUSED");
