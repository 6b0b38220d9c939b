import type { Command } from "commander";
import { withApp } from "./environment.ts";
import { clearProgress, done, progressBar } from "./output.ts";

export function addEvidence(program: Command): void {
  program
    .command("evidence")
    .description("read every report that was not read for evidence yet; stop it at any time, it goes on where it was")
    .action(async () => {
      let read = 0;
      await withApp(({ desk }) =>
        desk.intake.settled(({ done: n, total }) => {
          read = total;
          progressBar("evidence", n, total);
        }),
      );
      clearProgress();
      done(read === 0 ? "Every report has been read." : `${read.toLocaleString("en")} reports read for evidence.`);
    });
}
