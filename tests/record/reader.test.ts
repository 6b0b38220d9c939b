import { expect, test } from "vitest";
import { signCheckpoint } from "../../src/record/checkpoint.ts";
import { encodeEntry } from "../../src/record/entry.ts";
import { proveEntry, verifyEntryProof } from "../../src/record/proof.ts";
import { memoryReader, readRecord } from "../../src/record/reader.ts";
import type { SiteReader } from "../../src/record/reader.ts";
import { addRecord, sampleSite, statementEntry, testSigner, testVkey } from "./sample.ts";

const code = (code: string): unknown => expect.objectContaining({ code });

function recordOf(count: number): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  addRecord(
    files,
    Array.from({ length: count }, (_, i) => encodeEntry(statementEntry(i + 1))),
  );
  return files;
}

test("a record is read from checkpoint and bundles alone", async () => {
  const files = recordOf(300);
  const bare = new Map([...files].filter(([path]) => /checkpoint|entries/.test(path)));
  const { entries, leaves, size, root, tree, checkpoint } = await readRecord(memoryReader(bare), testVkey);
  expect(size).toBe(300);
  expect(entries[299]).toEqual(statementEntry(300));
  expect(Uint8Array.from(leaves[299] ?? [])).toEqual(encodeEntry(statementEntry(300)));
  expect(tree.root()).toEqual(root);
  expect(checkpoint).toEqual(files.get("record/checkpoint"));
});

test("a record without entries", async () => {
  const { entries, size } = await readRecord(memoryReader(recordOf(0)), testVkey);
  expect([entries, size]).toEqual([[], 0]);
});

test("each fault has its code", async () => {
  const path = "record/tile/entries/000.p/3";
  const bundle = recordOf(3).get(path) ?? new Uint8Array();
  const changed = Uint8Array.from(bundle);
  changed[40] = (changed[40] ?? 0) ^ 1;
  const cases: [(files: Map<string, Uint8Array>) => unknown, string][] = [
    [(files) => files.delete("record/checkpoint"), "FILE_MISSING"],
    [(files) => files.delete(path), "FILE_MISSING"],
    [(files) => files.set(path, bundle.slice(1)), "FILE_CHANGED"],
    [(files) => files.set(path, changed), "TREE_MISMATCH"],
    [(files) => files.set("record/checkpoint", new Uint8Array()), "CHECKPOINT_INVALID"],
    [(files) => addRecord(files, [Buffer.from("{}")]), "ENTRY_INVALID"],
  ];
  for (const [spoil, expected] of cases) {
    const files = recordOf(3);
    spoil(files);
    await expect(readRecord(memoryReader(files), testVkey)).rejects.toEqual(code(expected));
  }
  await expect(readRecord(memoryReader(recordOf(3)), "nonsense")).rejects.toEqual(code("KEY_INVALID"));
});

test("reading is bounded", async () => {
  const inner = memoryReader(recordOf(20_000));
  let now = 0;
  let most = 0;
  const reader: SiteReader = {
    list: () => inner.list(),
    read: async (path) => {
      most = Math.max(most, (now += 1));
      await new Promise((resolve) => setImmediate(resolve));
      now -= 1;
      return inner.read(path);
    },
  };
  await readRecord(reader, testVkey);
  expect(most).toBeGreaterThan(1);
  expect(most).toBeLessThanOrEqual(32);
});

test("a journalist checks one entry offline, from a file sent by mail", async () => {
  const { tree, leaves, checkpoint } = await readRecord(memoryReader(sampleSite(300, 1)), testVkey);
  const leaf = leaves[123] ?? new Uint8Array();
  const mailed = JSON.stringify(proveEntry({ tree, index: 123, leaf, checkpoint }), null, 2);
  const shown = verifyEntryProof(JSON.parse(mailed), testVkey);
  expect(shown).toEqual({ entry: statementEntry(124), index: 123, size: 301, origin: "tocsin.example" });
  const forged = mailed.replace("is open", "is shut");
  expect(() => verifyEntryProof(JSON.parse(forged), testVkey)).toThrow(code("TREE_MISMATCH"));
  for (const junk of [null, 1, "x", [], {}, { entry: {}, proof: "c2sp.org/tlog-proof@v1" }]) {
    expect(() => verifyEntryProof(junk, testVkey)).toThrow(expect.objectContaining({ name: "TocsinError" }));
  }
});

test("a checkpoint over fewer entries than the proof says", async () => {
  const { tree, leaves } = await readRecord(memoryReader(recordOf(9)), testVkey);
  const checkpoint = signCheckpoint(testSigner, 8, tree.root(8));
  const proof = proveEntry({ tree, index: 8, leaf: leaves[8] ?? new Uint8Array(), checkpoint });
  expect(() => verifyEntryProof(proof, testVkey)).toThrow(code("TREE_MISMATCH"));
});
