import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { Publication } from "../model/entry.ts";
import type { History } from "../model/history.ts";
import type { Sha256 } from "../model/sha256.ts";
import type { RenderedFile } from "../publish/site.ts";
import { renderShares } from "./render-share.ts";

export interface RenderTask {
  /** Leaves of all entries that the pages are made of, behind one another, and where each ends. */
  readonly leaves: Uint8Array;
  readonly ends: readonly number[];
  readonly publication: Pick<Publication, "at" | "renderer">;
  readonly taken: Int32Array;
}

export type RenderAnswer =
  | {
      readonly kind: "share";
      readonly number: number;
      readonly bytes: ArrayBuffer;
      readonly files: readonly (readonly [path: string, length: number, sha256: Sha256])[];
    }
  | { readonly kind: "done" };

/** A second thread, on its way up; it renders once. */
export interface RenderThread {
  /**
   * All files of the site in the order of its plan, made here and in the second thread side by side. `leaves` are the
   * checked entries that `history` was folded from.
   */
  render(
    history: History,
    leaves: readonly Uint8Array[],
    publication: Pick<Publication, "at" | "renderer">,
  ): Promise<ReadonlyMap<string, RenderedFile>>;
  stop(): Promise<void>;
}

const WORKER_URL = new URL(`./render-worker${import.meta.url.endsWith(".ts") ? ".ts" : ".js"}`, import.meta.url);

/** Runs `task` with a second thread, which loads the program while this one still reads; null on a machine with one core. */
export async function withRenderThread<T>(task: (thread: RenderThread | null) => Promise<T>): Promise<T> {
  const thread = availableParallelism() > 1 ? startRenderThread() : null;
  try {
    return await task(thread);
  } finally {
    await thread?.stop();
  }
}

function startRenderThread(): RenderThread {
  // Rendering makes many short-lived strings: with room for them, fewer of them are moved about.
  const worker = new Worker(WORKER_URL, { resourceLimits: { maxYoungGenerationSizeMb: 128 } });
  return {
    async render(history, leaves, publication) {
      const taken = new Int32Array(new SharedArrayBuffer(4));
      const shares: (readonly (readonly [string, RenderedFile])[])[] = [];
      const theirs = new Promise<void>((resolve, reject) => {
        worker.once("error", reject);
        worker.once("exit", () => reject(new Error("the rendering thread ended early")));
        worker.on("message", (answer: RenderAnswer) => {
          if (answer.kind === "done") resolve();
          else shares[answer.number] = filesOf(answer.bytes, answer.files);
        });
      });
      // Looked at below; a failure here in between must not leave it unseen.
      theirs.catch(() => {});
      worker.postMessage({ ...joined(leaves), publication, taken } satisfies RenderTask);
      for (const { number, files } of renderShares(history, publication, taken)) shares[number] = files;
      await theirs;
      return new Map(shares.flat());
    },
    async stop() {
      await worker.terminate();
    },
  };
}

function joined(leaves: readonly Uint8Array[]): Pick<RenderTask, "leaves" | "ends"> {
  let end = 0;
  const ends = leaves.map((leaf) => (end += leaf.length));
  const shared = new Uint8Array(end);
  leaves.forEach((leaf, i) => shared.set(leaf, ends[i - 1] ?? 0));
  return { leaves: shared, ends };
}

function filesOf(
  bytes: ArrayBuffer,
  files: readonly (readonly [path: string, length: number, sha256: Sha256])[],
): readonly (readonly [string, RenderedFile])[] {
  let at = 0;
  return files.map(([path, length, sha256]) => {
    const file = { bytes: new Uint8Array(bytes, at, length), sha256 };
    at += length;
    return [path, file] as const;
  });
}
