import { dirname, join } from "node:path";
import { hasCode, type SiteDisk } from "./site-disk.ts";

/**
 * One of the two trees, only ever changed while it is not live: then a path may be missing for a moment, or hold half
 * of a file after a crash. Files are never changed in place: another name may be the same file in the live tree, and a
 * reader may have it open. The old name goes first, then a new file gets it; writing over it with a rename would make
 * ext4 write the new one out at once (auto_da_alloc): measured 25 ms for 90 files against 6 ms.
 */
export class SiteTree {
  readonly root: string;
  readonly #disk: SiteDisk;

  constructor(disk: SiteDisk, root: string) {
    this.root = root;
    this.#disk = disk;
  }

  read(path: string): Uint8Array | null {
    return this.#disk.read(join(this.root, path));
  }

  inode(path: string): bigint | null {
    return this.#disk.inode(join(this.root, path));
  }

  write(path: string, bytes: Uint8Array): void {
    this.#put(path, (file) => this.#disk.write(file, bytes));
  }

  /** The file of another tree under the same path here. */
  share(path: string, from: SiteTree): void {
    const inode = from.inode(path);
    if (inode !== null && inode === this.inode(path)) return;
    this.#put(path, (file) => this.#disk.link(join(from.root, path), file));
  }

  /** Removes a file, if it is one, and the directories that it leaves empty. */
  remove(path: string): void {
    if (this.inode(path) !== null) this.#disk.remove(join(this.root, path));
    this.#prune(path);
  }

  /** Removes what `list` calls foreign. */
  removeForeign(path: string): void {
    this.#disk.removeAll(join(this.root, path));
    this.#prune(path);
  }

  #prune(path: string): void {
    for (let dir = dirname(path); dir !== "."; dir = dirname(dir)) {
      if (!this.#disk.removeEmptyDirectory(join(this.root, dir))) return;
    }
  }

  /** Paths of all files, in no order. `foreign`: what no publication put there, such as links and empty directories. */
  list(): { readonly files: readonly string[]; readonly foreign: readonly string[] } {
    const files: string[] = [];
    const foreign: string[] = [];
    const walk = (dir: string): void => {
      const entries = this.#disk.list(join(this.root, dir));
      if (entries.length === 0 && dir !== "") foreign.push(dir);
      for (const { name, kind } of entries) {
        const path = dir === "" ? name : `${dir}/${name}`;
        if (kind === "directory") walk(path);
        else (kind === "file" ? files : foreign).push(path);
      }
    };
    walk("");
    return { files, foreign };
  }

  #put(path: string, make: (file: string) => void): void {
    const file = join(this.root, path);
    this.#disk.remove(file);
    try {
      make(file);
    } catch (error) {
      if (!hasCode(error, "ENOENT")) throw error;
      this.#disk.makeDirectory(dirname(file));
      make(file);
    }
  }
}

/** Names for files that are not yet in their place; the directory is emptied at the first. */
export class TempNames {
  readonly #disk: SiteDisk;
  readonly #dir: string;
  #count = 0;

  constructor(disk: SiteDisk, dir: string) {
    this.#disk = disk;
    this.#dir = dir;
  }

  next(): string {
    if (this.#count === 0) {
      this.#disk.removeAll(this.#dir);
      this.#disk.makeDirectory(this.#dir);
    }
    this.#count += 1;
    return join(this.#dir, String(this.#count));
  }

  /** After a failure: what lies there may be in the way of nobody, but is of no use. */
  reset(): void {
    this.#count = 0;
  }
}
