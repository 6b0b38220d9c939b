import { TocsinError } from "../model/error.ts";
import { decodeBase64, encodeBase64 } from "./base64.ts";
import { decodeUtf8 } from "./canonical.ts";
import { isKey, isKeyName, keyId } from "./key.ts";
import type { VerifierKey } from "./key.ts";
import type { Signer } from "./ports.ts";

// C2SP signed-note: text, an empty line, then signature lines `— name base64(4-byte key id || signature)`.

/** Longest note that is read at all: room for many witnesses. */
const NOTE_BYTES_MAX = 1_000_000;
const SIGNATURES_MAX = 100;
// eslint-disable-next-line no-control-regex -- the standard forbids exactly these
const FORBIDDEN = /[\u0000-\u0009\u000b-\u001f]/;

interface SignatureLine {
  readonly name: string;
  readonly id: Uint8Array;
  readonly signature: Uint8Array;
}

/** A note that at least one of the given keys signed. */
export interface OpenNote {
  /** Ends in a newline. */
  readonly text: string;
  /** Names of the keys whose signatures were checked. */
  readonly signedBy: readonly string[];
}

/** Signs `text`, which ends in a newline. Throws INPUT_INVALID for text that no note can hold. */
export function signNote(text: string, ...signers: readonly Signer[]): Uint8Array {
  if (!text.endsWith("\n") || FORBIDDEN.test(text) || !text.isWellFormed()) {
    throw new TocsinError("INPUT_INVALID", "A note's text ends in a newline and has no other control characters.");
  }
  const message = Buffer.from(text, "utf8");
  const lines = signers.map((signer) => {
    const id = keyId(signer.name, signer.publicKey);
    return `— ${signer.name} ${encodeBase64(Uint8Array.of(...id, ...signer.sign(message)))}\n`;
  });
  return new TextEncoder().encode(`${text}\n${lines.join("")}`);
}

/**
 * The text of a note that one of `keys` signed. Signatures of unknown keys are ignored, as the standard demands; a
 * wrong signature of a known key spoils the note. Throws CHECKPOINT_INVALID (no note) and SIGNATURE_INVALID.
 */
export function openNote(bytes: Uint8Array, keys: readonly VerifierKey[]): OpenNote {
  const { text, signatures } = splitNote(bytes);
  const message = Buffer.from(text, "utf8");
  const signedBy: string[] = [];
  for (const { name, id, signature } of signatures) {
    const key = keys.find((known) => isKey(known, name, id));
    if (key === undefined) continue;
    if (!key.verify(message, signature)) {
      throw new TocsinError("SIGNATURE_INVALID", `The signature of ${name} does not fit the text.`);
    }
    signedBy.push(name);
  }
  if (signedBy.length === 0) {
    throw new TocsinError("SIGNATURE_INVALID", "None of the signatures is by the expected key.", {
      fix: "Check that this is the key of this record.",
    });
  }
  return { text, signedBy };
}

function splitNote(bytes: Uint8Array): { readonly text: string; readonly signatures: readonly SignatureLine[] } {
  const note = bytes.length <= NOTE_BYTES_MAX ? decodeUtf8(bytes) : null;
  if (note === null || FORBIDDEN.test(note)) throw malformed("it is too long, not UTF-8, or has control characters");
  const gap = note.lastIndexOf("\n\n");
  if (gap < 0 || !note.endsWith("\n")) throw malformed("text and signatures are not set apart by an empty line");
  const lines = note.slice(gap + 2, -1).split("\n");
  if (lines.length > SIGNATURES_MAX) throw malformed(`it has more than ${SIGNATURES_MAX} signatures`);
  return { text: note.slice(0, gap + 1), signatures: lines.map(signatureLine) };
}

function signatureLine(line: string): SignatureLine {
  const [dash, name = "", base64 = "", ...rest] = line.split(" ");
  const bytes = decodeBase64(base64);
  if (dash !== "—" || !isKeyName(name) || rest.length > 0 || bytes === null || bytes.length < 5) {
    throw malformed("a signature line is damaged");
  }
  return { name, id: bytes.slice(0, 4), signature: bytes.slice(4) };
}

function malformed(why: string): TocsinError {
  return new TocsinError("CHECKPOINT_INVALID", `This is not a signed note: ${why}.`);
}
