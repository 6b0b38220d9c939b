import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { DeliveryChannel, Result } from "../../../src/deliver/ports.ts";
import { TROUBLE_CODES } from "../../../src/deliver/trouble-codes.ts";
import { aLetter, anOutgoing } from "../letter.ts";

/** Addresses of recipients on the other side, by how they answer. Each has a part that nothing else has. */
export interface Recipients {
  readonly accepts: string;
  /** Never again. */
  readonly refuses: string;
  /** Not now. */
  readonly later: string;
  /** Takes everything and never answers. */
  readonly hangs: string;
  /** Takes everything and answers what makes no sense. Null: the channel's transport has nothing of that kind. */
  readonly garbage: string | null;
}

export interface ChannelUnderTest {
  readonly channel: DeliveryChannel;
  readonly recipients: Recipients;
  /** What somebody may type, each with the one form that it has. */
  readonly addresses: readonly (readonly [typed: string, form: string])[];
  readonly invalid: readonly string[];
  /** Messages that came to an address so far. */
  arrived(address: string): number;
  /** Open connections to the other side; null: the channel keeps none. */
  connections(): Promise<number | null>;
  close(): Promise<void>;
}

const never = new AbortController().signal;

/** What every DeliveryChannel keeps to. `make` gives a fresh one with its other side for each test. */
export function describeDeliveryChannel(name: string, make: () => Promise<ChannelUnderTest>): void {
  describe(`DeliveryChannel: ${name}`, () => {
    let t: ChannelUnderTest;
    beforeEach(async () => {
      t = await make();
    });
    afterEach(async () => {
      await t.channel.close();
      await t.close();
    });

    const send = (address: string, signal: AbortSignal = never): Promise<Result> =>
      t.channel.send(anOutgoing(address), signal);
    /** Nobody learns from a result whom it is about. */
    const expectNameless = (result: Result, address: string): void => {
      const said = JSON.stringify(result).toLowerCase();
      const parts = address.toLowerCase().split(/[^\p{L}\p{N}]+/u);
      expect(parts.filter((part) => part.length >= 6 && said.includes(part))).toEqual([]);
      expect(said).not.toContain(address.toLowerCase());
    };
    const expectKnown = (result: Result): void => {
      if (result.outcome === "failed" || result.outcome === "unknown")
        expect(Object.keys(TROUBLE_CODES)).toContain(result.code);
    };

    it("says that it was accepted, once", async () => {
      expect(await send(t.recipients.accepts)).toMatchObject({ outcome: "accepted" });
      expect(t.arrived(t.recipients.accepts)).toBe(1);
    });

    it("hands over as many at once as it says", async () => {
      expect(t.channel.width).toBeGreaterThan(0);
      const all = await Promise.all(Array.from({ length: t.channel.width * 2 }, () => send(t.recipients.accepts)));
      expect(all.filter(({ outcome }) => outcome !== "accepted")).toEqual([]);
      expect(t.arrived(t.recipients.accepts)).toBe(all.length);
    });

    it("tells a refusal for good from one for now, in words of its own", async () => {
      for (const [address, permanent] of [
        [t.recipients.refuses, true],
        [t.recipients.later, false],
      ] as const) {
        const result = await send(address);
        expect(result).toMatchObject({ outcome: "failed", permanent });
        expectNameless(result, address);
        expectKnown(result);
        expect(t.arrived(address)).toBe(0);
      }
    });

    it("goes on after any answer", async () => {
      await send(t.recipients.refuses);
      await send(t.recipients.later);
      if (t.recipients.garbage !== null) await send(t.recipients.garbage);
      expect(await send(t.recipients.accepts)).toMatchObject({ outcome: "accepted" });
    });

    it("does not take a senseless answer for a yes", async () => {
      const { garbage } = t.recipients;
      if (garbage === null) return;
      const result = await send(garbage);
      expect(["failed", "unknown"]).toContain(result.outcome);
      expectNameless(result, garbage);
      expectKnown(result);
    });

    it("is in doubt when it was told to stop and something had gone out", async () => {
      const stop = new AbortController();
      const result = send(t.recipients.hangs, stop.signal);
      await until(() => t.arrived(t.recipients.hangs) > 0);
      stop.abort();
      expect(await result).toMatchObject({ outcome: "unknown" });
      expectNameless(await result, t.recipients.hangs);
      expectKnown(await result);
    });

    it("sends nothing when it was told to stop before", async () => {
      const result = await send(t.recipients.accepts, AbortSignal.abort());
      expect(result).toMatchObject({ outcome: "failed", permanent: false });
      expect(t.arrived(t.recipients.accepts)).toBe(0);
    });

    it("is not held up by one that hangs", async () => {
      if (t.channel.width === 1) return;
      const stop = new AbortController();
      const hanging = send(t.recipients.hangs, stop.signal);
      expect(await send(t.recipients.accepts)).toMatchObject({ outcome: "accepted" });
      stop.abort();
      await hanging;
    });

    it("ends its connections when it is closed, and what is under way with them", async () => {
      await send(t.recipients.accepts);
      const hanging = send(t.recipients.hangs);
      await until(() => t.arrived(t.recipients.hangs) > 0);
      await t.channel.close();
      expect(await hanging).toMatchObject({ outcome: "unknown" });
      await until(async () => ((await t.connections()) ?? 0) === 0);
      expect((await send(t.recipients.accepts)).outcome).toBe("failed");
    });

    it("gives an address its one form, which stays as it is", () => {
      for (const [typed, form] of t.addresses) {
        expect(t.channel.address(typed)).toBe(form);
        expect(t.channel.address(form)).toBe(form);
      }
    });

    it("says what is wrong with an address without repeating it", () => {
      for (const typed of t.invalid) {
        expect(() => t.channel.address(typed)).toThrow(expect.objectContaining({ code: "ADDRESS_INVALID" }));
        try {
          t.channel.address(typed);
        } catch (error) {
          if (typed.trim().length > 3) expect(String(error)).not.toContain(typed.trim());
        }
      }
    });

    it("has nothing against an ordinary letter, and stops one without words", () => {
      expect(t.channel.check(aLetter()).filter(({ blocks }) => blocks)).toEqual([]);
      const empty = t.channel.check(aLetter({ title: "", lead: "", parts: [] }));
      expect(empty.filter(({ blocks }) => blocks)).not.toEqual([]);
    });
  });
}

/** Waits until it holds; fails after ten seconds. */
async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  await expect.poll(holds, { timeout: 10_000, interval: 5 }).toBe(true);
}
