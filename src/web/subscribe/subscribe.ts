import { Hono, type Context } from "hono";
import { bodyLimit } from "hono/body-limit";
import { areasOf, type Area } from "../../model/area.ts";
import { standingNotices } from "../../model/notice.ts";
import type { Random } from "../../model/id.ts";
import type { Lang } from "../../model/language.ts";
import type { Wishes } from "../../model/subscriber.ts";
import type { TypedWishes } from "../../model/typed-wishes.ts";
import { localeOf, type Locale } from "../../publish/locale.ts";
import { subscribePage } from "../../publish/pages/subscribe.ts";
import { href, paths } from "../../publish/paths.ts";
import { officeOf } from "../../publish/plan.ts";
import { subscriptionPaths } from "../../publish/subscription-paths.ts";
import type { SubscriptionService } from "../ports.ts";
import { SUBSCRIBE_BODY_KIB_MAX } from "../public/site-config.ts";
import { subscriberHeaders } from "./headers.ts";
import { preferredLanguage } from "../preferred-language.ts";
import { pushRoutes } from "./push.ts";
import { webhookRoutes } from "./webhook.ts";
import { askedPage, confirmedPage, confirmPage, leavePage, leftPage, managePage, saidPage } from "./pages.ts";
import { typedForm } from "./typed.ts";

export interface SubscribeOptions {
  readonly service: SubscriptionService;
  readonly random: Random;
  /** Name and version, as on every page. */
  readonly program: string;
  /** Readers come over TLS. */
  readonly tls: boolean;
  /** Address of the client, for limits. */
  readonly addressOf: (c: Context) => string;
  readonly logger: (event: SubscribeEvent) => void;
}

/** What the pages tell the log: never an address, a token or a text that could hold one. */
export interface SubscribeEvent {
  readonly event: "subscribe.failed";
  /** Shown on the page too, so that one can be found by the other. */
  readonly reference: string;
  readonly method: string;
  /** The pattern that the address matched. */
  readonly route: string;
  readonly error: string;
  /** Where it happened, without the message. */
  readonly stack: string;
}

/**
 * The pages for subscribers under `/subscribe`. No cookies and no accounts: the token in an address is the authority.
 * Nothing changes on GET, because mail filters open every link.
 */
