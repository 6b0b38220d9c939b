// The least that reading an article takes: linkedom and Readability, nothing kept. node peer.ts PAGES
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";

const [pages = ""] = process.argv.slice(2);
let reports = 0;
const started = performance.now();
for (const name of readdirSync(pages)) {
  const { document } = parseHTML(readFileSync(join(pages, name), "utf8"));
  if (new Readability(document as never).parse() !== null) reports += 1;
}
console.log(JSON.stringify({ seconds: (performance.now() - started) / 1000, reports }));
