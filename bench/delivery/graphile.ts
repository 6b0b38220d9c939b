// The peer: one graphile-worker job for each recipient. argv: PostgreSQL address, schema, jobs. Prints seconds from the
// first job's adding to the last one's end.
import { EventEmitter } from "node:events";
import { Logger, makeWorkerUtils, run, type WorkerEvents } from "graphile-worker";

const [connectionString = "", schema = "", jobs = ""] = process.argv.slice(2);
const JOBS = Number(jobs);
const PER_CALL = 1000;

const logger = new Logger(() => () => {});
const shared = { connectionString, schema, logger };
const utils = await makeWorkerUtils(shared);
await utils.migrate();

const started = performance.now();
for (let at = 0; at < JOBS; at += PER_CALL) {
  const count = Math.min(PER_CALL, JOBS - at);
  await utils.addJobs(
    Array.from({ length: count }, (_, i) => ({ identifier: "deliver", payload: { dispatch: 1, subscriber: at + i } })),
  );
}
let [done, all] = [0, (): void => {}];
const finished = new Promise<void>((resolve) => (all = resolve));
const events: WorkerEvents = new EventEmitter();
events.on("job:complete", () => {
  done += 1;
  if (done === JOBS) all();
});
const runner = await run({
  ...shared,
  events,
  concurrency: 24,
  noHandleSignals: true,
  // As its documentation advises for much throughput: jobs are fetched and completed in batches.
  preset: { worker: { concurrentJobs: 24, localQueue: { size: 500 }, completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
  taskList: { deliver: () => Promise.resolve() },
});
await finished;
const ended = performance.now();
await runner.stop();
await utils.release();
console.log(JSON.stringify({ seconds: (ended - started) / 1000 }));
