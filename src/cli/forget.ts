import type { Command } from "commander";
import { forgetPerson } from "../app/forget.ts";
import { withApp } from "./environment.ts";
import { done, say } from "./output.ts";

export function addForget(program: Command): void {
  program
    .command("forget <email>")
    .description(
      "erase a person's name, address and password; what they did stays, without their name (stop the server first)",
    )
    .action(async (email: string) => {
      await withApp(({ context }) => forgetPerson(context, email));
      done("The person is erased.");
      say("  Older backups still hold the name and address. Delete them when their time is over.");
    });
}
