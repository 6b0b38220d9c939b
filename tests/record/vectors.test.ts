import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { canonicalText } from "../../src/record/canonical.ts";
import { openCheckpoint } from "../../src/record/checkpoint.ts";
import { decodeEntry, encodeEntry } from "../../src/record/entry.ts";
import { parseVerifierKey } from "../../src/record/key.ts";
import { openNote } from "../../src/record/note.ts";
import { verifyEntryProof } from "../../src/record/proof.ts";
import { tilePath } from "../../src/record/tile.ts";
import type { Tile } from "../../src/record/tile.ts";
import { leafHash, verifyConsistency, verifyInclusion } from "../../src/record/tree.ts";
import { VECTORS_FOLDER, vectorFiles, vectorNames } from "../../vectors/generate.ts";

// Vectors are read as another program would read them: from the files, by their documented members.
// oxlint-disable-next-line typescript/no-explicit-any
type Case = Record<string, any>;

function vectors(name: string): { cases: Case[]; vkey: string; paths: (Tile & { path: string })[] } {
  return JSON.parse(readFileSync(join(VECTORS_FOLDER, name), "utf8"));
}

/** Cases for test.each, by their validity: `[name, case]`. */
function cases(name: string, valid?: boolean): [string, Case][] {
  const all = vectors(name).cases.filter((vector) => valid === undefined || vector["valid"] === valid);
  return all.map((vector) => [vector["name"], vector]);
}

const bytes = (hex: string): Uint8Array => Buffer.from(hex, "hex");
const hex = (value: Uint8Array): string => Buffer.from(value).toString("hex");
const leafOf = ({ leaf, leafHex }: Case): Uint8Array => (leaf === undefined ? bytes(leafHex) : Buffer.from(leaf));
const refusal = (vector: Case): unknown => expect.objectContaining({ code: vector["code"] });

test("the files are what the generator writes", () => {
  const files = vectorFiles();
  expect(vectorNames().toSorted()).toEqual([...files.keys()].toSorted());
  for (const [name, text] of files) expect(readFileSync(join(VECTORS_FOLDER, name), "utf8")).toBe(text);
});

test.each(cases("canonical.json"))("canonical: %s", (_, { json, canonical }) => {
  expect(canonicalText(JSON.parse(json))).toBe(canonical);
  expect(canonicalText(JSON.parse(canonical))).toBe(canonical);
});

describe("entries", () => {
  test.each(cases("entries.json", true))("valid: %s", (_, vector) => {
    const leaf = leafOf(vector);
    expect(hex(leafHash(leaf))).toBe(vector["leafHash"]);
    expect(Buffer.from(encodeEntry(decodeEntry(leaf))).toString()).toBe(vector["leaf"]);
  });

  test.each(cases("entries.json", false))("invalid: %s", (_, vector) => {
    expect(() => decodeEntry(leafOf(vector))).toThrow(refusal(vector));
  });

  const located = cases("entries.json", false).filter(([, { path }]) => path !== null);
  test.each(located)("invalid, and says where: %s", (_, vector) => {
    expect(() => decodeEntry(leafOf(vector))).toThrow(vector["path"]);
    expect(() => decodeEntry(leafOf(vector))).toThrow(expect.objectContaining({ detail: { path: vector["path"] } }));
  });
});

describe("keys", () => {
  test.each(cases("keys.json", true))("valid: %s", (_, { vkey, keyName, keyId, publicKey }) => {
    const key = parseVerifierKey(vkey);
    expect([key.name, hex(key.id), hex(key.publicKey)]).toEqual([keyName, keyId, publicKey]);
  });

  test.each(cases("keys.json", false))("invalid: %s", (_, vector) => {
    expect(() => parseVerifierKey(vector["vkey"])).toThrow(refusal(vector));
  });
});

describe("notes", () => {
  const keys = [parseVerifierKey(vectors("notes.json").vkey)];

  test.each(cases("notes.json", true))("valid: %s", (_, { note, text }) => {
    expect(openNote(Buffer.from(note), keys)).toEqual({ text, signedBy: ["tocsin.example"] });
  });

  test.each(cases("notes.json", false))("invalid: %s", (_, vector) => {
    expect(() => openNote(Buffer.from(vector["note"]), keys)).toThrow(refusal(vector));
  });
});

describe("checkpoints", () => {
  const { vkey } = vectors("checkpoints.json");

  test.each(cases("checkpoints.json", true))("valid: %s", (_, { checkpoint, origin, size, root }) => {
    const opened = openCheckpoint(Buffer.from(checkpoint), vkey);
    expect({ ...opened, root: hex(opened.root) }).toEqual({ origin, size, root });
  });

  test.each(cases("checkpoints.json", false))("invalid: %s", (_, vector) => {
    expect(() => openCheckpoint(Buffer.from(vector["checkpoint"]), vkey)).toThrow(refusal(vector));
  });
});

test("tile paths", () => {
  for (const { path, ...tile } of vectors("tiles.json").paths) expect(tilePath(tile)).toBe(path);
});

describe("proofs", () => {
  test.each(cases("inclusion.json"))("inclusion: %s", (_, { valid, index, size, leaf, proof, root }) => {
    expect(verifyInclusion({ index, size, leaf: bytes(leaf), proof: proof.map(bytes), root: bytes(root) })).toBe(valid);
  });

  test.each(cases("consistency.json"))("consistency: %s", (_, { valid, from, to, fromRoot, toRoot, proof }) => {
    const claim = { from, to, fromRoot: bytes(fromRoot), toRoot: bytes(toRoot), proof: proof.map(bytes) };
    expect(verifyConsistency(claim)).toBe(valid);
  });

  const { vkey } = vectors("entry-proofs.json");

  test.each(cases("entry-proofs.json", true))("entry, valid: %s", (_, { entry, proof, index, size }) => {
    expect(verifyEntryProof({ entry, proof }, vkey)).toEqual({ entry, index, size, origin: "tocsin.example" });
  });

  test.each(cases("entry-proofs.json", false))("entry, invalid: %s", (_, vector) => {
    expect(() => verifyEntryProof(vector, vkey)).toThrow(refusal(vector));
  });
});
