import type { Publication } from "../model/entry.ts";
import type { History } from "../model/history.ts";
import { planSite } from "../publish/plan.ts";
import { bytesOf, type RenderedFile } from "../publish/site.ts";
import { sha256 } from "../model/sha256.ts";

/** Files that a thread takes at once: few enough that all end together, many enough that counting costs nothing. */
const FILES_PER_SHARE = 64;

/** Some neighbouring files of the plan, made. */
export interface Share {
  readonly number: number;
  readonly files: readonly (readonly [path: string, file: RenderedFile])[];
}

/**
 * Makes the files of a site that no other thread has taken. `taken` counts the shares given out, for all threads
 * together. The shares of all threads, by their numbers, are the whole site in the order of its plan.
 */
export function* renderShares(
  history: History,
  { at, renderer }: Pick<Publication, "at" | "renderer">,
  taken: Int32Array,
): Generator<Share> {
  const plan = [...planSite({ history, at, renderer })];
  for (;;) {
    const number = Atomics.add(taken, 0, 1);
    const part = plan.slice(number * FILES_PER_SHARE, (number + 1) * FILES_PER_SHARE);
    if (part.length === 0) return;
    const files = part.map(({ path, render }) => {
      const bytes = bytesOf(render());
      return [path, { bytes, sha256: sha256(bytes) }] as const;
    });
    yield { number, files };
  }
}
