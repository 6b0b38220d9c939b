import { spawn } from "node:child_process";
import { join } from "node:path";
import { HOME } from "../house/sources.ts";

export interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs `bin/tocsin` as a person would, from the built program. */
export function tocsin(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(join(HOME, "bin", "tocsin"), args, {
      cwd: HOME,
      env: { ...process.env, NODE_OPTIONS: "", NO_COLOR: "1", ...env },
    });
    let [out, err] = ["", ""];
    child.stdout.on("data", (chunk: Buffer) => {
      out += chunk.toString();
    });
    child.stderr.on("data", (chunk: Buffer) => {
      err += chunk.toString();
    });
    child.on("close", (code) => resolve({ code, out, err }));
  });
}
