// The second thread of render-threads.ts: renders its shares of a site and sends them back.
import { parentPort } from "node:worker_threads";
import type { Entry } from "../model/entry.ts";
import { foldHistory } from "../model/history.ts";
import { renderShares } from "./render-share.ts";
import type { RenderTask, RenderAnswer } from "./render-threads.ts";

function answer(
  { leaves, ends, publication, taken }: RenderTask,
  send: (answer: RenderAnswer, bytes?: ArrayBuffer) => void,
): void {
  // Checked entry by entry on the other side before the task was given.
  const decoder = new TextDecoder();
  const entries = ends.map((end, i) => JSON.parse(decoder.decode(leaves.subarray(ends[i - 1] ?? 0, end))) as Entry);
  for (const { number, files } of renderShares(foldHistory(entries), publication, taken)) {
    const bytes = new Uint8Array(files.reduce((sum, [, file]) => sum + file.bytes.length, 0));
    let at = 0;
    for (const [, file] of files) {
      bytes.set(file.bytes, at);
      at += file.bytes.length;
    }
    const sizes = files.map(([path, file]) => [path, file.bytes.length, file.sha256] as const);
    send({ kind: "share", number, bytes: bytes.buffer, files: sizes }, bytes.buffer);
  }
  send({ kind: "done" });
}

const port = parentPort;
port?.once("message", (task: RenderTask) => {
  answer(task, (message, bytes) => port.postMessage(message, bytes === undefined ? [] : [bytes]));
});
