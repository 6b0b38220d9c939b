import { Hono, type Context } from "hono";
import { rootOf } from "../../publish/paths.ts";
import { officeOf } from "../../publish/plan.ts";
import type { PushAnswer, SubscriptionService } from "../ports.ts";
import { fieldsIn, shortened, typedWishes } from "./typed.ts";

/** HTTP status of what becomes of a subscription. */
const STATUS = { subscribed: 200, problems: 422, limited: 429, closed: 503, unknown: 404 } as const satisfies Record<
  PushAnswer["outcome"],
  number
>;

export interface PushRouteOptions {
  readonly service: SubscriptionService;
  readonly addressOf: (c: Context) => string;
}

/**
 * Where the script on the page to subscribe asks for our key (GET), and where it and the service worker bring a
 * browser's subscription (POST). JSON both ways; answers other websites nothing.
 */
export function pushRoutes({ service, addressOf }: PushRouteOptions): Hono {
  const app = new Hono();
  app.get("/", (c) => c.json({ key: service.pushKey() }));
  app.post("/", async (c) => {
    if (!isOurs(c)) return c.json({ outcome: "foreign" }, 403);
    if (!/^application\/json\b/i.test(c.req.header("content-type") ?? "")) return c.json({}, 415);
    const fields = fieldsIn(await c.req.json().catch(() => null));
    const answer = await service.subscribePush({
      endpoint: fields["endpoint"],
      keys: fields["keys"],
      wishes: fields["wishes"] === undefined ? null : typedWishes(fieldsIn(fields["wishes"])),
      manage: shortened(fields["manage"]),
      network: addressOf(c),
    });
    const status = STATUS[answer.outcome];
    if (answer.outcome !== "subscribed") return c.json(answer, status);
    const root = rootOf(officeOf(service.history()).baseUrl);
    return c.json({ outcome: answer.outcome, manage: root + answer.managePath }, status);
  });
  return app;
}

/** Does the request come from a page of this site? Browsers say so; other programs are held by the limits alone. */
function isOurs(c: Context): boolean {
  const site = c.req.header("sec-fetch-site");
  const origin = c.req.header("origin");
  const same = origin === undefined || URL.parse(origin)?.host === c.req.header("host");
  return site === undefined ? same : site === "same-origin";
}
