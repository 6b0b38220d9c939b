import { msOf, type Instant } from "../model/time.ts";

/** So many at once, and one more each `everyMs`. */
export interface Rate {
  readonly burst: number;
  readonly everyMs: number;
}

/**
 * What a person, a shelter behind one address and a rush after an alarm need, and little more. An address gets three
 * mails at once and three a day from then on, whoever asks.
 */
export const SIGN_UP_RATES = {
  address: { burst: 3, everyMs: 8 * 3_600_000 },
  network: { burst: 40, everyMs: 30_000 },
  all: { burst: 3000, everyMs: 500 },
} as const satisfies Record<string, Rate>;

/** Who or what is counted; null: everybody together. */
export type LimitKind = keyof typeof SIGN_UP_RATES;

/** Keys that are counted at once; beyond them the oldest is forgotten, and the limit on all still holds. */
const KEYS_MAX = 200_000;

/**
 * Counts sign-ups by the generic cell rate algorithm (ITU-T I.371 Annex A): one number for each key, the time at which
 * its burst is free again. In memory: a restart forgets them, and what is pending in the database goes on to hold
 * mails apart.
 */
export class SignUpLimits {
  readonly #rates: Readonly<Record<LimitKind, Rate>>;
  readonly #keysMax: number;
  /** Theoretical arrival time of each key in milliseconds. */
  readonly #times = new Map<string, number>();

  constructor(rates: Readonly<Record<LimitKind, Rate>> = SIGN_UP_RATES, keysMax = KEYS_MAX) {
    this.#rates = rates;
    this.#keysMax = keysMax;
  }

  /** Counts one sign-up; gives the limit that refuses it, or null. Those refused are not counted. */
  take(keys: { readonly network: string; readonly address: string }, now: Instant): LimitKind | null {
    const at = msOf(now);
    const wanted = [
      ["network", `n ${keys.network}`],
      ["address", `a ${keys.address}`],
      ["all", "all"],
    ] as const;
    const refusing = wanted.find(([kind, key]) => this.#next(kind, key, at) === null);
    if (refusing !== undefined) return refusing[0];
    for (const [kind, key] of wanted) {
      const next = this.#next(kind, key, at) ?? at;
      // Taken out first: the map stays in the order of use.
      this.#times.delete(key);
      this.#times.set(key, next);
    }
    this.#forget();
    return null;
  }

  /** Keys that are remembered. */
  get size(): number {
    return this.#times.size;
  }

  /** The key's next arrival time if it may come now. */
  #next(kind: LimitKind, key: string, at: number): number | null {
    const { burst, everyMs } = this.#rates[kind];
    const time = Math.max(at, this.#times.get(key) ?? at);
    return time - at > (burst - 1) * everyMs ? null : time + everyMs;
  }

  #forget(): void {
    for (const key of this.#times.keys()) {
      if (this.#times.size <= this.#keysMax) return;
      this.#times.delete(key);
    }
  }
}

/**
 * An address as limits count it: what some providers deliver to one mailbox is one (`anna+1`, `a.nna`). Only for
 * counting: two people whom it takes for one share a limit, no more.
 */
export function countedAddress(address: string): string {
  const at = address.lastIndexOf("@");
  const local = address.slice(0, Math.max(at, 0));
  return (local.replace(/\+.*$/s, "").replaceAll(".", "") + address.slice(Math.max(at, 0))).toLowerCase();
}
