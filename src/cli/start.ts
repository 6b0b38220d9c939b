import type { Command } from "commander";
import { firstAdministratorLink } from "../app/access.ts";
import { openApp } from "../app/open.ts";
import { startPoller } from "../app/poller.ts";
import { startServer } from "../app/server.ts";
import { config, stopSignal } from "./environment.ts";
import { done, field, say } from "./output.ts";

export function addStart(program: Command): void {
  program
    .command("start")
    .description("serve the public site and the desk, and poll the sources")
    .action(async () => {
      const app = await openApp(config());
      try {
        const server = await startServer(app);
        app.deliver();
        const stopPoller = startPoller(app.context, app.desk.intake);
        done("Tocsin is running. Stop it with Ctrl+C.");
        field("public site", server.address);
        field("desk", `${server.address}/desk`);
        const token = await firstAdministratorLink(app.context);
        if (token !== null) {
          field("first sign-in", `${server.address}/desk/link/${token}`);
          say("  This link makes the first administrator. It works once, for 72 hours.");
        }
        await stopSignal();
        await Promise.all([stopPoller(), server.close()]);
      } finally {
        await app.close();
      }
    });
}
