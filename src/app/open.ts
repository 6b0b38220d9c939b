import { randomBytes } from "node:crypto";
import { createAccess } from "./access.ts";
import { createBacklog } from "./backlog.ts";
import { createBounces, type TakeBounce } from "./bounces.ts";
import { openChannels } from "./channels.ts";
import type { Config } from "./config.ts";
import type { Context } from "./context.ts";
import { createEditions, reconcileDrafts } from "./editions.ts";
import { createEvidence } from "./evidence.ts";
import { createIntake, type Intake } from "./intake.ts";
import { openSealer } from "./delivery-key.ts";
import { readKey } from "./keys.ts";
import { databaseOf, layoutOf, type Layout } from "./layout.ts";
import { createLogger } from "./log.ts";
import { createNotices } from "./notices.ts";
import { natsPrefix } from "./nats.ts";
import { createNatsBell } from "./nats-bell.ts";
import { createNatsBus } from "./nats-bus.ts";
import { Press, systemClock, type Announce } from "./press.ts";
import { createProposals } from "./proposals.ts";
import { readSettings } from "./settings.ts";
import { createSubscriptions, type Subscriptions } from "./subscriptions.ts";
import { ensureSystemSubscribers } from "./system-subscribers.ts";
import { PROGRAM } from "./version.ts";
import { createDelivery, type Delivery } from "./delivery.ts";
import { createDeliveryService } from "./delivery-service.ts";
import { createOperations, type Operations } from "./operations.ts";
import { readDeliverySettings } from "./delivery-config.ts";
import { createBell } from "../deliver/bell.ts";
import type { Bell, DeliveryChannel, Sealer, SystemMailer } from "../deliver/ports.ts";
import type { PushChannel } from "../deliver/push/channel.ts";
import { createFetcher } from "../intake/fetch.ts";
import { DEFAULT_FETCH_LIMITS } from "../intake/fetch-limits.ts";
import { createExtractor } from "../intake/isolate.ts";
import type { Clock } from "../model/time.ts";
import type { Signer } from "../record/ports.ts";
import { lockDataDirectory } from "../store/lock.ts";
import { openStore } from "../store/open.ts";
import { createSiteStore } from "../store/site.ts";
import { createSnapshotStore } from "../store/snapshots.ts";
import type { Store } from "../store/store.ts";
import { createLocalBus, type LiveBus } from "../web/live/bus.ts";
import type { DeskService } from "../web/ports.ts";

