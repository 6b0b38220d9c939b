import type { Command } from "commander";
import { backupApp } from "../app/backup.ts";
import { layoutOf } from "../app/layout.ts";
import { readSettings } from "../app/settings.ts";
import { openStore } from "../store/open.ts";
import { config } from "./environment.ts";
import { done, say } from "./output.ts";

export function addBackup(program: Command): void {
  program
    .command("backup <folder>")
    .description("write a whole, consistent backup into a new folder; the server may keep running")
    .action(async (folder: string) => {
      const { dataDirectory, postgresUrl } = config();
      const layout = layoutOf(dataDirectory);
      await readSettings(layout);
      const store = await openStore(postgresUrl === null ? { sqliteFile: layout.database } : { postgresUrl });
      try {
        await backupApp(store, layout, folder);
      } finally {
        await store.close();
      }
      done(`The backup is in ${folder}.`);
      say("  It holds the signing key: keep it where only you can read it.");
    });
}
