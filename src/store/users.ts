import type { Kysely } from "kysely";
import type { User, UserStore } from "../desk/ports.ts";
import { TocsinError } from "../model/error.ts";
import type { UserId } from "../model/id.ts";
import type { Role } from "../model/role.ts";
import type { Instant } from "../model/time.ts";
import { foldEmail } from "./email.ts";
import type { Schema, UserRow } from "./schema.ts";

/** Users in the database, listed by e-mail address. */
export function createUserStore(db: Kysely<Schema>): UserStore {
  return {
    async count() {
      const row = await db
        .selectFrom("users")
        .select((eb) => eb.fn.countAll<number>().as("users"))
        .executeTakeFirstOrThrow();
      return row.users;
    },
    async get(id) {
      const row = await db.selectFrom("users").selectAll().where("id", "=", id).executeTakeFirst();
      return row === undefined ? null : userOf(row);
    },
    async findByEmail(email) {
      const row = await db
        .selectFrom("users")
        .selectAll()
        .where("email_folded", "=", foldEmail(email))
        .executeTakeFirst();
      return row === undefined ? null : userOf(row);
    },
    async list() {
      return (await db.selectFrom("users").selectAll().orderBy("email_folded").execute()).map(userOf);
    },
    async insert(user) {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto("users")
        .values(rowOf(user))
        .onConflict((oc) => oc.doNothing())
        .executeTakeFirst();
      if (numInsertedOrUpdatedRows !== 1n) throw taken();
    },
    async save(user) {
      await db.transaction().execute(async (tx) => {
        const other = await tx
          .selectFrom("users")
          .select("id")
          .where("email_folded", "=", foldEmail(user.email))
          .where("id", "!=", user.id)
          .executeTakeFirst();
        if (other !== undefined) throw taken();
        const { numUpdatedRows } = await tx
          .updateTable("users")
          .set(rowOf(user))
          .where("id", "=", user.id)
          .executeTakeFirst();
        if (numUpdatedRows !== 1n)
          throw new TocsinError("NOT_FOUND", "There is no such user.", { detail: { id: user.id } });
      });
    },
  };
}

function taken(): TocsinError {
  return new TocsinError("CONFLICT", "Somebody has this e-mail address already.");
}

function rowOf(user: User): UserRow {
  return {
    id: user.id,
    email: user.email,
    email_folded: foldEmail(user.email),
    name: user.name,
    role: user.role,
    disabled: user.disabled ? 1 : 0,
    password_hash: user.passwordHash,
    created_at: user.createdAt,
  };
}

function userOf(row: UserRow): User {
  return {
    id: row.id as UserId,
    email: row.email,
    name: row.name,
    role: row.role as Role,
    disabled: row.disabled === 1,
    passwordHash: row.password_hash,
    createdAt: row.created_at as Instant,
  };
}
