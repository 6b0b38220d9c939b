import type { TroubleCode } from "../trouble-codes.ts";
import { createBreaker } from "../breaker.ts";
import { createBucket } from "./bucket.ts";
import { openSession, type Handed, type RelayAddress, type Session } from "./session.ts";
import type { Mail } from "./message.ts";

/** A server that carries our mail onward. */
export interface RelayOptions extends RelayAddress {
  /** As the dashboard shows it. */
  readonly name: string;
  /** At once, at most. */
  readonly connections: number;
  /** Messages a second, at most; null: as many as it takes. */
  readonly rate: number | null;
  /** Share of the messages, beside the other relays' weights. */
  readonly weight: number;
}

/** How a relay does, for the dashboard. Counts since the program started. */
export interface RelayState {
  readonly name: string;
  readonly accepted: number;
  /** Refused for what the message or the recipient is; the relay itself works. */
  readonly refused: number;
  /** Failures of the relay itself, by trouble code. */
  readonly faults: Readonly<Partial<Record<TroubleCode, number>>>;
  readonly busy: number;
  /** Seconds until it is tried again; 0: it works. */
  readonly rests: number;
}

export interface Relay {
  readonly options: RelayOptions;
  /** Null until the first connection told. */
  readonly utf8: boolean | null;
  /** Milliseconds until it may be asked again after failures; Infinity: it is being tried. */
  rest(): number;
  /** Milliseconds until it can take one more; Infinity: when another is done. */
  wait(): number;
  /** Hands over; the caller saw that `wait` is 0. */
  hand(mail: Mail, utf8: boolean, signal: AbortSignal): Promise<Handed | "no-utf8">;
  state(): RelayState;
  close(): void;
}

/** Servers like new connections now and then. */
const MESSAGES_PER_SESSION = 1000;
/** Below the five minutes after which servers may end a silent connection (RFC 5321 §4.5.3.2.7). */
const IDLE_MS = 60_000;

export function createRelay(options: RelayOptions, now: () => number): Relay {
  const bucket = createBucket(options.rate, now);
  const breaker = createBreaker(now);
  const idle: { readonly session: Session; readonly since: number }[] = [];
  const all = new Set<Session>();
  const faults: Partial<Record<TroubleCode, number>> = {};
  let [busy, accepted, refused] = [0, 0, 0];
  let utf8: boolean | null = null;
  let closed = false;
  const sweeper = setInterval(() => {
    for (let first = idle[0]; first !== undefined && now() - first.since > IDLE_MS; first = idle[0]) {
      idle.shift();
      all.delete(first.session);
      first.session.quit();
    }
  }, IDLE_MS / 4);
  sweeper.unref();

  function fault(code: TroubleCode): void {
    faults[code] = (faults[code] ?? 0) + 1;
    breaker.failed();
  }

  function reused(): Session | null {
    for (let last = idle.pop(); last !== undefined; last = idle.pop()) {
      if (last.session.alive) return last.session;
      all.delete(last.session);
    }
    return null;
  }

  async function opened(signal: AbortSignal): Promise<Session | TroubleCode> {
    const session = await openSession(options, signal);
    if (typeof session === "string") return session;
    utf8 = session.utf8;
    all.add(session);
    if (closed) session.close();
    return session;
  }

  function put(session: Session): void {
    if (session.alive && !closed && session.count < MESSAGES_PER_SESSION) {
      idle.push({ session, since: now() });
      return;
    }
    all.delete(session);
    if (session.alive) session.quit();
  }

  function noted(handed: Handed): Handed {
    if (handed.kind === "lost") fault(handed.code);
    else if (handed.kind === "accepted") {
      accepted += 1;
      breaker.worked();
    } else if (isRelays(handed)) fault(handed.reply.startsWith("421") ? "RELAY_BUSY" : "RELAY_REFUSED");
    else {
      refused += 1;
      breaker.worked();
    }
    return handed;
  }

  function unable(session: Session): "no-utf8" {
    put(session);
    breaker.worked();
    return "no-utf8";
  }

  async function hand(mail: Mail, wide: boolean, signal: AbortSignal): Promise<Handed | "no-utf8"> {
    const old = reused();
    if (old !== null) {
      if (wide && !old.utf8) return unable(old);
      const handed = await old.hand(mail, signal);
      put(old);
      // A connection may end while nobody looks; that says nothing of the relay, and nothing was sent.
      if (handed.kind !== "lost" || handed.sent || signal.aborted) return noted(handed);
    }
    const session = await opened(signal);
    if (typeof session === "string") return noted({ kind: "lost", code: session, sent: false });
    if (wide && !session.utf8) return unable(session);
    const handed = await session.hand(mail, signal);
    put(session);
    return noted(handed);
  }

  return {
    options,
    get utf8() {
      return utf8;
    },
    rest: () => breaker.wait(),
    wait: () => (busy >= options.connections ? Number.POSITIVE_INFINITY : Math.max(breaker.wait(), bucket.wait())),
    async hand(mail, wide, signal) {
      busy += 1;
      bucket.take();
      breaker.start();
      try {
        return await hand(mail, wide, signal);
      } catch (error) {
        fault("INTERNAL");
        throw error;
      } finally {
        busy -= 1;
      }
    },
    state() {
      const rest = breaker.wait();
      const rests = Number.isFinite(rest) ? Math.ceil(rest / 1000) : 1;
      return { name: options.name, accepted, refused, faults: { ...faults }, busy, rests };
    },
    close() {
      closed = true;
      clearInterval(sweeper);
      for (const session of all) session.close();
    },
  };
}

/** Is a refusal the relay's own affair, so that another one may do better? */
export function isRelays({ step, reply }: Extract<Handed, { kind: "refused" }>): boolean {
  // 421: goes away; 530 to 538: wants a login (RFC 4954 §6); 503: lost its way.
  if (/^(421|503|53[0-8])/.test(reply)) return true;
  // To the sender: anything but "too large".
  return step === "sender" && !/^552|^\d\d\d[ -][45]\.3\.4\b/.test(reply);
}
