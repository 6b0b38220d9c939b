import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { join } from "node:path";

/** A running web server of others. */
export interface Peer {
  readonly port: number;
  stop(): Promise<void>;
}

/** Whether `command` can be started here. */
export function isInstalled(command: string, versionFlag: string): boolean {
  return spawnSync(command, [versionFlag]).status === 0;
}

/** A port that was free a moment ago. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

/** A whole nginx.conf around a `conf.d` file, with everything that nginx writes kept in `directory`. */
export function nginxMain(directory: string, siteConfig: string): string {
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
  mkdirSync(directory, { recursive: true });
  writeFileSync(join(directory, "site.conf"), siteConfig);
  const main = join(directory, "nginx.conf");
  writeFileSync(
    main,
    `daemon off; worker_processes 1; pid ${directory}/nginx.pid; error_log ${directory}/error.log;
${process.getuid?.() === 0 ? "user root;" : ""} events { worker_connections 256; }
http { access_log off;
${temporary.map((name) => `${name}_temp_path ${directory}/${name};`).join("\n")}
include ${directory}/site.conf; }\n`,
  );
  return main;
}

export async function startNginx(directory: string, siteConfig: string, port: number): Promise<Peer> {
  const main = nginxMain(directory, siteConfig);
  return start("nginx", ["-p", directory, "-c", main], {}, port);
}

export async function startCaddy(directory: string, caddyfile: string, port: number): Promise<Peer> {
  mkdirSync(directory, { recursive: true });
  const file = join(directory, "Caddyfile");
  // Tests must not open Caddy's administration port.
  writeFileSync(file, caddyfile.replace("{\n\tservers", "{\n\tadmin off\n\tservers"));
  const home = { HOME: directory, XDG_DATA_HOME: directory, XDG_CONFIG_HOME: directory };
  return start("caddy", ["run", "--config", file, "--adapter", "caddyfile"], home, port);
}

async function start(command: string, args: string[], env: Record<string, string>, port: number): Promise<Peer> {
  const child = spawn(command, args, { env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  child.stdout.on("data", (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
  const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  while (!(await answers(port))) {
    if (child.exitCode !== null) throw new Error(`${command} did not start: ${said}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return {
    port,
    stop: async () => {
      child.kill("SIGTERM");
      await gone;
    },
  };
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });
}
