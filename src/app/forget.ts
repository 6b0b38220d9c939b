import type { Context } from "./context.ts";
import { TocsinError } from "../model/error.ts";

/**
 * Erases a person: name, e-mail address and password go, access ends. What they did stays, under an id that leads to
 * nobody. Throws NOT_FOUND, CONFLICT for the last administrator.
 */
export async function forgetPerson({ store, clock }: Pick<Context, "store" | "clock">, email: string): Promise<void> {
  const users = await store.users.list();
  const user = users.find((one) => one.email.toLowerCase() === email.trim().toLowerCase());
  if (!user)
    throw new TocsinError("NOT_FOUND", `Nobody has the e-mail address ${email}.`, { fix: "Check the spelling." });
  const others = users.filter((one) => one.id !== user.id && one.role === "administrator" && !one.disabled);
  if (user.role === "administrator" && others.length === 0) {
    throw new TocsinError("CONFLICT", "This is the only administrator, so nobody could manage the desk any more.", {
      fix: "Make somebody else an administrator first.",
    });
  }
  const nobody = { name: "", email: `${user.id}@erased.invalid`, passwordHash: "", disabled: true };
  await store.users.save({ ...user, ...nobody });
  await store.sessions.removeAllOf(user.id);
  await store.activity.add({ at: clock(), by: null, action: "user.erased", about: user.id, note: "" });
}
