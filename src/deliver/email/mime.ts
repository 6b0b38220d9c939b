/** A part of a message: its headers by lower-case name, and its body decoded. */
export interface MimePart {
  /** `message/delivery-status`; in lower case. */
  readonly type: string;
  readonly headers: ReadonlyMap<string, readonly string[]>;
  readonly body: string;
  /** For multipart: what it consists of. */
  readonly parts: readonly MimePart[];
}

/** Takes a message apart (RFC 2045, RFC 2046). A port: a library may stand behind it. */
export type ReadMime = (bytes: Uint8Array) => MimePart;

const DEPTH_MAX = 4;
const PARTS_MAX = 20;

/**
 * As much of MIME as delivery reports use: headers, multipart, quoted-printable and base64. Reads no character sets but
 * UTF-8 and never throws: what makes no sense is text.
 */
export const readMime: ReadMime = (bytes) => partOf(Buffer.from(bytes).toString("latin1").replace(/\r?\n/g, "\n"), 0);

function partOf(text: string, depth: number): MimePart {
  // A part may begin with the blank line: then it has no headers.
  const end = text.startsWith("\n") ? 0 : text.indexOf("\n\n");
  const headers = headersOf(end < 0 ? text : text.slice(0, end));
  const raw = end < 0 ? "" : text.slice(text.startsWith("\n") ? 1 : end + 2);
  const contentType = headers.get("content-type")?.[0] ?? "text/plain";
  const type = (/^[^\s;]+/.exec(contentType)?.[0] ?? "text/plain").toLowerCase();
  const boundary = /;\s*boundary="?([^";\n]{1,70})"?/i.exec(contentType)?.[1]?.trimEnd();
  if (type.startsWith("multipart/") && boundary !== undefined && depth < DEPTH_MAX) {
    const parts = split(raw, boundary).map((part) => partOf(part, depth + 1));
    return { type, headers, body: "", parts };
  }
  return { type, headers, body: decoded(raw, headers.get("content-transfer-encoding")?.[0] ?? ""), parts: [] };
}

/** Header fields, unfolded, up to the first blank line; also the groups of a delivery report (RFC 3464 §2.1). */
export function headersOf(text: string): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  let last: string[] | null = null;
  for (const line of text.split("\n")) {
    if (/^[ \t]/.test(line)) {
      const before: string | undefined = last?.pop();
      if (before !== undefined) last?.push(`${before} ${line.trim()}`);
      continue;
    }
    const colon = line.indexOf(":");
    if (colon < 1) continue;
    const name = line.slice(0, colon).trim().toLowerCase();
    last = found.get(name) ?? [];
    last.push(line.slice(colon + 1).trim());
    found.set(name, last);
  }
  return found;
}

function split(text: string, boundary: string): readonly string[] {
  const parts: string[] = [];
  let current: string[] | null = null;
  for (const line of text.split("\n")) {
    const bare = line.trimEnd();
    if (bare === `--${boundary}` || bare === `--${boundary}--`) {
      if (current !== null) parts.push(current.join("\n"));
      if (bare.length > boundary.length + 2 || parts.length >= PARTS_MAX) return parts;
      current = [];
    } else current?.push(line);
  }
  if (current !== null) parts.push(current.join("\n"));
  return parts;
}

function decoded(raw: string, encoding: string): string {
  const how = encoding.trim().toLowerCase();
  if (how === "base64") return Buffer.from(raw, "base64").toString("utf8").replace(/\r\n/g, "\n");
  if (how !== "quoted-printable") return Buffer.from(raw, "latin1").toString("utf8");
  const bytes = raw
    .replace(/[ \t]+$/gm, "")
    .replace(/=\n/g, "")
    .replace(/=([0-9A-Fa-f]{2})/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}
