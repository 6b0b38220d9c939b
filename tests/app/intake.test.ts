import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { feedPath } from "../../src/sample/outlet.ts";
import { kostrelMessenger } from "../../src/sample/reports/kostrel-messenger.ts";
import { createSampleServer } from "../../src/sample/server.ts";
import { parseInstant } from "../../src/model/time.ts";
import { actor, openOffice, type TestOffice } from "./office.ts";

const sample = createSampleServer();
const editor = actor("editor");
let origin = "";
let office: TestOffice;

beforeAll(async () => {
  ({ origin } = await sample.start());
  office = await openOffice(new URL(origin).host);
  office.setTime(parseInstant("2031-02-13T20:00:00Z"));
});
afterAll(async () => {
  await office.close();
  await sample.stop();
});

const day = (n: number): ReturnType<typeof parseInstant> => parseInstant(`2031-02-${n}T20:00:00Z`);

describe("a feed that is polled", () => {
  test("brings reports once, and a silently changed one as its next version with the difference", async () => {
    sample.setDay(13);
    const url = origin + feedPath(kostrelMessenger);
    const { source, outcomes } = await office.desk.intake.addSource(editor, {
      url,
      publisher: "Kostrel Messenger",
      everyMinutes: 30,
    });
    expect(source.kind).toBe("feed");
    expect(outcomes.map((one) => one.outcome)).toContain("new");

    office.setTime(day(14));
    const again = await office.desk.intake.pollSource(editor, source.id);
    expect(again.filter((one) => one.outcome === "failed")).toEqual([]);

    sample.setDay(15);
    office.setTime(day(15));
    const later = await office.desk.intake.pollSource(editor, source.id);
    const changed = later.find((one) => one.outcome === "changed");
    expect(changed, JSON.stringify(later)).toBeDefined();
    const view = await office.desk.intake.report(editor, changed?.report ?? ("r0" as never));
    expect(view.report.version).toBe(2);
    expect(view.changes.some((part) => part.kind === "added")).toBe(true);
    expect(view.changes.some((part) => part.kind === "removed")).toBe(true);
    expect((await office.desk.intake.report(editor, view.report.id, 1)).report.version).toBe(1);
  });

  test("keeps the captured bytes of every version under their SHA-256", async () => {
    const { reports } = await office.desk.intake.inbox(editor, { limit: 50, offset: 0 });
    for (const { id } of reports) {
      const { report } = await office.desk.intake.report(editor, id);
      expect(await office.app.context.snapshots.get(report.sha256)).not.toBeNull();
    }
  });
});

describe("what goes wrong", () => {
  test("a private address that was not allowed is refused and listed, and nothing else stops", async () => {
    const [outcome] = await office.desk.intake.importUrl(editor, "http://127.0.0.1:1/secret");
    expect(outcome).toMatchObject({ outcome: "failed", code: "FETCH_ADDRESS_BLOCKED" });
    const [failure] = await office.desk.intake.failures(editor);
    expect(failure).toMatchObject({ code: "FETCH_ADDRESS_BLOCKED", url: "http://127.0.0.1:1/secret" });
  });

  test("a hostile file fails alone; its bytes are kept", async () => {
    const bytes = Buffer.from(`<html><body>${"<div>".repeat(100_000)}`);
    const outcome = await office.desk.intake.importFile(editor, { name: "deep.html", bytes, publisher: "" });
    expect(outcome).toMatchObject({ outcome: "failed", code: "REPORT_TOO_COMPLEX" });
    const [failure] = await office.desk.intake.failures(editor);
    expect(failure?.sha256 && (await office.app.context.snapshots.get(failure.sha256))?.length).toBe(bytes.length);
    const good = await office.desk.intake.importFile(editor, {
      name: "ok.txt",
      bytes: Buffer.from("Bridge open\n\nThe mayor said the bridge is open."),
      publisher: "Local",
    });
    expect(good.outcome).toBe("new");
  });

  test("a source that fails is asked less and less often", async () => {
    const { reports } = await office.desk.intake.inbox(editor, { limit: 1, offset: 0 });
    const page = (await office.desk.intake.report(editor, reports[0]?.id ?? ("r0" as never))).report.url;
    const { source } = await office.desk.intake.addSource(editor, {
      url: page.startsWith("http") ? page : `${origin}/`,
      publisher: "",
      everyMinutes: 30,
    });
    await office.app.context.store.sources.save({ ...source, url: `${origin}/gone-for-good` });
    await office.desk.intake.pollSource(editor, source.id);
    const failed = (await office.desk.intake.sources(editor)).find((one) => one.id === source.id);
    expect(failed).toMatchObject({ failures: 1 });
    expect(failed?.lastError).toContain("FETCH_STATUS");
    await office.desk.intake.pollSource(editor, source.id);
    const twice = (await office.desk.intake.sources(editor)).find((one) => one.id === source.id);
    expect((twice?.nextPollAt ?? "") > (failed?.nextPollAt ?? "")).toBe(true);
  });
});
