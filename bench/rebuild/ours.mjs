// The whole site from a record of files, checked on the way: node ours.mjs RECORD_DIRECTORY SITE_DIRECTORY pages|all
// `pages`: what readers see and the API. `all`: also compressed twins and the record, as `tocsin rebuild` does it.
// Runs the built program, as people do: `npm run bench` builds it first.
import { closeSync, mkdirSync, openSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";
import { folderReader, keyBeside } from "../../dist/app/site-reader.js";

const [record = "", site = "", what = "pages"] = process.argv.slice(2);
const reader = await folderReader(record);
const key = await keyBeside(reader);

if (what === "all") {
  const { rebuildFromCopy, writeRebuilt } = await import("../../dist/app/rebuild.js");
  await writeRebuilt(site, await rebuildFromCopy(reader, key, { edition: null, publication: null }));
} else {
  const { withRenderThread } = await import("../../dist/app/render-threads.js");
  await withRenderThread(async (thread) => {
    const { readRecord } = await import("../../dist/record/reader.js");
    const { renderPublication } = await import("../../dist/app/site-files.js");
    const { entries, leaves } = await readRecord(reader, key);
    writePages((await renderPublication(entries, leaves, thread)).files);
  });
}

function writePages(files) {
  const made = new Set();
  for (const [path, { bytes }] of files) {
    const file = join(site, path);
    const folder = dirname(file);
    if (!made.has(folder)) mkdirSync(folder, { recursive: true });
    made.add(folder);
    const opened = openSync(file, "wx");
    writeSync(opened, bytes);
    closeSync(opened);
  }
}
