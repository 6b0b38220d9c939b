import { existsSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { initDataDirectory } from "../src/app/init.ts";
import { openApp } from "../src/app/open.ts";
import { readConfig } from "../src/app/config.ts";
import { publishEdition } from "../src/desk/edition.ts";
import { withFolder } from "./folder.ts";
import { nextDraft, office } from "./invented/office.ts";
import { Random } from "./invented/random.ts";
import { asOfDay, publishers } from "./invented/statement.ts";
import type { Progress } from "./progress.ts";
import type { BenchRow } from "./row.ts";
import { benchIdle } from "./server/idle.ts";

const HOME = fileURLToPath(new URL("..", import.meta.url));
const EDITIONS = 10;
const FRESH = 5;

/** What the running server costs while nobody asks anything, against a Node server that does nothing at all. */
export async function benchIdleServer(progress: Progress): Promise<BenchRow[]> {
  if (!existsSync(join(HOME, "dist", "cli", "main.js"))) return [];
  return withFolder(async (folder) => {
    progress("publishing a small site");
    await publishSmallSite(join(folder, "data"));
    const port = await freePort();
    progress("our server at rest");
    const env = { TOCSIN_DATA: join(folder, "data"), TOCSIN_PORT: String(port), TOCSIN_LOG: "silent" };
    const ours = await benchIdle([join(HOME, "bin", "tocsin"), "start"], `http://127.0.0.1:${port}/en/`, { env });
    progress("a bare Node server at rest");
    const bare = await freePort();
    const script = `require("node:http").createServer((_, answer) => answer.end("ok")).listen(${bare}, "127.0.0.1")`;
    const peer = await benchIdle([process.execPath, "-e", script], `http://127.0.0.1:${bare}/`);
    return ours.map((row, i) => {
      const against = peer[i]?.ours ?? null;
      // A share of a core that rounds to nothing is no divisor.
      const ratio = against === null || against < 0.5 ? null : row.ours / against;
      return { ...row, name: `${row.name}, against bare Node`, peer: against, ratio };
    });
  });
}

async function publishSmallSite(data: string): Promise<void> {
  await initDataDirectory(data, office.baseUrl);
  let now = asOfDay(1);
  const app = await openApp(readConfig({ TOCSIN_DATA: data, TOCSIN_LOG: "silent" }, false), { clock: () => now });
  const { press } = app.context;
  const random = new Random(3);
  await press.publish(() => [{ kind: "office", payload: office }], "administrator");
  for (let number = 1; number <= EDITIONS; number += 1) {
    now = asOfDay(number);
    await press.publish(
      (history) => publishEdition(nextDraft(history, random, FRESH), history, publishers, now),
      "approver",
    );
  }
  await app.close();
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().on("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
