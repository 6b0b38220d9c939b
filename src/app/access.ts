import { act, type Context } from "./context.ts";
import { Mutex } from "./mutex.ts";
import { hashPassword, passwordMatches } from "./password-hash.ts";
import { checkPassword } from "../desk/password.ts";
import { demand } from "../desk/permission.ts";
import type { User } from "../desk/ports.ts";
import { afterFailure, secondsToWait, type Attempts } from "../desk/sign-in-limit.ts";
import { TocsinError } from "../model/error.ts";
import { freshId, type UserId } from "../model/id.ts";
import { isRole, type Role } from "../model/role.ts";
import { sha256 } from "../model/sha256.ts";
import { instantOf, msOf, type Instant } from "../model/time.ts";
import type { AccessService, Actor, UserView } from "../web/ports.ts";

const SESSION_HOURS = 12;
const LINK_HOURS = 72;
/** Keys remembered by the sign-in limit; the oldest go first, so that nobody can fill the memory. */
const ATTEMPT_KEYS_MAX = 10_000;
const EMAIL_LENGTH_MAX = 254;

/** A token for a cookie or link: 256 unpredictable bits. Stored only as its hash. */
export function freshToken(context: Pick<Context, "random">): { readonly token: string; readonly hash: string } {
  const token = Buffer.from(context.random(32)).toString("base64url");
  return { token, hash: sha256(token) };
}

function later(now: Instant, hours: number): Instant {
  return instantOf(msOf(now) + hours * 3_600_000);
}

/** Makes the one-time link for the first administrator; null when there is an administrator already. */
export async function firstAdministratorLink(
  context: Pick<Context, "store" | "clock" | "random">,
): Promise<string | null> {
  if (!(await needsFirst(context))) return null;
  const { token, hash } = freshToken(context);
  await context.store.links.insert({
    tokenHash: hash,
    purpose: "first-administrator",
    user: null,
    expiresAt: later(context.clock(), LINK_HOURS),
  });
  return token;
}

/** Makes a one-time link with which a user who forgot the password sets a new one. Throws NOT_FOUND. */
export async function recoveryLink(
  context: Pick<Context, "store" | "clock" | "random">,
  email: string,
): Promise<string> {
  const user = await context.store.users.findByEmail(email.trim());
  if (!user)
    throw new TocsinError("NOT_FOUND", `Nobody has the e-mail address ${email}.`, { fix: "Check the spelling." });
  const { token, hash } = freshToken(context);
  await context.store.links.insert({
    tokenHash: hash,
    purpose: "invitation",
    user: user.id,
    expiresAt: later(context.clock(), LINK_HOURS),
  });
  return token;
}

async function needsFirst(context: Pick<Context, "store">): Promise<boolean> {
  return !(await context.store.users.list()).some((user) => user.role === "administrator" && user.passwordHash !== "");
}

function viewOf({ passwordHash, ...user }: User): UserView {
  return { ...user, hasPassword: passwordHash !== "" };
}

function linkUsed(): TocsinError {
  return new TocsinError("AUTH_LINK_USED", "This link was used already or has run out.", {
    fix: "Ask an administrator for a new one.",
  });
}

function cleanName(name: string): string {
  const clean = name.trim().replace(/\s+/g, " ");
  if (clean === "" || clean.length > 100) {
    throw new TocsinError("INPUT_INVALID", "Please give a name of at most 100 characters.");
  }
  return clean;
}

function cleanEmail(email: string): string {
  const clean = email.trim().toLowerCase();
  if (!/^[^\s@]+@[^\s@]+$/.test(clean) || clean.length > EMAIL_LENGTH_MAX) {
    throw new TocsinError("INPUT_INVALID", "This is not an e-mail address.", {
      fix: "Write it like name@office.example.",
    });
  }
  return clean;
}

