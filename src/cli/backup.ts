import type { Command } from "commander";
import { backupOffice } from "../app/backup.ts";
import { config } from "./environment.ts";
import { done, say } from "./output.ts";

export function addBackup(program: Command): void {
  program
    .command("backup <folder>")
    .description("write a whole, consistent backup into a new folder; the server may keep running")
    .action(async (folder: string) => {
      await backupOffice(config(), folder);
      done(`The backup is in ${folder}.`);
      say("  It holds the signing key: keep it where only you can read it.");
    });
}
