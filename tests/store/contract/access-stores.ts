import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { LinkStore, SessionStore, User, UserStore } from "../../../src/desk/ports.ts";
import type { UserId } from "../../../src/model/id.ts";
import { parseInstant } from "../../../src/model/time.ts";

export interface AccessStoresUnderTest {
  readonly users: UserStore;
  readonly sessions: SessionStore;
  readonly links: LinkStore;
  readonly close: () => Promise<void>;
}

const minute = (n: number) => parseInstant(`2031-03-03T12:${String(n).padStart(2, "0")}:00Z`);
const userId = (n: number): UserId => `u${n.toString(16).padStart(16, "0")}` as UserId;

function aUser(n: number, over: Partial<User> = {}): User {
  return {
    id: userId(n),
    email: `Person${n}@Office.example`,
    name: `Person “${n}”`,
    role: "analyst",
    disabled: false,
    passwordHash: "",
    createdAt: minute(n),
    ...over,
  };
}

/** What every UserStore, SessionStore and LinkStore keeps to. `make` gives empty ones for each test. */
export function describeAccessStores(name: string, make: () => Promise<AccessStoresUnderTest>): void {
  let t: AccessStoresUnderTest;
  const fresh = (): void => {
    beforeEach(async () => {
      t = await make();
    });
    afterEach(() => t.close());
  };

  describe(`UserStore: ${name}`, () => {
    fresh();

    it("gives back exactly what was inserted and saved", async () => {
      expect(await t.users.count()).toBe(0);
      await t.users.insert(aUser(1));
      expect(await t.users.get(userId(1))).toEqual(aUser(1));
      const changed = aUser(1, {
        name: "Інна",
        role: "administrator",
        disabled: true,
        passwordHash: "$argon2id$v=19$m=1$x$y",
      });
      await t.users.save(changed);
      expect(await t.users.get(userId(1))).toEqual(changed);
      expect(await t.users.list()).toEqual([changed]);
      expect(await t.users.count()).toBe(1);
      expect(await t.users.get(userId(2))).toBeNull();
    });

    it("knows an e-mail address however its letters are written, and keeps it as written", async () => {
      await t.users.insert(aUser(1, { email: "Ärna.Vale@Office.Example" }));
      for (const email of ["ärna.vale@office.example", "ÄRNA.VALE@OFFICE.EXAMPLE", " Ärna.Vale@office.example "]) {
        expect((await t.users.findByEmail(email))?.email).toBe("Ärna.Vale@Office.Example");
      }
      expect(await t.users.findByEmail("arna.vale@office.example")).toBeNull();
    });

    it("does not take two mailboxes for one", async () => {
      await t.users.insert(aUser(1, { email: "a@straße.example" }));
      expect(await t.users.findByEmail("a@strasse.example")).toBeNull();
    });

    it("refuses an address that somebody else has, on insert and on save", async () => {
      await t.users.insert(aUser(1));
      await t.users.insert(aUser(2));
      const same = aUser(3, { email: aUser(1).email.toUpperCase() });
      await expect(t.users.insert(same)).rejects.toMatchObject({ code: "CONFLICT" });
      await expect(t.users.save(aUser(2, { email: same.email }))).rejects.toMatchObject({ code: "CONFLICT" });
      expect(await t.users.count()).toBe(2);
      expect((await t.users.get(userId(2)))?.email).toBe(aUser(2).email);
      await t.users.save(aUser(1, { email: aUser(1).email.toUpperCase() }));
    });

    it("lets exactly one of two people with one address in", async () => {
      const both = await Promise.allSettled([
        t.users.insert(aUser(1)),
        t.users.insert(aUser(2, { email: aUser(1).email })),
      ]);
      expect(both.filter((outcome) => outcome.status === "fulfilled")).toHaveLength(1);
      expect(both.find((outcome) => outcome.status === "rejected")).toMatchObject({ reason: { code: "CONFLICT" } });
    });

    it("does not save a user who was never inserted", async () => {
      await expect(t.users.save(aUser(1))).rejects.toMatchObject({ code: "NOT_FOUND" });
    });

    it("lists by e-mail address", async () => {
      await t.users.insert(aUser(1, { email: "zoe@office.example" }));
      await t.users.insert(aUser(2, { email: "Adam@office.example" }));
      expect((await t.users.list()).map((user) => user.id)).toEqual([2, 1].map(userId));
    });
  });

  describe(`SessionStore: ${name}`, () => {
    fresh();
    const start = (tokenHash: string, user: number, end: number) =>
      t.sessions.insert({ tokenHash, user: userId(user), createdAt: minute(0), expiresAt: minute(end) });

    it("finds a session until the moment it ends", async () => {
      await start("one", 1, 30);
      expect(await t.sessions.find("one", minute(29))).toBe(userId(1));
      expect(await t.sessions.find("one", minute(30))).toBeNull();
      expect(await t.sessions.find("other", minute(1))).toBeNull();
    });

    it("ends one, all of a person, or those that are over", async () => {
      await start("one", 1, 30);
      await start("two", 1, 30);
      await start("three", 2, 30);
      await start("four", 2, 10);
      await t.sessions.remove("one");
      await t.sessions.remove("one");
      expect(await t.sessions.find("one", minute(1))).toBeNull();
      await t.sessions.removeExpired(minute(10));
      expect(await t.sessions.find("four", minute(1))).toBeNull();
      await t.sessions.removeAllOf(userId(1));
      expect(await t.sessions.find("two", minute(1))).toBeNull();
      expect(await t.sessions.find("three", minute(1))).toBe(userId(2));
    });
  });

  describe(`LinkStore: ${name}`, () => {
    fresh();

    it("gives a link's purpose until it is used or over", async () => {
      await t.links.insert({ tokenHash: "first", purpose: "first-administrator", user: null, expiresAt: minute(30) });
      await t.links.insert({ tokenHash: "second", purpose: "invitation", user: userId(4), expiresAt: minute(30) });
      expect(await t.links.find("first", minute(29))).toEqual({ purpose: "first-administrator", user: null });
      expect(await t.links.find("second", minute(1))).toEqual({ purpose: "invitation", user: userId(4) });
      expect(await t.links.find("first", minute(30))).toBeNull();
      expect(await t.links.find("third", minute(1))).toBeNull();
      expect(await t.links.use("second", minute(30))).toBe(false);
      expect(await t.links.use("second", minute(1))).toBe(true);
      expect(await t.links.use("second", minute(1))).toBe(false);
      expect(await t.links.find("second", minute(1))).toBeNull();
      expect(await t.links.use("third", minute(1))).toBe(false);
    });

    it("lets exactly one of several callers use it", async () => {
      await t.links.insert({ tokenHash: "one", purpose: "invitation", user: userId(1), expiresAt: minute(30) });
      const uses = await Promise.all(Array.from({ length: 6 }, () => t.links.use("one", minute(1))));
      expect(uses.filter(Boolean)).toHaveLength(1);
    });
  });
}
