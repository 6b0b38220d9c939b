import { readFileSync } from "node:fs";
import { spawn, type SpawnOptions } from "node:child_process";

export interface Finished {
  readonly stdout: string;
  /** From start to end of the process, its start-up included. */
  readonly seconds: number;
}

/** Runs a command to its end. Throws when it fails; its error output goes to ours. */
export function runChild(command: readonly string[], options: SpawnOptions = {}): Promise<Finished> {
  const [program = "", ...args] = command;
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(program, args, { ...options, stdio: ["ignore", "pipe", "inherit"] });
    const chunks: Buffer[] = [];
    child.stdout?.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.once("error", reject);
    child.once("close", (code) => {
      const seconds = (performance.now() - started) / 1000;
      if (code === 0) resolve({ stdout: Buffer.concat(chunks).toString(), seconds });
      else reject(new Error(`${command.join(" ")} ended with ${code}`));
    });
  });
}

/** `node` with a script of the benchmark. */
export function nodeScript(url: URL, ...args: string[]): readonly string[] {
  return [process.execPath, "--disable-warning=ExperimentalWarning", url.pathname, ...args];
}

/** CPU time, user and system, of all children that have ended so far; 0 where the system does not tell. */
export function childCpuSeconds(): number {
  try {
    // proc(5): fields 16 and 17, in hundredths; the name in field 2 may hold spaces, so count from behind it.
    const fields = readFileSync("/proc/self/stat", "utf8")
      .replace(/^.*\) /s, "")
      .split(" ");
    return (Number(fields[13]) + Number(fields[14])) / 100;
  } catch {
    return 0;
  }
}
