import type { Command } from "commander";
import pc from "picocolors";
import { folderReader, keyBeside } from "../app/site-reader.ts";
import { verifySite } from "../record/verify.ts";
import { clearProgress, done, field, progress, say } from "./output.ts";

const PROBLEMS_SHOWN = 50;

export function addVerify(program: Command): void {
  program
    .command("verify <site>")
    .description("check a copy of the site from its files alone: signature, tree, every entry, every page and feed")
    .option("--key <verifier key>", "the office's verifier key, as published elsewhere")
    .option("--json", "print the result as JSON")
    .action(async (site: string, options: { readonly key?: string; readonly json?: boolean }) => {
      const reader = await folderReader(site);
      const vkey = options.key ?? (await keyBeside(reader));
      const result = await verifySite(reader, { vkey, onProgress: (n) => progress(`${n} files checked`) });
      clearProgress();
      if (options.json === true) say(JSON.stringify(result, null, 2));
      else report(result, options.key !== undefined);
      if (!result.ok) process.exitCode = 1;
    });
}

type Result = Awaited<ReturnType<typeof verifySite>>;

function report(result: Result, independentKey: boolean): void {
  for (const problem of result.problems.slice(0, PROBLEMS_SHOWN)) {
    say(`${pc.red("✗")} ${pc.bold(problem.file)} ${problem.code} ${problem.message}`);
  }
  const more = result.problems.length - PROBLEMS_SHOWN;
  if (more > 0) say(`  … and ${more} more.`);
  if (!result.ok) {
    say(pc.red(`This copy is not what the record says (${result.problems.length} problems).`));
    return;
  }
  done("Every file is what the signed record says.");
  field("record", result.origin ?? "");
  field("entries", String(result.size));
  field("root", result.root ?? "");
  field("files", String(result.files));
  if (!independentKey) {
    say(
      pc.yellow("  The key came from the site itself. Compare it with the one the office publishes elsewhere: --key."),
    );
  }
}
