/** Path on the site, without leading slash (`en/index.html`), to the file's bytes. */
export type SiteFiles = ReadonlyMap<string, Uint8Array>;

/** What changes from one publication to the next. */
export interface SiteChange {
  /** Counts publications; the live one is remembered by it. */
  readonly publication: number;
  readonly write: SiteFiles;
  readonly remove: readonly string[];
}

/**
 * Files that readers get. Two full trees, A and B: the one that is not live is brought up to date, then one atomic
 * rename makes it live; so a reader never sees half a publication and the cost is that of the changed files.
 */
export interface SiteStore {
  /** Publication that is live; 0 when there is none. */
  live(): Promise<number>;
  /** Makes `change` live. The change must be relative to the live publication. */
  apply(change: SiteChange): Promise<void>;
  /** Makes exactly `files` live, whatever was there before: first start, repair, rebuild. Writes only what differs. */
  replace(publication: number, files: SiteFiles): Promise<void>;
  /** One live file, null when there is none. */
  read(path: string): Promise<Uint8Array | null>;
  /** Paths of all live files. */
  list(): Promise<readonly string[]>;
}
