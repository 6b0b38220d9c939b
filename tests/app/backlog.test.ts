import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { createBacklog, type Backlog } from "../../src/app/backlog.ts";
import type { EvidenceThread } from "../../src/app/evidence-thread.ts";
import { memoryClaimStore, memorySuggestionStore } from "../../src/evidence/memory.ts";
import type { ReadEvidence } from "../../src/evidence/read.ts";
import { createMemoryPublisherStore } from "../../src/intake/memory/publishers.ts";
import { createMemoryReportStore } from "../../src/intake/memory/reports.ts";
import type { Report } from "../../src/model/report.ts";
import { openStore } from "../../src/store/open.ts";
import { aPublisher, aReport, at } from "../intake/contract/examples.ts";
import { actor, openOffice } from "./office.ts";

const NOTHING: ReadEvidence = { attributions: [], figures: [], languageSupported: true };

/** Stores in memory, with the given reports. */
async function storesWith(reports: readonly Report[]) {
  const suggestions = memorySuggestionStore();
  const read = new Set<string>();
  const publishers = createMemoryPublisherStore();
  const store = createMemoryReportStore({
    publishers,
    hasEvidence: (id, version) => read.has(`${id} ${version}`),
  });
  await publishers.save(aPublisher("gazette"));
  for (const report of reports) await store.insert(report);
  return {
    reports: store,
    publishers,
    claims: memoryClaimStore(),
    suggestions: {
      ...suggestions,
      async insert(readings: Parameters<typeof suggestions.insert>[0]) {
        await suggestions.insert(readings);
        for (const one of readings) read.add(`${one.report} ${one.reportVersion}`);
      },
    },
  };
}

/** A second thread that answers as the test says. */
function threadThat(read: (text: string) => Promise<ReadEvidence>): EvidenceThread & { readonly texts: string[] } {
  const texts: string[] = [];
  return {
    texts,
    life: () => 1,
    async read(reports) {
      const found: ReadEvidence[] = [];
      for (const { text } of reports) {
        texts.push(text);
        found.push(await read(text));
      }
      return found;
    },
    know: async () => {},
    drop: async () => {},
    gather: async () => ({ claims: [], additions: [] }),
    close: async () => {},
  };
}

const surroundings = {
  clock: () => at("2031-03-04T00:00:00Z"),
  random: (n: number) => new Uint8Array(n),
  logger: () => {},
};
const open: Backlog[] = [];
const opened = (backlog: Backlog): Backlog => {
  open.push(backlog);
  return backlog;
};
afterEach(async () => {
  for (const backlog of open.splice(0)) await backlog.close();
});

describe("a backlog of reports", () => {
  test("is read to its end, the latest first, with progress on the way", async () => {
    const reports = Array.from({ length: 60 }, (_, i) =>
      aReport(i, { publishedAt: at(`2031-03-03T${String(i % 24).padStart(2, "0")}:00:00Z`), text: `Text ${i}.` }),
    );
    const thread = threadThat(async () => NOTHING);
    const store = await storesWith(reports);
    const backlog = opened(createBacklog({ ...surroundings, store }, thread));
    const seen: string[] = [];
    backlog.wake();
    await backlog.settled(({ done, total }) => void seen.push(`${done}/${total}`));
    expect((await store.reports.withoutEvidence(10)).total).toBe(0);
    expect(seen).toEqual(["0/60", "24/60", "48/60"]);
    expect(new Set(thread.texts).size).toBe(60);
    expect(thread.texts[0]).toBe("Text 23.");
    expect(backlog.state()).toBeNull();
  });

  test("a report that brings the thread down costs nobody else anything and is not tried for ever", async () => {
    const reports = Array.from({ length: 30 }, (_, i) => aReport(i, { text: i === 7 ? "poison" : `Text ${i}.` }));
    const thread = threadThat(async (text) => {
      if (text === "poison") throw new Error("the evidence thread ended");
      return NOTHING;
    });
    const store = await storesWith(reports);
    const backlog = opened(createBacklog({ ...surroundings, store }, thread));
    backlog.wake();
    await backlog.settled();
    expect((await store.reports.withoutEvidence(10)).total).toBe(0);
    expect(await store.suggestions.reading(reports[7]?.id as Report["id"], 1)).toEqual({ languageSupported: false });
    expect(await store.suggestions.reading(reports[8]?.id as Report["id"], 1)).toEqual({ languageSupported: true });
  });

  test("closed in the middle, it goes on where it was", async () => {
    const reports = Array.from({ length: 60 }, (_, i) => aReport(i, { text: `Text ${i}.` }));
    const store = await storesWith(reports);
    let backlog = createBacklog(
      { ...surroundings, store },
      threadThat(async (text) => {
        if (text === "Text 30.") void backlog.close();
        return NOTHING;
      }),
    );
    backlog.wake();
    await backlog.settled();
    const left = (await store.reports.withoutEvidence(100)).total;
    expect(left).toBeGreaterThan(0);
    const rest = threadThat(async () => NOTHING);
    backlog = opened(createBacklog({ ...surroundings, store }, rest));
    backlog.wake();
    await backlog.settled();
    expect(rest.texts).toHaveLength(left);
    expect((await store.reports.withoutEvidence(10)).total).toBe(0);
  });
});

