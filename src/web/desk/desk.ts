import { Hono, type Context } from "hono";
import { bodyLimit } from "hono/body-limit";
import { TocsinError } from "../../model/error.ts";
import type { Random } from "../../model/id.ts";
import type { Clock } from "../../model/time.ts";
import type { DeskService } from "../ports.ts";
import { loadAssets } from "./assets.ts";
import { isFormToken, isOwnRequest, formToken } from "./csrf.ts";
import { explain } from "./errors.ts";
import type { DeskLogger } from "./event.ts";
import { readForm } from "./form.ts";
import { deskHeaders } from "./headers.ts";
import { isUiLanguage, negotiate, translator } from "./messages.ts";
import { accessPages } from "./pages/access.tsx";
import { activityPage } from "./pages/activity.tsx";
import { claimPages } from "./pages/claim.tsx";
import { claimDecisionPages } from "./pages/claim-decisions.tsx";
import { claimsPage } from "./pages/claims.tsx";
import { deliveryPage } from "./pages/delivery.tsx";
import { dispatchPages } from "./pages/dispatch.tsx";
import { draftPages } from "./pages/draft.tsx";
import { draftEvidencePages } from "./pages/draft-evidence.tsx";
import { draftsPage } from "./pages/drafts.tsx";
import { problemPage } from "./pages/problem.tsx";
import { byHandPages } from "./pages/by-hand.tsx";
import { fixPages } from "./pages/fix.tsx";
import { importPages } from "./pages/import.tsx";
import { inboxPage } from "./pages/inbox.tsx";
import { keysPage } from "./pages/keys.tsx";
import { noticePages } from "./pages/notices.tsx";
import { passwordPage } from "./pages/password.tsx";
import { previewPages } from "./pages/preview.tsx";
import { proposalPages } from "./pages/proposals.tsx";
import { publishPage } from "./pages/publish.tsx";
import { publisherPages } from "./pages/publishers.tsx";
import { replyPages } from "./pages/replies.tsx";
import { reportPages } from "./pages/report.tsx";
import { sourcePages } from "./pages/sources.tsx";
import { statementPages } from "./pages/statement.tsx";
import { statementsPage } from "./pages/statements.tsx";
import { userPages } from "./pages/users.tsx";
import { DESK_ROOT, paths } from "./paths.ts";
import { Presence } from "./presence.ts";
import { Cookies } from "./session.ts";
import { Shelf } from "./shelf.ts";
import { allows, param, type Deps, type DeskApp, type DeskContext, type DeskEnv, type View } from "./view.ts";
import { isZone } from "./zone.ts";

export interface DeskOptions {
  readonly service: DeskService;
  readonly clock: Clock;
  readonly random: Random;
  /** True where readers reach the desk over HTTPS: cookies are then `Secure` and bound to the host. */
  readonly secureCookies: boolean;
  /** Address of the public site, trailing slash optional; empty when it is at the root of this very server. */
  readonly publicSiteUrl: string;
  readonly logger: DeskLogger;
  /** Address of the client; by default that of the connection (`@hono/node-server`). */
  readonly addressOf?: (c: Context) => string;
}

const FORM_BYTES_MAX = 4 * 1024 * 1024;
/** One file of the largest size that intake takes, or several smaller ones, with room for the form around them. */
const UPLOAD_BYTES_MAX = 10 * 1024 * 1024 + 64 * 1024;

const EVERYWHERE = `${DESK_ROOT}/*`;

/** The desk: answers everything under `/desk`. Every answer is complete without scripts. */
export function createDesk(options: DeskOptions): Hono<DeskEnv> {
  const deps = depsOf(options);
  const app: DeskApp = new Hono<DeskEnv>();
  app.onError((error, c) => problemPage(c, deps.trouble(c, error, "copy"), null));
  app.use(EVERYWHERE, deskHeaders({ secure: options.secureCookies }));
  app.get(paths.asset(":name"), (c) => {
    const asset = deps.assets.byName.get(param(c, "name"));
    if (!asset) return c.text("Not found", 404);
    return c.body(asset.bytes, 200, {
      "Content-Type": asset.type,
      "Cache-Control": "public, max-age=31536000, immutable",
    });
  });
  app.use(EVERYWHERE, async (c, next) => {
    await prepare(c, deps);
    return next();
  });
  app.use(EVERYWHERE, limitBodies(deps));
  app.use(EVERYWHERE, guardForms(deps));
  accessPages(app, deps);
  keysPage(app, deps);
  app.use(EVERYWHERE, requirePerson(deps));
  for (const pages of [
    inboxPage,
    importPages,
    sourcePages,
    publisherPages,
    reportPages,
    byHandPages,
    fixPages,
    claimsPage,
    claimPages,
    claimDecisionPages,
    draftsPage,
    draftEvidencePages,
    publishPage,
    previewPages,
    draftPages,
    statementsPage,
    statementPages,
    proposalPages,
    noticePages,
    deliveryPage,
    dispatchPages,
    replyPages,
    activityPage,
    userPages,
    passwordPage,
  ]) {
    pages(app, deps);
  }
  app.all(EVERYWHERE, (c) => {
    const error = new TocsinError("NOT_FOUND", "There is no such page on the desk.");
    return problemPage(c, deps.trouble(c, error, "nothing"), null);
  });
  return app;
}

