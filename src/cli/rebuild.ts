import { mkdir, readdir } from "node:fs/promises";
import type { Command } from "commander";
import type { Context } from "../app/context.ts";
import { rebuildFromCopy, rebuildFromLog, type AsOf, type Rebuilt } from "../app/rebuild.ts";
import { folderReader, keyBeside } from "../app/site-reader.ts";
import { TocsinError } from "../model/error.ts";
import type { Signer } from "../record/ports.ts";
import { createSiteStore } from "../store/site.ts";
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
    .action(async (folder: string, options: Options) => {
      await mkdir(folder, { recursive: true });
      if ((await readdir(folder)).length > 0) {
        throw new TocsinError("CONFLICT", `${folder} is not empty.`, { fix: "Name a folder that does not exist yet." });
      }
      const asOf = { edition: numberOf(options.edition), publication: numberOf(options.publication) };
      const result =
        options.from === undefined
          ? await withApp(({ context, signer }) => rebuildOwn(context, signer, asOf))
          : await rebuildFromCopy(await folderReader(options.from), await keyOf(options), asOf);
      await createSiteStore(folder).replace(result.publication, result.files);
      done(`The site of publication ${result.publication} is in ${folder}/current.`);
      field("files", String(result.files.size));
    });
}

async function rebuildOwn({ press, store }: Context, signer: Signer, asOf: AsOf): Promise<Rebuilt> {
  return rebuildFromLog(press.leaves(), await store.log.checkpoint(), signer, asOf);
}

async function keyOf({ key, from = "" }: Options): Promise<string> {
  return key ?? keyBeside(await folderReader(from));
}

function numberOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new TocsinError("INPUT_INVALID", `“${text}” is not a number.`, { fix: "Give a number from 1 on." });
  return Number(text);
}
