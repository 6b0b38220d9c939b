import { describe, expect, test } from "vitest";
import type { SubscriberStore } from "../../../src/deliver/ports.ts";
import type { SubscriberNumber } from "../../../src/model/id.ts";
import { added, after, NOON, somebody } from "../people.ts";

const NOBODY = 4_000_000_000 as SubscriberNumber;

/** What every SubscriberStore must do. Run it once for each implementation. */
export function describeSubscriberStore(name: string, makeStore: () => Promise<SubscriberStore>): void {
  describe(`SubscriberStore: ${name}`, () => {
    test("gives back what was added, with a number that counts up", async () => {
      const store = await makeStore();
      const ana = somebody({ topics: ["safety", "corrections"], area: "Дельта", frequency: "daily", hour: 7 });
      const first = await store.add(ana);
      const second = await store.add(somebody({}, { status: "pending", confirmedAt: null, channel: "push" }));
      expect(first).toEqual({ subscriber: { ...ana, number: first.subscriber.number }, fresh: true });
      expect(second.subscriber.number).toBeGreaterThan(first.subscriber.number);
      expect(await store.get(first.subscriber.number)).toEqual(first.subscriber);
      expect(await store.find("push", second.subscriber.sealed.fingerprint)).toEqual(second.subscriber);
      expect(await store.find("email", second.subscriber.sealed.fingerprint)).toBeNull();
      expect(await store.get(NOBODY)).toBeNull();
    });

    test("an address is there once on a channel, also when it is added twice at once", async () => {
      const store = await makeStore();
      const ana = somebody();
      const both = await Promise.all([store.add(ana), store.add({ ...ana, status: "pending" })]);
      expect(both.filter(({ fresh }) => fresh)).toHaveLength(1);
      expect(both[0].subscriber).toEqual(both[1].subscriber);
      expect((await store.add({ ...ana, channel: "webhook" })).fresh).toBe(true);
    });

    test("many come in the order asked for, with null for those who are gone", async () => {
      const store = await makeStore();
      const numbers = await added(store, somebody(), somebody(), somebody());
      await store.remove(numbers[1]!);
      const asked = [numbers[2]!, NOBODY, numbers[0]!, numbers[1]!, numbers[2]!];
      const found = await store.many(asked);
      expect(found.map((one) => one?.number ?? null)).toEqual([numbers[2], null, numbers[0], null, numbers[2]]);
      expect(await store.many([])).toEqual([]);
      const wide = Array.from({ length: 2500 }, (_, i) => (numbers[0]! + i) as SubscriberNumber);
      expect((await store.many(wide)).filter((one) => one !== null)).toHaveLength(2);
    });

    test("changes what it is told to change", async () => {
      const store = await makeStore();
      const [number] = await added(store, somebody({}, { status: "pending", confirmedAt: null }));
      const before = await store.get(number!);
      const confirmation = { status: "active", since: after(30), confirmedAt: after(60) } as const;
      const confirmed = await store.change(number!, confirmation);
      expect(confirmed).toEqual({ ...before, ...confirmation });
      const wishes = { lang: "uk", topics: ["measures"], area: "North", frequency: "urgent", hour: 0 } as const;
      const sealed = { box: "other", fingerprint: "f".repeat(64) };
      expect(await store.change(number!, { wishes, sealed })).toEqual({ ...confirmed, wishes, sealed });
      expect(await store.change(number!, {})).toEqual({ ...confirmed, wishes, sealed });
      expect(await store.get(number!)).toEqual({ ...confirmed, wishes, sealed });
      expect(await store.change(number!, { since: after(90) })).toMatchObject({ number, since: after(90) });
      expect(await store.change(NOBODY, { status: "active" })).toBeNull();
    });

    test("who is erased is gone, and nobody gets that number again", async () => {
      const store = await makeStore();
      const ana = somebody();
      const [number] = await added(store, ana);
      expect(await store.remove(number!)).toBe(true);
      expect(await store.remove(number!)).toBe(false);
      expect(await store.get(number!)).toBeNull();
      expect(await store.find("email", ana.sealed.fingerprint)).toBeNull();
      const again = await store.add(ana);
      expect(again.fresh).toBe(true);
      expect(again.subscriber.number).toBeGreaterThan(number!);
    });

    test("those who never confirmed go; others stay", async () => {
      const store = await makeStore();
      const pending = { status: "pending", confirmedAt: null } as const;
      await added(store, somebody(), somebody({}, pending), somebody({}, { ...pending, since: after(60) }));
      await added(store, somebody({}, { channel: "push", status: "suspended" }));
      expect(await store.removePending(after(30))).toBe(1);
      expect(await store.removePending(NOON)).toBe(0);
      expect(await store.count()).toEqual([
        { channel: "email", status: "active", count: 1 },
        { channel: "email", status: "pending", count: 1 },
        { channel: "push", status: "suspended", count: 1 },
      ]);
    });
  });
}
