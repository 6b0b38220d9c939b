import { randomBytes } from "node:crypto";
import { createAccess } from "./access.ts";
import { createBacklog } from "./backlog.ts";
import type { Config } from "./config.ts";
import type { Context } from "./context.ts";
import { createEditions, reconcileDrafts } from "./editions.ts";
import { createEvidence } from "./evidence.ts";
import { createIntake, type Intake } from "./intake.ts";
import { openSealer } from "./delivery-key.ts";
import { readKey } from "./keys.ts";
import { databaseOf, layoutOf, type Layout } from "./layout.ts";
import { createLogger } from "./log.ts";
import { Press, systemClock } from "./press.ts";
import { readSettings } from "./settings.ts";
import { createSubscriptions, type Subscriptions } from "./subscriptions.ts";
import { PROGRAM } from "./version.ts";
import { createDelivery, type Delivery } from "./delivery.ts";
import { mailChannelOf, readDeliverySettings } from "./delivery-config.ts";
import type { DeliveryChannel, Sealer, SystemMailer } from "../deliver/ports.ts";
import { createFetcher } from "../intake/fetch.ts";
import { DEFAULT_FETCH_LIMITS } from "../intake/fetch-limits.ts";
import { createExtractor } from "../intake/isolate.ts";
import type { Clock } from "../model/time.ts";
import type { Signer } from "../record/ports.ts";
import { lockDataDirectory } from "../store/lock.ts";
import { openStore } from "../store/open.ts";
import { officeOf } from "../publish/plan.ts";
import { createSiteStore } from "../store/site.ts";
import { createSnapshotStore } from "../store/snapshots.ts";
import type { Store } from "../store/store.ts";
import type { DeskService } from "../web/ports.ts";

/** The opened house: everything a command or the server needs. */
export interface App {
  readonly context: Context;
  readonly layout: Layout;
  readonly signer: Signer;
  readonly desk: DeskService & { readonly intake: Intake };
  readonly subscriptions: Subscriptions;
  readonly sealer: Sealer;
  /** Tells everybody who listens that a publication is live. */
  readonly onPublication: (listener: (publication: number) => void) => void;
  /** Starts to hand over what is planned, in this process; at the first call. Ends with `close`. */
  readonly deliver: () => Delivery;
  readonly close: () => Promise<void>;
}

export interface OpenOptions {
  readonly clock?: Clock;
  readonly write?: (line: string) => void;
  /** Instead of the channels that the data folder sets up. */
  readonly channels?: readonly DeliveryChannel[];
  /** Where links for subscribers go; by default the mail channel that is set up. */
  readonly mailer?: SystemMailer;
}

/**
 * Opens the data folder: lock, key, store, press. Finishes what a crash left unfinished.
 * Throws CONFIG_INVALID, DATA_IN_USE, DATA_NEWER_THAN_PROGRAM, KEY_PERMISSIONS,
 * DELIVERY_KEY.
 */
export async function openApp(config: Config, options: OpenOptions = {}): Promise<App> {
  const clock = options.clock ?? systemClock;
  const logger = createLogger(config.logFormat, options.write ?? ((line) => void process.stderr.write(line)));
  const layout = layoutOf(config.dataDirectory);
  const settings = await readSettings(layout);
  const signer = await readKey(layout.key, settings.origin);
  const release = await lockDataDirectory(layout.root);
  let opened: Store | null = null;
  try {
    const store = await openStore(databaseOf(layout, config.postgresUrl));
    opened = store;
    const subscribers = async (): Promise<number> =>
      (await store.subscribers.count()).reduce((sum, { count }) => sum + count, 0);
    const sealer = await openSealer(layout.deliveryKey, subscribers);
    const listeners: ((publication: number) => void)[] = [];
    const press = await Press.open({
      log: store.log,
      site: createSiteStore(layout.site),
      signer,
      clock,
      logger,
      renderer: PROGRAM,
      announce: (publication) => {
        for (const listener of listeners) {
          try {
            listener(publication);
          } catch (error) {
            // It is out, whoever could not hear of it.
            logger({ level: "error", event: "publication.listener-failed", message: String(error) });
          }
        }
      },
    });
    const random = (bytes: number): Uint8Array => randomBytes(bytes);
    const fetcher = createFetcher(
      { ...DEFAULT_FETCH_LIMITS, allow: config.fetchAllow, baseUrl: config.baseUrl ?? "" },
      { clock },
    );
    const context: Context = {
      config,
      store,
      snapshots: createSnapshotStore(layout.snapshots),
      press,
      fetcher,
      extractor: createExtractor({ timeoutMs: 20_000, memoryMb: 512, workers: 1 }),
      backlog: createBacklog({ store, clock, random, logger }),
      lookedAt: new Map(),
      clock,
      random,
      logger,
    };
    await reconcileDrafts(context);
    // What an earlier run left unread is taken up.
    context.backlog.wake();
    const evidence = createEvidence(context);
    const desk = {
      access: createAccess(context),
      intake: createIntake(context),
      evidence,
      editions: createEditions(context),
    };
    const baseUrl = (): string => config.baseUrl ?? press.history().office?.baseUrl ?? "";
    const mail = mailChannelOf(await readDeliverySettings(layout.deliverySettings), {
      sealer,
      clock,
      office: () => officeOf(press.history()),
      ticks: () => performance.now(),
    });
    const channels = options.channels ?? (mail === null ? [] : [mail]);
    let delivery: Delivery | null = null;
    const subscriptions = createSubscriptions({
      subscribers: store.subscribers,
      ledger: store.ledger,
      sealer,
      mailer: options.mailer ?? mail?.mailer ?? null,
      history: () => press.history(),
      baseUrl,
      clock,
      logger,
    });
    return {
      context,
      layout,
      signer,
      desk,
      subscriptions,
      sealer,
      onPublication: (listener) => void listeners.push(listener),
      deliver() {
        if (delivery !== null) return delivery;
        const { subscribers: people, ledger } = store;
        const started = createDelivery({
          ledger,
          subscribers: people,
          sealer,
          channels,
          press,
          baseUrl,
          clock,
          logger,
        });
        delivery = started;
        listeners.push(() => started.wake());
        started.wake();
        return started;
      },
      async close() {
        // What is on its way out goes out, files and all; what cannot be known now is looked up at the next start.
        await press.settled().catch(() => null);
        await delivery?.close();
        if (delivery === null) for (const channel of channels) await channel.close();
        await subscriptions.close();
        await context.backlog.close();
        await context.extractor.close();
        await fetcher.close();
        await store.close();
        await release();
      },
    };
  } catch (error) {
    await opened?.close();
    await release();
    throw error;
  }
}
