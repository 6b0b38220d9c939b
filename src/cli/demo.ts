import { resolve } from "node:path";
import type { Command } from "commander";
import pc from "picocolors";
import { firstAdministratorLink } from "../app/access.ts";
import { demoSite, openDemo } from "../app/demo.ts";
import { freePort, startServer } from "../app/server.ts";
import { config, stopSignal } from "./environment.ts";
import { done, field, say } from "./output.ts";

const DEMO_PORT = 8080;

export function addDemo(program: Command): void {
  program
    .command("demo")
    .description("the whole platform on an invented country: plays the sample scenario, then serves site and desk")
    .option("--once", "do the same work, write the site, print where, and end")
    .option("--data <folder>", "where the demo keeps its data; emptied first", ".demo")
    .action(async (options: { readonly once?: boolean; readonly data: string }) => {
      const base = config();
      const port = process.env["TOCSIN_PORT"] === undefined ? await freePort(base.host, DEMO_PORT) : base.port;
      const settings = {
        ...base,
        port,
        poll: false,
        postgresUrl: null,
        dataDirectory: resolve(options.data),
        logFormat: "silent" as const,
      };
      say(pc.bold("Tocsin demo: the invented republic of Veshna, February 2031"));
      const demo = await openDemo(settings, `http://${base.host}:${port}`, { onProgress: done });
      const { app } = demo;
      try {
        const history = app.context.press.history();
        done(
          `${history.editions.length} editions, ${history.statements.size} statements, ${history.corrections.size} corrections are published.`,
        );
        if (options.once === true) {
          field("site", demoSite(settings));
          field("check it", `bin/tocsin verify ${demoSite(settings)}`);
          return;
        }
        const server = await startServer(app);
        const token = await firstAdministratorLink(app.context);
        say();
        field("public site", server.address);
        field("desk", `${server.address}/desk`);
        field("the papers", demo.papers);
        field("caught mail", demo.mail);
        if (token !== null) field("first sign-in", `${server.address}/desk/link/${token}`);
        field("check it", `bin/tocsin verify ${demoSite(settings)}`);
        say(pc.dim("  The link works once and makes you the administrator. Stop with Ctrl+C."));
        await stopSignal();
        await server.close();
      } finally {
        await demo.close();
      }
    });
}
