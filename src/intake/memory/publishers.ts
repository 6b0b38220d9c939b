import type { PublisherId } from "../../model/id.ts";
import type { Publisher } from "../../model/publisher.ts";
import type { PublisherStore } from "../ports.ts";

/** A PublisherStore that forgets everything when the process ends: for tests and trials. */
export function createMemoryPublisherStore(): PublisherStore {
  const kept = new Map<PublisherId, Publisher>();
  return {
    async get(id) {
      return kept.get(id) ?? null;
    },
    async list() {
      return [...kept.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
    },
    async save(publisher) {
      kept.set(publisher.id, publisher);
    },
  };
}
