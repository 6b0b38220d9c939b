import type { Command } from "commander";
import { operator } from "../app/operator.ts";
import { withApp } from "./environment.ts";
import { say } from "./output.ts";

const PAGE = 500;

export function addExport(program: Command): void {
  program
    .command("export")
    .description("write out what this office has gathered")
    .command("decisions")
    .description(
      "write every decision about a suggestion as one line of JSON: examples for training, without names of users",
    )
    .action(async () => {
      await withApp(async ({ desk }) => {
        for (let after = 0; ; after += PAGE) {
          const page = await desk.evidence.decisions(operator, after, PAGE);
          for (const decision of page) say(JSON.stringify(decision));
          if (page.length < PAGE) break;
        }
      });
    });
}
