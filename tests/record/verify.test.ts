import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import type { Entry } from "../../src/model/entry.ts";
import { signCheckpoint } from "../../src/record/checkpoint.ts";
import { encodeEntry } from "../../src/record/entry.ts";
import { createPrivateKeyPem, signerFromPem } from "../../src/record/key.ts";
import { TWINS_PATH } from "../../src/record/manifest.ts";
import { memoryReader } from "../../src/record/reader.ts";
import { bundleBytes } from "../../src/record/tile.ts";
import { verifySite } from "../../src/record/verify.ts";
import type { Verification } from "../../src/record/verify.ts";
import { addRecord, publicationEntry, sampleSite, statementEntry, testSigner, testVkey } from "./sample.ts";

const verify = (files: ReadonlyMap<string, Uint8Array>): Promise<Verification> =>
  verifySite(memoryReader(files), { vkey: testVkey });

const found = ({ problems }: Verification): string[] => problems.map(({ code, file }) => `${code} ${file}`);

function flipped(
  files: ReadonlyMap<string, Uint8Array>,
  path: string,
  at: number,
  mask: number,
): Map<string, Uint8Array> {
  const bytes = Uint8Array.from(files.get(path) ?? []);
  bytes[at] = (bytes[at] ?? 0) ^ mask;
  return new Map(files).set(path, bytes);
}

/** Small repeatable numbers: which bit, which place. */
function* numbers(): Generator<number, never> {
  for (let state = 12345; ;) {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    yield state >>> 8;
  }
}

describe("verifySite", () => {
  test("a whole site", async () => {
    const files = sampleSite(3, 4);
    let last = [0, 0];
    const options = { vkey: testVkey, onProgress: (...progress: [number, number]) => (last = progress) };
    const result = await verifySite(memoryReader(files), options);
    expect(result).toMatchObject({ ok: true, problems: [], origin: "tocsin.example", size: 4, files: files.size });
    expect(result.publication).toEqual({ number: 1, at: "2031-03-03T06:04:00Z" });
    expect(result.root).toMatch(/^[0-9a-f]{64}$/);
    expect(last).toEqual([files.size, files.size]);
  });

  test("finds every flipped byte of every file of a small site, and names the file", async () => {
    const files = sampleSite(2, 2);
    const random = numbers();
    const unseen: string[] = [];
    for (const [path, bytes] of files) {
      for (let at = 0; at < bytes.length; at += 1) {
        const mask = 1 << (random.next().value % 8);
        const { problems } = await verify(flipped(files, path, at, mask));
        if (!problems.some(({ file }) => file === path)) unseen.push(`${path} byte ${at} xor ${mask}`);
      }
    }
    expect(unseen).toEqual([]);
  });

  test("finds every file that is missing, cut short or made longer", async () => {
    const files = sampleSite(2, 2);
    // The list of twins may be absent; it is checked where it is there.
    for (const [path, bytes] of files) {
      const gone = new Map(files);
      gone.delete(path);
      const expected = path === TWINS_PATH ? [] : [`FILE_MISSING ${path}`];
      expect(found(await verify(gone)).filter((problem) => problem.endsWith(path))).toEqual(expected);
      for (const other of [bytes.slice(0, -1), Uint8Array.of(...bytes, 0), new Uint8Array()]) {
        const { problems } = await verify(new Map(files).set(path, other));
        expect(problems.map(({ file }) => file)).toContain(path);
      }
    }
  });

  test("finds flipped bytes at random places of a larger site", async () => {
    const files = sampleSite(600, 60);
    const random = numbers();
    const paths = [...files.keys()];
    for (let i = 0; i < 60; i += 1) {
      const path = paths[random.next().value % paths.length] ?? "";
      const at = random.next().value % (files.get(path)?.length ?? 1);
      const result = await verify(flipped(files, path, at, 1 + (random.next().value % 255)));
      expect(result.problems.map(({ file }) => file)).toContain(path);
    }
  });

  test("without a list of twins, a flip in a twin is found unless it unpacks to the very same bytes", async () => {
    const files = sampleSite(1, 2, false);
    expect((await verify(files)).ok).toBe(true);
    for (const path of [...files.keys()].filter((name) => /\.(br|gz)$/.test(name))) {
      const length = files.get(path)?.length ?? 0;
      let unseen = 0;
      for (let at = 0; at < length; at += 1) {
        const { problems } = await verify(flipped(files, path, at, 0xff));
        if (!problems.some(({ file }) => file === path)) unseen += 1;
      }
      expect(unseen).toBeLessThanOrEqual(path.endsWith(".gz") ? 0 : 2);
    }
  });

  test("blames the tile or the bundle, whichever the signed root speaks against", async () => {
    const files = sampleSite(300, 1);
    expect(found(await verify(flipped(files, "record/tile/0/000", 40, 4)))).toEqual(["FILE_CHANGED record/tile/0/000"]);
    expect(found(await verify(flipped(files, "record/tile/entries/000", 400, 4)))).toEqual([
      "FILE_CHANGED record/tile/entries/000",
    ]);
    expect(found(await verify(flipped(files, "record/tile/1/000.p/1", 4, 4)))).toEqual([
      "FILE_CHANGED record/tile/1/000.p/1",
    ]);
  });

  test("collects problems of all kinds at once", async () => {
    let files = sampleSite(3, 5);
    files = flipped(files, "index.html", 3, 1);
    files = flipped(files, "record/checkpoint", 20, 1);
    files.delete("en/statements/s2.html");
    files.set("en/extra.html", Buffer.from("not ours"));
    files.set("record/tile/0/001", Buffer.from("not ours"));
    files.set("record/verifier-key", Buffer.from(testVkey));
    expect(found(await verify(files))).toEqual([
      "FILE_UNKNOWN en/extra.html",
      "FILE_MISSING en/statements/s2.html",
      "FILE_CHANGED index.html",
      "SIGNATURE_INVALID record/checkpoint",
      "FILE_UNKNOWN record/tile/0/001",
      "FILE_CHANGED record/verifier-key",
    ]);
  });

  test("an empty site lacks everything but does not crash", async () => {
    expect(found(await verify(new Map()))).toEqual([
      "FILE_MISSING record/checkpoint",
      "FILE_MISSING record/verifier-key",
    ]);
  });

  test("a record of another key, however consistent, is refused", async () => {
    const other = signerFromPem(createPrivateKeyPem(), "tocsin.example");
    const files = sampleSite(2, 1);
    files.set("record/checkpoint", signCheckpoint(other, 3, new Uint8Array(32)));
    expect(found(await verify(files))).toEqual(["SIGNATURE_INVALID record/checkpoint"]);
  });

  test("entries, tiles and pages rewritten together still fail at the signature's root", async () => {
    const files = sampleSite(2, 1);
    const checkpoint = files.get("record/checkpoint") ?? new Uint8Array();
    addRecord(files, [statementEntry(1), statementEntry(5)].map(encodeEntry));
    addRecord(files, [statementEntry(1), statementEntry(5), statementEntry(6)].map(encodeEntry));
    files.set("record/checkpoint", checkpoint);
    expect(found(await verify(files))).toContain("TREE_MISMATCH record/checkpoint");
  });

  test("a signed root over another tree", async () => {
    const files = sampleSite(2, 1);
    files.set("record/checkpoint", signCheckpoint(testSigner, 3, new Uint8Array(32)));
    expect(found(await verify(files))).toEqual(["TREE_MISMATCH record/checkpoint"]);
  });

  test.each([
    ["stored twin of another page", (page: Uint8Array) => gzipSync(Buffer.concat([page, Buffer.from(" ")]))],
    ["bytes behind the end", (page: Uint8Array) => Buffer.concat([gzipSync(page), Buffer.from("x")])],
    ["a second member", (page: Uint8Array) => Buffer.concat([gzipSync(page), gzipSync("")])],
    ["an empty file", () => new Uint8Array()],
  ])("gzip twin: %s", async (_, make) => {
    const files = sampleSite(1, 1, false);
    files.set("index.html.gz", make(files.get("index.html") ?? new Uint8Array()));
    expect(found(await verify(files))).toEqual(["FILE_CHANGED index.html.gz"]);
  });

  test("twins may be packed again as long as they unpack the same", async () => {
    const files = sampleSite(1, 1, false);
    const page = files.get("index.html") ?? new Uint8Array();
    files.set("index.html.gz", gzipSync(page, { level: 9 }));
    files.set("index.html.br", brotliCompressSync(page, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }));
    expect((await verify(files)).problems).toEqual([]);
    files.set("index.html.br", Buffer.concat([brotliCompressSync(page), Buffer.from("x")]));
    expect(found(await verify(files))).toEqual(["FILE_CHANGED index.html.br"]);
  });

  test("a twin is judged by what was published even when its file is damaged or gone", async () => {
    const files = sampleSite(1, 2);
    files.delete("index.html");
    expect(found(await verify(files))).toEqual(["FILE_MISSING index.html"]);
  });
});

