import { TocsinError } from "../../model/error.ts";
import type { SourceId } from "../../model/id.ts";
import type { Source } from "../../model/source.ts";
import type { SourceStore } from "../ports.ts";

/** A SourceStore that forgets everything when the process ends: for tests and trials. */
export function createMemorySourceStore(): SourceStore {
  const kept = new Map<SourceId, Source>();
  return {
    async add(source) {
      if ([...kept.values()].some((other) => other.url === source.url || other.id === source.id)) {
        throw new TocsinError("CONFLICT", `${source.url} is among the sources already.`);
      }
      kept.set(source.id, source);
    },
    async get(id) {
      return kept.get(id) ?? null;
    },
    async list() {
      return [...kept.values()];
    },
    async save(source) {
      kept.set(source.id, source);
    },
    async remove(id) {
      kept.delete(id);
    },
    async due(now, limit) {
      return [...kept.values()]
        .filter((source) => !source.paused && source.nextPollAt <= now)
        .sort((a, b) => (a.nextPollAt < b.nextPollAt ? -1 : a.nextPollAt > b.nextPollAt ? 1 : 0))
        .slice(0, limit);
    },
  };
}
