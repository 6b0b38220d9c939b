import { join } from "node:path";
import type { StoreLocation } from "../store/store.ts";

/** Where everything lies in the data folder. */
export interface Layout {
  readonly root: string;
  readonly database: string;
  readonly snapshots: string;
  readonly site: string;
  readonly key: string;
  /** Seals subscribers' addresses and signs their links. */
  readonly deliveryKey: string;
  /** By which push services know the office; browsers bind their subscriptions to it. */
  readonly pushKey: string;
  /** Which channels are set up, and how (delivery-config.ts). */
  readonly deliverySettings: string;
  /** What `tocsin init` was told that the record does not carry: the origin's address. */
  readonly settings: string;
}

/** Where the office's database is: PostgreSQL where configured, else in the data folder. */
export function databaseOf(layout: Layout, postgresUrl: string | null): StoreLocation {
  return postgresUrl === null ? { sqliteFile: layout.database } : { postgresUrl };
}

export function layoutOf(dataDirectory: string): Layout {
  return {
    root: dataDirectory,
    database: join(dataDirectory, "tocsin.db"),
    snapshots: join(dataDirectory, "snapshots"),
    site: join(dataDirectory, "site"),
    key: join(dataDirectory, "key", "record.pem"),
    deliveryKey: join(dataDirectory, "key", "delivery.key"),
    pushKey: join(dataDirectory, "key", "push.pem"),
    deliverySettings: join(dataDirectory, "delivery.json"),
    settings: join(dataDirectory, "settings.json"),
  };
}