export function createAccess(context: Context): AccessService {
  const { store, clock, random, logger } = context;
  const attempts = new Map<string, Attempts>();
  /** Users are read and saved whole, so their changes come one after the other: none undoes another. */
  const changes = new Mutex();

  async function startSession(user: UserId): Promise<{ sessionToken: string }> {
    const { token, hash } = freshToken(context);
    const now = clock();
    await store.sessions.removeExpired(now);
    await store.sessions.insert({ tokenHash: hash, user, createdAt: now, expiresAt: later(now, SESSION_HOURS) });
    return { sessionToken: token };
  }

  function noteFailure(key: string, now: Instant): void {
    const next = afterFailure(attempts.get(key), now);
    attempts.delete(key);
    attempts.set(key, next);
    const oldest = attempts.keys().next().value;
    if (attempts.size > ATTEMPT_KEYS_MAX && oldest !== undefined) attempts.delete(oldest);
  }

  return {
    needsFirstAdministrator: () => needsFirst(context),

    async link(token) {
      const link = await store.links.find(sha256(token), clock());
      if (!link || (link.purpose === "first-administrator" && !(await needsFirst(context)))) return null;
      const user = link.user === null ? null : await store.users.get(link.user);
      return { purpose: link.purpose, email: user?.email ?? "" };
    },

    async redeemLink({ token, email, name, password }) {
      const hash = sha256(token);
      const link = await store.links.find(hash, clock());
      if (!link) throw linkUsed();
      const invited = link.user === null ? null : await store.users.get(link.user);
      if (link.purpose === "first-administrator" ? !(await needsFirst(context)) : invited === null || invited.disabled)
        throw linkUsed();
      const user: User = {
        id: invited?.id ?? freshId<UserId>("u", random),
        email: invited?.email ?? cleanEmail(email),
        name: cleanName(name),
        role: invited?.role ?? "administrator",
        disabled: false,
        passwordHash: "",
        createdAt: invited?.createdAt ?? clock(),
      };
      checkPassword(password, [user.email, user.name, "tocsin"]);
      const complete = { ...user, passwordHash: await hashPassword(password, random) };
      if (invited === null && (await store.users.findByEmail(user.email)) !== null) {
        throw new TocsinError("CONFLICT", "Somebody has this e-mail address already.", { fix: "Use another address." });
      }
      if (!(await store.links.use(hash, clock()))) throw linkUsed();
      await changes.run(async () => {
        if (invited === null) return store.users.insert(complete);
        const { name: chosen, passwordHash } = complete;
        return store.users.save({ ...((await store.users.get(user.id)) ?? user), name: chosen, passwordHash });
      });
      await store.sessions.removeAllOf(user.id);
      await store.activity.add({ at: clock(), by: user.id, action: "user.joined", about: user.id, note: user.role });
      return startSession(user.id);
    },

    async signIn({ email, password, address }) {
      const now = clock();
      const keys = [`e:${email.trim().toLowerCase().slice(0, EMAIL_LENGTH_MAX)}`, `a:${address}`];
      const wait = Math.max(...keys.map((key) => secondsToWait(attempts.get(key), now)));
      if (wait > 0) {
        throw new TocsinError("AUTH_LOCKED", `Too many attempts. Try again in ${wait} seconds.`, {
          detail: { seconds: wait },
        });
      }
      // Counted before the slow part: of many attempts at once no more get through than one after the other.
      for (const key of keys) noteFailure(key, now);
      const user = await store.users.findByEmail(email.trim());
      const right = await passwordMatches(password.slice(0, 1000), user?.passwordHash ?? "");
      if (!user || !right || user.disabled) {
        logger({ level: "warn", event: "sign-in.failed", address });
        throw new TocsinError("AUTH_FAILED", "E-mail address and password do not fit together.", {
          fix: "Check both. After five wrong attempts you have to wait a little.",
        });
      }
      for (const key of keys) attempts.delete(key);
      return startSession(user.id);
    },

    async actor(sessionToken) {
      if (sessionToken === "" || sessionToken.length > 100) return null;
      const id = await store.sessions.find(sha256(sessionToken), clock());
      const user = id === null ? null : await store.users.get(id);
      if (!user || user.disabled) return null;
      return { user: user.id, name: user.name, email: user.email, role: user.role };
    },

    signOut: (sessionToken) => store.sessions.remove(sha256(sessionToken)),

    async users(actor) {
      demand(actor.role, "user.edit");
      return (await store.users.list()).map(viewOf);
    },

    async invite(actor, { email, name, role }) {
      if (!isRole(role)) throw new TocsinError("INPUT_INVALID", "There is no such role.");
      demand(actor.role, "user.edit");
      const known = await store.users.findByEmail(cleanEmail(email));
      const user: User = known ?? {
        id: freshId<UserId>("u", random),
        email: cleanEmail(email),
        name: cleanName(name),
        role,
        disabled: false,
        passwordHash: "",
        createdAt: clock(),
      };
      await act(context, actor, "user.edit", { action: "user.invited", about: user.id, note: user.role });
      if (known === null) await store.users.insert(user);
      const { token, hash } = freshToken(context);
      const expiresAt = later(clock(), LINK_HOURS);
      await store.links.insert({ tokenHash: hash, purpose: "invitation", user: user.id, expiresAt });
      return { token };
    },

    async setRole(actor, id, role: Role) {
      if (!isRole(role)) throw new TocsinError("INPUT_INVALID", "There is no such role.");
      await changes.run(async () => {
        const user = await changeable(actor, id);
        await act(context, actor, "user.edit", { action: "user.role", about: id, note: role });
        await store.users.save({ ...user, role });
      });
    },

    async setDisabled(actor, id, disabled) {
      await changes.run(async () => {
        const user = await changeable(actor, id);
        await act(context, actor, "user.edit", { action: disabled ? "user.disabled" : "user.enabled", about: id });
        await store.users.save({ ...user, disabled });
        if (disabled) await store.sessions.removeAllOf(id);
      });
    },

    async changePassword(actor, { current, next }) {
      const user = await store.users.get(actor.user);
      if (!user || !(await passwordMatches(current, user.passwordHash))) {
        throw new TocsinError("AUTH_FAILED", "The current password is not right.", { fix: "Type it again." });
      }
      checkPassword(next, [user.email, user.name, "tocsin"]);
      const passwordHash = await hashPassword(next, random);
      await changes.run(async () => {
        await act(context, actor, "password.change", { action: "password.changed", about: user.id });
        await store.users.save({ ...((await store.users.get(user.id)) ?? user), passwordHash });
        await store.sessions.removeAllOf(user.id);
      });
    },

    async activity(actor, filter) {
      demand(actor.role, "desk.read");
      const names = new Map((await store.users.list()).map((user) => [user.id, user.name] as const));
      const list = await store.activity.list(filter);
      return list.map((one) => ({ ...one, name: one.by === null ? "" : (names.get(one.by) ?? "") }));
    },
  };

  /** Nobody changes their own role or locks themselves out: so one administrator always remains. */
  async function changeable(actor: Actor, id: UserId): Promise<User> {
    demand(actor.role, "user.edit");
    if (actor.user === id) {
      throw new TocsinError("CONFLICT", "You cannot change your own role or disable yourself.", {
        fix: "Ask another administrator to do it.",
      });
    }
    // Of two administrators who shut each other out at once, the first one's word holds.
    const self = await store.users.get(actor.user);
    if (self) demand(self.disabled ? "analyst" : self.role, "user.edit");
    const user = await store.users.get(id);
    if (!user) throw new TocsinError("NOT_FOUND", "There is no such user.");
    return user;
  }
}
