import { randomBytes } from "node:crypto";
import { linksOf } from "../deliver/links.ts";
import { networkOf } from "../deliver/network.ts";
import type { Sealer, SubscriberStore } from "../deliver/ports.ts";
import { SignUpLimits, type LimitKind } from "../deliver/sign-up-limits.ts";
import { checkWishes, type WishChoices } from "../deliver/subscribe.ts";
import { secretOf, webhookSecret, webhookUrl } from "../deliver/webhook/address.ts";
import type { WebhookChannel } from "../deliver/webhook/channel.ts";
import { isTocsinError } from "../model/error.ts";
import type { Wishes } from "../model/subscriber.ts";
import type { Clock } from "../model/time.ts";
import type { SubscriptionService, WebhookAnswer, WebhookAsk } from "../web/ports.ts";

/** What of the channel signing up needs. */
export type WebhookSignUp = Pick<WebhookChannel, "allow" | "challenge">;

export interface WebhookSubscriptionPorts {
  readonly subscribers: SubscriberStore;
  readonly sealer: Sealer;
  /** Null: webhooks are not set up. */
  readonly webhooks: WebhookSignUp | null;
  readonly choices: (also: string) => WishChoices;
  readonly baseUrl: () => string;
  readonly clock: Clock;
  readonly onLimit: (limit: LimitKind) => void;
}

/**
 * Each sign-up makes us ask a server that a stranger names. `address` counts the server: many programs may live on one,
 * and nobody can turn us on it.
 */
const RATES = {
  address: { burst: 20, everyMs: 5 * 60_000 },
  network: { burst: 20, everyMs: 60_000 },
  all: { burst: 300, everyMs: 1000 },
} as const;
/** Receivers that are being asked at once. */
const ASKED_MAX = 32;
const SECRET_BYTES = 32;

/**
 * Programs that ask for messages. The receiver has to give a signed challenge back before it gets anything (as in
 * WebSub §5.3), so nobody can subscribe a server that does not know of it.
 */
export function createWebhookSubscriptions(
  ports: WebhookSubscriptionPorts,
): Pick<SubscriptionService, "subscribeWebhook"> {
  const { subscribers, sealer, webhooks, choices, baseUrl, clock, onLimit } = ports;
  const limits = new SignUpLimits(RATES);
  let asked = 0;

  async function keep(url: string, secret: string, wishes: Wishes): Promise<WebhookAnswer> {
    const now = clock();
    const sealed = sealer.seal("webhook", JSON.stringify({ url, secret }));
    const active = { status: "active", since: now, confirmedAt: now } as const;
    const { subscriber, fresh } = await subscribers.add({ channel: "webhook", sealed, wishes, ...active });
    if (!fresh) {
      // Whoever knows the secret is the subscriber; one that was given up as gone may begin anew.
      const same = sealer.open("webhook", subscriber.sealed) === sealer.open("webhook", sealed);
      if (subscriber.status === "active" && !same) return { outcome: "known" };
      await subscribers.change(subscriber.number, { sealed, wishes, ...active });
    }
    return { outcome: "subscribed", manage: linksOf(sealer, baseUrl(), subscriber.number).manage, secret };
  }

  async function subscribeWebhook(ask: WebhookAsk): Promise<WebhookAnswer> {
    if (webhooks === null) return { outcome: "closed" };
    const target = targetOf(webhooks, ask);
    const checked = checkWishes(ask.wishes, choices(""));
    const problems = "problems" in checked ? checked.problems : [];
    if (target === null) return { outcome: "problems", problems: [{ field: "address", code: "address" }, ...problems] };
    if (!("wishes" in checked)) return { outcome: "problems", problems };
    const { url, secret } = target;
    const server = sealer.fingerprint("webhook", new URL(url).host);
    const limit = limits.take({ network: networkOf(ask.network), address: server }, clock());
    if (limit !== null) onLimit(limit);
    if (limit !== null || asked >= ASKED_MAX) return { outcome: "limited" };
    asked += 1;
    try {
      const challenge = randomBytes(16).toString("base64url");
      const result = await webhooks.challenge(JSON.stringify({ url, secret }), challenge);
      if (result.outcome === "accepted") return await keep(url, secret, checked.wishes);
      return { outcome: "unanswered", code: result.outcome === "left" ? "WEBHOOK_UNWANTED" : result.code };
    } finally {
      asked -= 1;
    }
  }

  return { subscribeWebhook };
}

/** Null for what is no receiver. Without a secret of its own it gets one. */
function targetOf(
  { allow }: WebhookSignUp,
  { url, secret }: WebhookAsk,
): { readonly url: string; readonly secret: string } | null {
  try {
    const own = secret === undefined ? secretOf(randomBytes(SECRET_BYTES)) : webhookSecret(secret);
    return { url: webhookUrl(url, allow), secret: own };
  } catch (error) {
    if (isTocsinError(error, "ADDRESS_INVALID")) return null;
    throw error;
  }
}
