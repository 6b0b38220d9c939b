// The second thread of evidence-thread.ts: holds the trained model and the index of claims.
import { parentPort } from "node:worker_threads";
import { candidatesOf } from "../evidence/candidates.ts";
import { createClaimIndex } from "../evidence/claim-index.ts";
import { readEvidence } from "../evidence/read.ts";
import type { EvidenceAnswer, EvidenceTask } from "./evidence-thread.ts";
import { readWeights } from "./weights.ts";

const port = parentPort;
const model = readWeights();
const index = createClaimIndex();

function answerTo(task: EvidenceTask): unknown {
  switch (task.kind) {
    case "read":
      return task.reports.map((report) => readEvidence(report.text, report, model));
    case "know":
      return index.know(task.claims);
    case "drop":
      return index.drop(task.items);
    case "gather":
      return index.add(task.reports.flatMap(candidatesOf));
  }
}

port?.on("message", (task: EvidenceTask & { readonly number: number }) => {
  let answer: EvidenceAnswer;
  try {
    answer = { number: task.number, kind: "done", result: answerTo(task) };
  } catch (error) {
    answer = { number: task.number, kind: "failed", message: String(error) };
  }
  port.postMessage(answer);
});
