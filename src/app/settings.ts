import { readFile } from "node:fs/promises";
import { TocsinError } from "../model/error.ts";
import type { Layout } from "./layout.ts";
import { writeDurably } from "../store/durable.ts";

/** What `tocsin init` fixed for good. */
export interface Settings {
  /** Name of the record in its key and checkpoints; never changes, also when the site moves. */
  readonly origin: string;
}

/** Throws CONFIG_INVALID when the data folder was not set up. */
export async function readSettings(layout: Layout): Promise<Settings> {
  let text: string;
  try {
    text = await readFile(layout.settings, "utf8");
  } catch {
    throw new TocsinError("CONFIG_INVALID", `${layout.root} is not set up yet.`, {
      fix: "Run `tocsin init` first, or set TOCSIN_DATA to the folder that is.",
    });
  }
  try {
    const value = JSON.parse(text) as Partial<Settings>;
    if (typeof value.origin === "string" && value.origin !== "") return { origin: value.origin };
  } catch {
    // Falls through to the same sentence: what is wrong is the file.
  }
  throw new TocsinError("CONFIG_INVALID", `${layout.settings} cannot be read.`, { fix: "Restore it from a backup." });
}

export async function writeSettings(layout: Layout, settings: Settings): Promise<void> {
  await writeDurably(layout.settings, `${JSON.stringify(settings, null, 2)}\n`, `${layout.settings}.tmp`);
}
