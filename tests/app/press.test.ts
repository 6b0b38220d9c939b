import { describe, expect, test } from "vitest";
import { Press, type PressPorts } from "../../src/app/press.ts";
import { correctStatement } from "../../src/desk/correction.ts";
import { publishEdition } from "../../src/desk/edition.ts";
import type { StatementId } from "../../src/model/id.ts";
import type { Instant } from "../../src/model/time.ts";
import { createPrivateKeyPem, signerFromPem, verifierKey } from "../../src/record/key.ts";
import { verifySite } from "../../src/record/verify.ts";
import type { LogStore } from "../../src/record/ports.ts";
import type { SiteStore } from "../../src/publish/ports.ts";
import { createMemoryLogStore } from "../../src/store/memory/log.ts";
import { createMemorySiteStore } from "../../src/store/memory/site.ts";
import { at, draft, office, statement, wire } from "../desk/given.ts";

const signer = signerFromPem(createPrivateKeyPem(), "office.example/record");

interface House {
  readonly log: LogStore;
  readonly site: SiteStore;
  now: Instant;
}

function house(): House {
  return { log: createMemoryLogStore(), site: createMemorySiteStore(), now: at(7) };
}

function open(house: House, over: Partial<PressPorts> = {}): Promise<Press> {
  return Press.open({
    log: house.log,
    site: house.site,
    signer,
    clock: () => house.now,
    logger: () => {},
    announce: () => {},
    renderer: "tocsin test",
    ...over,
  });
}

async function problems(house: House): Promise<readonly unknown[]> {
  const reader = { read: (path: string) => house.site.read(path), list: () => house.site.list() };
  return (await verifySite(reader, { vkey: verifierKey(signer) })).problems;
}

const edition = (press: Press, text = "One."): ReturnType<Press["publish"]> =>
  press.publish(
    (history, now) =>
      publishEdition(
        draft({ statements: [statement("a", { text: { en: text, uk: "Один." } })] }),
        history,
        [wire],
        now,
      ),
    "approver",
  );

const correction = (press: Press, text: string): ReturnType<Press["publish"]> =>
  press.publish(
    (history) =>
      correctStatement(
        {
          kind: "correction",
          statement: "s1" as StatementId,
          fromVersion: history.statements.get("s1" as StatementId)?.versions.length ?? 1,
          right: { ...statement("a"), text: { en: text, uk: text }, asOf: at(8), area: {} },
          reason: { en: "A slip.", uk: "Описка." },
        },
        history,
        [wire],
      ),
    "approver",
  );

async function officeIn(place: House): Promise<Press> {
  const press = await open(place);
  await press.publish(() => [office], "administrator");
  return press;
}

describe("the press", () => {
  test("publishes an edition and a correction; the site verifies after each", async () => {
    const place = house();
    const press = await officeIn(place);
    await edition(press);
    expect(await problems(place)).toEqual([]);
    await correction(press, "Corrected.");
    expect(await problems(place)).toEqual([]);
    const page = await place.site.read("en/editions/1/index.html");
    expect(Buffer.from(page ?? []).toString()).toContain("Corrected.");
  });

  test("ten publications at once come out one after the other", async () => {
    const place = house();
    const press = await officeIn(place);
    await edition(press);
    await Promise.all(Array.from({ length: 10 }, (_, i) => correction(press, `Version ${i}.`)));
    expect(press.history().corrections.size).toBe(10);
    expect(await problems(place)).toEqual([]);
  });

  test("a refusal changes nothing", async () => {
    const place = house();
    const press = await officeIn(place);
    const size = await place.log.size();
    await expect(correction(press, "Of nothing.")).rejects.toMatchObject({ code: "STATEMENT_UNKNOWN" });
    expect(await place.log.size()).toBe(size);
  });

  test("time in the record never runs backwards, whatever the clock does", async () => {
    const place = house();
    const press = await officeIn(place);
    place.now = at(9);
    await edition(press);
    place.now = at(8);
    await correction(press, "Earlier clock.");
    expect(press.history().time).toBe(at(9));
    expect(await problems(place)).toEqual([]);
  });

  test("old pages say how old they are when only time has passed, and only then", async () => {
    const place = house();
    const press = await officeIn(place);
    await edition(press);
    expect(await press.refresh()).toBe(false);
    place.now = "2032-09-14T07:00:00Z" as Instant;
    expect(await press.refresh()).toBe(true);
    expect(await press.refresh()).toBe(false);
    const page = Buffer.from((await place.site.read("en/index.html")) ?? []).toString();
    expect(page).toMatch(/1 year and 7 months/);
    expect(await problems(place)).toEqual([]);
  });

  test("another program version that renders other pages says so in the record", async () => {
    const place = house();
    const press = await officeIn(place);
    await edition(press);
    const before = press.history().publicationCount;
    const next = await open(place, { renderer: "tocsin next" });
    // The name of the program alone changes no page, so nothing is published again.
    expect(next.history().publicationCount - before).toBeLessThanOrEqual(1);
    expect(await problems(place)).toEqual([]);
  });
});

/** Each write fails once before and once after it was persisted; then the house must go on by itself. */
describe("a write fails", () => {
  type Fault = "not persisted" | "persisted";

  function faulty<T extends (...args: never[]) => Promise<void>>(write: T, fault: Fault): T {
    let armed = true;
    return (async (...args: never[]) => {
      if (!armed) return write(...args);
      armed = false;
      if (fault === "persisted") await write(...args);
      throw new Error("the disk said no");
    }) as T;
  }

  for (const fault of ["not persisted", "persisted"] as const) {
    test(`the log's append (${fault}): nothing is lost or said twice`, async () => {
      const place = house();
      const press = await officeIn(place);
      await edition(press);
      const log: LogStore = {
        size: () => place.log.size(),
        leaves: (from, to) => place.log.leaves(from, to),
        checkpoint: () => place.log.checkpoint(),
        append: faulty((size, leaves, checkpoint) => place.log.append(size, leaves, checkpoint), fault),
      };
      const shaky = await open(place, { log });
      await expect(correction(shaky, "First try.")).rejects.toThrow("the disk said no");
      await correction(shaky, "Second try.");
      expect(shaky.history().corrections.size).toBe(fault === "persisted" ? 2 : 1);
      expect(await problems(place)).toEqual([]);
    });

    for (const how of ["apply", "replace"] as const) {
      test(`the site's ${how} (${fault}): the next publication and the next start both mend it`, async () => {
        const place = house();
        const press = await officeIn(place);
        await edition(press);
        const site: SiteStore = {
          live: () => place.site.live(),
          read: (path) => place.site.read(path),
          list: () => place.site.list(),
          apply:
            how === "apply"
              ? faulty((change) => place.site.apply(change), fault)
              : (change) => place.site.apply(change),
          replace:
            how === "replace"
              ? faulty((number, files) => place.site.replace(number, files), fault)
              : (number, files) => place.site.replace(number, files),
        };
        const shaky = await open(place, { site });
        await correction(shaky, "First.").catch(() => {});
        await correction(shaky, "Second.");
        expect(await problems(place)).toEqual([]);
        const again = await open(place);
        expect(again.history().corrections.size).toBe(2);
        expect(await problems(place)).toEqual([]);
      });
    }
  }
});
