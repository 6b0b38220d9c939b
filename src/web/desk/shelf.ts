import { freshId, type Random, type UserId } from "../../model/id.ts";
import type { Brand } from "../../model/brand.ts";
import { msOf, type Clock } from "../../model/time.ts";

const KEPT_MINUTES = 15;
const ITEMS_MAX = 200;

/**
 * Keeps what a form brought about until its owner's next page has shown it (post, redirect, get): import outcomes,
 * an invitation's link. In memory on purpose: a link in here is a secret, and none of it matters tomorrow.
 */
export class Shelf<T> {
  readonly #items = new Map<string, { readonly owner: UserId; readonly until: number; readonly value: T }>();
  readonly #clock: Clock;
  readonly #random: Random;

  constructor(clock: Clock, random: Random) {
    this.#clock = clock;
    this.#random = random;
  }

  put(owner: UserId, value: T): string {
    const key: string = freshId<Brand<string, "ShelfKey">>("o", this.#random);
    const now = msOf(this.#clock());
    for (const [old, { until }] of this.#items)
      if (until < now || this.#items.size >= ITEMS_MAX) this.#items.delete(old);
    this.#items.set(key, { owner, until: now + KEPT_MINUTES * 60_000, value });
    return key;
  }

  get(owner: UserId, key: string): T | null {
    const item = this.#items.get(key);
    if (!item || item.owner !== owner || item.until < msOf(this.#clock())) return null;
    return item.value;
  }
}
