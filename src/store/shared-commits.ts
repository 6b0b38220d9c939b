import { sql, type Kysely, type Transaction } from "kysely";
import type { Schema } from "./schema.ts";

interface Waiting {
  readonly act: (tx: Transaction<Schema>) => Promise<() => void>;
  readonly failed: (error: unknown) => void;
}

/**
 * Small transactions of one process that share a commit: SQLite has one writer, and what a commit costs is the disk's
 * flush. Whoever comes while one is under way goes with the next. Each stands or falls alone, and none is acknowledged
 * before the disk has it.
 */
export class SharedCommits {
  readonly #db: Kysely<Schema>;
  #waiting: Waiting[] = [];
  #running = false;

  constructor(db: Kysely<Schema>) {
    this.#db = db;
  }

  run<T>(act: (tx: Transaction<Schema>) => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({
        act: async (tx) => {
          const result = await act(tx);
          return () => resolve(result);
        },
        failed: reject,
      });
      if (this.#running) return;
      this.#running = true;
      // Behind everything that is ready to run now: that may want to come along.
      setImmediate(() => void this.#commitAll());
    });
  }

  async #commitAll(): Promise<void> {
    while (this.#waiting.length > 0) {
      const batch = this.#waiting;
      this.#waiting = [];
      const acknowledged: (() => void)[] = [];
      try {
        await this.#db.transaction().execute(async (tx) => {
          for (const one of batch) acknowledged.push(await runAlone(tx, one));
        });
        for (const done of acknowledged) done();
      } catch (error) {
        for (const { failed } of batch) failed(error);
      }
      await new Promise<void>((resolve) => void setImmediate(resolve));
    }
    this.#running = false;
  }
}

/** Runs one so that its failure undoes nothing but its own; gives what tells the caller, after the commit. */
async function runAlone(tx: Transaction<Schema>, { act, failed }: Waiting): Promise<() => void> {
  await sql`savepoint alone`.execute(tx);
  try {
    const done = await act(tx);
    await sql`release alone`.execute(tx);
    return done;
  } catch (error) {
    await sql`rollback to alone`.execute(tx);
    await sql`release alone`.execute(tx);
    return () => failed(error);
  }
}
