import { sha256, type Sha256 } from "../../model/sha256.ts";
import type { SnapshotStore } from "../ports.ts";

/** A SnapshotStore that forgets everything when the process ends: for tests and trials. */
export function createMemorySnapshotStore(): SnapshotStore {
  const kept = new Map<Sha256, Uint8Array>();
  return {
    async put(bytes) {
      const name = sha256(bytes);
      kept.set(name, bytes.slice());
      return name;
    },
    async get(name) {
      return kept.get(name)?.slice() ?? null;
    },
  };
}
