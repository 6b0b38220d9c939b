import { PostgresDialect } from "kysely";
import { Pool, TypeOverrides } from "pg";
import { TocsinError } from "../model/error.ts";

const CONNECTIONS_MAX = 10;
const CONNECT_TIMEOUT_MS = 10_000;
const INT8_OID = 20;

/**
 * Connections to PostgreSQL. 64-bit integers come as numbers: ours count rows and bytes, far below 2^53. Every
 * connection commits durably (`synchronous_commit=on`), whatever the server's default is.
 */
export function createPostgresPool(postgresUrl: string, schema: string | null): Pool {
  if (schema !== null && !/^[a-z_][a-z0-9_]{0,62}$/.test(schema)) {
    throw new TocsinError("CONFIG_INVALID", `“${schema.slice(0, 80)}” cannot be a PostgreSQL schema.`, {
      fix: "Use lower-case letters, digits and underscores.",
    });
  }
  const types = new TypeOverrides();
  types.setTypeParser(INT8_OID, Number);
  const pool = new Pool({
    connectionString: postgresUrl,
    max: CONNECTIONS_MAX,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    types,
    async onConnect(client) {
      await (schema === null
        ? client.query("select set_config('synchronous_commit', 'on', false)")
        : client.query("select set_config('synchronous_commit', 'on', false), set_config('search_path', $1, false)", [
            schema,
          ]));
    },
  });
  // A connection that breaks while idle is replaced by the pool; without a listener it would end the process.
  pool.on("error", () => {});
  // So would one that breaks in use, between two queries of a transaction: the next query says what is wrong.
  pool.on("connect", (client) => void client.on("error", () => {}));
  return pool;
}

/** Kysely's PostgreSQL dialect over these connections. */
export function postgresDialect(pool: Pool): PostgresDialect {
  return new PostgresDialect({ pool });
}
