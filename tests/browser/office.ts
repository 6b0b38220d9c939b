import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { HOME } from "../house/sources.ts";
import { tocsin } from "../walk/command.ts";

/** A running Tocsin, as the README's commands start it. */
export interface RunningOffice {
  readonly site: string;
  readonly desk: string;
  readonly link: string;
  readonly data: string;
  readonly stop: () => Promise<void>;
}

/** `npm run demo`, without building again. */
export function startDemo(): Promise<RunningOffice> {
  const folder = mkdtempSync(join(tmpdir(), "tocsin-browser-"));
  const data = join(folder, "demo");
  return running(["demo", "--data", data], {}, folder, data);
}

/** A fresh office of its own: `tocsin init`, then `tocsin start`. */
export async function startOffice(): Promise<RunningOffice> {
  const folder = mkdtempSync(join(tmpdir(), "tocsin-office-"));
  const data = join(folder, "data");
  const env = { TOCSIN_DATA: data, TOCSIN_PORT: "0", TOCSIN_POLL: "off" };
  const init = [
    "init",
    "--name",
    "en=Test Office",
    "--base-url",
    "http://127.0.0.1:8080",
    "--contact",
    "desk@office.example",
  ];
  const { code, err } = await tocsin([...init, "--time-zone", "Europe/Kyiv"], env);
  if (code !== 0) throw new Error(err);
  return running(["start"], env, folder, data);
}

async function running(
  args: readonly string[],
  env: Record<string, string>,
  folder: string,
  data: string,
): Promise<RunningOffice> {
  const { TOCSIN_PORT: _, ...rest } = process.env;
  const child = spawn(join(HOME, "bin", "tocsin"), args, { cwd: HOME, env: { ...rest, NO_COLOR: "1", ...env } });
  const out = await untilStarted(child);
  const field = (label: string): string => new RegExp(`${label}\\s+(http\\S+)`).exec(out)?.[1] ?? "";
  return {
    site: field("public site"),
    desk: field("desk"),
    link: field("first sign-in"),
    data,
    async stop() {
      const ended = new Promise((resolve) => child.once("close", resolve));
      child.kill("SIGTERM");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function untilStarted(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let out = "";
    const read = (chunk: Buffer): void => {
      out += chunk.toString();
      if (/works once/.test(out)) resolve(out);
    };
    child.stdout?.on("data", read);
    child.stderr?.on("data", read);
    child.once("close", () => reject(new Error(`it did not start: ${out}`)));
  });
}
