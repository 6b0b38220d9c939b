import type { Command } from "commander";
import { readKey } from "../app/keys.ts";
import { layoutOf } from "../app/layout.ts";
import { readSettings } from "../app/settings.ts";
import { verifierKey } from "../record/key.ts";
import { config } from "./environment.ts";
import { say } from "./output.ts";

export function addKey(program: Command): void {
  program
    .command("key")
    .description("the key that signs the record")
    .command("show")
    .description("print the verifier key, to be published where readers can compare it: in print, on another site")
    .action(async () => {
      const layout = layoutOf(config().dataDirectory);
      const { origin } = await readSettings(layout);
      say(verifierKey(await readKey(layout.key, origin)));
    });
}
