import { readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Config } from "./config.ts";
import { subscribeReaders } from "./demo-readers.ts";
import { initDataDirectory } from "./init.ts";
import { layoutOf } from "./layout.ts";
import { openApp, type App } from "./open.ts";
import { readSettings } from "./settings.ts";
import { TocsinError } from "../model/error.ts";
import type { Role } from "../model/role.ts";
import type { UserId } from "../model/id.ts";
import { instantOf, msOf, type Clock, type Instant } from "../model/time.ts";
import { startMailCatcher } from "../sample/mail-catcher.ts";
import { playScenario } from "../sample/play.ts";
import { scenario } from "../sample/scenario.ts";
import { createSampleServer } from "../sample/server.ts";
import { lockDataDirectory } from "../store/lock.ts";
import type { Actor } from "../web/ports.ts";

/** Name of every demo's record; also tells a demo's folder from anybody's own. */
const ORIGIN = "demo.tocsin.example/record";

/** The scenario's country has its own time: it is set by the script, and runs on from there. */
class ScenarioClock {
  #offsetMs = 0;

  readonly now: Clock = () => instantOf(Date.now() + this.#offsetMs);

  set(instant: Instant): void {
    this.#offsetMs = msOf(instant) - Date.now();
  }
}

export interface Demo {
  readonly app: App;
  /** Address of the invented papers' pages and feeds. */
  readonly papers: string;
  /** Address of the page that shows the mail that went out; it goes no further than there. */
  readonly mail: string;
  readonly close: () => Promise<void>;
}

export interface DemoOptions {
  /** Called with each step as it begins. */
  readonly onProgress: (step: string) => void;
}

/**
 * Sets up a fresh data folder and plays the sample scenario through the same actions that people use: no database
 * fixture. Gives the opened house and the invented papers, which go on being served; the caller closes both.
 */
export async function openDemo(config: Config, baseUrl: string, { onProgress }: DemoOptions): Promise<Demo> {
  await clearDemo(config.dataDirectory);
  await initDataDirectory(config.dataDirectory, baseUrl, ORIGIN);
  const sample = createSampleServer();
  const { origin } = await sample.start();
  const catcher = await startMailCatcher();
  const clock = new ScenarioClock();
  clock.set(scenario.startsAt);
  await writeFile(layoutOf(config.dataDirectory).deliverySettings, mailTo(catcher.port), { mode: 0o600 });
  const allowSample = { ...config, baseUrl, fetchAllow: [...config.fetchAllow, new URL(origin).host] };
  const app = await openApp(allowSample, { clock: clock.now });
  try {
    onProgress("Setting up the office");
    await app.context.press.publish(
      () => [{ kind: "office", payload: { ...scenario.office, baseUrl } }],
      "administrator",
    );
    const delivery = app.deliver();
    await delivery.settled();
    await subscribeReaders(app);
    const actors = {
      analyst: await person(app, "analyst"),
      editor: await person(app, "editor"),
      approver: await person(app, "approver"),
    };
    await playScenario(app.desk, actors, {
      sampleOrigin: origin,
      server: sample,
      now: { set: (instant) => clock.set(instant) },
      settled: async () => {
        await app.desk.intake.settled();
        await delivery.settled();
      },
      onProgress,
    });
    await delivery.settled();
    return {
      app,
      papers: origin,
      mail: catcher.origin,
      async close() {
        await app.close();
        await sample.stop();
        await catcher.stop();
      },
    };
  } catch (error) {
    await app.close();
    await sample.stop();
    await catcher.stop();
    throw error;
  }
}

/** Settings that send all mail to the catcher. */
function mailTo(port: number): string {
  const relay = { name: "catcher", host: "127.0.0.1", port, tls: "none" };
  return `${JSON.stringify({ email: { from: "briefings@demo.tocsin.example", relays: [relay] } }, null, 2)}\n`;
}

/** Empties the folder, but only one that a demo made. Throws CONFLICT for any other that has something in it. */
async function clearDemo(folder: string): Promise<void> {
  const files = await readdir(folder).catch(() => []);
  const settings = files.length === 0 ? null : await readSettings(layoutOf(folder)).catch(() => null);
  if (files.length > 0 && settings?.origin !== ORIGIN) {
    throw new TocsinError("CONFLICT", `${folder} holds something that no demo made, so it was left alone.`, {
      fix: "Name another folder with --data, or empty this one yourself.",
    });
  }
  // One that is running is left alone: DATA_IN_USE.
  if (settings !== null) await (await lockDataDirectory(folder))();
  await rm(folder, { recursive: true, force: true });
}

/** Where the demo's site lies when it is done. */
export function demoSite(config: Config): string {
  return join(config.dataDirectory, "site", "current");
}

/** The scenario's people come in as everybody does: invited, with a link, setting a password of their own. */
async function person({ desk, context }: App, role: Role): Promise<Actor> {
  const setup: Actor = { user: "u-setup" as UserId, name: "Set-up", email: "", role: "administrator" };
  const name = { analyst: "Lesia Tarn", editor: "Oren Vask", approver: "Mira Doleva", administrator: "" }[role];
  const email = `${role}@demo.tocsin.example`;
  const { token } = await desk.access.invite(setup, { email, name, role });
  const password = Buffer.from(context.random(24)).toString("base64url");
  const { sessionToken } = await desk.access.redeemLink({ token, email, name, password });
  const actor = await desk.access.actor(sessionToken);
  if (actor === null) throw new Error("a person who cannot sign in");
  await desk.access.signOut(sessionToken);
  return actor;
}
