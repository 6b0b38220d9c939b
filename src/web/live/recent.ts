import { listedPages, type LiveEvent } from "./event.ts";

/** Events that are kept for those who come back. */
const KEPT_MAX = 64;

/** The last events, for readers whose line was broken. */
export class RecentEvents {
  readonly #kept: LiveEvent[] = [];
  /** The newest publication that is known of. */
  #number: number;

  /** `number`: the publication that is live now; 0: none. */
  constructor(number: number) {
    this.#number = number;
  }

  get number(): number {
    return this.#number;
  }

  /** Keeps an event and gives it as readers are to be told; null for one that came before. */
  add(event: LiveEvent): LiveEvent | null {
    if (event.number <= this.#number) return null;
    // What got lost in between may have changed any page.
    const told = event.number === this.#number + 1 ? event : { ...event, pages: null };
    this.#number = event.number;
    this.#kept.push(told);
    if (this.#kept.length > KEPT_MAX) this.#kept.shift();
    return told;
  }

  /** All that happened after publication `id` as one event; null: nothing did, or there is no such publication. */
  since(id: number): LiveEvent | null {
    if (id >= this.#number) return null;
    const missed = this.#kept.filter(({ number }) => number > id);
    const newest = missed.at(-1);
    const whole = missed[0]?.number === id + 1;
    // From before this process began nothing is known but that something changed.
    if (newest === undefined) return { number: this.#number, edition: 0, pages: null, notices: 0 };
    const pages = missed.map((event) => event.pages);
    const known = whole && pages.every((one) => one !== null);
    return { ...newest, pages: known ? listedPages(pages.flat()) : null };
  }
}
