import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { initDataDirectory } from "../../src/app/init.ts";
import { openApp } from "../../src/app/open.ts";
import { readConfig } from "../../src/app/config.ts";
import { folderReader, keyBeside } from "../../src/app/site-reader.ts";
import { verifySite } from "../../src/record/verify.ts";
import { office } from "../desk/given.ts";

const KILLS = 200;
const CHILD = new URL("child.ts", import.meta.url).pathname;

const folder = mkdtempSync(join(tmpdir(), "tocsin-kill-"));
const data = join(folder, "data");
const factsFile = join(folder, "facts.json");

interface Facts {
  size: number;
  root: string;
  reports: string[];
}

interface Life {
  readonly lines: readonly Record<string, unknown>[];
  readonly stderr: string;
  readonly killed: boolean;
}

/** One life of an office: killed without warning some milliseconds after it began, or after it was ready. */
function live(seed: number, killAfterMs: number, countFromReady: boolean): Promise<Life> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", CHILD, data, String(seed), factsFile]);
    let [out, stderr, killed] = ["", "", false];
    const kill = (): void => {
      killed = child.kill("SIGKILL");
    };
    const timer = countFromReady ? undefined : setTimeout(kill, killAfterMs);
    child.stdout.on("data", (chunk: Buffer) => {
      if (countFromReady && out === "") setTimeout(kill, killAfterMs);
      out += chunk.toString();
    });
    child.stderr.on("data", (chunk: Buffer) => {
      stderr += chunk.toString();
    });
    child.on("close", () => {
      clearTimeout(timer);
      const whole = out.slice(0, out.lastIndexOf("\n") + 1).split("\n");
      resolve({ lines: whole.filter((line) => line !== "").map((line) => JSON.parse(line) as Record<string, unknown>), stderr, killed });
    });
  });
}

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test(`killed ${KILLS} times during import, publish and correct: nothing acknowledged is lost, the site is always whole`, async () => {
  await initDataDirectory(data, "https://office.example");
  const config = readConfig({ TOCSIN_DATA: data, TOCSIN_LOG: "silent" }, false);
  const app = await openApp(config);
  await app.context.press.publish(() => [office], "administrator");
  await app.close();

  const facts: Facts = { size: 0, root: "", reports: [] };
  let [acknowledged, started] = [0, 0];
  for (let kill = 0; kill < KILLS; kill += 1) {
    writeFileSync(factsFile, JSON.stringify(facts));
    const early = kill % 5 === 4;
    const life = await live(kill * 7919 + 1, early ? 60 + ((kill * 53) % 400) : (kill * 37) % 90, !early);
    expect(life.killed, `the office stopped by itself: ${life.stderr}`).toBe(true);
    for (const line of life.lines) {
      if (line["fact"] === "ready") {
        started += 1;
        expect(line["missing"], "acknowledged reports").toEqual([]);
        if (facts.size > 0) expect(line["rootThen"], "root of the acknowledged entries").toBe(facts.root);
      } else {
        acknowledged += 1;
        if (line["fact"] === "report") facts.reports.push(String(line["id"]));
        else Object.assign(facts, { size: line["size"], root: line["root"] });
      }
    }
    // What readers would get at this very moment.
    const reader = await folderReader(join(data, "site"));
    const result = await verifySite(reader, { vkey: await keyBeside(reader) });
    expect(result.problems, `site after kill ${kill}`).toEqual([]);
  }
  expect(started).toBeGreaterThan(KILLS / 2);
  expect(acknowledged).toBeGreaterThan(KILLS);

  const last = await openApp(config);
  const reader = await folderReader(join(data, "site"));
  const result = await verifySite(reader, { vkey: await keyBeside(reader) });
  expect(result).toMatchObject({ ok: true, size: last.context.press.history().size });
  expect(result.size).toBeGreaterThanOrEqual(facts.size);
  await last.close();
}, 1_200_000);
