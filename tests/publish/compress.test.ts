import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { compressed, compressedAll } from "../../src/publish/compress.ts";

const text = new TextEncoder().encode("<p>The Osna is falling.</p>\n".repeat(200));

test("twins hold the same bytes", async () => {
  const twins = await compressed("en/index.html", text);
  expect([...twins.keys()]).toEqual(["en/index.html.gz", "en/index.html.br"]);
  expect(new Uint8Array(gunzipSync(twins.get("en/index.html.gz") ?? ""))).toEqual(text);
  expect(new Uint8Array(brotliDecompressSync(twins.get("en/index.html.br") ?? ""))).toEqual(text);
});

test("a gzip header says the same on every machine", async () => {
  const gz = (await compressed("a.html", text)).get("a.html.gz");
  expect([...(gz?.slice(0, 10) ?? [])]).toEqual([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, expect.any(Number), 3]);
});

test("only text gets twins", async () => {
  expect((await compressed("record/tile/0/000", text)).size).toBe(0);
  expect((await compressed("en/feed.atom", text)).size).toBe(2);
});

test("many files keep their order, a few at a time", async () => {
  const files = Array.from({ length: 40 }, (_, i) => [`p${i}.html`, text] as const);
  const names: string[] = [];
  for await (const twins of compressedAll(files)) names.push(...twins.keys());
  expect(names).toEqual(files.flatMap(([path]) => [`${path}.gz`, `${path}.br`]));
});
