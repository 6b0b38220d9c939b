import { join } from "node:path";
import { readServedFile } from "./served-file.ts";
import type { ReadOptions, ServedFile } from "./served-file.ts";

/** What a clean path leads to. */
export type Loaded =
  | { readonly kind: "file"; readonly file: ServedFile }
  /** A folder that was asked for without its slash. */
  | { readonly kind: "folder" }
  | { readonly kind: "missing" }
  /** Another publication went live while this was read: ask the new one. */
  | { readonly kind: "switched" };

const MISSING: Loaded = { kind: "missing" };
const FOLDER: Loaded = { kind: "folder" };
const SWITCHED: Loaded = { kind: "switched" };

/**
 * The files of one publication, read when first asked for and then kept. A publication's tree does not change while
 * it is live, so whatever was read between two looks at `current` that agree is of this publication, and whole.
 */
export class Generation {
  readonly #root: string;
  readonly #isLive: () => boolean;
  readonly #options: ReadOptions;
  readonly #halfBytes: number;
  /** Asked for lately, and before that: when the younger half is full, the older is dropped. No cost per hit. */
  #young = new Map<string, ServedFile>();
  #old = new Map<string, ServedFile>();
  #youngBytes = 0;
  readonly #loading = new Map<string, Promise<Loaded>>();

  /** `root`: the tree on disk; `isLive`: looks at `current` anew; `cacheBytes`: bound of what is kept in memory. */
  constructor(root: string, isLive: () => boolean, options: ReadOptions & { readonly cacheBytes: number }) {
    this.#root = root;
    this.#isLive = isLive;
    this.#options = options;
    this.#halfBytes = options.cacheBytes / 2;
  }

  /** A kept file by its clean path (`/en/`); never touches the disk. */
  hit(path: string): ServedFile | undefined {
    const young = this.#young.get(path);
    if (young !== undefined) return young;
    const old = this.#old.get(path);
    if (old !== undefined) {
      this.#old.delete(path);
      this.#keep(path, old);
    }
    return old;
  }

  /** Forgets one file, so that it is read again. */
  drop(path: string): void {
    const young = this.#young.get(path);
    if (young !== undefined) this.#youngBytes -= young.weight;
    this.#young.delete(path);
    this.#old.delete(path);
  }

  /** Reads what a clean path leads to; many who ask at once wait for one reading. Throws what the disk throws. */
  load(path: string): Promise<Loaded> {
    const running = this.#loading.get(path);
    if (running !== undefined) return running;
    const loading = this.#read(path).finally(() => this.#loading.delete(path));
    this.#loading.set(path, loading);
    return loading;
  }

  async #read(path: string): Promise<Loaded> {
    const filePath = path.endsWith("/") ? `${path}index.html` : path;
    const found = await readServedFile(join(this.#root, filePath), filePath, this.#options);
    const index = found === "folder" && filePath === path ? await this.#read(`${path}/`) : MISSING;
    if (!this.#isLive()) return SWITCHED;
    if (found === null) return MISSING;
    if (found === "folder") return index.kind === "file" ? FOLDER : index;
    this.#keep(path, found);
    return { kind: "file", file: found };
  }

  #keep(path: string, file: ServedFile): void {
    if (this.#youngBytes + file.weight > this.#halfBytes) {
      this.#old = this.#young;
      this.#young = new Map();
      this.#youngBytes = 0;
    }
    if (file.weight > this.#halfBytes) return;
    this.#young.set(path, file);
    this.#youngBytes += file.weight;
  }
}
