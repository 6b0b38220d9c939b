import { existsSync, readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { extractReport } from "../../src/intake/extract.ts";

const articles = new URL("../../../shared/data/articles/", import.meta.url);
/** Every n-th page, so that the test stays short; the whole is measured by the bench. */
const EVERY = 8;

function wordF1(predicted: string, truth: string): number {
  const words = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? [];
  const left = new Map<string, number>();
  const [p, t] = [words(predicted), words(truth)];
  for (const word of p) left.set(word, (left.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of t) {
    const count = left.get(word) ?? 0;
    if (count > 0) common += 1;
    left.set(word, count - 1);
  }
  return (2 * common) / Math.max(1, p.length + t.length);
}

it.skipIf(!existsSync(articles))("finds the text, title and date of real pages (needs shared data)", () => {
  const pages = readdirSync(new URL("html/", articles)).filter((_, i) => i % EVERY === 0);
  let f1 = 0;
  let titles = 0;
  let dates = 0;
  let dated = 0;
  for (const page of pages) {
    const name = page.replace(/\.html\.gz$/, "");
    const truth = JSON.parse(readFileSync(new URL(`truth/${name}.json`, articles), "utf8")).ground_truth;
    const report = extractReport(readFileSync(new URL(`html/${page}`, articles)), { url: `file:/${page}`, name: page });
    f1 += wordF1(report.text, truth.main_content) / pages.length;
    if (report.title.toLowerCase() === truth.title?.toLowerCase()) titles += 1 / pages.length;
    if (typeof truth.publish_date !== "string") continue;
    dated += 1;
    if (report.publishedAt?.slice(0, 10) === truth.publish_date.slice(0, 10)) dates += 1;
  }
  expect(f1).toBeGreaterThan(0.955);
  expect(titles).toBeGreaterThan(0.8);
  expect(dates / dated).toBeGreaterThan(0.85);
});
