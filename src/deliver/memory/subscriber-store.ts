import type { Channel } from "../../model/channel.ts";
import type { SubscriberNumber } from "../../model/id.ts";
import type { Subscriber } from "../../model/subscriber.ts";
import type { SubscriberStore } from "../ports.ts";

/** A SubscriberStore that forgets everything when the process ends: for tests and trials. `all`: by number. */
export function createMemorySubscriberStore(): SubscriberStore & { readonly all: () => readonly Subscriber[] } {
  const kept = new Map<SubscriberNumber, Subscriber>();
  let last = 0;
  const withAddress = (channel: Channel, fingerprint: string): Subscriber | undefined =>
    [...kept.values()].find((one) => one.channel === channel && one.sealed.fingerprint === fingerprint);
  return {
    all: () => [...kept.values()],
    async add(subscriber) {
      const known = withAddress(subscriber.channel, subscriber.sealed.fingerprint);
      if (known !== undefined) return { subscriber: known, fresh: false };
      last += 1;
      const added = { ...subscriber, number: last as SubscriberNumber };
      kept.set(added.number, added);
      return { subscriber: added, fresh: true };
    },
    async get(number) {
      return kept.get(number) ?? null;
    },
    async find(channel, fingerprint) {
      return withAddress(channel, fingerprint) ?? null;
    },
    async many(numbers) {
      return numbers.map((number) => kept.get(number) ?? null);
    },
    async change(number, to) {
      const before = kept.get(number);
      if (before === undefined) return null;
      const after = { ...before, ...to };
      kept.set(number, after);
      return after;
    },
    async remove(number) {
      return kept.delete(number);
    },
    async removePending(before) {
      const old = [...kept.values()].filter(({ status, since }) => status === "pending" && since < before);
      for (const { number } of old) kept.delete(number);
      return old.length;
    },
    async count() {
      const groups = Map.groupBy(kept.values(), ({ channel, status }) => `${channel} ${status}`);
      return [...groups]
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .flatMap(([, [first, ...others]]) =>
          first === undefined ? [] : [{ channel: first.channel, status: first.status, count: others.length + 1 }],
        );
    },
  };
}
