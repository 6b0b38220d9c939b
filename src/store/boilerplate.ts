import type { Kysely } from "kysely";
import type { BoilerplateStore } from "../intake/boilerplate.ts";
import type { Sha256 } from "../model/sha256.ts";
import type { Schema } from "./schema.ts";

/** Which blocks the pages of a publisher have had, in the database. */
export function createBoilerplateStore(db: Kysely<Schema>): BoilerplateStore {
  return {
    async seen(publisher, fingerprints) {
      if (fingerprints.length === 0) return new Map();
      const rows = await db
        .selectFrom("boilerplate")
        .select((eb) => ["fingerprint", eb.fn.countAll<number>().as("texts")])
        .where("publisher", "=", publisher)
        .where("fingerprint", "in", [...fingerprints])
        .groupBy("fingerprint")
        .execute();
      return new Map(rows.map(({ fingerprint, texts }) => [fingerprint as Sha256, texts]));
    },
    async note(publisher, textSha256, fingerprints) {
      const rows = [...new Set(fingerprints)].map((fingerprint) => ({
        publisher,
        fingerprint,
        text_sha256: textSha256,
      }));
      if (rows.length === 0) return;
      await db
        .insertInto("boilerplate")
        .values(rows)
        .onConflict((oc) => oc.doNothing())
        .execute();
    },
  };
}
