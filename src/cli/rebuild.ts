import type { Command } from "commander";
import { demandNewFolder, rebuildFromCopy, rebuildOwn, writeRebuilt, type AsOf } from "../app/rebuild.ts";
import { folderReader, keyBeside } from "../app/site-reader.ts";
import { TocsinError } from "../model/error.ts";
import { withApp } from "./environment.ts";
import { done, field } from "./output.ts";

interface Options {
  readonly from?: string;
  readonly key?: string;
  readonly edition?: string;
  readonly publication?: string;
}

export function addRebuild(program: Command): void {
  program
    .command("rebuild <folder>")
    .description("make the site again, byte for byte, from the record: the office's own, or a copy given with --from")
    .option("--from <site>", "a copy of a site; its record is enough")
    .option("--key <verifier key>", "with --from: the office's verifier key")
    .option("--edition <number>", "as it stood when this edition came out")
    .option("--publication <number>", "as it stood at this publication")
    .action(async (folder: string, { from, key, edition, publication }: Options) => {
      const asOf: AsOf = { edition: numberOf(edition), publication: numberOf(publication) };
      await demandNewFolder(folder);
      const rebuilt =
        from === undefined ? await withApp((app) => rebuildOwn(app, asOf)) : await fromCopy(from, key ?? null, asOf);
      await writeRebuilt(folder, rebuilt);
      done(`The site of publication ${rebuilt.publication} is in ${folder}/current.`);
      field("files", String(rebuilt.files.size));
    });
}

async function fromCopy(from: string, key: string | null, asOf: AsOf): ReturnType<typeof rebuildFromCopy> {
  const reader = await folderReader(from);
  return rebuildFromCopy(reader, key ?? (await keyBeside(reader)), asOf);
}

function numberOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new TocsinError("INPUT_INVALID", `“${text}” is not a number.`, { fix: "Give a number from 1 on." });
}
