import type { Entry } from "../model/entry.ts";
import { TocsinError } from "../model/error.ts";
import { decodeBase64, encodeBase64 } from "./base64.ts";
import { canonicalBytes, decodeUtf8 } from "./canonical.ts";
import { openCheckpoint } from "./checkpoint.ts";
import { decodeEntry } from "./entry.ts";
import { leafHash } from "./hash.ts";
import { verifyInclusion } from "./tree.ts";
import type { Tree } from "./tree.ts";

const HEADER = "c2sp.org/tlog-proof@v1";

/** One entry with all that is needed to check, offline, that the signed record holds it. */
export interface EntryProof {
  readonly entry: Entry;
  /** C2SP tlog-proof: index, inclusion proof and signed checkpoint as one text, which other tools read too. */
  readonly proof: string;
}

/** What a proof shows. */
export interface ProvenEntry {
  readonly entry: Entry;
  readonly index: number;
  readonly origin: string;
  /** Entries that the record had when the checkpoint was signed. */
  readonly size: number;
}

/** The proof for the entry at `index`, against a checkpoint that was signed over all of `tree`. */
export function proveEntry(claim: {
  readonly tree: Tree;
  readonly index: number;
  readonly leaf: Uint8Array;
  readonly checkpoint: Uint8Array;
}): EntryProof {
  const { tree, index, leaf, checkpoint } = claim;
  const lines = [HEADER, `index ${index}`, ...tree.inclusionProof(index).map(encodeBase64), ""];
  return { entry: decodeEntry(leaf), proof: `${lines.join("\n")}\n${decodeUtf8(checkpoint) ?? ""}` };
}

/**
 * Checks an `EntryProof` as parsed from JSON. Throws INPUT_INVALID (no proof), ENTRY_INVALID, SIGNATURE_INVALID,
 * CHECKPOINT_INVALID, KEY_INVALID, TREE_MISMATCH (another entry, or another place).
 */
export function verifyEntryProof(proof: unknown, vkey: string): ProvenEntry {
  const { entry: claimed, proof: text } = (proof ?? {}) as Partial<Record<keyof EntryProof, unknown>>;
  if (typeof text !== "string" || typeof claimed !== "object" || claimed === null) throw malformed();
  const leaf = canonicalBytes(claimed);
  const entry = decodeEntry(leaf);
  const gap = text.indexOf("\n\n");
  const lines = text.slice(0, Math.max(0, gap)).split("\n");
  if (lines.shift() !== HEADER) throw malformed();
  // Unauthenticated by the standard; nothing here uses it.
  if (lines[0]?.startsWith("extra ")) lines.shift();
  const digits = /^index (0|[1-9][0-9]*)$/.exec(lines.shift() ?? "")?.[1];
  const path = lines.map(decodeBase64).filter((hash) => hash !== null);
  if (digits === undefined || path.length !== lines.length) throw malformed();
  const { origin, size, root } = openCheckpoint(new TextEncoder().encode(text.slice(gap + 2)), vkey);
  const index = Number(digits);
  if (!verifyInclusion({ index, size, leaf: leafHash(leaf), proof: path, root })) {
    throw new TocsinError("TREE_MISMATCH", "The record does not hold this entry at this place.");
  }
  return { entry, index, origin, size };
}

function malformed(): TocsinError {
  return new TocsinError("INPUT_INVALID", "This is not a proof for an entry.");
}
