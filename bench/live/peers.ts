import { spawn, type ChildProcess } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { residentBytes } from "../server/process-use.ts";

/** Of the Debian package libnginx-mod-nchan; TOCSIN_BENCH_NCHAN names another place. */
const NCHAN = process.env["TOCSIN_BENCH_NCHAN"] ?? "/usr/lib/nginx/modules/ngx_nchan_module.so";

/** A server that sends live events. */
export interface LivePeer {
  readonly port: number;
  readonly publish: () => void;
  /** Resident memory of the server in bytes. */
  memory(): number;
  stop(): Promise<void>;
}

export async function startOurs(): Promise<LivePeer> {
  const port = await freePort();
  const child = spawn(process.execPath, [fileURLToPath(new URL("built-in.ts", import.meta.url)), String(port)], {
    stdio: ["pipe", "ignore", "inherit"],
  });
  return started(child, port, () => child.stdin?.write("\n"));
}

/** Null where nginx has no nchan. */
export async function startNchan(directory: string): Promise<LivePeer | null> {
  if (!existsSync(NCHAN)) return null;
  const port = await freePort();
  const file = join(directory, "nginx.conf");
  writeFileSync(
    file,
    `load_module ${NCHAN};
worker_processes 1; daemon off; pid ${directory}/nginx.pid; error_log ${directory}/error.log; worker_rlimit_nofile 20000;
events { worker_connections 16000; }
http { access_log off; server { listen 127.0.0.1:${port} backlog=4096;
location = /live { nchan_subscriber eventsource; nchan_channel_id live; }
location = /tell { nchan_publisher; nchan_channel_id live; } } }
`,
  );
  const child = spawn("nginx", ["-p", directory, "-c", file], { stdio: "ignore" });
  const event = JSON.stringify({ number: 1, edition: 1, pages: ["/en/", "/en/corrections/", "/uk/"], notices: 0 });
  return started(child, port, () => {
    request({ port, host: "127.0.0.1", path: "/tell", method: "POST" }, (response) => response.resume()).end(event);
  });
}

async function started(child: ChildProcess, port: number, publish: () => void): Promise<LivePeer> {
  const gone = new Promise((resolve) => child.once("exit", resolve));
  const { pid = 0 } = child;
  await pause(1500);
  return {
    port,
    publish,
    memory: () => residentBytes(pid),
    async stop() {
      child.kill();
      await gone;
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
