import type { Logger } from "./log.ts";
import { everyFile, leafOf, recordHeads, twinsOf, type Heads, type RenderedFiles } from "./site-files.ts";
import { sha256, type Sha256 } from "../model/sha256.ts";
import type { SiteStore } from "../publish/ports.ts";
import type { SiteRenderer } from "../publish/site.ts";
import { decodeTwins, TWINS_PATH } from "../record/manifest.ts";
import { recordFiles } from "../record/tile.ts";
import type { Tree } from "../record/tree.ts";

export type Rendered = ReturnType<SiteRenderer["render"]>;

/** Every file that a publication changes, and what goes away: made before the commit, so that only writing is left. */
export interface PreparedChange {
  readonly write: ReadonlyMap<string, Uint8Array>;
  readonly remove: readonly string[];
}

/** The log with this publication's entries, and how far it was when the live site was written. */
export interface GrownLog {
  readonly tree: Tree;
  readonly leaves: readonly Uint8Array[];
  readonly from: number;
}

/** Brings a publication to the site store: pages, twins, record. Knows the twins that are live. */
export class SiteWriter {
  readonly #site: SiteStore;
  readonly #logger: Logger;
  /** SHA-256 of every compressed twin that is live. */
  #twinSums = new Map<string, Sha256>();

  constructor(site: SiteStore, logger: Logger) {
    this.#site = site;
    this.#logger = logger;
  }

  /** True when exactly these pages of this publication are live, whatever happened to the disk meanwhile. */
  async isLive(publication: number, files: RenderedFiles): Promise<boolean> {
    if ((await this.#site.live()) !== publication) return false;
    const sums = await readTwins(this.#site);
    if (sums === null || !(await isWhole(this.#site, files))) return false;
    this.#twinSums = sums;
    return true;
  }

  async prepare({ files, changed, removed }: Rendered, log: GrownLog, heads: Heads): Promise<PreparedChange> {
    const pages = new Map(changed.map((path) => [path, bytesOf(files, path)] as const));
    const twins = await twinsOf(pages);
    const old = [...changed, ...removed].flatMap((path) => [`${path}.gz`, `${path}.br`]);
    for (const path of old) this.#twinSums.delete(path);
    for (const [path, bytes] of twins) this.#twinSums.set(path, sha256(bytes));
    const record = recordFiles({ tree: log.tree, leaves: leafOf(log.leaves), from: log.from, to: log.tree.size });
    return {
      write: new Map([...pages, ...twins, ...record.write, ...recordHeads(heads, this.#twinSums)]),
      remove: [...removed, ...old.filter((path) => !twins.has(path)), ...record.remove],
    };
  }

  /** Makes a prepared change live; where the disk refuses, the whole site is tried once more. */
  async putChange(
    publication: number,
    change: PreparedChange,
    files: RenderedFiles,
    log: GrownLog,
    heads: Heads,
  ): Promise<void> {
    try {
      await this.#site.apply({ publication, ...change });
    } catch (error) {
      this.#logger({ level: "warn", event: "site.apply-failed", publication, message: String(error) });
      await this.putWhole(publication, files, log, heads);
    }
  }

  /** Makes the whole site live, whatever was there before. */
  async putWhole(publication: number, files: RenderedFiles, log: GrownLog, heads: Heads): Promise<void> {
    const { all, twinSums } = await everyFile(files, log, heads);
    this.#twinSums = twinSums;
    await this.#site.replace(publication, all);
  }
}

function bytesOf(files: RenderedFiles, path: string): Uint8Array {
  const file = files.get(path);
  if (file === undefined) throw new Error(`no rendered file ${path}`);
  return file.bytes;
}

async function readTwins(site: SiteStore): Promise<Map<string, Sha256> | null> {
  const bytes = await site.read(TWINS_PATH);
  try {
    return bytes === null ? null : decodeTwins(bytes);
  } catch {
    return null;
  }
}

const AT_ONCE = 64;

async function isWhole(site: SiteStore, files: RenderedFiles): Promise<boolean> {
  const all = [...files];
  for (let i = 0; i < all.length; i += AT_ONCE) {
    const good = await Promise.all(
      all.slice(i, i + AT_ONCE).map(async ([path, file]) => {
        const bytes = await site.read(path);
        return bytes !== null && sha256(bytes) === file.sha256;
      }),
    );
    if (good.includes(false)) return false;
  }
  return true;
}
