// Everything that Tocsin promises, checked: `npm test`. One step after the other; all run, also after a failure.
// `npm test -- unit` runs only the steps whose name begins so. With CI=true nothing may be skipped.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { findNeeds } from "./needs.mjs";

const home = join(dirname(fileURLToPath(import.meta.url)), "..");
const cache = join(home, ".cache");
const bin = join(home, "node_modules", ".bin");
const ci = process.env.CI === "true";
const wanted = process.argv.slice(2);
mkdirSync(cache, { recursive: true });

console.log("What the tests need");
const needs = await findNeeds(cache);
const env = {
  ...process.env,
  ...needs.env,
  PATH: `${bin}:${process.env.PATH ?? ""}`,
  NODE_OPTIONS: "--disable-warning=ExperimentalWarning",
};
const tally = { passed: 0, failed: 0, skipped: [] };
if (!existsSync(join(home, "..", "shared", "data"))) tally.skipped.push("tests that need the shared data folder");

function run(command, args, extra = {}) {
  return spawnSync(join(bin, command), args, { cwd: home, env: { ...env, ...extra }, stdio: "inherit" }).status === 0;
}

function vitest(name, ...args) {
  const report = join(cache, `vitest-${name}.json`);
  rmSync(report, { force: true });
  const good = run("vitest", ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`, ...args]);
  if (!existsSync(report)) return false;
  const result = JSON.parse(readFileSync(report, "utf8"));
  tally.passed += result.numPassedTests;
  tally.failed += result.numFailedTests;
  for (const file of result.testResults) {
    for (const test of file.assertionResults) {
      if (test.status === "pending" || test.status === "skipped" || test.status === "todo")
        tally.skipped.push(test.fullName);
    }
  }
  return good;
}

function digest(folder) {
  const hash = createHash("sha256");
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  for (const file of files.map((entry) => join(entry.parentPath, entry.name)).sort()) {
    hash.update(relative(folder, file)).update("\0").update(readFileSync(file));
  }
  return hash.digest("hex");
}

function builtTwice() {
  const build = () =>
    spawnSync(process.execPath, [join(home, "scripts", "build.mjs")], { cwd: home, env, stdio: "inherit" }).status ===
    0;
  if (!build()) return false;
  const first = digest(join(home, "dist"));
  return build() && digest(join(home, "dist")) === first;
}

const BROWSER = "tests/browser/**";
const HEAVY = "tests/durability/**";
const steps = [
  ["format", () => run("oxfmt", ["--check", "."])],
  ["lint", () => run("oxlint", ["--type-aware", "--deny-warnings"])],
  ["types", () => run("tsc", ["-p", "tsconfig.json"])],
  ["build twice, same bytes", builtTwice],
  ["house rules", () => vitest("house", "tests/house")],
  [
    "unit, contract, vectors",
    () => vitest("unit", "--exclude", "tests/house/**", "--exclude", BROWSER, "--exclude", HEAVY),
  ],
  ["browser", () => vitest("browser", "tests/browser", "--no-file-parallelism")],
  ["durability", () => vitest("durability", "tests/durability", "--no-file-parallelism")],
];

const outcomes = [];
try {
  for (const [name, step] of steps) {
    if (wanted.length > 0 && !wanted.some((word) => name.startsWith(word))) continue;
    console.log(`\n── ${String(name)} ──`);
    const started = Date.now();
    outcomes.push([name, step(), Math.round((Date.now() - started) / 1000)]);
  }
} finally {
  needs.stop();
}

console.log("\nSummary");
for (const [name, good, seconds] of outcomes) console.log(`  ${good ? "✓" : "✗"} ${name} (${seconds} s)`);
const stepsFailed = outcomes.filter(([, good]) => !good).length;
const skipped = [...new Set(tally.skipped)];
for (const name of skipped) console.log(`  skipped: ${name}`);
for (const name of needs.missing) console.log(`  missing: ${name}`);
const refused = ci && skipped.length + needs.missing.length > 0;
if (refused) console.log("  With CI=true nothing may be skipped.");
const failed = Math.max(tally.failed, stepsFailed) + (refused ? 1 : 0);
console.log(`\n${tally.passed} passed, ${failed} failed, ${skipped.length} skipped`);
process.exit(failed > 0 || stepsFailed > 0 ? 1 : 0);
