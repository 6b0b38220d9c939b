import { TocsinError } from "../model/error.ts";
import { decodeBase64, encodeBase64 } from "./base64.ts";
import { HASH_BYTES } from "./hash-list.ts";
import { parseVerifierKey } from "./key.ts";
import { openNote, signNote } from "./note.ts";
import type { Signer } from "./ports.ts";

/** What a checkpoint says: the record named `origin` has `size` entries, and this is their root. */
export interface Checkpoint {
  readonly origin: string;
  readonly size: number;
  /** 32 bytes. */
  readonly root: Uint8Array;
}

/** The text that is signed (C2SP tlog-checkpoint): origin, size, root; each on a line. */
export function checkpointText({ origin, size, root }: Checkpoint): string {
  if (!Number.isSafeInteger(size) || size < 0 || root.length !== HASH_BYTES) {
    throw new TocsinError("INPUT_INVALID", "A checkpoint has a whole size and a root of 32 bytes.");
  }
  return `${origin}\n${size}\n${encodeBase64(root)}\n`;
}

/** The signed checkpoint as served at `record/checkpoint`. Its origin is the signer's name. */
export function signCheckpoint(signer: Signer, size: number, root: Uint8Array): Uint8Array {
  return signNote(checkpointText({ origin: signer.name, size, root }), signer);
}

/**
 * What a signed checkpoint says, once `vkey`'s signature is checked. Lines after the third (extensions) and
 * signatures of others, such as witnesses, are let through unread.
 * Throws SIGNATURE_INVALID, CHECKPOINT_INVALID, KEY_INVALID.
 */
export function openCheckpoint(bytes: Uint8Array, vkey: string): Checkpoint {
  const key = parseVerifierKey(vkey);
  const { text } = openNote(bytes, [key]);
  const [origin = "", size = "", root64 = "", ...extensions] = text.slice(0, -1).split("\n");
  const root = decodeBase64(root64);
  if (!/^(0|[1-9][0-9]*)$/.test(size) || !Number.isSafeInteger(Number(size))) throw malformed("its size is no number");
  if (root === null || root.length !== HASH_BYTES) throw malformed("its root is not 32 bytes of base64");
  if (extensions.includes("")) throw malformed("it has an empty line");
  if (origin !== key.name) throw malformed(`it is of “${origin.slice(0, 80)}”, not of ${key.name}`);
  return { origin, size: Number(size), root };
}

function malformed(why: string): TocsinError {
  return new TocsinError("CHECKPOINT_INVALID", `The checkpoint is not valid: ${why}.`);
}
