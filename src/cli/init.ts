import type { Command } from "commander";
import { baseUrlOf } from "../app/config.ts";
import { parseOffice, setUpOffice } from "../app/init.ts";
import { TocsinError } from "../model/error.ts";
import type { LocalText } from "../model/language.ts";
import { config } from "./environment.ts";
import { done, field, say } from "./output.ts";

interface Options {
  readonly name: readonly string[];
  readonly about?: readonly string[];
  readonly lang: string;
  readonly timeZone: string;
  readonly baseUrl: string;
  readonly contact: string;
}

export function addInit(program: Command): void {
  program
    .command("init")
    .description("set up a data folder: signing key, database, and the office as the record's first entry")
    .requiredOption("--name <lang=name...>", 'the office\'s name in each language: --name en="City Civil Protection"')
    .requiredOption("--base-url <address>", "public address of the site: https://tocsin.example")
    .requiredOption("--contact <address>", "where readers may write")
    .option("--about <lang=text...>", "what the office does, in each language")
    .option("--lang <tags>", "languages of the site, the original first", "en")
    .option("--time-zone <name>", "times are shown in it", Intl.DateTimeFormat().resolvedOptions().timeZone)
    .action(async (options: Options) => {
      const languages = options.lang.split(",").map((lang) => lang.trim());
      const office = parseOffice({
        name: localText(options.name, languages),
        languages,
        timeZone: options.timeZone,
        baseUrl: baseUrlOf(options.baseUrl),
        contact: options.contact,
        about: localText(options.about ?? [], languages),
      });
      const settings = config();
      await setUpOffice(settings, office);
      done(`The office is set up in ${settings.dataDirectory}.`);
      field("next", "tocsin start");
      say("  Back up the folder `key`: without it nobody can continue this record.");
    });
}

/** `en=Name` for each language; a text without a language belongs to the first. Throws INPUT_INVALID. */
function localText(parts: readonly string[], languages: readonly string[]): LocalText {
  return Object.fromEntries(
    parts.map((part) => {
      const [, lang, text] = /^([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)=(.+)$/s.exec(part) ?? [
        undefined,
        languages[0],
        part,
      ];
      if (lang === undefined || text === undefined || text.trim() === "") {
        throw new TocsinError("INPUT_INVALID", `“${part}” is no text with a language.`, {
          fix: 'Write it like en="City Office".',
        });
      }
      return [lang, text.trim()];
    }),
  );
}
