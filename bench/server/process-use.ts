import { readFileSync } from "node:fs";

/** Clock ticks per second in /proc: fixed at 100 for programs on Linux. */
const TICKS_PER_SECOND = 100;

/** `pid` and all that it has started, as long as they live. */
export function processTree(pid: number): number[] {
  let children: number[] = [];
  try {
    children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8")
      .split(" ")
      .map(Number)
      .filter((child) => child > 0);
  } catch {
    // Gone already.
  }
  return [pid, ...children.flatMap(processTree)];
}

/** CPU time that a process and its children have used so far, user and system, in microseconds. */
export function cpuMicroseconds(pid: number): number {
  return processTree(pid).reduce((sum, each) => {
    // The name in field 2 may hold spaces: count from behind it.
    const fields = readFileSync(`/proc/${each}/stat`, "utf8")
      .replace(/^.*\) /s, "")
      .split(" ");
    return sum + ((Number(fields[11]) + Number(fields[12])) * 1_000_000) / TICKS_PER_SECOND;
  }, 0);
}

/** Resident memory of a process and its children in bytes, shared pages counted once per process. */
export function residentBytes(pid: number): number {
  return processTree(pid).reduce((sum, each) => {
    const kib = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${each}/status`, "utf8"))?.[1];
    return sum + Number(kib ?? 0) * 1024;
  }, 0);
}
