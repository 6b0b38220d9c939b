import * as fc from "fast-check";
import { expect, test } from "vitest";
import { sha256 } from "../../src/model/sha256.ts";
import { decodeManifest, decodeTwins, encodeManifest, encodeTwins } from "../../src/record/manifest.ts";

const invalid = expect.objectContaining({ code: "INPUT_INVALID" });
const digest = sha256("x");

test("a manifest is read back, whatever order it was written in", () => {
  const part = fc
    .string({ minLength: 1, maxLength: 8, unit: fc.constantFrom("a", "b", "é", "-", "_", ".", " ", "1") })
    .filter((s) => !/^\.+$/.test(s));
  const path = fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => `${parts.join("/")}.html`);
  fc.assert(
    fc.property(fc.uniqueArray(path), (paths) => {
      const files = paths.map((name) => [name, sha256(name)] as const);
      const bytes = encodeManifest(new Map(files));
      expect(encodeManifest(new Map(files.toReversed()))).toEqual(bytes);
      expect(Object.fromEntries(decodeManifest(bytes))).toEqual(Object.fromEntries(files));
    }),
  );
});

test("the text is fixed", () => {
  const text = new TextDecoder().decode(
    encodeManifest(
      new Map([
        ["index.html", digest],
        ["10.txt", digest],
        ["9.txt", digest],
      ]),
    ),
  );
  expect(text).toBe(`{"files":{"10.txt":"${digest}","9.txt":"${digest}","index.html":"${digest}"},"version":1}`);
});

test.each([
  "",
  "/index.html",
  "a//b",
  "a/",
  "../x",
  "a/./b",
  "a\\b",
  "a\nb",
  "record/x",
  "index.html.gz",
  "index.html.br",
  "\ud800",
])("no manifest holds the path %j", (path) => {
  expect(() => encodeManifest(new Map([[path, digest]]))).toThrow(invalid);
  const bytes = Buffer.from(`{"files":${JSON.stringify({ [path]: digest })},"version":1}`);
  expect(() => decodeManifest(bytes)).toThrow(invalid);
});

test("anything else than a canonical manifest is refused", () => {
  for (const text of [
    "",
    "{}",
    "[]",
    '{"files":{},"version":2}',
    '{"files":{},"version":1} ',
    '{"version":1,"files":{}}',
    '{"files":[],"version":1}',
    '{"files":{"a":"b"},"version":1}',
    '{"files":{},"more":1,"version":1}',
  ]) {
    expect(() => decodeManifest(Buffer.from(text))).toThrow(invalid);
  }
});

test("the list of twins holds twins, of pages and of the record, and nothing else", () => {
  const twins = new Map([
    ["index.html.br", digest],
    ["record/site.json.gz", digest],
  ]);
  expect(decodeTwins(encodeTwins(twins))).toEqual(twins);
  expect(() => encodeTwins(new Map([["index.html", digest]]))).toThrow(invalid);
});
