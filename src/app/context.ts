import type { ActivityStore } from "../desk/ports.ts";
import { demand, type Permission } from "../desk/permission.ts";
import type { Fetcher } from "../intake/fetch.ts";
import type { Extractor } from "../intake/isolate.ts";
import type { SnapshotStore } from "../intake/ports.ts";
import type { Random } from "../model/id.ts";
import type { Clock, Instant } from "../model/time.ts";
import type { Store } from "../store/store.ts";
import type { Actor } from "../web/ports.ts";
import type { Backlog } from "./backlog.ts";
import type { Config } from "./config.ts";
import type { Logger } from "./log.ts";
import type { Press } from "./press.ts";

/** What the actions need: every port, opened. Made once at start (app/open.ts). */
export interface Context {
  readonly config: Config;
  readonly store: Store;
  readonly snapshots: SnapshotStore;
  readonly press: Press;
  readonly fetcher: Fetcher;
  readonly extractor: Extractor;
  /** Reads reports for evidence, in the background. */
  readonly backlog: Backlog;
  readonly clock: Clock;
  readonly random: Random;
  readonly logger: Logger;
  /** When the entries of feeds were last looked at, by address. Forgotten at the end of the process. */
  readonly lookedAt: Map<string, Instant>;
}

/** Checks the permission, then notes who does what; the one gate in front of every changing action. */
export async function act(
  { store, clock }: { readonly store: { readonly activity: ActivityStore }; readonly clock: Clock },
  actor: Actor,
  permission: Permission,
  what: { readonly action: string; readonly about: string; readonly note?: string },
): Promise<void> {
  demand(actor.role, permission);
  await store.activity.add({
    at: clock(),
    by: actor.user,
    action: what.action,
    about: what.about,
    note: what.note ?? "",
  });
}
