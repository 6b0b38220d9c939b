import type { DraftId, UserId } from "../../model/id.ts";
import { msOf, type Clock } from "../../model/time.ts";

/** Somebody counts as present this long after their page was last heard of. */
const PRESENT_SECONDS = 60;

/** Who has which draft open. In memory: it only matters while it is true. */
export class Presence {
  readonly #seen = new Map<DraftId, Map<UserId, { readonly name: string; readonly at: number }>>();
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Notes that somebody is here, and gives the names of the others. */
  meet(draft: DraftId, user: UserId, name: string): readonly string[] {
    const now = msOf(this.#clock());
    const here = this.#seen.get(draft) ?? new Map<UserId, { readonly name: string; readonly at: number }>();
    for (const [id, { at }] of here) if (now - at > PRESENT_SECONDS * 1000) here.delete(id);
    here.set(user, { name, at: now });
    this.#seen.set(draft, here);
    return [...here].filter(([id]) => id !== user).map(([, { name }]) => name);
  }
}
