// Writes the vectors again: node vectors/generate.ts
import { readdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { canonicalCases, entryCases } from "./entry-cases.ts";
import { checkpointCases, keyCases, noteCases } from "./note-cases.ts";
import { testVkey } from "./test-key.ts";
import { consistencyCases, entryProofCases, inclusionCases, tileCases, tilePathCases } from "./tree-cases.ts";

export const VECTORS_FOLDER: string = fileURLToPath(new URL(".", import.meta.url));

/** Name of each vector file → its text. The same on every machine: the key is fixed, Ed25519 is deterministic. */
export function vectorFiles(): Map<string, string> {
  const vkey = testVkey;
  const contents = {
    "canonical.json": { cases: canonicalCases() },
    "entries.json": { cases: entryCases() },
    "keys.json": { cases: keyCases() },
    "notes.json": { vkey, cases: noteCases() },
    "checkpoints.json": { vkey, cases: checkpointCases() },
    "tiles.json": { leaf: "leaf <index>", paths: tilePathCases(), cases: tileCases() },
    "inclusion.json": { cases: inclusionCases() },
    "consistency.json": { cases: consistencyCases() },
    "entry-proofs.json": { vkey, cases: entryProofCases() },
  };
  return new Map(Object.entries(contents).map(([name, value]) => [name, `${JSON.stringify(value, null, 2)}\n`]));
}

/** Names of the vector files that are there. */
export function vectorNames(): string[] {
  return readdirSync(VECTORS_FOLDER).filter((name) => name.endsWith(".json"));
}

if (import.meta.main) {
  for (const [name, text] of vectorFiles()) writeFileSync(new URL(name, import.meta.url), text);
}
