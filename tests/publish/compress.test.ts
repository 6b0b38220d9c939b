import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { compressed, compressedAll } from "../../src/publish/compress.ts";

const text = new TextEncoder().encode("<p>The Osna is falling.</p>\n".repeat(200));

test.each(["fast", "best"] as const)("%s twins hold the same bytes", async (quality) => {
  const twins = await compressed("en/index.html", text, { quality });
  expect([...twins.keys()]).toEqual(["en/index.html.gz", "en/index.html.br"]);
  expect(new Uint8Array(gunzipSync(twins.get("en/index.html.gz") ?? ""))).toEqual(text);
  expect(new Uint8Array(brotliDecompressSync(twins.get("en/index.html.br") ?? ""))).toEqual(text);
});

test("only text gets twins", async () => {
  expect((await compressed("record/tile/0/000", text, { quality: "fast" })).size).toBe(0);
  expect((await compressed("en/feed.atom", text, { quality: "fast" })).size).toBe(2);
});

test("the background pass stops when told to", async () => {
  const stop = new AbortController();
  const files = Array.from({ length: 40 }, (_, i) => [`p${i}.html`, text] as const);
  let done = 0;
  for await (const twins of compressedAll(files, { quality: "best", signal: stop.signal })) {
    done += twins.size / 2;
    if (done === 3) stop.abort();
  }
  expect(done).toBeLessThan(10);
});
