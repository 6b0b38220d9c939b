// The whole site from a record of files, checked on the way: node ours.ts RECORD_DIRECTORY SITE_DIRECTORY pages|all
// `pages`: what readers see and the API. `all`: also compressed twins and the record, as `tocsin rebuild` does it.
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

// The built program where there is one, as people run it; its sources otherwise.
const built = existsSync(new URL("../../dist/app/rebuild.js", import.meta.url));
const part = (path: string): string => new URL(built ? `../../dist/${path}.js` : `../../src/${path}.ts`, import.meta.url).href;
const { folderReader, keyBeside } = (await import(part("app/site-reader"))) as typeof import("../../src/app/site-reader.ts");
const [record = "", site = "", what = "pages"] = process.argv.slice(2);
const reader = await folderReader(record);
const key = await keyBeside(reader);

if (what === "all") {
  const { rebuildFromCopy } = (await import(part("app/rebuild"))) as typeof import("../../src/app/rebuild.ts");
  const { createSiteStore } = (await import(part("store/site"))) as typeof import("../../src/store/site.ts");
  const { publication, files } = await rebuildFromCopy(reader, key, { edition: null, publication: null });
  await createSiteStore(site).replace(publication, files);
} else {
  const { readRecord } = (await import(part("record/reader"))) as typeof import("../../src/record/reader.ts");
  const { renderPublication } = (await import(part("app/site-files"))) as typeof import("../../src/app/site-files.ts");
  const { entries } = await readRecord(reader, key);
  const made = new Set<string>();
  for (const [path, { bytes }] of renderPublication(entries).files) {
    const file = join(site, path);
    const folder = dirname(file);
    if (!made.has(folder)) mkdirSync(folder, { recursive: true });
    made.add(folder);
    writeFileSync(file, bytes);
  }
}
