import canonicalize from "canonicalize";
import { TocsinError } from "../model/error.ts";

const encoder = new TextEncoder();

/**
 * The one JSON text that stands for `value`: RFC 8785 (JCS). Members that are `undefined` are left out, as
 * JSON.stringify does. Throws INPUT_INVALID for what JSON cannot say: NaN, infinities, lone surrogates, cycles.
 */
export function canonicalText(value: unknown): string {
  let text: string | undefined;
  try {
    text = canonicalize(value);
  } catch (cause) {
    throw new TocsinError("INPUT_INVALID", `The value has no canonical JSON: ${(cause as Error).message}.`, { cause });
  }
  if (text === undefined) throw new TocsinError("INPUT_INVALID", "The value has no canonical JSON.");
  return text;
}

/** `canonicalText` as UTF-8. */
export function canonicalBytes(value: unknown): Uint8Array {
  return encoder.encode(canonicalText(value));
}

/** Bytes → text. Null when they are not valid UTF-8; a byte order mark is kept, so that strict readers refuse it. */
export function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Canonical JSON bytes → value; null when they are not the canonical JSON of anything. */
export function parseCanonical(bytes: Uint8Array): { readonly value: unknown } | null {
  const text = decodeUtf8(bytes);
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(text);
    // Covers repeated keys, spaces, key order, escapes and number spelling in one comparison.
    return canonicalText(value) === text ? { value } : null;
  } catch {
    return null;
  }
}
