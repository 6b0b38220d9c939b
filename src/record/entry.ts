import { ENTRY_KINDS } from "../model/entry.ts";
import type { Entry, EntryKind } from "../model/entry.ts";
import { TocsinError } from "../model/error.ts";
import type { EntryId } from "../model/id.ts";
import { ROLES } from "../model/role.ts";
import { isInstant } from "../model/time.ts";
import { canonicalBytes, parseCanonical } from "./canonical.ts";
import { PAYLOADS } from "./payload.ts";
import { guarded, object, oneOf, pattern } from "./shape.ts";
import type { Shape } from "./shape.ts";

/** A leaf is shorter than this: entry bundles give its length as 16 bits (C2SP tlog-tiles, "Log entries"). */
export const LEAF_BYTES_LIMIT = 65_536;

interface Envelope {
  readonly id: EntryId;
  readonly kind: EntryKind;
  readonly time: Entry["time"];
  readonly role: Entry["role"];
  readonly payload: unknown;
}

const envelope: Shape<Envelope> = object<Envelope>({
  id: pattern<EntryId>(/^[a-z0-9][a-z0-9:.-]*$/, "an entry's id like edition:12", 160),
  kind: oneOf(ENTRY_KINDS),
  time: guarded(isInstant, "a time in UTC like 2031-03-03T12:20:00Z"),
  role: oneOf([...ROLES, "system"]),
  payload: (value) => value,
});

function checkEntry(value: unknown): Entry {
  const { kind, payload } = envelope(value, "");
  PAYLOADS[kind](payload, "payload");
  return value as Entry;
}

/**
 * The entry's leaf: its canonical JSON (RFC 8785) as UTF-8, under 64 KiB.
 * Throws ENTRY_INVALID (names the field) and ENTRY_TOO_LARGE, so what comes back can always be read again.
 */
export function encodeEntry(entry: Entry): Uint8Array {
  const bytes = canonicalBytes(checkEntry(entry));
  if (bytes.length >= LEAF_BYTES_LIMIT) {
    throw new TocsinError("ENTRY_TOO_LARGE", `Entry ${entry.id} has ${bytes.length} bytes.`, {
      fix: `Make it shorter than ${LEAF_BYTES_LIMIT} bytes: fewer or shorter quotes.`,
      detail: { bytes: bytes.length },
    });
  }
  return bytes;
}

/**
 * Leaf → entry, strictly: valid UTF-8, canonical JSON, exactly the known members of its kind.
 * Throws ENTRY_INVALID (names the field) and ENTRY_TOO_LARGE.
 */
export function decodeEntry(bytes: Uint8Array): Entry {
  if (bytes.length >= LEAF_BYTES_LIMIT) {
    throw new TocsinError("ENTRY_TOO_LARGE", `The entry has ${bytes.length} bytes.`, {
      detail: { bytes: bytes.length },
    });
  }
  const parsed = parseCanonical(bytes);
  if (parsed === null) throw new TocsinError("ENTRY_INVALID", "The entry is not canonical JSON (RFC 8785).");
  return checkEntry(parsed.value);
}
