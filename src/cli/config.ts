import type { Command } from "commander";
import { VARIABLES } from "../app/config.ts";
import { productionConfig } from "../app/production.ts";
import { config } from "./environment.ts";
import { say } from "./output.ts";

export function addConfig(program: Command): void {
  const command = program
    .command("config")
    .description("configuration: the variables, and files for the web server in front");
  command
    .command("variables")
    .description("list the environment variables")
    .action(() => {
      for (const [name, text] of Object.entries(VARIABLES)) say(`${name.padEnd(22)} ${text}`);
      say();
      say("Each may also be given as NAME_FILE: a file that holds the value.");
    });
  for (const kind of ["nginx", "caddy"] as const) {
    command
      .command(kind)
      .description(`print a ${kind} configuration that serves the public site from its files and passes on /desk`)
      .action(async () => {
        say(await productionConfig(kind, config()));
      });
  }
}
