import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { Client } from "pg";
import type { StoreLocation } from "../../src/store/store.ts";

/** An empty PostgreSQL schema or SQLite file, as an argument for a script of the bench. */
export interface Somewhere {
  readonly location: StoreLocation;
  readonly remove: () => Promise<void>;
}

const DEFAULT_URL = "postgres://root@127.0.0.1:5432/test";

/** A PostgreSQL server to measure with; null when none answers. `TOCSIN_TEST_POSTGRES` names another one. */
export async function postgresHere(): Promise<string | null> {
  const url = process.env["TOCSIN_TEST_POSTGRES"] ?? DEFAULT_URL;
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 3000 });
  client.on("error", () => {});
  try {
    await client.connect();
    await client.query("select 1");
    return url;
  } catch {
    return null;
  } finally {
    await client.end().catch(() => {});
  }
}

export function inSqlite(folder: string): Somewhere {
  const sqliteFile = join(folder, `${randomBytes(4).toString("hex")}.sqlite`);
  return { location: { sqliteFile }, remove: () => Promise.resolve() };
}

export function inPostgres(postgresUrl: string): Somewhere & { readonly schema: string } {
  const schema = `tocsin_bench_${randomBytes(4).toString("hex")}`;
  return {
    location: { postgresUrl, schema },
    schema,
    async remove() {
      const client = new Client({ connectionString: postgresUrl });
      await client.connect();
      await client.query(`drop schema if exists "${schema}" cascade`);
      await client.end();
    },
  };
}
