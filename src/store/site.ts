import { readFile } from "node:fs/promises";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import type { SiteChange, SiteFiles, SiteStore } from "../publish/ports.ts";
import { Turns } from "./turns.ts";
import { hasCode, realDisk, type SiteDisk } from "./site-disk.ts";
import { checkSitePath, isSitePath } from "./site-path.ts";
import { readState, stateFile, type TreeName, type TreeState } from "./site-state.ts";
import { SiteTree, TempNames } from "./site-tree.ts";

/** Longest time that writing files keeps everything else in the process waiting. */
const SLICE_MS = 8;

/** The directory to serve: a link to the live tree. Resolve it for each request; it moves with each publication. */
export function liveDirectory(dir: string): string {
  return join(dir, "current");
}

/**
 * The site under `dir`: trees `a/` and `b/`, the link `current` to the live one, and outside the trees what is known of
 * each (`state-a.json`, `state-b.json`) and unfinished files (`tmp/`). The live tree is never touched, so at any moment
 * `current` names a complete publication. Unchanged files are one file with a name in both trees.
 *
 * Single files are not forced to disk: the log is the truth. `live` is therefore 0 also when the machine (not only the
 * process) went down since the files were written; `replace` then compares every byte and heals what was torn.
 */
export function createSiteStore(dir: string, options: SiteStoreOptions = {}): SiteStore {
  return new DirectorySite(dir, options.disk ?? realDisk, options.boot ?? bootId());
}

export interface SiteStoreOptions {
  readonly disk?: SiteDisk;
  /** Names the run of the machine. */
  readonly boot?: string;
}

class DirectorySite implements SiteStore {
  readonly #dir: string;
  readonly #disk: SiteDisk;
  readonly #boot: string;
  readonly #turns = new Turns();
  readonly #temp: TempNames;
  readonly #trees: Readonly<Record<TreeName, SiteTree>>;

