import { chmod, mkdir, stat } from "node:fs/promises";
import { baseUrlOf, type Config } from "./config.ts";
import { ensureDeliveryKey } from "./delivery-key.ts";
import { ensureKey, originOf } from "./keys.ts";
import { layoutOf } from "./layout.ts";
import { openApp } from "./open.ts";
import { writeSettings } from "./settings.ts";
import { ensureVapidKey } from "./vapid-key.ts";
import { isTocsinError, TocsinError } from "../model/error.ts";
import type { Office } from "../model/office.ts";

/** Throws INPUT_INVALID with what is wrong with an office's description. */
export function parseOffice(office: Office): Office {
  const wrong = (message: string, fix: string): never => {
    throw new TocsinError("INPUT_INVALID", message, { fix });
  };
  if (office.languages.length === 0)
    wrong("The office needs at least one language.", "Give --lang en, or --lang en,uk.");
  for (const lang of office.languages) {
    if (!isLanguageTag(lang)) wrong(`“${lang}” is not a language tag.`, "Use tags like en, uk, ar, pt-BR.");
    if ((office.name[lang] ?? "").trim() === "")
      wrong(`The office has no name in “${lang}”.`, `Give --name ${lang}="…".`);
  }
  if (!isTimeZone(office.timeZone)) wrong(`“${office.timeZone}” is not a time zone.`, "Use a name like Europe/Kyiv.");
  if (office.contact.trim() === "")
    wrong("Readers need a way to write to the office.", "Give --contact with an address.");
  return { ...office, baseUrl: baseUrlOf(office.baseUrl) };
}

function isLanguageTag(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1;
  } catch {
    return false;
  }
}

function isTimeZone(name: string): boolean {
  try {
    return Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

/**
 * Sets up a data folder: folders, keys, settings. The office itself is published by the caller.
 * Throws CONFLICT when the folder is set up already; nothing is changed then.
 */
export async function initDataDirectory(
  dataDirectory: string,
  baseUrl: string,
  origin = originOf(baseUrl),
): Promise<void> {
  const layout = layoutOf(dataDirectory);
  if ((await stat(layout.settings).catch(() => null)) !== null) {
    throw new TocsinError("CONFLICT", `${dataDirectory} is set up already.`, {
      fix: "Use `tocsin start`, or choose another folder with TOCSIN_DATA.",
    });
  }
  await mkdir(layout.root, { recursive: true });
  // Nobody may list it, but a web server under another user must get through to the site in it; all else closes itself.
  await chmod(layout.root, 0o711);
  await mkdir(layout.snapshots, { recursive: true, mode: 0o700 });
  await ensureKey(layout.key);
  await ensureDeliveryKey(layout.deliveryKey);
  await ensureVapidKey(layout.pushKey);
  // Written last: whoever finds it finds everything else too.
  await writeSettings(layout, { origin });
}

/**
 * Sets up a data folder and publishes the office as the record's first entry. One that failed before anything was
 * published (no database, no room on the disk) may be repeated. Throws CONFLICT when there is an office already.
 */
export async function setUpOffice(config: Config, office: Office): Promise<void> {
  try {
    await initDataDirectory(config.dataDirectory, office.baseUrl);
  } catch (error) {
    if (!isTocsinError(error, "CONFLICT") || !(await isUnpublished(config))) throw error;
    await writeSettings(layoutOf(config.dataDirectory), { origin: originOf(office.baseUrl) });
  }
  const app = await openApp(config);
  try {
    await app.context.press.publish(() => [{ kind: "office", payload: office }], "administrator");
  } finally {
    await app.close();
  }
}

/** Is the record still empty? False also while a server has the folder. */
async function isUnpublished(config: Config): Promise<boolean> {
  try {
    const app = await openApp(config);
    const { size } = app.context.press.history();
    await app.close();
    return size === 0;
  } catch (error) {
    if (isTocsinError(error, "DATA_IN_USE")) return false;
    throw error;
  }
}
