import type { Activity, ActivityStore } from "../../desk/ports.ts";

/** An ActivityStore that forgets everything when the process ends: for tests and trials. */
export function createMemoryActivityStore(): ActivityStore {
  const kept: Activity[] = [];
  return {
    async add(activity) {
      kept.unshift(activity);
    },
    async list({ about, limit }) {
      return kept
        .filter((activity) => about === undefined || activity.about === about)
        .toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
        .slice(0, limit);
    },
  };
}