describe("across entries", () => {
  const none = new TextEncoder().encode('{"files":{},"version":1}');
  const siteOf = (entries: readonly Entry[]): Map<string, Uint8Array> => {
    const files = new Map([["record/site.json", none]]);
    addRecord(files, entries.map(encodeEntry));
    return files;
  };

  test.each<[string, Entry[], string]>([
    ["an id twice", [statementEntry(1), statementEntry(1)], "was there before"],
    ["time that goes back", [statementEntry(3), statementEntry(2)], "is before"],
    ["a first publication that is not 1", [statementEntry(1), publicationEntry(2, 1, none, 0)], "must be 1"],
    ["a publication of another size", [statementEntry(1), publicationEntry(1, 0, none, 0)], "not 1"],
  ])("%s", async (_, entries, message) => {
    const { problems } = await verify(siteOf([...entries, publicationEntry(3, entries.length, none, 0)]));
    expect(problems[0]?.code).toBe("ENTRY_INVALID");
    expect(problems.map((problem) => problem.message).join(" ")).toContain(message);
  });

  test("an entry that is signed but malformed", async () => {
    const files = new Map<string, Uint8Array>();
    addRecord(files, [Buffer.from('{"id":"x"}')]);
    expect(found(await verify(files))).toContain("ENTRY_INVALID record/tile/entries/000.p/1");
  });

  test("bundle with bytes left over", async () => {
    const files = siteOf([publicationEntry(1, 0, none, 0)]);
    const path = "record/tile/entries/000.p/1";
    files.set(path, Buffer.concat([files.get(path) ?? new Uint8Array(), bundleBytes([Buffer.from("{}")])]));
    expect(found(await verify(files))).toEqual([`FILE_CHANGED ${path}`]);
  });
});
