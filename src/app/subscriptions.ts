import { askedLinkOf, linksOf, subscriberOf } from "../deliver/links.ts";
import { networkOf } from "../deliver/network.ts";
import type { Ledger, LinkPurpose, Sealer, SubscriberStore, SystemMailer } from "../deliver/ports.ts";
import { countedAddress, SignUpLimits, type LimitKind } from "../deliver/sign-up-limits.ts";
import { checkWishes, maskedAddress, signUpStep, type WishChoices } from "../deliver/subscribe.ts";
import { areasOf } from "../model/area.ts";
import { isTocsinError } from "../model/error.ts";
import type { History } from "../model/history.ts";
import type { Subscriber, Wishes } from "../model/subscriber.ts";
import { instantOf, msOf, type Clock, type Instant } from "../model/time.ts";
import type { SubscriptionService, SubscriptionView } from "../web/ports.ts";
import { createAfterAnswer } from "./after-answer.ts";
import type { Logger } from "./log.ts";
import { createPushSubscriptions, type PushSignUp } from "./push-subscriptions.ts";
import { createWebhookSubscriptions, type WebhookSignUp } from "./webhook-subscriptions.ts";

/** How long links work that somebody asked for; who has not confirmed is forgotten as long after asking last. */
const ASKED_MS = 48 * 3_600_000;
/** Sent messages in one export, the newest. */
const EXPORTED_MAX = 10_000;
const TIDY_EVERY_MS = 3_600_000;
/** A limit that holds is logged once in this time. */
const LOG_APART_MS = 60_000;

export interface SubscriptionPorts {
  readonly subscribers: SubscriberStore;
  readonly ledger: Pick<Ledger, "sentTo">;
  readonly sealer: Sealer;
  /** Null: e-mail is not set up. */
  readonly mailer: SystemMailer | null;
  /** Null: web push is not set up. */
  readonly push?: PushSignUp | null;
  /** Null: webhooks are not set up. */
  readonly webhooks?: WebhookSignUp | null;
  readonly history: () => History;
  /** Public address of the site without trailing slash. */
  readonly baseUrl: () => string;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly limits?: SignUpLimits;
}