function depsOf(options: DeskOptions): Deps {
  const { service, clock, random, logger } = options;
  return {
    service,
    clock,
    random,
    logger,
    cookies: new Cookies(options.secureCookies, random),
    assets: loadAssets(),
    secure: options.secureCookies,
    publicSiteUrl: options.publicSiteUrl.replace(/\/+$/, ""),
    outcomes: new Shelf(clock, random),
    invitations: new Shelf(clock, random),
    undos: new Shelf(clock, random),
    presence: new Presence(clock),
    addressOf: options.addressOf ?? connectionAddress,
    trouble(c, error, kept = "form") {
      const { method } = c.req;
      const path = loggable(c.req.path);
      const trouble = explain(error, c.get("view").t, kept, (unforeseen) => {
        const reference = Buffer.from(random(5)).toString("hex");
        const { message, stack } = unforeseen instanceof Error ? unforeseen : new Error(String(unforeseen));
        logger({ event: "desk.error", reference, method, path, message, stack: stack ?? "" });
        return reference;
      });
      if (trouble.reference === null) logger({ event: "desk.refused", code: trouble.code, method, path });
      return trouble;
    },
  };
}

/** Who asks, in which language, and what every page shows. */
async function prepare(c: DeskContext, deps: Deps): Promise<void> {
  const { service, cookies, clock } = deps;
  const { office } = service.editions.history();
  const chosen = cookies.language(c);
  const lang = isUiLanguage(chosen) ? chosen : negotiate(c.req.header("accept-language"));
  const token = cookies.session(c);
  const url = new URL(c.req.url);
  const view = {
    t: translator(lang),
    lang,
    actor: null,
    csrf: "",
    zone: office && isZone(office.timeZone) ? office.timeZone : "UTC",
    now: clock(),
    office,
    languages: office?.languages ?? ["en"],
    here: url.pathname + url.search,
    done: c.req.query("done") ?? null,
    keysOn: cookies.keysOn(c),
    assets: deps.assets,
    siteUrl: `${deps.publicSiteUrl}/`,
    alarms: [],
    may: () => false,
  } satisfies View;
  c.set("view", view);
  c.set("sessionToken", token);
  const actor = token === null ? null : await service.access.actor(token);
  c.set("view", {
    ...view,
    actor,
    csrf: formToken(actor === null || token === null ? cookies.formSecret(c) : token),
    alarms: actor === null ? [] : service.delivery.alarms(),
    may: (permission) => allows(actor, permission),
  });
}

/** Refuses what is larger than a form can be, before it is read. */
function limitBodies(deps: Deps) {
  return async (c: DeskContext, next: () => Promise<void>): Promise<Response | void> => {
    const maxSize = c.req.path === paths.importFile() ? UPLOAD_BYTES_MAX : FORM_BYTES_MAX;
    const onError = (): Promise<Response> => {
      const error = new TocsinError("INPUT_TOO_LARGE", `More than ${maxSize} bytes were sent.`);
      return problemPage(c, deps.trouble(c, error, "nothing"), null);
    };
    return bodyLimit({ maxSize, onError })(c, next);
  };
}

/** Every change must come from a form of ours, of this very session. */
function guardForms(deps: Deps) {
  return async (c: DeskContext, next: () => Promise<void>): Promise<Response | void> => {
    if (c.req.method === "GET" || c.req.method === "HEAD") return next();
    const refuse = (message: string): never => {
      throw new TocsinError("AUTH_CSRF", message);
    };
    if (!isOwnRequest(c)) refuse("The request came from another site.");
    const form = await readForm(c);
    const { actor } = c.get("view");
    const token = c.get("sessionToken");
    const secret = actor !== null && token !== null ? token : deps.cookies.formSecret(c);
    if (isFormToken(form.text("csrf"), secret)) return next();
    const error =
      actor === null && token !== null
        ? new TocsinError("AUTH_REQUIRED", "The session has ended.")
        : new TocsinError("AUTH_CSRF", "The form belongs to another session.");
    return problemPage(c, deps.trouble(c, error, "copy"), form);
  };
}

function requirePerson(deps: Deps) {
  return async (c: DeskContext, next: () => Promise<void>): Promise<Response | void> => {
    const view = c.get("view");
    if (view.actor !== null) return next();
    if (c.req.method === "GET" || c.req.method === "HEAD") {
      return c.redirect(paths.signIn({ next: view.here === paths.home() ? "" : view.here }), 303);
    }
    const error = new TocsinError("AUTH_REQUIRED", "Nobody is signed in.");
    return problemPage(c, deps.trouble(c, error, "copy"), await readForm(c));
  };
}

/** An address as the log may have it: the token of a one-time link, which may still be good, stays out. */
function loggable(path: string): string {
  const start = paths.link("");
  return path.startsWith(start) ? `${start}…` : path;
}

function connectionAddress(c: Context): string {
  const env = c.env as { readonly incoming?: { readonly socket?: { readonly remoteAddress?: string } } } | undefined;
  return env?.incoming?.socket?.remoteAddress ?? "unknown";
}
