import type { Command } from "commander";
import { officeKey } from "../app/keys.ts";
import { layoutOf } from "../app/layout.ts";
import { config } from "./environment.ts";
import { say } from "./output.ts";

export function addKey(program: Command): void {
  program
    .command("key")
    .description("the key that signs the record")
    .command("show")
    .description("print the verifier key, to be published where readers can compare it: in print, on another site")
    .action(async () => {
      say(await officeKey(layoutOf(config().dataDirectory)));
    });
}
