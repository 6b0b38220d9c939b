import { Hono, type Context } from "hono";
import type { SubscriptionService, WebhookAnswer } from "../ports.ts";
import { fieldsIn, typedWishes } from "./typed.ts";

/** HTTP status of what becomes of a subscription. */
const STATUS = {
  subscribed: 201,
  problems: 422,
  unanswered: 422,
  known: 409,
  limited: 429,
  closed: 503,
} as const satisfies Record<WebhookAnswer["outcome"], number>;

export interface WebhookRouteOptions {
  readonly service: SubscriptionService;
  readonly addressOf: (c: Context) => string;
}

/**
 * Where a program subscribes its receiver (POST, JSON `{"url", "secret"?, "wishes"}`); docs/programs.md describes it. The
 * answer comes when the receiver was asked, and names the link by which the subscription is changed and ended.
 */
export function webhookRoutes({ service, addressOf }: WebhookRouteOptions): Hono {
  const app = new Hono();
  app.post("/", async (c) => {
    // Pages of other websites, or of this one, have no business here: programs do.
    if (c.req.header("sec-fetch-site") !== undefined) return c.json({ outcome: "foreign" }, 403);
    if (!/^application\/json\b/i.test(c.req.header("content-type") ?? "")) return c.json({ outcome: "problems" }, 415);
    const fields = fieldsIn(await c.req.json().catch(() => null));
    const answer = await service.subscribeWebhook({
      url: fields["url"],
      secret: fields["secret"],
      wishes: typedWishes(fieldsIn(fields["wishes"])),
      network: addressOf(c),
    });
    return c.json(answer, STATUS[answer.outcome]);
  });
  return app;
}
