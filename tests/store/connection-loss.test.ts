import { Client } from "pg";
import { expect, test } from "vitest";
import { sql } from "kysely";
import { connect } from "../../src/store/database.ts";
import { postgresUrl } from "./postgres.ts";

test.skipIf(postgresUrl === null)(
  "a connection that PostgreSQL ends in the middle of a transaction fails that transaction and nothing else",
  async () => {
    const url = postgresUrl ?? "";
    const database = await connect({ postgresUrl: url });
    const killer = new Client({ connectionString: url });
    await killer.connect();
    const lost = database.bare.transaction().execute(async (tx) => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx);
      await killer.query("select pg_terminate_backend($1)", [rows[0]?.pid]);
      // Nobody waits for this connection when its end is told.
      await new Promise((resolve) => {
        setTimeout(resolve, 200);
      });
      await sql`select 1`.execute(tx);
    });
    await expect(lost).rejects.toThrow(/connection/i);
    expect((await sql`select 1 as one`.execute(database.bare)).rows).toEqual([{ one: 1 }]);
    await killer.end();
    await database.close();
  },
);
