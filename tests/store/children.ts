import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";

/** A script of `child/` in a process of its own; `lines` grows while it speaks. */
export interface Child {
  readonly lines: readonly string[];
  /** Resolves when `lines` has this many, rejects when the process ends before. */
  said(count: number): Promise<void>;
  /** SIGKILL, and gone when it resolves. */
  kill(): Promise<void>;
  /** Exit code. */
  ended(): Promise<number | null>;
}

export function startChild(script: "append" | "publish" | "open" | "lock", argument: string): Child {
  const path = join(import.meta.dirname, "child", `${script}.ts`);
  const child: ChildProcess = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", path, argument], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  const lines: string[] = [];
  let errors = "";
  child.stderr?.on("data", (chunk: Buffer) => (errors += chunk.toString()));
  const reader = createInterface({ input: child.stdout! });
  reader.on("line", (line) => lines.push(line));
  const exited = once(child, "exit");
  const closed = once(child, "close");
  return {
    lines,
    async said(count) {
      while (lines.length < count) {
        await Promise.race([once(reader, "line"), closed]);
        if (child.exitCode !== null && lines.length < count) throw new Error(`${script} ended early: ${errors}`);
      }
    },
    async kill() {
      child.kill("SIGKILL");
      // Also what it said last: the pipe still holds it.
      await closed;
    },
    async ended() {
      await exited;
      await closed;
      if (child.exitCode !== 0 && errors !== "") throw new Error(errors);
      return child.exitCode;
    },
  };
}
