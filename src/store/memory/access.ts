import type { LinkStore, SessionStore, User, UserStore } from "../../desk/ports.ts";
import { TocsinError } from "../../model/error.ts";
import type { UserId } from "../../model/id.ts";
import { foldEmail } from "../email.ts";

/** A UserStore that forgets everything when the process ends: for tests and trials. */
export function createMemoryUserStore(): UserStore {
  const kept = new Map<UserId, User>();
  const withEmail = (email: string): User | undefined =>
    [...kept.values()].find((user) => foldEmail(user.email) === foldEmail(email));
  const taken = (): TocsinError => new TocsinError("CONFLICT", "Somebody has this e-mail address already.");
  return {
    async count() {
      return kept.size;
    },
    async get(id) {
      return kept.get(id) ?? null;
    },
    async findByEmail(email) {
      return withEmail(email) ?? null;
    },
    async list() {
      return [...kept.values()].sort((a, b) => (foldEmail(a.email) < foldEmail(b.email) ? -1 : 1));
    },
    async insert(user) {
      if (kept.has(user.id) || withEmail(user.email) !== undefined) throw taken();
      kept.set(user.id, user);
    },
    async save(user) {
      const other = withEmail(user.email);
      if (other !== undefined && other.id !== user.id) throw taken();
      if (!kept.has(user.id)) throw new TocsinError("NOT_FOUND", "There is no such user.", { detail: { id: user.id } });
      kept.set(user.id, user);
    },
  };
}

/** A SessionStore that forgets everything when the process ends: for tests and trials. */
export function createMemorySessionStore(): SessionStore {
  const kept = new Map<string, Parameters<SessionStore["insert"]>[0]>();
  const removeWhere = (unwanted: (session: Parameters<SessionStore["insert"]>[0]) => boolean): void => {
    for (const session of kept.values()) if (unwanted(session)) kept.delete(session.tokenHash);
  };
  return {
    async insert(session) {
      kept.set(session.tokenHash, session);
    },
    async find(tokenHash, now) {
      const session = kept.get(tokenHash);
      return session !== undefined && session.expiresAt > now ? session.user : null;
    },
    async remove(tokenHash) {
      kept.delete(tokenHash);
    },
    async removeAllOf(user) {
      removeWhere((session) => session.user === user);
    },
    async removeExpired(now) {
      removeWhere((session) => session.expiresAt <= now);
    },
  };
}

/** A LinkStore that forgets everything when the process ends: for tests and trials. */
export function createMemoryLinkStore(): LinkStore {
  const kept = new Map<string, Parameters<LinkStore["insert"]>[0]>();
  const usable = (tokenHash: string, now: string): Parameters<LinkStore["insert"]>[0] | null => {
    const link = kept.get(tokenHash);
    return link !== undefined && link.expiresAt > now ? link : null;
  };
  return {
    async insert(link) {
      kept.set(link.tokenHash, link);
    },
    async find(tokenHash, now) {
      const link = usable(tokenHash, now);
      return link === null ? null : { purpose: link.purpose, user: link.user };
    },
    async use(tokenHash, now) {
      return usable(tokenHash, now) !== null && kept.delete(tokenHash);
    },
  };
}
