import type { Command } from "commander";
import pc from "picocolors";
import { operator } from "../app/operator.ts";
import type { ImportOutcome } from "../web/ports.ts";
import { withApp } from "./environment.ts";
import { clearProgress, done, progressBar, say } from "./output.ts";

export function addImport(program: Command): void {
  program
    .command("import <path|url...>")
    .description("take in reports: feeds, pages, files, folders of .html, .txt, .md and .pdf")
    .action(async (items: readonly string[]) => {
      const outcomes = await withApp(async ({ desk }) => {
        const taken = await desk.intake.importPaths(operator, items, (n, total) => progressBar("reports ", n, total));
        await desk.intake.settled(({ done: n, total }) => progressBar("evidence", n, total));
        return taken;
      });
      clearProgress();
      report(outcomes);
    });
}

function report(outcomes: readonly ImportOutcome[]): void {
  for (const { outcome, url, code, message } of outcomes) {
    if (outcome === "failed") process.stderr.write(`${pc.red("failed")} ${pc.bold(code)} ${url}: ${message}\n`);
  }
  const count = (kind: ImportOutcome["outcome"]): number => outcomes.filter((one) => one.outcome === kind).length;
  done(`${count("new")} new, ${count("changed")} changed, ${count("same")} known already, ${count("failed")} failed.`);
  if (count("failed") > 0) {
    say("  Everything else was taken in. What failed is listed on the desk.");
    process.exitCode = 1;
  }
}
