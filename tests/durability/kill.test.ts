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

/** When a life ends: so many milliseconds after it began, after it was ready, or after its n-th acknowledgement. */
type End =
  | { readonly afterMs: number; readonly counted: "from start" }
  | { readonly afterMs: number; readonly counted: number };

/** One life of an office, killed without warning. */
function live(seed: number, end: End): Promise<Life> {
  return new Promise((resolve) => {
    const args = ["--disable-warning=ExperimentalWarning", CHILD, data, String(seed), factsFile];
    const env = { ...process.env, NODE_COMPILE_CACHE: join(folder, "compiled") };
    const child = spawn(process.execPath, args, { env });
    let [out, stderr, killed] = ["", "", false];
    let timer: NodeJS.Timeout | undefined;
    const killSoon = (): void => {
      timer ??= setTimeout(() => {
        killed = child.kill("SIGKILL");
      }, end.afterMs);
    };
    if (end.counted === "from start") killSoon();
    child.stdout.on("data", (chunk: Buffer) => {
      out += chunk.toString();
      // The first line says that it is ready, each further one acknowledges something.
      if (end.counted !== "from start" && out.split("\n").length - 2 >= end.counted) killSoon();
    });
    child.stderr.on("data", (chunk: Buffer) => {
      stderr += chunk.toString();
    });
    child.on("close", () => {
      clearTimeout(timer);
      const whole = out.slice(0, out.lastIndexOf("\n") + 1).split("\n");
      resolve({
        lines: whole.filter((line) => line !== "").map((line) => JSON.parse(line) as Record<string, unknown>),
        stderr,
        killed,
      });
    });
  });
}

/** Every fifth life ends before it is ready; the others in the middle of their first to sixth piece of work. */
function endOf(kill: number): End {
  if (kill % 5 === 4) return { afterMs: 60 + ((kill * 53) % 500), counted: "from start" };
  return { afterMs: (kill * 37) % 45, counted: (kill * 7) % 6 };
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
    const life = await live(kill * 7919 + 1, endOf(kill));
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
