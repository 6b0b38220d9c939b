import { randomBytes } from "node:crypto";
import { Client } from "pg";

const DEFAULT_URL = "postgres://root@127.0.0.1:5432/test";

/** A PostgreSQL server for the tests; null when none answers. `TOCSIN_TEST_POSTGRES` names another one. */
export const postgresUrl: string | null = await answering(process.env["TOCSIN_TEST_POSTGRES"] ?? DEFAULT_URL);

async function answering(url: string): Promise<string | null> {
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

/** A schema name that nobody else has; the first openStore makes it. */
export function freshSchema(): string {
  return `tocsin_test_${randomBytes(6).toString("hex")}`;
}

export async function dropSchema(url: string, schema: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(`drop schema if exists "${schema}" cascade`);
  await client.end();
}
