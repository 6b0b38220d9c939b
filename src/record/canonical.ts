import canonicalize from "canonicalize";
import { TocsinError } from "../model/error.ts";

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

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
    return decoder.decode(bytes);
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
    return isPlainly(value, text) || canonicalText(value) === text ? { value } : null;
  } catch {
    return null;
  }
}

const DEPTH_MAX = 64;

/**
 * A quick yes for what is canonical without doubt: RFC 8785 spells strings and numbers as ECMAScript's own
 * JSON.stringify does (sections 3.2.2.2 and 3.2.2.3), so only key order and lone surrogates are left to see to.
 */
function isPlainly(value: unknown, text: string): boolean {
  return !text.includes("\\ud") && isSorted(value, 0) && JSON.stringify(value) === text;
}

function isSorted(value: unknown, depth: number): boolean {
  if (typeof value !== "object" || value === null) return true;
  if (depth > DEPTH_MAX) return false;
  if (Array.isArray(value)) return value.every((one) => isSorted(one, depth + 1));
  let before: string | null = null;
  for (const key of Object.keys(value)) {
    if (before !== null && before >= key) return false;
    before = key;
    if (!isSorted((value as Record<string, unknown>)[key], depth + 1)) return false;
  }
  return true;
}
