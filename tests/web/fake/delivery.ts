import { TocsinError } from "../../../src/model/error.ts";
import type { DispatchId, EntryId } from "../../../src/model/id.ts";
import type { DeliveryService, DispatchView } from "../../../src/web/delivery-ports.ts";
import { relays } from "./dispatches.ts";
import { act, type FakeState } from "./state.ts";

/** The actions behind the pages about what is sent, over what the state has. */
export function fakeDelivery(state: FakeState): DeliveryService {
  const { delivery } = state;
  const one = (id: DispatchId): DispatchView => {
    const found = delivery.dispatches.find((dispatch) => dispatch.id === id);
    if (!found) throw new TocsinError("NOT_FOUND", "There is no such dispatch.");
    return found;
  };
  const put = (changed: DispatchView): void => {
    delivery.dispatches = delivery.dispatches.map((old) => (old.id === changed.id ? changed : old));
  };
  const carries = (entry: EntryId, { id }: DispatchView): boolean => id.startsWith(`${entry}/`);
  const reach = () =>
    delivery.channels.map(({ channel, subscribers }) => ({
      channel,
      gotOriginal: channel === "email" ? 940 : 120,
      others: subscribers.pending,
    }));
  return {
    alarms: () => delivery.alarms,
    overview: async () => ({
      channels: delivery.channels,
      waiting: delivery.channels.length === 0 ? [] : [{ lane: "urgent", count: 1200 }],
      relays: delivery.channels.length === 0 ? [] : relays,
    }),
    dispatches: async (_actor, { entry, limit }) =>
      delivery.dispatches.filter((dispatch) => entry === undefined || carries(entry, dispatch)).slice(0, limit),
    dispatch: async (_actor, id) => one(id),
    async setPaused(actor, id, paused) {
      act(state, actor, "delivery.edit", paused ? "delivery.paused" : "delivery.resumed", id);
      put({ ...one(id), paused });
    },
    async retry(actor, id, which) {
      act(state, actor, "delivery.edit", which === "failed" ? "delivery.retried" : "delivery.repeated", id);
      const found = one(id);
      const count = found.tally[which];
      const troubles = found.troubles.map((trouble) =>
        trouble.outcome === which ? ({ ...trouble, outcome: "retrying" } as const) : trouble,
      );
      const doubtful = which === "unknown" ? [] : found.doubtful;
      const tally = { ...found.tally, [which]: 0, planned: found.tally.planned + count };
      put({ ...found, tally, troubles, doubtful });
      return count;
    },
    correctionReach: async () => reach(),
    draftReach: async () => ({
      reach: reach().map((channel) => ({ ...channel, gotOriginal: 0, others: channel.gotOriginal })),
      checks: delivery.checks,
    }),
  };
}
