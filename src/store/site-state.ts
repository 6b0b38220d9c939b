import { join } from "node:path";
import type { SiteDisk } from "./site-disk.ts";

export type TreeName = "a" | "b";

/** What is known of a tree. Removed before the tree is changed, written when it is complete again. */
export interface TreeState {
  readonly publication: number;
  /** Counts the changes of the whole store: two trees of one serial hold the same. */
  readonly serial: number;
  /** The serial that the change below started from; null when only a comparison can tell. */
  readonly base: number | null;
  /** Paths that the last change wrote and removed: what the other tree lacks. */
  readonly written: readonly string[];
  readonly removed: readonly string[];
  /** The run of the machine in which the files were written; empty where the system does not tell. */
  readonly boot: string;
}

export function stateFile(root: string, tree: TreeName): string {
  return join(root, `state-${tree}.json`);
}

/** Null when there is none or it makes no sense: the tree may then hold anything. */
export function readState(disk: SiteDisk, root: string, tree: TreeName): TreeState | null {
  const bytes = disk.read(stateFile(root, tree));
  if (bytes === null) return null;
  try {
    const state = JSON.parse(Buffer.from(bytes).toString("utf8")) as TreeState;
    const sound =
      Number.isSafeInteger(state.publication) &&
      Number.isSafeInteger(state.serial) &&
      (state.base === null || Number.isSafeInteger(state.base)) &&
      [...state.written, ...state.removed].every((path) => typeof path === "string") &&
      typeof state.boot === "string";
    return sound ? state : null;
  } catch {
    return null;
  }
}
