import { createBreaker, type Breaker } from "./breaker.ts";

/** Servers whose failures are remembered at once; beyond them the one not used for longest is forgotten. */
const SERVERS_MAX = 1000;

/** One breaker for each server that strangers name. */
export class Breakers {
  readonly #ticks: () => number;
  readonly #known = new Map<string, Breaker>();

  /** `ticks`: milliseconds that never go back. */
  constructor(ticks: () => number) {
    this.#ticks = ticks;
  }

  of(origin: string): Breaker {
    const breaker = this.#known.get(origin) ?? createBreaker(this.#ticks);
    // Taken out first: the map stays in the order of use.
    this.#known.delete(origin);
    this.#known.set(origin, breaker);
    for (const oldest of this.#known.keys()) {
      if (this.#known.size <= SERVERS_MAX) break;
      this.#known.delete(oldest);
    }
    return breaker;
  }
}
