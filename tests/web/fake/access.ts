import { checkPassword } from "../../../src/desk/password.ts";
import { demand } from "../../../src/desk/permission.ts";
import { TocsinError } from "../../../src/model/error.ts";
import type { UserId } from "../../../src/model/id.ts";
import type { AccessService } from "../../../src/web/ports.ts";
import { PASSWORD, act, actorOf, fresh, type FakeState } from "./state.ts";

/** Sentinels: `locked@office.example` is locked, `crash@office.example` breaks. */
export function fakeAccess(state: FakeState): AccessService {
  const one = (id: UserId) => {
    const found = state.users.get(id);
    if (!found) throw new TocsinError("NOT_FOUND", "There is no such person.");
    return found;
  };
  return {
    needsFirstAdministrator: async () => state.needsFirst,
    link: async (token) => {
      const found = state.links.get(token);
      return found ? { purpose: found.purpose, email: found.email } : null;
    },
    async redeemLink({ token, email, name, password }) {
      const found = state.links.get(token);
      if (!found) throw new TocsinError("AUTH_LINK_USED", "Used, expired or unknown.");
      checkPassword(password, [name, email]);
      state.links.delete(token);
      const id = found.user ?? (fresh(state, "u") as UserId);
      const before = state.users.get(id);
      state.users.set(id, {
        id,
        email,
        name,
        role: before?.role ?? "administrator",
        disabled: false,
        hasPassword: true,
        createdAt: before?.createdAt ?? state.now,
      });
      const sessionToken = fresh(state, "session-");
      state.sessions.set(sessionToken, id);
      return { sessionToken };
    },
    async signIn({ email, password }) {
      if (email === "crash@office.example") throw new Error("the disk is on fire");
      if (email === "locked@office.example") throw new TocsinError("AUTH_LOCKED", "Too many attempts; wait 4 minutes.");
      const found = [...state.users.values()].find((user) => user.email === email);
      if (!found || found.disabled || password !== PASSWORD) throw new TocsinError("AUTH_FAILED", "They do not fit.");
      const sessionToken = fresh(state, "session-");
      state.sessions.set(sessionToken, found.id);
      return { sessionToken };
    },
    actor: async (token) => actorOf(state, token),
    signOut: async (token) => void state.sessions.delete(token),
    async users(actor) {
      demand(actor.role, "user.edit");
      return [...state.users.values()];
    },
    async invite(actor, { email, name, role }) {
      act(state, actor, "user.edit", "user.invited", email);
      if ([...state.users.values()].some((user) => user.email === email)) {
        throw new TocsinError("CONFLICT", `${email} has a place at the desk already.`);
      }
      const id = fresh(state, "u") as UserId;
      state.users.set(id, { id, email, name, role, disabled: false, hasPassword: false, createdAt: state.now });
      const token = fresh(state, "link-");
      state.links.set(token, { purpose: "invitation", email, user: id });
      return { token };
    },
    async setRole(actor, id, role) {
      act(state, actor, "user.edit", "user.role", id);
      if (id === actor.user) throw new TocsinError("CONFLICT", "Nobody can change their own role.");
      state.users.set(id, { ...one(id), role });
    },
    async setDisabled(actor, id, disabled) {
      act(state, actor, "user.edit", disabled ? "user.disabled" : "user.enabled", id);
      state.users.set(id, { ...one(id), disabled });
    },
    async changePassword(actor, { current, next }) {
      if (current !== PASSWORD) throw new TocsinError("AUTH_FAILED", "The current password is another one.");
      checkPassword(next, [actor.name, actor.email]);
    },
    async activity(_actor, { about, limit }) {
      return state.activity
        .filter((one) => about === undefined || one.about === about)
        .slice(0, limit)
        .map((one) => ({ ...one, name: one.by === null ? "" : (state.users.get(one.by)?.name ?? "") }));
    },
  };
}
