// The other side of isolate.ts: one document in, one report or error out, nothing else.
import { parentPort } from "node:worker_threads";
import { isTocsinError } from "../model/error.ts";
import { decodeText } from "./decode.ts";
import { extractDocument } from "./extract-document.ts";
import { readFeed } from "./feed.ts";
import type { WorkerAnswer, WorkerTask } from "./isolate.ts";

async function answerTo({ kind, bytes, hints }: WorkerTask): Promise<WorkerAnswer> {
  try {
    if (kind === "feed")
      return { kind: "done", result: readFeed(decodeText(bytes, { ...hints, isMarkup: true }).text, hints.url) };
    return { kind: "done", result: await extractDocument(bytes, hints) };
  } catch (error) {
    if (isTocsinError(error)) {
      const { code, message, detail, fix } = error;
      return { kind: "error", code, message, detail, fix };
    }
    return {
      kind: "error",
      code: "REPORT_UNREADABLE",
      message: "The document could not be read.",
      detail: {},
      fix: undefined,
    };
  }
}

const port = parentPort;
if (port !== null) {
  port.on("message", (task: WorkerTask) => void answerTo(task).then((answer) => port.postMessage(answer)));
  port.postMessage({ kind: "ready" } satisfies WorkerAnswer);
}
