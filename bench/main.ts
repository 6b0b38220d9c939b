// All benches, or those named: npm run bench -- rebuild import
import pc from "picocolors";
import { benchDelivery } from "./delivery.ts";
import { benchEvidence } from "./evidence.ts";
import { benchIdleServer } from "./idle.ts";
import { benchImport } from "./import.ts";
import { benchLive } from "./live.ts";
import { install, machineFacts, versionOf } from "./machine.ts";
import { createProgress, endProgress, type Progress } from "./progress.ts";
import { benchPublication } from "./publication.ts";
import { benchRebuild } from "./rebuild.ts";
import { meetsGoal, type BenchRow } from "./row.ts";
import { benchServer } from "./server/nginx.ts";
import { tableOf } from "./table.ts";

interface Tool {
  readonly program: string;
  readonly flag: string;
  readonly debianPackage: string;
  /** Without it the bench still runs, with another tool. */
  readonly optional?: boolean;
}

interface Bench {
  readonly name: string;
  readonly title: string;
  readonly tools: readonly Tool[];
  readonly run: (progress: Progress) => Promise<readonly BenchRow[]>;
}

const BENCHES: readonly Bench[] = [
  { name: "publication", title: "An edition goes live", tools: [], run: benchPublication },
  {
    name: "rebuild",
    title: "The whole site from the record: 5,000 statements, 365 editions",
    tools: [{ program: "hugo", flag: "version", debianPackage: "hugo" }],
    run: benchRebuild,
  },
  { name: "evidence", title: "Who said what, which figures, how many origins", tools: [], run: benchEvidence },
  { name: "import", title: "Reports come in: 300 pages from a folder", tools: [], run: benchImport },
  { name: "delivery", title: "Everybody is told", tools: [], run: benchDelivery },
  { name: "live", title: "Open pages hear of a publication", tools: [], run: benchLive },
  {
    name: "server",
    title: "Readers fetch a page",
    tools: [
      { program: "nginx", flag: "-v", debianPackage: "nginx-light" },
      { program: "wrk", flag: "-v", debianPackage: "wrk", optional: true },
    ],
    run: (progress) => {
      progress("reading the page from both servers in turn");
      return benchServer();
    },
  },
  { name: "idle", title: "Nobody asks anything", tools: [], run: benchIdleServer },
];

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !BENCHES.some((bench) => bench.name === name));
if (unknown.length > 0) {
  console.error(
    `There is no bench “${unknown.join("”, “")}”. There are: ${BENCHES.map(({ name }) => name).join(", ")}.`,
  );
  process.exit(2);
}

console.log(pc.bold("Tocsin, measured"));
for (const fact of machineFacts()) console.log(pc.dim(fact));
console.log(
  pc.dim(
    "Ratio: ours to the peer's, unless the line says otherwise; same run, same machine, median of pairs taken in turn.",
  ),
);

const started = performance.now();
const rows: BenchRow[] = [];
const skipped: string[] = [];
for (const bench of BENCHES) {
  if (wanted.length > 0 && !wanted.includes(bench.name)) continue;
  console.log(`\n${pc.bold(bench.title)} ${pc.dim(`(${bench.name})`)}`);
  const missing = bench.tools.filter((tool) => !present(tool) && tool.optional !== true);
  if (missing.length > 0) {
    skip(
      bench.name,
      `needs ${missing.map(({ program }) => program).join(", ")}, which is not here and could not be installed`,
    );
    continue;
  }
  const found = await bench.run(createProgress(bench.name));
  endProgress();
  if (found.length === 0) {
    skip(bench.name, "needs the built program: npm run build");
    continue;
  }
  rows.push(...found);
  console.log(tableOf(found));
}

const met = rows.filter((row) => meetsGoal(row) === true).length;
const short = rows.filter((row) => meetsGoal(row) === false);
console.log(
  `\n${met} goals met, ${short.length} not met, ${skipped.length} skipped, in ${Math.round((performance.now() - started) / 1000)} s`,
);
for (const row of short) console.log(`  not met: ${row.name}`);
for (const line of skipped) console.log(`  skipped: ${line}`);

function present(tool: Tool): boolean {
  const known =
    versionOf(tool.program, tool.flag) ?? (install(tool.debianPackage) ? versionOf(tool.program, tool.flag) : null);
  console.log(pc.dim(known === null ? `${tool.program}: not here` : known));
  return known !== null;
}

function skip(name: string, why: string): void {
  skipped.push(`${name}: ${why}`);
  console.log(`skipped: ${why}`);
}