export interface Subscriptions extends SubscriptionService {
  /** Forgets who did not confirm in time. Runs each hour by itself. */
  tidy(): Promise<void>;
  /** Resolves when what was asked for is done, mails included. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

/** The actions behind the pages for subscribers. What is logged names nobody. */
export function createSubscriptions(ports: SubscriptionPorts): Subscriptions {
  const { subscribers, ledger, sealer, mailer, push = null, webhooks = null, history, baseUrl, clock, logger } = ports;
  const limits = ports.limits ?? new SignUpLimits();
  const logged = new Map<string, number>();
  // What the mail relay says may name the address, so only the code is told.
  const failed = (event: string, error: unknown): void =>
    logger({ level: "error", event, code: isTocsinError(error) ? error.code : nameOf(error) });
  const later = createAfterAnswer((error) => failed("subscription.sign-up-failed", error));
  const timer = setInterval(() => {
    tidy().catch((error: unknown) => failed("subscription.tidy-failed", error));
  }, TIDY_EVERY_MS);
  timer.unref();

  function noteLimit(limit: LimitKind | "queue"): void {
    const now = msOf(clock());
    if (now - (logged.get(limit) ?? -LOG_APART_MS) < LOG_APART_MS) return;
    logged.set(limit, now);
    logger({ level: "warn", event: "subscription.limited", limit });
  }

  function choices(also: string): WishChoices {
    const now = history();
    return { languages: now.office?.languages ?? [], areas: [...areasOf(now).map(({ name }) => name), also] };
  }

  async function signUp(to: SystemMailer, address: string, wishes: Wishes): Promise<void> {
    const now = clock();
    const known = await subscribers.find("email", sealer.fingerprint("email", address));
    const step = signUpStep(known, now);
    if (known === null) {
      const sealed = sealer.seal("email", address);
      const pending = { channel: "email", sealed, wishes, status: "pending", since: now, confirmedAt: null } as const;
      const { subscriber, fresh } = await subscribers.add(pending);
      if (fresh) await sendLink(to, address, "confirm", subscriber, now);
    } else if (step === "known") {
      await sendLink(to, address, "manage", known, now);
    } else if (step === "wait") {
      await subscribers.change(known.number, { wishes });
    } else {
      const asked = await subscribers.change(known.number, { wishes, since: now });
      if (asked !== null) await sendLink(to, address, "confirm", asked, now);
    }
  }

  async function sendLink(
    to: SystemMailer,
    address: string,
    purpose: "confirm" | "manage",
    { number, wishes }: Subscriber,
    now: Instant,
  ): Promise<void> {
    const until = instantOf(msOf(now) + ASKED_MS);
    const link = askedLinkOf(sealer, baseUrl(), purpose, number, until);
    await to.send({ kind: purpose === "confirm" ? "confirm" : "known", to: address, lang: wishes.lang, link, until });
  }

  async function held(purpose: LinkPurpose, token: string): Promise<Subscriber | null> {
    const number = subscriberOf(sealer, purpose, token, clock());
    return number === null ? null : subscribers.get(number);
  }

  function viewOf(subscriber: Subscriber): SubscriptionView {
    const { channel, sealed, status, wishes } = subscriber;
    return { channel, shownAddress: maskedAddress(subscriber, sealer.open(channel, sealed)), status, wishes };
  }

  async function eraseHolder(purpose: "manage" | "leave", token: string): Promise<boolean> {
    const number = subscriberOf(sealer, purpose, token, clock());
    if (number === null) return false;
    if (await subscribers.remove(number)) logger({ level: "info", event: "subscription.ended" });
    return true;
  }

  async function tidy(): Promise<void> {
    const count = await subscribers.removePending(instantOf(msOf(clock()) - ASKED_MS));
    if (count > 0) logger({ level: "info", event: "subscription.not-confirmed", count });
  }

  return {
    history,
    tidy,
    settled: () => later.settled(),
    ask({ address, wishes: typed, network }) {
      if (mailer === null) return { outcome: "closed" };
      const canonical = canonicalOf(mailer, address);
      const checked = checkWishes(typed, choices(""));
      const problems = "problems" in checked ? checked.problems : [];
      if (canonical === null) {
        return { outcome: "problems", problems: [{ field: "address", code: "address" }, ...problems] };
      }
      if (!("wishes" in checked)) return { outcome: "problems", problems };
      const counted = sealer.fingerprint("email", countedAddress(canonical));
      const limit = limits.take({ network: networkOf(network), address: counted }, clock());
      if (limit !== null) noteLimit(limit);
      else if (!later.add(() => signUp(mailer, canonical, checked.wishes))) noteLimit("queue");
      return { outcome: "asked" };
    },
    ...createPushSubscriptions({ subscribers, sealer, push, limits, choices, clock, onLimit: noteLimit }),
    ...createWebhookSubscriptions({
      subscribers,
      sealer,
      webhooks,
      choices,
      baseUrl,
      clock,
      onLimit: noteLimit,
    }),
    async confirming(token) {
      const subscriber = await held("confirm", token);
      return subscriber === null ? null : viewOf(subscriber);
    },
    async confirm(token) {
      const asking = await held("confirm", token);
      if (asking === null) return null;
      const to = { status: "active", confirmedAt: clock() } as const;
      const confirmed = asking.status === "active" ? asking : await subscribers.change(asking.number, to);
      if (confirmed === null) return null;
      if (confirmed !== asking) logger({ level: "info", event: "subscription.confirmed" });
      return { view: viewOf(confirmed), managePath: linksOf(sealer, "", confirmed.number).manage };
    },
    async managing(token) {
      const subscriber = await held("manage", token);
      return subscriber === null ? null : viewOf(subscriber);
    },
    async change(token, typed) {
      const subscriber = await held("manage", token);
      if (subscriber === null) return null;
      const checked = checkWishes(typed, choices(subscriber.wishes.area));
      if ("problems" in checked) return { view: viewOf(subscriber), problems: checked.problems };
      const changed = await subscribers.change(subscriber.number, { wishes: checked.wishes });
      return changed === null ? null : { view: viewOf(changed), problems: [] };
    },
    async exportData(token) {
      const subscriber = await held("manage", token);
      if (subscriber === null) return null;
      const { number, sealed, ...rest } = subscriber;
      return {
        office: history().office?.name ?? {},
        exportedAt: clock(),
        number,
        address: sealer.open(subscriber.channel, sealed),
        ...rest,
        sent: await ledger.sentTo(number, EXPORTED_MAX),
      };
    },
    erase: (token) => eraseHolder("manage", token),
    leave: (token) => eraseHolder("leave", token),
    async leaving(token) {
      const subscriber = await held("leave", token);
      return subscriber?.wishes.lang ?? null;
    },
    async close() {
      clearInterval(timer);
      await later.settled();
    },
  };
}

/** Null for what is no address. */
function canonicalOf(mailer: SystemMailer, text: string): string | null {
  try {
    return mailer.address(text);
  } catch (error) {
    if (isTocsinError(error, "ADDRESS_INVALID", "INPUT_INVALID")) return null;
    throw error;
  }
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}
