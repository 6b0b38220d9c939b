import { spawn } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";
import type { BenchRow } from "../row.ts";
import { cpuMicroseconds, residentBytes } from "./process-use.ts";

const SETTLE_MS = 3000;
const WATCH_MS = 5000;
const START_SECONDS_MAX = 60;

/**
 * Starts a server, waits until `readyUrl` answers with success and it has come to rest, and measures what it costs
 * while nobody asks anything: resident memory and CPU. Throws when it does not get ready within a minute.
 */
export async function benchIdle(
  command: readonly string[],
  readyUrl: string,
  options: { readonly env?: Readonly<Record<string, string>>; readonly cwd?: string; readonly goalMib?: number } = {},
): Promise<BenchRow[]> {
  const [program = "", ...args] = command;
  const env = { ...process.env, ...options.env };
  const child = spawn(program, args, { env, cwd: options.cwd, stdio: ["ignore", "ignore", "inherit"] });
  const gone = new Promise<void>((resolve) => {
    child.once("error", () => resolve());
    child.once("exit", () => resolve());
  });
  const started = performance.now();
  try {
    while (!(await isReady(readyUrl))) {
      if (
        child.exitCode !== null ||
        child.pid === undefined ||
        performance.now() - started > START_SECONDS_MAX * 1000
      ) {
        throw new Error(`${command.join(" ")} did not get ready`);
      }
      await pause(20);
    }
    const readyMs = performance.now() - started;
    await pause(SETTLE_MS);
    const pid = child.pid ?? 0;
    const before = cpuMicroseconds(pid);
    await pause(WATCH_MS);
    const cpuPercent = (cpuMicroseconds(pid) - before) / (WATCH_MS * 10);
    const row = (name: string, ours: number, unit: string, goal: string): BenchRow => ({
      name,
      ours,
      unit,
      goal,
      peer: null,
      ratio: null,
    });
    return [
      row(
        "idle server, resident memory",
        residentBytes(pid) / 1_048_576,
        "MiB",
        options.goalMib === undefined ? "" : `≤ ${options.goalMib}`,
      ),
      row("idle server, CPU", cpuPercent, "% of a core", ""),
      row("start until the first page", readyMs, "ms", ""),
    ];
  } finally {
    child.kill("SIGTERM");
    await gone;
  }
}

function isReady(url: string): Promise<boolean> {
  return fetch(url).then(
    async (answer) => {
      await answer.arrayBuffer();
      return answer.ok;
    },
    () => false,
  );
}
