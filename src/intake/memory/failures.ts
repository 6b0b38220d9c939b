import type { IntakeFailure, IntakeFailureStore } from "../ports.ts";

/** An IntakeFailureStore that forgets everything when the process ends: for tests and trials. */
export function createMemoryIntakeFailureStore(): IntakeFailureStore {
  const kept: IntakeFailure[] = [];
  return {
    async add(failure) {
      kept.unshift(failure);
    },
    async list(limit) {
      // The sort is stable: among those of one time the last added stays first.
      return kept.toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0)).slice(0, limit);
    },
  };
}
