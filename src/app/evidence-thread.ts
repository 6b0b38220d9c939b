import { Worker } from "node:worker_threads";
import type { GatheredReport } from "../evidence/candidates.ts";
import type { ClaimSuggestions } from "../evidence/claims.ts";
import type { ReadEvidence } from "../evidence/read.ts";
import type { Claim, ItemKey } from "../model/claim.ts";
import type { Report } from "../model/report.ts";

/** What is needed of a report to read it. */
export type ReportToRead = Pick<Report, "text" | "language" | "publisherName" | "publishedAt">;

export type EvidenceTask =
  | { readonly kind: "read"; readonly reports: readonly ReportToRead[] }
  | { readonly kind: "know"; readonly claims: readonly Claim[] }
  | { readonly kind: "drop"; readonly items: readonly ItemKey[] }
  | { readonly kind: "gather"; readonly reports: readonly GatheredReport[] };

export type EvidenceAnswer =
  | { readonly number: number; readonly kind: "done"; readonly result: unknown }
  | { readonly number: number; readonly kind: "failed"; readonly message: string };

/**
 * The second thread that reads reports and remembers what they say, so that the desk never waits for either. It starts
 * at the first need. When it dies or overruns, what was asked of it fails, it forgets everything, and the next task
 * starts it again.
 */
export interface EvidenceThread {
  /** Counts the starts; who has fed the index feeds it again when this has changed. */
  readonly life: () => number;
  read(reports: readonly ReportToRead[]): Promise<readonly ReadEvidence[]>;
  /** Claims as they stand in the store, new ones and changed ones. */
  know(claims: readonly Claim[]): Promise<void>;
  /** Items that no longer count: rejected by a person, or of a report that has a newer version. */
  drop(items: readonly ItemKey[]): Promise<void>;
  /** Puts reports beside those that are known and gives the claims that come of it. */
  gather(reports: readonly GatheredReport[]): Promise<ClaimSuggestions>;
  close(): Promise<void>;
}

interface Waiting {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
  readonly timer: NodeJS.Timeout;
}

const WORKER_URL = new URL(`./evidence-worker${import.meta.url.endsWith(".ts") ? ".ts" : ".js"}`, import.meta.url);

/** `timeoutMs` is the time that one task may take, waiting for those before it included. */
export function createEvidenceThread(limits: {
  readonly timeoutMs: number;
  readonly memoryMb: number;
}): EvidenceThread {
  let worker: Worker | null = null;
  let life = 0;
  let number = 0;
  let closed = false;
  const waiting = new Map<number, Waiting>();

  function start(): Worker {
    life += 1;
    const started = new Worker(WORKER_URL, {
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: limits.memoryMb },
    });
    started.unref();
    started.on("message", (answer: EvidenceAnswer) => {
      const task = waiting.get(answer.number);
      if (task === undefined) return;
      settle(answer.number, task);
      if (answer.kind === "done") task.resolve(answer.result);
      else task.reject(new Error(answer.message));
    });
    started.on("error", (error) => fall(started, error));
    started.on("exit", () => fall(started, new Error("the evidence thread ended")));
    return started;
  }

  function settle(key: number, task: Waiting): void {
    waiting.delete(key);
    clearTimeout(task.timer);
    if (waiting.size === 0) worker?.unref();
  }

  /** The thread is gone, and with it what was asked of it. */
  function fall(fallen: Worker, error: Error): void {
    if (worker !== fallen) return;
    worker = null;
    for (const [key, task] of waiting) {
      settle(key, task);
      task.reject(error);
    }
  }

  function ask(task: EvidenceTask): Promise<unknown> {
    if (closed) return Promise.reject(new Error("the evidence thread is closed"));
    const asked = (worker ??= start());
    number += 1;
    const key = number;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        fall(asked, new Error("the evidence thread took too long"));
        void asked.terminate();
      }, limits.timeoutMs);
      waiting.set(key, { resolve, reject, timer });
      asked.ref();
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
      asked.postMessage({ ...task, number: key });
    });
  }

  return {
    life: () => life,
    read: async (reports) => (await ask({ kind: "read", reports })) as readonly ReadEvidence[],
    know: async (claims) => void (await ask({ kind: "know", claims })),
    drop: async (items) => void (await ask({ kind: "drop", items })),
    gather: async (reports) => (await ask({ kind: "gather", reports })) as ClaimSuggestions,
    async close() {
      closed = true;
      const ending = worker;
      if (ending !== null) {
        fall(ending, new Error("the evidence thread is closed"));
        await ending.terminate();
      }
    },
  };
}
