import { join } from "node:path";

/** Where everything lies in the data folder. */
export interface Layout {
  readonly root: string;
  readonly database: string;
  readonly snapshots: string;
  readonly site: string;
  readonly key: string;
  /** What `tocsin init` was told that the record does not carry: the origin's address. */
  readonly settings: string;
}

export function layoutOf(dataDirectory: string): Layout {
  return {
    root: dataDirectory,
    database: join(dataDirectory, "tocsin.db"),
    snapshots: join(dataDirectory, "snapshots"),
    site: join(dataDirectory, "site"),
    key: join(dataDirectory, "key", "record.pem"),
    settings: join(dataDirectory, "settings.json"),
  };
}
