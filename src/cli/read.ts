import type { Command } from "commander";
import pc from "picocolors";
import { isAddress, listFiles, readFileWithin } from "../app/import-paths.ts";
import { createDocumentReader, type ReadDocument } from "../app/read-document.ts";
import { readWeights } from "../app/weights.ts";
import { readEvidence } from "../evidence/read.ts";
import { toReadJson } from "../evidence/json.ts";
import type { Attribution } from "../model/attribution.ts";
import type { Figure } from "../model/figure.ts";
import { isTocsinError } from "../model/error.ts";
import { config } from "./environment.ts";
import { say } from "./output.ts";

export function addRead(program: Command): void {
  program
    .command("read <path|url...>")
    .description("show who said what and which figures stand in reports; needs no database")
    .option("--json", "print JSON: reports with text, attributions and figures, spans in UTF-16 code units")
    .action(async (items: readonly string[], options: { readonly json?: boolean }) => {
      const reports: unknown[] = [];
      let failed = 0;
      const english = readWeights();
      const reader = createDocumentReader(config().fetchAllow, readFileWithin);
      for (const item of (
        await Promise.all(items.map(async (item) => (isAddress(item) ? [item] : listFiles(item))))
      ).flat()) {
        try {
          const document = await reader.read(item);
          const evidence = readEvidence(document.text, document, english);
          if (options.json === true)
            reports.push(toReadJson({ ...document, publisher: document.publisherName }, evidence));
          else print(document, evidence);
        } catch (error) {
          if (!isTocsinError(error)) throw error;
          failed += 1;
          process.stderr.write(
            `${pc.red("error")} ${pc.bold(error.code)} ${item}: ${error.message} ${error.fix ?? ""}\n`,
          );
        }
      }
      await reader.close();
      if (options.json === true) say(JSON.stringify({ reports }));
      if (failed > 0) process.exitCode = 1;
    });
}

function print(document: ReadDocument, evidence: ReturnType<typeof readEvidence>): void {
  const { title, publisherName, publishedAt, language, path } = document;
  say(pc.bold(title));
  say(
    pc.dim(
      [publisherName, publishedAt, language ?? "language not known", path]
        .filter((part) => part !== null && part !== "")
        .join(" · "),
    ),
  );
  if (!evidence.languageSupported)
    say(pc.yellow("  Language not supported yet: who said what is read in English texts only."));
  say();
  for (const one of evidence.attributions) printAttribution(one);
  if (evidence.figures.length > 0) say(pc.bold("  Figures"));
  for (const one of evidence.figures) printFigure(one);
  say(pc.dim(`  ${evidence.attributions.length} attributions, ${evidence.figures.length} figures`));
  say();
}

function printAttribution({ source, cue, content, mode, carriers, signals }: Attribution): void {
  const who = source === null ? pc.dim("somebody") : pc.cyan(source.resolved ?? source.text);
  const through = carriers.length > 0 ? pc.dim(` (through ${carriers.join(", ")})`) : "";
  const notes = signals.length > 0 ? pc.yellow(` [${signals.join(", ")}]`) : "";
  say(`  ${who}${through} ${pc.magenta(cue?.text ?? "—")} ${pc.dim(mode)}${notes}`);
  say(`    ${content.text.replace(/\s+/g, " ")}`);
}

function printFigure({ text, kind, value, max, unit, qualifier, counts }: Figure): void {
  const range = max === null ? String(value) : `${value}–${max}`;
  const meaning = [qualifier === "exactly" ? "" : qualifier, range, unit ?? "", counts ?? ""]
    .filter((part) => part !== "")
    .join(" ");
  say(`    ${text.replace(/\s+/g, " ")} ${pc.dim(`→ ${kind}: ${meaning}`)}`);
}
