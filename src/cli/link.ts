import type { Command } from "commander";
import { recoveryLink } from "../app/access.ts";
import { withApp } from "./environment.ts";
import { field, say } from "./output.ts";

export function addLink(program: Command): void {
  program
    .command("link <email>")
    .description("make a one-time link with which this user sets a new password (stop the server first)")
    .action(async (email: string) => {
      const token = await withApp(({ context }) => recoveryLink(context, email));
      field("link", `/desk/link/${token}`);
      say("  Put the desk's address in front. It works once, for 72 hours. Hand it over in person.");
    });
}
