import type { Command } from "commander";
import { checkProofFile, proveFromSite } from "../app/entry-proof.ts";
import { folderReader, keyBeside } from "../app/site-reader.ts";
import { done, field, say } from "./output.ts";

export function addProve(program: Command): void {
  program
    .command("prove <site> <entry>")
    .description("print one entry (edition:3, statement:s14:1) with the proof that the signed record holds it")
    .option("--key <verifier key>", "the office's verifier key, as published elsewhere")
    .action(async (site: string, entry: string, options: { readonly key?: string }) => {
      const reader = await folderReader(site);
      say(JSON.stringify(await proveFromSite(reader, options.key ?? (await keyBeside(reader)), entry), null, 2));
    });
  program
    .command("check-proof <file>")
    .description("check what `tocsin prove` printed; needs nothing else")
    .requiredOption("--key <verifier key>", "the office's verifier key, as published elsewhere")
    .action(async (file: string, options: { readonly key: string }) => {
      const proven = await checkProofFile(file, options.key);
      done(`The record of ${proven.origin} holds this entry.`);
      field("entry", proven.entry.id);
      field("time", proven.entry.time);
      field("place", `${proven.index + 1} of ${proven.size}`);
    });
}
