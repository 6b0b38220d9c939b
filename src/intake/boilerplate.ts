import type { PublisherId } from "../model/id.ts";
import { sha256, type Sha256 } from "../model/sha256.ts";
import { keyOf } from "./site-name.ts";

/** Which blocks a publisher's pages have had, each counted once for every different text that it stood in. */
export interface BoilerplateStore {
  /** Number of different texts with each block, left out where there is none. */
  seen(publisher: PublisherId, fingerprints: readonly Sha256[]): Promise<ReadonlyMap<Sha256, number>>;
  /** Idempotent for one text. */
  note(publisher: PublisherId, textSha256: Sha256, fingerprints: readonly Sha256[]): Promise<void>;
}

/** On so many other pages, with different texts, and a block belongs to the publisher, not to the report. */
const PAGES_MIN = 3;
/** Letters and digits of a block that is worth counting. */
const KEY_MIN = 20;
/** Blocks at either end that are looked at: nothing is taken from the middle. */
const ENDS = 8;

/**
 * One for each block of a text, in its order; null for those too short to tell anything, and for those too far from
 * either end. Letter case and punctuation do not count.
 */
export function fingerprintsOf(text: string): (Sha256 | null)[] {
  return text.split("\n\n").map((block, i, all) => {
    if (i >= ENDS && i < all.length - ENDS) return null;
    const key = keyOf(block);
    return key.length < KEY_MIN ? null : sha256(key);
  });
}

/**
 * A text without what stands at the beginning or the end of several other pages too. Nothing is taken from the middle:
 * advice that a publisher repeats from report to report (`Boil water before you drink it`) is part of each of them.
 * A text of nothing else stays as it is.
 */
export function withoutBoilerplate(text: string, seen: ReadonlyMap<Sha256, number>): string {
  const blocks = text.split("\n\n");
  const isSeen = fingerprintsOf(text).map((print) => print !== null && (seen.get(print) ?? 0) >= PAGES_MIN);
  const first = isSeen.indexOf(false);
  const last = isSeen.lastIndexOf(false);
  return first < 0 ? text : blocks.slice(first, last + 1).join("\n\n");
}
