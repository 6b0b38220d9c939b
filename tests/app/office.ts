import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readConfig } from "../../src/app/config.ts";
import { initDataDirectory } from "../../src/app/init.ts";
import { openApp, type App, type OpenOptions } from "../../src/app/open.ts";
import type { UserId } from "../../src/model/id.ts";
import type { Role } from "../../src/model/role.ts";
import type { Instant } from "../../src/model/time.ts";
import type { Actor } from "../../src/web/ports.ts";
import { at, office } from "../desk/given.ts";

/** A whole office in a temporary folder, with a clock that the test sets. */
export interface TestOffice {
  readonly app: App;
  readonly desk: App["desk"];
  readonly setTime: (now: Instant) => void;
  readonly close: () => Promise<void>;
}

/** `delivery`: what stands in delivery.json. */
export async function openOffice(
  fetchAllow = "",
  { delivery, ...options }: Pick<OpenOptions, "channels"> & { readonly delivery?: object } = {},
): Promise<TestOffice> {
  const folder = mkdtempSync(join(tmpdir(), "tocsin-app-"));
  const data = join(folder, "data");
  await initDataDirectory(data, "https://office.example");
  if (delivery !== undefined) writeFileSync(join(data, "delivery.json"), JSON.stringify(delivery));
  let now = at(7);
  const config = readConfig(
    { TOCSIN_DATA: data, TOCSIN_LOG: "silent", TOCSIN_PORT: "0", TOCSIN_FETCH_ALLOW: fetchAllow },
    false,
  );
  const app = await openApp(config, { clock: () => now, ...options });
  await app.context.press.publish(() => [office], "administrator");
  return {
    app,
    desk: app.desk,
    setTime: (next) => {
      now = next;
    },
    async close() {
      await app.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Somebody in this role, as a session would give them. */
export function actor(role: Role, name: string = role): Actor {
  return { user: `u-${name}` as UserId, name, email: `${name}@office.example`, role };
}
