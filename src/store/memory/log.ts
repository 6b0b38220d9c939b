import { TocsinError } from "../../model/error.ts";
import type { LogStore } from "../../record/ports.ts";

/** A LogStore that forgets everything when the process ends: for tests and trials. */
export function createMemoryLogStore(): LogStore {
  const kept: Uint8Array[] = [];
  let newest: Uint8Array | null = null;
  return {
    async size() {
      return kept.length;
    },
    async leaves(from, to) {
      return kept.slice(from, Math.max(from, to)).map((leaf) => leaf.slice());
    },
    async checkpoint() {
      return newest?.slice() ?? null;
    },
    async append(expectedSize, leaves, checkpoint) {
      if (expectedSize !== kept.length) {
        throw new TocsinError("LOG_CONFLICT", "The log has grown in the meantime.", { detail: { expectedSize } });
      }
      kept.push(...leaves.map((leaf) => leaf.slice()));
      newest = checkpoint.slice();
    },
  };
}
