/**
 * If-None-Match (RFC 9110 §13.1.2) against one strong entity tag: `*`, one tag or a list, compared weakly, as caches
 * in between may have weakened ours.
 */
export function matchesTag(header: string, etag: string): boolean {
  if (header === etag) return true;
  return header.split(",").some((part) => {
    const tag = part.trim();
    return tag === "*" || tag === etag || (tag.startsWith("W/") && tag.slice(2) === etag);
  });
}

/** Half-open part of a file in bytes. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/**
 * Range (RFC 9110 §14.2) of one part → that part; "unsatisfiable" for 416; null where the header is to be ignored:
 * another unit, several parts, or not well formed.
 */
export function rangeOf(header: string, size: number): ByteRange | "unsatisfiable" | null {
  const match = /^bytes=\s*(\d{0,15})-(\d{0,15})\s*$/.exec(header);
  if (match === null) return null;
  const [, first = "", last = ""] = match;
  if (first === "") {
    if (last === "") return null;
    const length = Number(last);
    return length === 0 || size === 0 ? "unsatisfiable" : { start: Math.max(0, size - length), end: size };
  }
  const start = Number(first);
  if (last !== "" && Number(last) < start) return null;
  const end = last === "" ? size : Number(last) + 1;
  return start >= size ? "unsatisfiable" : { start, end: Math.min(end, size) };
}