/** The opened house: everything a command or the server needs. */
export interface App {
  readonly context: Context;
  readonly layout: Layout;
  readonly signer: Signer;
  readonly desk: DeskService & { readonly intake: Intake };
  readonly subscriptions: Subscriptions;
  readonly sealer: Sealer;
  /** What came back of the mail that went out. */
  readonly takeBounce: TakeBounce;
  /** How delivery goes, for those who run the program. */
  readonly operations: Operations;
  /** Tells everybody who listens that a publication is live. */
  readonly onPublication: (listener: Announce) => void;
  /** Between all processes that serve readers: what was published. */
  readonly bus: LiveBus;
  /** The WebSub hub that is set up; null: none. */
  readonly hub: string | null;
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
  /** Instead of web push to public push services. */
  readonly push?: PushChannel;
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
  let joined: LiveBus | null = null;
  let ringing: Bell | null = null;
  try {
    const store = await openStore(databaseOf(layout, config.postgresUrl));
    opened = store;
    const subscribers = async (): Promise<number> =>
      (await store.subscribers.count()).reduce((sum, { count }) => sum + count, 0);
    const sealer = await openSealer(layout.deliveryKey, subscribers);
    const listeners: Announce[] = [];
    const press = await Press.open({
      log: store.log,
      site: createSiteStore(layout.site),
      signer,
      clock,
      logger,
      renderer: PROGRAM,
      announce: (publication, changed) => {
        for (const listener of listeners) {
          try {
            listener(publication, changed);
          } catch (error) {
            // It is out, whoever could not hear of it.
            logger({ level: "error", event: "publication.listener-failed", message: String(error) });
          }
        }
      },
    });
    const bus =
      config.natsUrl === null
        ? createLocalBus()
        : await createNatsBus({ servers: config.natsUrl, prefix: natsPrefix(settings.origin), logger });
    joined = bus;
    // One process alone has SQLite: what was held before is held no more.
    if (store.kind === "sqlite") await store.ledger.endHolds();
    const bell =
      config.natsUrl === null
        ? createBell()
        : await createNatsBell({ servers: config.natsUrl, prefix: natsPrefix(settings.origin), logger });
    ringing = bell;
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
    const baseUrl = (): string => config.baseUrl ?? press.history().office?.baseUrl ?? "";
    const settingsOfDelivery = await readDeliverySettings(layout.deliverySettings);
    const opening = await openChannels(settingsOfDelivery, {
      sealer,
      subscribers: store.subscribers,
      pushKey: layout.pushKey,
      history: () => press.history(),
      baseUrl,
      clock,
      ...(options.push === undefined ? {} : { push: options.push }),
    });
    const { mail, push, programs } = opening;
    const channels = options.channels ?? opening.all;
    let delivery: Delivery | null = null;
    const operations = createOperations({
      store,
      press,
      channels,
      relays: () => mail?.relays() ?? [],
      settings: settingsOfDelivery.check,
      baseUrl,
      delivery: () => delivery,
      clock,
      logger,
    });
    const { propose, ...proposals } = createProposals(context);
    const desk = {
      access: createAccess(context),
      intake: createIntake(context),
      evidence,
      editions: createEditions(context, proposals, operations.forecast),
      notices: createNotices(context, channels, propose),
      delivery: createDeliveryService(context, {
        ...operations,
        channels: channels.map(({ name }) => name),
        relays: () => mail?.relays() ?? [],
        ring: ({ lane }) => delivery?.ring(lane),
      }),
    };
    const subscriptions = createSubscriptions({
      subscribers: store.subscribers,
      ledger: store.ledger,
      sealer,
      mailer: options.mailer ?? mail?.mailer ?? null,
      push,
      webhooks: programs.webhooks,
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
      operations,
      takeBounce: createBounces({
        ledger: store.ledger,
        subscribers: store.subscribers,
        ids: mail?.ids ?? null,
        clock,
        logger,
      }),
      onPublication: (listener) => void listeners.push(listener),
      bus,
      hub: settingsOfDelivery.programs.websub?.hub ?? null,
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
          bell,
          ...(config.handOver ? {} : { hands: 0 }),
          onSettled: (hold, results) => operations.meter.count(hold, results),
        });
        delivery = started;
        operations.check.start();
        const ensure = (): void => {
          const wanted = options.channels === undefined ? programs.systemSubscribers() : [];
          ensureSystemSubscribers(wanted, { subscribers: people, sealer, clock }).catch((error: unknown) =>
            logger({ level: "error", event: "delivery.system-subscribers-failed", message: String(error) }),
          );
        };
        ensure();
        listeners.push(() => {
          // The office may speak another language now.
          ensure();
          started.wake();
        });
        started.wake();
        return started;
      },
      async close() {
        // What is on its way out goes out, files and all; what cannot be known now is looked up at the next start.
        await press.settled().catch(() => null);
        operations.check.close();
        await delivery?.close();
        if (delivery === null) for (const channel of channels) await channel.close();
        if (!channels.includes(programs.webhooks)) await programs.webhooks.close();
        await subscriptions.close();
        await context.backlog.close();
        await context.extractor.close();
        await fetcher.close();
        await bell.close();
        await bus.close();
        await store.close();
        await release();
      },
    };
  } catch (error) {
    await ringing?.close();
    await joined?.close();
    await opened?.close();
    await release();
    throw error;
  }
}
