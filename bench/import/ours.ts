// Takes a folder of pages in as the desk does, into a new data folder: node ours.ts PAGES DATA
// Prints JSON: seconds, reports, failed, and how fast evidence alone was read from their texts.
import { initDataDirectory } from "../../src/app/init.ts";
import { openApp } from "../../src/app/open.ts";
import { operator } from "../../src/app/operator.ts";
import { readWeights } from "../../src/app/weights.ts";
import { readConfig } from "../../src/app/config.ts";
import { readEvidence } from "../../src/evidence/read.ts";
import { office } from "../invented/office.ts";

const [pages = "", data = ""] = process.argv.slice(2);
await initDataDirectory(data, office.baseUrl);
const app = await openApp(readConfig({ TOCSIN_DATA: data, TOCSIN_LOG: "silent" }, false));
const { intake } = app.desk;
const started = performance.now();
const outcomes = await intake.importPaths(operator, [pages], () => {});
await intake.settled();
const seconds = (performance.now() - started) / 1000;

const english = readWeights();
const { reports } = await app.context.store.reports.list({ limit: 10_000, offset: 0 });
const texts = await Promise.all(reports.map(({ id }) => app.context.store.reports.get(id)));
let bytes = 0;
const reading = performance.now();
for (const report of texts) {
  if (report === null) continue;
  readEvidence(report.text, report, english);
  bytes += Buffer.byteLength(report.text);
}
const evidenceMbPerSecond = bytes / 1e6 / ((performance.now() - reading) / 1000);
const failed = outcomes.filter(({ outcome }) => outcome === "failed").length;
console.log(JSON.stringify({ seconds, reports: outcomes.length - failed, failed, evidenceMbPerSecond }));
await app.close();
