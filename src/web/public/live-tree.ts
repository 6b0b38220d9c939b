import { lstatSync, readlinkSync } from "node:fs";
import { join, resolve } from "node:path";
import { Generation } from "./generation.ts";
import type { ReadOptions } from "./served-file.ts";

/** A switch that this process was not told of is noticed by the first request this much later, at the latest. */
const CHECK_EVERY_MS = 200;

/**
 * Follows the `current` link in a site directory. A switch puts a new link in the old one's place, so inode and change
 * time tell two publications apart, also when the same tree is live again.
 */
export class LiveTree {
  readonly #directory: string;
  readonly #link: string;
  readonly #options: ReadOptions & { readonly cacheBytes: number };
  #generation: Generation | null = null;
  #inode = -1n;
  #changedNs = -1n;
  #isFresh = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(directory: string, options: ReadOptions & { readonly cacheBytes: number }) {
    this.#directory = directory;
    this.#link = join(directory, "current");
    this.#options = options;
  }

  /** The live publication as known, looked up anew at most five times a second and only when asked; null: none yet. */
  get generation(): Generation | null {
    if (!this.#isFresh) this.check();
    return this.#generation;
  }

  /** Looks at `current` now (two system calls at most) and, when it moved, starts with an empty generation. */
  check(): void {
    this.#isFresh = true;
    // The timer runs only while there are requests: an idle server sleeps.
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#isFresh = false;
    }, CHECK_EVERY_MS).unref();
    const link = lstatSync(this.#link, { bigint: true, throwIfNoEntry: false });
    if (link === undefined) {
      this.#inode = -1n;
      this.#generation = null;
      return;
    }
    if (link.ino === this.#inode && link.ctimeNs === this.#changedNs) return;
    // A link that moves between these two calls gets a generation that is not live, whose readings are thrown away.
    const root = link.isSymbolicLink() ? resolve(this.#directory, readlinkSync(this.#link)) : this.#link;
    this.#inode = link.ino;
    this.#changedNs = link.ctimeNs;
    const generation: Generation = new Generation(root, () => this.#isLive(generation), this.#options);
    this.#generation = generation;
  }

  /** Stops the timer. */
  close(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #isLive(generation: Generation): boolean {
    this.check();
    return this.#generation === generation;
  }
}