describe("in a whole office", () => {
  const paper = (name: string, text: string) => ({
    name: `${name}.txt`,
    bytes: new TextEncoder().encode(text),
    publisher: name,
  });
  const first =
    "Depot burns in Varn\n\nAt least 35 people were killed in the fire at the fuel depot in Varn, the fire chief Ana Brod said on Monday evening.";
  const second =
    "Dozens dead in Varn\n\nFire chief Ana Brod said that at least 35 people had been killed in the fire at the Varn fuel depot.";

  test("two papers that say the same become a claim; rejected, it does not come back with a third", async () => {
    const office = await openOffice();
    try {
      const analyst = actor("analyst");
      const { intake, evidence } = office.desk;
      await intake.importFile(analyst, paper("Quarterline", first));
      await intake.importFile(analyst, paper("Harbour Times", second));
      await intake.settled();
      const suggested = await evidence.claims(analyst, { status: "suggested" });
      expect(suggested.length).toBeGreaterThan(0);
      for (const { rivals: _r, reports: _p, origins: _o, ...claim } of suggested) {
        await evidence.saveClaim(analyst, { ...claim, status: "rejected" });
      }
      await intake.importFile(analyst, paper("Varn Courier", `${first} She spoke at the gate.`));
      await intake.settled();
      expect(await evidence.claims(analyst, { status: "suggested" })).toEqual([]);
      const decisions = await evidence.decisions(analyst, 0, 100);
      expect(decisions.filter(({ kind }) => kind === "claim").map(({ verdict }) => verdict)).toEqual(
        suggested.map(() => "rejected"),
      );
    } finally {
      await office.close();
    }
  });
});

/** Runs the program in a folder; resolves with its exit code, or `null` when it was killed after `killAfterMs`. */
function tocsin(
  data: string,
  args: readonly string[],
  killAfterMs?: number,
): Promise<{ code: number | null; out: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(import.meta.dirname, "../../dist/cli/main.js"), ...args], {
      env: { ...process.env, TOCSIN_DATA: data, NO_COLOR: "1" },
    });
    let out = "";
    child.stdout.on("data", (chunk: Buffer) => (out += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (out += chunk.toString()));
    const timer = killAfterMs === undefined ? null : setTimeout(() => child.kill("SIGKILL"), killAfterMs);
    child.on("close", (code) => {
      if (timer) clearTimeout(timer);
      resolve({ code, out });
    });
  });
}

test(
  "killed while it reads, the program goes on and leaves no report out and none twice",
  { timeout: 120_000 },
  async () => {
    const folder = mkdtempSync(join(tmpdir(), "tocsin-backlog-"));
    try {
      const data = join(folder, "data");
      const pages = join(folder, "pages");
      mkdirSync(pages);
      for (let i = 0; i < 120; i += 1) {
        const text = `Bridge ${i} closed\n\nThe bridge over river ${i} was closed, engineer Ana Brod said. ${"Nobody was hurt. ".repeat(i % 40)}`;
        writeFileSync(join(pages, `${i}.txt`), text);
      }
      expect(
        (
          await tocsin(data, [
            "init",
            "--name",
            "en=Office",
            "--base-url",
            "https://office.example",
            "--contact",
            "desk@office.example",
          ])
        ).code,
      ).toBe(0);
      for (const after of [1500, 2500]) await tocsin(data, ["import", pages], after);
      const rest = await tocsin(data, ["import", pages]);
      expect(rest.out).toContain("0 failed");
      const again = await tocsin(data, ["evidence"]);
      expect(again.out).toContain("Every report has been read.");
      const store = await openStore({ sqliteFile: join(data, "tocsin.db") });
      const { reports, total } = await store.reports.list({ limit: 1000, offset: 0 });
      expect(total).toBe(120);
      for (const { id } of reports) {
        const found = await store.suggestions.attributions(id, 1);
        expect(new Set(found.map((one) => one.index)).size).toBe(found.length);
        expect(found.length).toBeGreaterThan(0);
      }
      await store.close();
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
);
