import { randomBytes } from "node:crypto";
import { afterEach, describe, expect, test } from "vitest";
import { createNatsBell } from "../../src/app/nats-bell.ts";
import { createBell } from "../../src/deliver/bell.ts";
import type { Lane } from "../../src/deliver/dispatch.ts";
import type { Bell } from "../../src/deliver/ports.ts";
import { natsServer, removeQueue } from "./nats.ts";

const made: Bell[] = [];
const prefixes = new Set<string>();
afterEach(async () => {
  for (const bell of made.splice(0)) await bell.close();
  for (const prefix of prefixes) await removeQueue(prefix);
  prefixes.clear();
});

async function natsBell(prefix: string, leaseSeconds = 60): Promise<Bell> {
  const bell = await createNatsBell({ servers: natsServer ?? "", prefix, logger: () => {}, leaseSeconds });
  made.push(bell);
  prefixes.add(prefix);
  return bell;
}

const fresh = (): string => `tocsin.test-${randomBytes(6).toString("hex")}`;

function heardBy(bell: Bell): Lane[] {
  const heard: Lane[] = [];
  bell.listen((lane) => heard.push(lane));
  return heard;
}

const KINDS = [
  { kind: "in one process", make: async () => createBell(), skip: false },
  { kind: "over NATS (needs a server)", make: () => natsBell(fresh()), skip: natsServer === null },
];

for (const { kind, make, skip } of KINDS) {
  describe.skipIf(skip)(kind, () => {
    test("who listens hears each ring of this process at once, until they stop", async () => {
      const bell = await make();
      const heard = heardBy(bell);
      const other: Lane[] = [];
      const stop = bell.listen((lane) => other.push(lane));
      bell.ring("digest");
      stop();
      bell.ring("urgent");
      expect(heard).toEqual(["digest", "urgent"]);
      expect(other).toEqual(["digest"]);
    });

    test("nobody is called after it is closed", async () => {
      const bell = await make();
      const heard = heardBy(bell);
      await bell.close();
      bell.ring("urgent");
      expect(heard).toEqual([]);
    });
  });
}

describe.skipIf(natsServer === null)("between processes over NATS (needs a server)", () => {
  const never = new AbortController().signal;

  test("a ring is heard by all, and gives one turn to one of them", async () => {
    const prefix = fresh();
    const [a, b, c] = [await natsBell(prefix), await natsBell(prefix), await natsBell(prefix)];
    const [atB, atC] = [heardBy(b), heardBy(c)];
    const given = [b.turns!.next(never), c.turns!.next(never)];
    a.ring("urgent");
    const turn = await Promise.race(given);
    expect(turn).not.toBeNull();
    await expect.poll(() => [atB, atC]).toEqual([["urgent"], ["urgent"]]);
    let second = false;
    void Promise.all(given).then(() => (second = true));
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(second).toBe(false);
    a.turns!.offer();
    expect(await Promise.all(given)).toHaveLength(2);
    turn?.done();
  });

  test("a turn that fell to a hand that no longer waits is for the next hand", async () => {
    const bell = await natsBell(fresh());
    const impatient = new AbortController();
    const first = bell.turns!.next(impatient.signal);
    impatient.abort();
    expect(await first).toBeNull();
    bell.ring("edition");
    expect(await bell.turns!.next(never)).not.toBeNull();
  });

  test("the turn of a process that died goes to another, after the lease", async () => {
    const prefix = fresh();
    const dying = await natsBell(prefix, 0);
    dying.ring("edition");
    expect(await dying.turns!.next(never)).not.toBeNull();
    await dying.close();
    const started = performance.now();
    const other = await natsBell(prefix, 0);
    const turn = await other.turns!.next(never);
    expect(performance.now() - started).toBeGreaterThan(1000);
    turn?.done();
    await new Promise((resolve) => setTimeout(resolve, 50));
  });

  test("offices that share a server do not wake each other", async () => {
    const [ours, theirs] = [await natsBell(fresh()), await natsBell(fresh())];
    const heard = heardBy(ours);
    theirs.ring("urgent");
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(heard).toEqual([]);
  });
});
