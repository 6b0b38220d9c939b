import type { Command } from "commander";
import { restoreApp } from "../app/backup.ts";
import { config, withApp } from "./environment.ts";
import { done, field } from "./output.ts";

export function addRestore(program: Command): void {
  program
    .command("restore <folder>")
    .description("put a backup into an empty data folder (or an empty PostgreSQL database) and rebuild the site")
    .action(async (folder: string) => {
      const settings = config();
      await restoreApp(folder, settings.dataDirectory, settings.postgresUrl);
      // Opening it rebuilds the site from the record.
      const editions = await withApp(({ context }) => Promise.resolve(context.press.history().editions.length));
      done(`Restored into ${settings.dataDirectory}.`);
      field("editions", String(editions));
      field("next", "tocsin start");
    });
}
