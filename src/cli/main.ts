import { Command, CommanderError } from "commander";
import pc from "picocolors";
import { isTocsinError } from "../model/error.ts";
import { PROGRAM } from "../app/version.ts";
import { addBackup } from "./backup.ts";
import { addConfig } from "./config.ts";
import { addDemo } from "./demo.ts";
import { addEvidence } from "./evidence.ts";
import { addExport } from "./export.ts";
import { addForget } from "./forget.ts";
import { addImport } from "./import.ts";
import { addInit } from "./init.ts";
import { addKey } from "./key.ts";
import { addLink } from "./link.ts";
import { addProve } from "./prove.ts";
import { addRead } from "./read.ts";
import { addRebuild } from "./rebuild.ts";
import { addRestore } from "./restore.ts";
import { addStart } from "./start.ts";
import { addVerify } from "./verify.ts";
import { addWork } from "./work.ts";

/** Exit codes: 0 done, 1 something was wrong with the input or the check failed, 2 wrong usage. */
const USAGE = 2;

const program = new Command("tocsin")
  .description("Public information platform for emergencies: reports, evidence, editions, a signed public record.")
  .version(PROGRAM)
  .exitOverride()
  .configureOutput({ outputError: (text, write) => write(pc.red(text)) })
  .showHelpAfterError("Run `tocsin --help` for the commands.");

for (const add of [
  addDemo,
  addInit,
  addStart,
  addWork,
  addImport,
  addEvidence,
  addExport,
  addRead,
  addVerify,
  addProve,
  addRebuild,
  addKey,
  addLink,
  addForget,
  addConfig,
  addBackup,
  addRestore,
]) {
  add(program);
}

// Whoever reads our output may stop reading: `tocsin export decisions | head`.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = report(error);
}

function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : USAGE;
  if (isTocsinError(error)) {
    process.stderr.write(`${pc.red("error")} ${pc.bold(error.code)} ${error.message}\n`);
    if (error.fix !== undefined) process.stderr.write(`      ${error.fix}\n`);
    return 1;
  }
  const code = (error as NodeJS.ErrnoException | null)?.code;
  if (code === "EADDRINUSE") {
    process.stderr.write(`${pc.red("error")} ${pc.bold("CONFIG_INVALID")} The port is taken by another program.\n`);
    process.stderr.write("      Set TOCSIN_PORT to a free port, or stop the other program.\n");
    return 1;
  }
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`${pc.red("error")} ${pc.bold("INTERNAL")} Something went wrong inside Tocsin: ${message}\n`);
  if (error instanceof Error && process.env["TOCSIN_DEBUG"] !== undefined)
    process.stderr.write(`${error.stack ?? ""}\n`);
  process.stderr.write("      Nothing that was saved before is lost. Set TOCSIN_DEBUG=1 for the details.\n");
  return 1;
}
