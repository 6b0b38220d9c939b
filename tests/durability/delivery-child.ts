// Delivers until it is killed. argv: "office" (SQLite: publishes, plans and hands over) or "worker" (PostgreSQL and
// NATS: hands over alone), the configuration as JSON, the witness file, how long a lease lasts. Says a dot for every 20
// recipients.
import { writeSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import { readConfig } from "../../src/app/config.ts";
import { openApp } from "../../src/app/open.ts";
import { startWork } from "../../src/app/work.ts";
import { keepPublishing } from "./publishing.ts";
import { createWitness } from "./witness.ts";

const [role, environment = "", file = "", lease = ""] = process.argv.slice(2);
const config = readConfig(JSON.parse(environment) as Record<string, string>, false);
const channels = [createWitness(file, (count) => void (count % 20 === 0 && writeSync(1, ".")))];

if (role === "worker") {
  await startWork(config, { channels, leaseSeconds: Number(lease) });
  await setTimeout(60_000);
} else {
  const app = await openApp(config, { channels });
  app.deliver();
  await keepPublishing(app, () => false);
}
