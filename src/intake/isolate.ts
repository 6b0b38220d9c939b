import { Worker } from "node:worker_threads";
import { TocsinError, type ErrorCode } from "../model/error.ts";
import type { ExtractedReport } from "../model/report.ts";
import type { ExtractHints } from "./extract.ts";
import type { Feed } from "./feed.ts";

export interface IsolationLimits {
  /** For one document, from the moment that a worker has it. */
  readonly timeoutMs: number;
  /** Heap of one worker, and as much again outside it: what a stream unpacks to is no part of the heap. */
  readonly memoryMb: number;
  readonly workers: number;
}

export interface Extractor {
  /** As `extractDocument`, but whatever the bytes do ends with this one document. Throws what it throws, and REPORT_UNREADABLE. */
  extract(bytes: Uint8Array, hints: ExtractHints): Promise<ExtractedReport>;
  /** As `readFeed` on the decoded bytes, in the same isolation. Throws FEED_INVALID, REPORT_TOO_COMPLEX, REPORT_UNREADABLE. */
  feed(bytes: Uint8Array, hints: Pick<ExtractHints, "url" | "contentType">): Promise<Feed>;
  /** Ends all workers; what they were reading fails. */
  close(): Promise<void>;
}

export interface WorkerTask {
  readonly kind: "report" | "feed";
  readonly bytes: Uint8Array;
  readonly hints: ExtractHints;
}

export type WorkerAnswer =
  | { readonly kind: "ready" }
  | { readonly kind: "done"; readonly result: ExtractedReport | Feed }
  | {
      readonly kind: "error";
      readonly code: ErrorCode;
      readonly message: string;
      readonly detail: Readonly<Record<string, string | number>>;
      readonly fix: string | undefined;
    };

interface Job extends WorkerTask {
  readonly resolve: (result: ExtractedReport | Feed) => void;
  readonly reject: (error: TocsinError) => void;
}

/** One worker thread and what it is reading. */
interface Slot {
  readonly worker: Worker;
  ready: boolean;
  job: Job | null;
  timer: NodeJS.Timeout | null;
  watch: NodeJS.Timeout | null;
}

/** Loading the libraries takes well under a second; this is for a machine that is busy with something else. */
const START_TIMEOUT_MS = 60_000;
/** How often the memory outside the heap is looked at; a worker fills some 20 MB in that time. */
const WATCH_MS = 50;

/** The worker beside this file: `.js` when built, `.ts` when run from the sources. */
const WORKER_URL = new URL(`./extract-worker${import.meta.url.endsWith(".ts") ? ".ts" : ".js"}`, import.meta.url);

/**
 * Runs `extractDocument` in worker threads with limits on time and memory. A worker that dies or overruns is replaced and
 * fails its own document only. Threads start at the first need, stay for the next document and keep no process alive.
 */
export function createExtractor(limits: IsolationLimits): Extractor {
  const slots = new Set<Slot>();
  const waiting: Job[] = [];
  let closed = false;

  function start(): Slot {
    const worker = new Worker(WORKER_URL, {
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: limits.memoryMb, stackSizeMb: 4 },
    });
    const slot: Slot = { worker, ready: false, job: null, timer: null, watch: null };
    slots.add(slot);
    worker.on("message", (answer: WorkerAnswer) => onAnswer(slot, answer));
    worker.on("error", (error: NodeJS.ErrnoException) => {
      const isMemory = error.code === "ERR_WORKER_OUT_OF_MEMORY";
      drop(slot, isMemory ? tooComplex("needs too much memory") : unreadable(error));
    });
    worker.on("exit", () => drop(slot, unreadable()));
    return slot;
  }

  function onAnswer(slot: Slot, answer: WorkerAnswer): void {
    if (answer.kind === "ready") {
      slot.ready = true;
      if (slot.job !== null) send(slot, slot.job);
      return;
    }
    const job = release(slot);
    if (answer.kind === "done") job?.resolve(answer.result);
    else {
      const { code, message, detail, fix } = answer;
      job?.reject(new TocsinError(code, message, { detail, ...(fix !== undefined && { fix }) }));
    }
    next();
  }

  function give(slot: Slot, job: Job): void {
    slot.job = job;
    slot.worker.ref();
    if (slot.ready) send(slot, job);
    else arm(slot, START_TIMEOUT_MS);
  }

  function send(slot: Slot, { kind, bytes, hints }: Job): void {
    arm(slot, limits.timeoutMs);
    slot.watch = setInterval(() => void watch(slot), WATCH_MS);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
    slot.worker.postMessage({ kind, bytes, hints } satisfies WorkerTask);
  }

  function arm(slot: Slot, ms: number): void {
    if (slot.timer !== null) clearTimeout(slot.timer);
    slot.timer = setTimeout(() => drop(slot, tooComplex("takes too long to read")), ms);
  }

  /** Node limits the heap of a worker, not its buffers. */
  async function watch(slot: Slot): Promise<void> {
    const used = await slot.worker.getHeapStatistics().catch(() => null);
    if (used !== null && used.external_memory > limits.memoryMb * 1_000_000 && slot.watch !== null)
      drop(slot, tooComplex("needs too much memory"));
  }

  /** Takes the job off a slot, which is then idle. */
  function release(slot: Slot): Job | null {
    const { job } = slot;
    if (slot.timer !== null) clearTimeout(slot.timer);
    slot.timer = null;
    if (slot.watch !== null) clearInterval(slot.watch);
    slot.watch = null;
    slot.job = null;
    slot.worker.unref();
    return job;
  }

  /** Ends a worker; may be told more than once. */
  function drop(slot: Slot, error: TocsinError): void {
    if (!slots.delete(slot)) return;
    release(slot)?.reject(error);
    void slot.worker.terminate();
    next();
  }

  function next(): void {
    if (closed) return;
    while (waiting.length > 0) {
      const idle = [...slots].find((slot) => slot.job === null);
      if (idle === undefined && slots.size >= limits.workers) return;
      give(idle ?? start(), waiting.shift()!);
    }
  }

  function read(task: WorkerTask): Promise<ExtractedReport | Feed> {
    return new Promise((resolve, reject) => {
      if (closed) {
        reject(stopping());
        return;
      }
      waiting.push({ ...task, resolve, reject });
      next();
    });
  }

  return {
    // The worker answers each kind of task with its kind of result.
    extract: async (bytes, hints) => (await read({ kind: "report", bytes, hints })) as ExtractedReport,
    feed: async (bytes, hints) => (await read({ kind: "feed", bytes, hints })) as Feed,
    async close() {
      closed = true;
      for (const job of waiting.splice(0)) job.reject(stopping());
      const ending = [...slots].map((slot) => {
        slots.delete(slot);
        release(slot)?.reject(stopping());
        return slot.worker.terminate();
      });
      await Promise.all(ending);
    },
  };
}

function tooComplex(what: string): TocsinError {
  return new TocsinError("REPORT_TOO_COMPLEX", `The document ${what}.`, {
    fix: "Save the text of the page as a .txt file and import that.",
  });
}

function unreadable(cause?: unknown): TocsinError {
  return new TocsinError("REPORT_UNREADABLE", "The document could not be read.", { cause });
}

function stopping(): TocsinError {
  return new TocsinError("REPORT_UNREADABLE", "Reading was stopped, as the program is ending.", {
    fix: "Import it again.",
  });
}