  constructor(dir: string, disk: SiteDisk, boot: string) {
    this.#dir = dir;
    this.#disk = disk;
    this.#boot = boot;
    this.#temp = new TempNames(disk, join(dir, "tmp"));
    this.#trees = {
      a: new SiteTree(disk, join(dir, "a")),
      b: new SiteTree(disk, join(dir, "b")),
    };
  }

  async live(): Promise<number> {
    const live = this.#liveName();
    const state = live === null ? null : readState(this.#disk, this.#dir, live);
    return state === null || state.boot !== this.#boot ? 0 : state.publication;
  }

  apply(change: SiteChange): Promise<void> {
    return this.#exclusively(async () => {
      const removed = change.remove.filter((path) => !change.write.has(path));
      for (const path of [...change.write.keys(), ...removed]) checkSitePath(path);
      const live = this.#liveName();
      const standby = otherThan(live);
      const tree = this.#trees[standby];
      const liveState = live === null ? null : readState(this.#disk, this.#dir, live);
      const standbyState = readState(this.#disk, this.#dir, standby);
      this.#disk.remove(stateFile(this.#dir, standby));
      await this.#catchUp(tree, live === null ? null : this.#trees[live], liveState, standbyState, change.write);
      await inSlices(removed, (path) => tree.remove(path));
      await inSlices([...change.write], ([path, bytes]) => tree.write(path, bytes));
      const serial = liveState?.serial ?? 0;
      this.#complete(standby, {
        publication: change.publication,
        serial: serial + 1,
        base: liveState === null ? null : serial,
        written: [...change.write.keys()],
        removed,
        // A change does not vouch for the files that it left alone.
        boot: liveState?.boot ?? (live === null ? this.#boot : ""),
      });
      this.#swap(standby);
    });
  }

  replace(publication: number, files: SiteFiles): Promise<void> {
    return this.#exclusively(async () => {
      for (const path of files.keys()) checkSitePath(path);
      const live = this.#liveName();
      const standby = otherThan(live);
      const tree = this.#trees[standby];
      const old = live === null ? null : this.#trees[live];
      const serials = (["a", "b"] as const).map((name) => readState(this.#disk, this.#dir, name)?.serial ?? 0);
      this.#disk.remove(stateFile(this.#dir, standby));
      await removeOthers(tree, files);
      await inSlices([...files], ([path, bytes]) => {
        if (isSame(tree.read(path), bytes)) return;
        if (old !== null && isSame(old.read(path), bytes)) tree.share(path, old);
        else tree.write(path, bytes);
      });
      const serial = Math.max(...serials) + 1;
      const state = { publication, serial, base: null, written: [], removed: [], boot: this.#boot };
      this.#complete(standby, state);
      this.#swap(standby);
      // The other tree now, so that the next change need not compare.
      const behind = otherThan(standby);
      this.#disk.remove(stateFile(this.#dir, behind));
      await mirror(tree, this.#trees[behind]);
      this.#complete(behind, state);
    });
  }

  async read(path: string): Promise<Uint8Array | null> {
    if (!isSitePath(path)) return null;
    try {
      const bytes = await readFile(join(liveDirectory(this.#dir), path));
      return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    } catch (error) {
      if (hasCode(error, "ENOENT", "ENOTDIR", "EISDIR", "ENAMETOOLONG", "ELOOP")) return null;
      throw error;
    }
  }

  list(): Promise<readonly string[]> {
    return this.#turns.run(async () => {
      const live = this.#liveName();
      return live === null ? [] : [...this.#trees[live].list().files].sort();
    });
  }

  /** Brings the standby tree to what the live one holds, but for paths that are about to be written. */
  async #catchUp(
    tree: SiteTree,
    live: SiteTree | null,
    liveState: TreeState | null,
    standbyState: TreeState | null,
    next: SiteFiles,
  ): Promise<void> {
    if (live === null) {
      await removeOthers(tree, new Set());
    } else if (liveState === null || standbyState === null) {
      await mirror(live, tree);
    } else if (standbyState.serial === liveState.serial) {
      return;
    } else if (standbyState.serial === liveState.base) {
      await inSlices(liveState.removed, (path) => tree.remove(path));
      await inSlices(
        liveState.written.filter((path) => !next.has(path)),
        (path) => tree.share(path, live),
      );
    } else {
      await mirror(live, tree);
    }
  }

  #liveName(): TreeName | null {
    const target = this.#disk.readLink(liveDirectory(this.#dir));
    return target === "a" || target === "b" ? target : null;
  }

  #complete(tree: TreeName, state: TreeState): void {
    const temp = this.#temp.next();
    this.#disk.write(temp, Buffer.from(JSON.stringify(state)));
    this.#disk.rename(temp, stateFile(this.#dir, tree));
    // An empty site has a tree too.
    this.#disk.makeDirectory(this.#trees[tree].root);
  }

  #swap(tree: TreeName): void {
    const temp = this.#temp.next();
    this.#disk.symlink(tree, temp);
    this.#disk.rename(temp, liveDirectory(this.#dir));
  }

  #exclusively(task: () => Promise<void>): Promise<void> {
    return this.#turns.run(async () => {
      try {
        await task();
      } catch (error) {
        this.#temp.reset();
        throw error;
      }
    });
  }
}

function otherThan(live: TreeName | null): TreeName {
  return live === "a" ? "b" : "a";
}

/** Makes `to` hold exactly the files of `from`, as the same files. */
async function mirror(from: SiteTree, to: SiteTree): Promise<void> {
  const wanted = from.list().files;
  await removeOthers(to, new Set(wanted));
  await inSlices(wanted, (path) => to.share(path, from));
}

/** Removes everything but the files of these paths. */
async function removeOthers(tree: SiteTree, wanted: { has(path: string): boolean }): Promise<void> {
  const { files, foreign } = tree.list();
  await inSlices(foreign, (path) => tree.removeForeign(path));
  await inSlices(
    files.filter((path) => !wanted.has(path)),
    (path) => tree.remove(path),
  );
}

async function inSlices<T>(items: readonly T[], act: (item: T) => void): Promise<void> {
  let until = performance.now() + SLICE_MS;
  for (const item of items) {
    act(item);
    if (performance.now() < until) continue;
    await setImmediate();
    until = performance.now() + SLICE_MS;
  }
}

function isSame(there: Uint8Array | null, wanted: Uint8Array): boolean {
  return there !== null && Buffer.compare(there, wanted) === 0;
}

/** Linux names each run of the machine. Elsewhere: unknown, and equal to itself. */
function bootId(): string {
  try {
    return readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
  } catch {
    return "unknown";
  }
}
