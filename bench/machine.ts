import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { availableParallelism, cpus, loadavg, release, totalmem, type } from "node:os";

/** What the figures were measured on, as lines. */
export function machineFacts(): readonly string[] {
  const gib = (totalmem() / 2 ** 30).toFixed(0);
  return [
    `${cpus()[0]?.model.trim() ?? "unknown processor"}, ${availableParallelism()} cores, ${gib} GiB, ${type()} ${release()}`,
    `Node ${process.versions.node}; load before the run ${loadavg()[0]?.toFixed(1) ?? "unknown"}`,
  ];
}

/** First line that a program says of its version; null when it is not there. */
export function versionOf(program: string, flag: string): string | null {
  const { error, stdout, stderr } = spawnSync(program, [flag], { encoding: "utf8" });
  return error === undefined ? (`${stdout}${stderr}`.split("\n")[0] ?? "").trim() : null;
}

let updated = false;

/** Installs Debian packages where that is permitted; true when it worked. Servers are kept from starting on their own. */
export function install(debianPackage: string): boolean {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return false;
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive", RUNLEVEL: "1" };
  const apt = (...args: string[]): boolean => spawnSync("apt-get", args, { env, stdio: "ignore" }).status === 0;
  updated ||= apt("update");
  return apt("install", "-y", "--no-install-recommends", debianPackage);
}