export function createSubscribePages(options: SubscribeOptions): Hono {
  const { service } = options;
  const app = new Hono();
  const routes = { confirm: subscriptionPaths.confirm(":token"), leave: subscriptionPaths.leave(":token") };
  const manage = subscriptionPaths.manage(":token");
  const erase = subscriptionPaths.erase(":token");

  const localeFor = (c: Context, lang?: Lang): Locale => {
    const history = service.history();
    const office = officeOf(history);
    const [first = "en", ...others] = office.languages;
    const wanted = lang !== undefined && office.languages.includes(lang) ? lang : null;
    const spoken = wanted ?? preferredLanguage(c.req.header("accept-language"), [first, ...others]);
    // As on the public pages: what has expired since is published within a minute.
    const standing = history.time === null ? [] : standingNotices(history, history.time);
    return localeOf(office, spoken, options.program, standing);
  };
  const areas = (): readonly Area[] => areasOf(service.history());
  const dead = (c: Context) => c.html(saidPage(localeFor(c), "dead"), 404);
  const refuseForeign = async (c: Context, next: () => Promise<void>): Promise<Response | void> =>
    isForeign(c) ? c.html(saidPage(localeFor(c), "foreign"), 403) : next();

  app.use("*", subscriberHeaders(options.tls));
  app.use(
    "*",
    bodyLimit({ maxSize: SUBSCRIBE_BODY_KIB_MAX * 1024, onError: (c) => c.html(saidPage(localeFor(c), "dead"), 413) }),
  );
  app.onError((error, c) => {
    const reference = Buffer.from(options.random(5)).toString("hex");
    const stack = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
    const { method } = c.req;
    const route = c.req.path.split("/").slice(0, 3).join("/");
    options.logger({ event: "subscribe.failed", reference, method, route, error: error.name, stack: stack.join("\n") });
    return c.html(saidPage(localeFor(c), "failed", reference), 500);
  });

  app.get(subscriptionPaths.root(), (c) => {
    const { lang, root } = localeFor(c);
    return c.redirect(href(root, paths.subscribe(lang)), 303);
  });

  app.post(subscriptionPaths.root(), refuseForeign, async (c) => {
    const form = await typedForm(c);
    const locale = localeFor(c, form.page);
    const answer = service.ask({ address: form.address, wishes: form.wishes, network: options.addressOf(c) });
    if (answer.outcome === "closed") return c.html(saidPage(locale, "closed"), 503);
    if (answer.outcome === "asked") return c.html(askedPage(locale, form.address.trim()));
    const shown = { address: form.address, chosen: form.wishes, problems: answer.problems };
    return c.html(subscribePage(locale, areas(), shown), 422);
  });

  app.route(subscriptionPaths.push(), pushRoutes(options));
  app.route(subscriptionPaths.webhook(), webhookRoutes(options));

  app.get(routes.confirm, async (c) => {
    const token = tokenOf(c);
    const view = await service.confirming(token);
    return view === null ? dead(c) : c.html(confirmPage(localeFor(c, view.wishes.lang), token, view, areas()));
  });

  app.post(routes.confirm, refuseForeign, async (c) => {
    const confirmed = await service.confirm(tokenOf(c));
    if (confirmed === null) return dead(c);
    const { view, managePath } = confirmed;
    return c.html(confirmedPage(localeFor(c, view.wishes.lang), managePath, view, areas()));
  });

  app.get(manage, async (c) => {
    const token = tokenOf(c);
    const view = await service.managing(token);
    if (view === null) return dead(c);
    const form = { areas: areas(), chosen: typedOf(view.wishes), problems: [], saved: false };
    return c.html(managePage(localeFor(c, view.wishes.lang), token, view, form));
  });

  app.post(manage, refuseForeign, async (c) => {
    const token = tokenOf(c);
    const { wishes: typed } = await typedForm(c);
    const changed = await service.change(token, typed);
    if (changed === null) return dead(c);
    const { view, problems } = changed;
    const saved = problems.length === 0;
    const form = { areas: areas(), chosen: saved ? typedOf(view.wishes) : typed, problems, saved };
    return c.html(managePage(localeFor(c, view.wishes.lang), token, view, form), saved ? 200 : 422);
  });

  app.post(subscriptionPaths.export(":token"), refuseForeign, async (c) => {
    const data = await service.exportData(tokenOf(c));
    if (data === null) return dead(c);
    c.header("Content-Disposition", 'attachment; filename="subscription.json"');
    return c.body(`${JSON.stringify(data, null, 2)}\n`, 200, { "Content-Type": "application/json; charset=utf-8" });
  });

  app.get(erase, async (c) => {
    const token = tokenOf(c);
    const view = await service.managing(token);
    if (view === null) return dead(c);
    return c.html(leavePage(localeFor(c, view.wishes.lang), subscriptionPaths.erase(token)));
  });

  app.post(erase, refuseForeign, async (c) => {
    const token = tokenOf(c);
    const lang = (await service.managing(token))?.wishes.lang;
    return (await service.erase(token)) ? c.html(leftPage(localeFor(c, lang))) : dead(c);
  });

  app.get(routes.leave, async (c) => {
    const token = tokenOf(c);
    const lang = await service.leaving(token);
    return lang === null ? dead(c) : c.html(leavePage(localeFor(c, lang), subscriptionPaths.leave(token)));
  });

  // Mail programs post here for their users, from wherever they are (RFC 8058 §3.2): no check of the origin.
  app.post(routes.leave, async (c) => {
    const token = tokenOf(c);
    const { oneClick } = await typedForm(c);
    const lang = (await service.leaving(token)) ?? undefined;
    const left = await service.leave(token);
    if (oneClick) return left ? c.text("You have left.") : c.text("This link does not work.", 404);
    return left ? c.html(leftPage(localeFor(c, lang))) : dead(c);
  });

  app.all("*", (c) => {
    if (c.req.method === "GET" || c.req.method === "POST") return dead(c);
    c.header("Allow", "GET, HEAD, POST");
    return c.html(saidPage(localeFor(c), "dead"), 405);
  });
  return app;
}

const tokenOf = (c: Context): string => c.req.param("token") ?? "";

/** Did another website send the form? Otherwise its visitors could sign up strangers, each from a network of their own. */
function isForeign(c: Context): boolean {
  return c.req.header("sec-fetch-site") === "cross-site";
}

function typedOf({ lang, topics, area, frequency, hour }: Wishes): TypedWishes {
  return { lang, topics, area, frequency, hour: String(frequency === "daily" ? hour : 7) };
}
