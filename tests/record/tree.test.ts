import * as fc from "fast-check";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { Tree, leafHash, verifyConsistency, verifyInclusion } from "../../src/record/tree.ts";
import { vectorLeaf } from "../../vectors/tree-cases.ts";

const hashes = (size: number): Uint8Array[] => Array.from({ length: size }, (_, i) => leafHash(vectorLeaf(i)));

/** MTH straight from the definition in RFC 6962 section 2.1, to compare with. */
function definedRoot(leaves: readonly Uint8Array[]): Uint8Array {
  const sha = (...parts: Uint8Array[]): Uint8Array => createHash("sha256").update(Buffer.concat(parts)).digest();
  if (leaves.length === 0) return sha();
  if (leaves.length === 1) return sha(Uint8Array.of(0), leaves[0] ?? new Uint8Array());
  let k = 1;
  while (k * 2 < leaves.length) k *= 2;
  return sha(Uint8Array.of(1), definedRoot(leaves.slice(0, k)), definedRoot(leaves.slice(k)));
}

test("roots are those of the definition, at the time and looking back", () => {
  const tree = new Tree();
  const leaves = Array.from({ length: 70 }, (_, i) => vectorLeaf(i));
  for (let size = 0; size <= leaves.length; size += 1) {
    expect(Buffer.from(tree.root())).toEqual(definedRoot(leaves.slice(0, size)));
    if (size < leaves.length) tree.append(leafHash(vectorLeaf(size)));
  }
  for (let size = 0; size <= leaves.length; size += 1) {
    expect(Buffer.from(tree.root(size))).toEqual(definedRoot(leaves.slice(0, size)));
  }
});

test("every inclusion proof holds, and for no other leaf, place or size", () => {
  const tree = Tree.of(hashes(40));
  for (let size = 1; size <= 40; size += 1) {
    const root = tree.root(size);
    for (let index = 0; index < size; index += 1) {
      const claim = { index, size, leaf: leafHash(vectorLeaf(index)), proof: tree.inclusionProof(index, size), root };
      expect(verifyInclusion(claim)).toBe(true);
      expect(verifyInclusion({ ...claim, leaf: leafHash(vectorLeaf(index + 1)) })).toBe(false);
      expect(verifyInclusion({ ...claim, index: (index + 1) % size })).toBe(size === 1);
      expect(verifyInclusion({ ...claim, proof: claim.proof.slice(1) })).toBe(size === 1);
    }
  }
});

test("every consistency proof holds, and for no other roots", () => {
  const tree = Tree.of(hashes(40));
  for (let to = 1; to <= 40; to += 1) {
    for (let from = 1; from <= to; from += 1) {
      const proof = tree.consistencyProof(from, to);
      const claim = { from, to, fromRoot: tree.root(from), toRoot: tree.root(to), proof };
      expect(verifyConsistency(claim)).toBe(true);
      expect(verifyConsistency({ ...claim, fromRoot: tree.root(from - 1) })).toBe(false);
      expect(verifyConsistency({ ...claim, toRoot: tree.root(to - 1) })).toBe(false);
      expect(verifyConsistency({ ...claim, proof: proof.slice(1) })).toBe(from === to);
    }
  }
});

test("proofs from strangers never throw", () => {
  const number = fc.oneof(fc.nat(20), fc.integer(), fc.double());
  const hash = fc.uint8Array({ minLength: 31, maxLength: 33 });
  fc.assert(
    fc.property(number, number, hash, hash, fc.array(hash, { maxLength: 6 }), (a, b, one, two, proof) => {
      expect(typeof verifyInclusion({ index: a, size: b, leaf: one, proof, root: two })).toBe("boolean");
      expect(typeof verifyConsistency({ from: a, to: b, fromRoot: one, toRoot: two, proof })).toBe("boolean");
    }),
  );
});

test("100,000 leaves", () => {
  const tree = Tree.of(hashes(100_000));
  const root = tree.root();
  for (const index of [0, 65_535, 65_536, 99_999]) {
    const leaf = leafHash(vectorLeaf(index));
    expect(verifyInclusion({ index, size: 100_000, leaf, proof: tree.inclusionProof(index), root })).toBe(true);
  }
  const proof = tree.consistencyProof(70_001);
  expect(verifyConsistency({ from: 70_001, to: 100_000, fromRoot: tree.root(70_001), toRoot: root, proof })).toBe(true);
});

test("asks for impossible places are refused", () => {
  const tree = Tree.of(hashes(5));
  for (const wrong of [
    () => tree.root(6),
    () => tree.inclusionProof(5),
    () => tree.inclusionProof(0.5),
    () => tree.consistencyProof(0, 5),
    () => tree.consistencyProof(4, 3),
    () => tree.hashes(1, 0, 3),
    () => tree.append(new Uint8Array(31)),
  ]) {
    expect(wrong).toThrow(expect.objectContaining({ code: "INPUT_INVALID" }));
  }
});

const folder = join(import.meta.dirname, "../../../shared/data/merkle");
const base64 = (text: string): Uint8Array => Buffer.from(text, "base64");

interface PublicVector {
  readonly name: string;
  readonly proof: readonly string[] | null;
  readonly wantErr: boolean;
}

function publicVectors<T>(kind: string): (PublicVector & T)[] {
  return readdirSync(join(folder, kind), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".json"))
    .map((name) => ({ ...JSON.parse(readFileSync(join(folder, kind, name), "utf8")), name }));
}

test.skipIf(!existsSync(folder))("public inclusion vectors (needs shared data)", () => {
  const cases = publicVectors<{ leafIdx: number; treeSize: number; leafHash: string; root: string }>("inclusion");
  for (const { name, leafIdx, treeSize, leafHash, proof, root, wantErr } of cases) {
    const path = (proof ?? []).map(base64);
    const claim = { index: leafIdx, size: treeSize, leaf: base64(leafHash), proof: path, root: base64(root) };
    expect([name, verifyInclusion(claim)]).toEqual([name, !wantErr]);
  }
  expect(cases.length).toBeGreaterThan(50);
});

test.skipIf(!existsSync(folder))("public consistency vectors (needs shared data)", () => {
  const cases = publicVectors<{ size1: number; size2: number; root1: string; root2: string }>("consistency");
  for (const { name, size1, size2, root1, root2, proof, wantErr } of cases) {
    const path = (proof ?? []).map(base64);
    const claim = { from: size1, to: size2, fromRoot: base64(root1), toRoot: base64(root2), proof: path };
    expect([name, verifyConsistency(claim)]).toEqual([name, !wantErr]);
  }
  expect(cases.length).toBeGreaterThan(50);
});
