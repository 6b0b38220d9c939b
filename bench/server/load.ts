import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

export interface Load {
  readonly requests: number;
  readonly perSecond: number;
}

const CONNECTIONS = 64;
const AUTOCANNON = fileURLToPath(new URL("../../node_modules/.bin/autocannon", import.meta.url));

/** Words before a command that keep it on one core; none where that cannot be done. */
export function onCore(core: number): string[] {
  return spawnSync("taskset", ["-c", String(core), "true"]).status === 0 ? ["taskset", "-c", String(core)] : [];
}

/**
 * Reads `url` over 64 keep-alive connections for some seconds, with wrk or else autocannon, on core 1 where there is
 * one. Throws when an answer is not 200 or a connection breaks: such a run says nothing.
 */
export function load(url: string, acceptEncoding: string, seconds: number): Load {
  const header = `Accept-Encoding: ${acceptEncoding}`;
  const hasWrk = spawnSync("wrk", ["--version"]).error === undefined;
  const tool = hasWrk
    ? ["wrk", "-t", "1", "-c", String(CONNECTIONS), "-d", `${seconds}s`, "-H", header, url]
    : [process.execPath, AUTOCANNON, "-j", "-c", String(CONNECTIONS), "-d", String(seconds), "-H", header, url];
  const [command = "", ...args] = [...onCore(1), ...tool];
  const { stdout, stderr } = spawnSync(command, args, { encoding: "utf8", maxBuffer: 1e7 });
  if (/Socket errors|Non-2xx/.test(stdout)) throw new Error(`errors under load: ${stdout}`);
  if (hasWrk) {
    const requests = Number(/(\d+) requests in/.exec(stdout)?.[1]);
    const perSecond = Number(/Requests\/sec:\s+([\d.]+)/.exec(stdout)?.[1]);
    if (!(requests > 0)) throw new Error(`wrk said: ${stdout}${stderr}`);
    return { requests, perSecond };
  }
  const result = JSON.parse(stdout) as { requests: { total: number; average: number }; errors: number; non2xx: number };
  if (result.errors + result.non2xx > 0) throw new Error(`errors under load: ${result.errors + result.non2xx}`);
  return { requests: result.requests.total, perSecond: result.requests.average };
}
