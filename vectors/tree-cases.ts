import { sha256 } from "../src/model/sha256.ts";
import { canonicalText } from "../src/record/canonical.ts";
import { signCheckpoint } from "../src/record/checkpoint.ts";
import { encodeEntry } from "../src/record/entry.ts";
import { proveEntry } from "../src/record/proof.ts";
import { recordFiles, tilePath } from "../src/record/tile.ts";
import { Tree, leafHash } from "../src/record/tree.ts";
import { sampleEntries } from "./sample-entries.ts";
import { testSigner } from "./test-key.ts";

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");

/** Leaf `i` of the tile and proof vectors is the text `leaf <i>`. */
export function vectorLeaf(index: number): Uint8Array {
  return new TextEncoder().encode(`leaf ${index}`);
}

const treeOf = (size: number): Tree => Tree.of(Array.from({ length: size }, (_, index) => leafHash(vectorLeaf(index))));

export function tileCases(): object[] {
  return [0, 1, 2, 255, 256, 257, 1000, 65_792].map((size) => {
    const tree = treeOf(size);
    const { write } = recordFiles({ tree, leaves: vectorLeaf, from: 0, to: size });
    const digests = Object.fromEntries([...write].map(([path, bytes]) => [path, sha256(bytes)]));
    const files: unknown = JSON.parse(canonicalText(digests));
    // All names of the largest would fill pages: its count and one digest over everything stand for them.
    const shown = size > 10_000 ? { count: write.size, digest: sha256(canonicalText(files)) } : { files };
    return { name: `${size} leaves`, size, root: hex(tree.root()), ...shown };
  });
}

export function tilePathCases(): object[] {
  const tiles = [
    { level: 0, index: 0, width: 256 },
    { level: 0, index: 0, width: 1 },
    { level: 1, index: 999, width: 255 },
    { level: 0, index: 1000, width: 256 },
    { level: 2, index: 1_234_067, width: 256 },
    { level: "entries", index: 999_999, width: 5 },
    { level: "entries", index: 1_000_000, width: 256 },
  ] as const;
  return tiles.map((tile) => ({ ...tile, path: tilePath(tile) }));
}

export function inclusionCases(): object[] {
  return [
    [0, 1],
    [0, 2],
    [1, 3],
    [4, 5],
    [6, 7],
    [5, 8],
    [0, 13],
    [12, 13],
    [255, 257],
    [256, 257],
  ].flatMap(([index = 0, size = 0]) => {
    const tree = treeOf(size);
    const right = {
      index,
      size,
      leaf: hex(leafHash(vectorLeaf(index))),
      proof: tree.inclusionProof(index).map(hex),
      root: hex(tree.root()),
    };
    const wrong = { ...right, root: hex(leafHash(Buffer.from("another"))) };
    return [
      { name: `leaf ${index} of ${size}`, valid: true, ...right },
      { name: `leaf ${index} of ${size}, other root`, valid: false, ...wrong },
      { name: `leaf ${index} of ${size}, other place`, valid: false, ...right, index: index + 1 },
      {
        name: `leaf ${index} of ${size}, one hash too many`,
        valid: false,
        ...right,
        proof: [...right.proof, right.leaf],
      },
      { name: `leaf ${index} of ${size}, negative`, valid: false, ...right, index: -1 },
    ];
  });
}

export function consistencyCases(): object[] {
  return [
    [1, 1],
    [1, 2],
    [2, 3],
    [3, 7],
    [4, 7],
    [6, 7],
    [7, 8],
    [8, 13],
    [200, 257],
    [256, 257],
  ].flatMap(([from = 0, to = 0]) => {
    const tree = treeOf(to);
    const right = {
      from,
      to,
      fromRoot: hex(tree.root(from)),
      toRoot: hex(tree.root(to)),
      proof: tree.consistencyProof(from, to).map(hex),
    };
    const other = hex(leafHash(Buffer.from("another")));
    return [
      { name: `${from} to ${to}`, valid: true, ...right },
      { name: `${from} to ${to}, other old root`, valid: false, ...right, fromRoot: other },
      { name: `${from} to ${to}, other new root`, valid: false, ...right, toRoot: other },
      { name: `${from} to ${to}, one hash too many`, valid: false, ...right, proof: [...right.proof, other] },
      { name: `0 to ${to}`, valid: false, ...right, from: 0 },
    ];
  });
}

export function entryProofCases(): object[] {
  const leaves = sampleEntries.map(encodeEntry);
  const tree = Tree.of(leaves.map(leafHash));
  const checkpoint = signCheckpoint(testSigner, tree.size, tree.root());
  const prove = (index: number): ReturnType<typeof proveEntry> =>
    proveEntry({ tree, index, leaf: leaves[index] ?? new Uint8Array(), checkpoint });
  const third = prove(3);
  return [
    ...leaves.map((_, index) => ({ name: `entry ${index}`, valid: true, index, size: tree.size, ...prove(index) })),
    { name: "other entry", valid: false, entry: prove(2).entry, proof: third.proof, code: "TREE_MISMATCH" },
    {
      name: "other place",
      valid: false,
      entry: third.entry,
      proof: third.proof.replace("index 3", "index 2"),
      code: "TREE_MISMATCH",
    },
    { name: "not an entry", valid: false, entry: { id: "x" }, proof: third.proof, code: "ENTRY_INVALID" },
    {
      name: "other size",
      valid: false,
      entry: third.entry,
      proof: third.proof.replace("\n8\n", "\n9\n"),
      code: "SIGNATURE_INVALID",
    },
    { name: "no proof", valid: false, entry: third.entry, proof: "", code: "INPUT_INVALID" },
    {
      name: "other version",
      valid: false,
      entry: third.entry,
      proof: third.proof.replace("@v1", "@v2"),
      code: "INPUT_INVALID",
    },
  ];
}
