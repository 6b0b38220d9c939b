import type { Command } from "commander";
import { startWork } from "../app/work.ts";
import { TocsinError } from "../model/error.ts";
import { config, stopSignal } from "./environment.ts";
import { done, field } from "./output.ts";

export function addWork(program: Command): void {
  program
    .command("work")
    .description("hand over deliveries in a process of its own, on this machine or another (needs PostgreSQL)")
    .option("--hands <number>", "ranges of up to 1,000 recipients that it works on at once", "8")
    .action(async ({ hands }: { readonly hands: string }) => {
      const work = await startWork(config(), { hands: handsOf(hands) });
      try {
        done("Handing over what is planned. Stop it with Ctrl+C.");
        field("channels", work.channels.join(", "));
        await stopSignal();
      } finally {
        await work.close();
      }
    });
}

function handsOf(text: string): number {
  const hands = Number(text);
  if (/^\d{1,2}$/.test(text) && hands > 0) return hands;
  throw new TocsinError("INPUT_INVALID", `“${text}” is no number of hands.`, { fix: "Give a number from 1 to 99." });
}
