import type { Context, Hono } from "hono";
import { may, type Permission } from "../../desk/permission.ts";
import type { Random } from "../../model/id.ts";
import type { Lang } from "../../model/language.ts";
import type { Office } from "../../model/office.ts";
import type { Clock, Instant } from "../../model/time.ts";
import type { DeliveryAlarm } from "../delivery-ports.ts";
import type { Actor, DeskService, ImportOutcome } from "../ports.ts";
import type { Assets } from "./assets.ts";
import type { Kept, Trouble } from "./errors.ts";
import type { DeskLogger } from "./event.ts";
import type { Translate, UiLanguage } from "./messages.ts";
import type { Presence } from "./presence.ts";
import type { Cookies } from "./session.ts";
import type { Shelf } from "./shelf.ts";
import type { Undo } from "./undo.ts";

/** What every page knows of the request that it answers. */
export interface View {
  readonly t: Translate;
  readonly lang: UiLanguage;
  readonly actor: Actor | null;
  /** Value of the hidden field of every form. */
  readonly csrf: string;
  /** The office's time zone, in which all times are shown and typed. */
  readonly zone: string;
  readonly now: Instant;
  readonly office: Office | null;
  /** Languages of the public texts; the first is the original. */
  readonly languages: readonly Lang[];
  /** This page's own address with its query. */
  readonly here: string;
  /** Code of what was done last, from the redirect that led here. */
  readonly done: string | null;
  readonly keysOn: boolean;
  readonly assets: Assets;
  readonly siteUrl: string;
  /** What is wrong with delivery now; empty for who is not signed in. */
  readonly alarms: readonly DeliveryAlarm[];
  may(permission: Permission): boolean;
}

export interface DeskEnv {
  Variables: { view: View; sessionToken: string | null };
}

export type DeskApp = Hono<DeskEnv>;
export type DeskContext = Context<DeskEnv>;

/** What the pages' handlers work with. */
export interface Deps {
  readonly service: DeskService;
  readonly clock: Clock;
  readonly random: Random;
  readonly logger: DeskLogger;
  readonly cookies: Cookies;
  readonly assets: Assets;
  /** Do people reach the desk over HTTPS? */
  readonly secure: boolean;
  /** Without trailing slash. */
  readonly publicSiteUrl: string;
  readonly outcomes: Shelf<readonly ImportOutcome[]>;
  readonly invitations: Shelf<{ readonly email: string; readonly token: string }>;
  /** Decisions about claims that can still be taken back. */
  readonly undos: Shelf<Undo>;
  readonly presence: Presence;
  /** Address of the client, for the limit on attempts to sign in. */
  readonly addressOf: (c: Context) => string;
  /** Any thrown value as the person is told it; what nobody foresaw goes to the log. */
  trouble(c: DeskContext, error: unknown, kept?: Kept): Trouble;
}

/** May the person who asks do this? The service checks again; this is only for what to show. */
export function allows(actor: Actor | null, permission: Permission): boolean {
  return actor !== null && may(actor.role, permission);
}

/** A part of the address, as the route names it. */
export function param(c: DeskContext, name: string): string {
  return c.req.param(name) ?? "";
}

/** Who is acting. Only for routes behind the sign-in. */
export function actorOf(c: DeskContext): Actor {
  const { actor } = c.get("view");
  if (actor === null) throw new Error("a page behind the sign-in without a person");
  return actor;
}
