import { open } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { matchesTag, rangeOf } from "./validator.ts";
import type { ByteRange } from "./validator.ts";
import type { FlatHeaders, Variant } from "./served-file.ts";

/** Bytes read at a time from a file that is not kept in memory. */
const CHUNK_BYTES = 262_144;

/** Answers with a file from memory or disk. False: nothing was sent, as the file on disk is no longer this one. */
export async function sendVariant(req: IncomingMessage, res: ServerResponse, variant: Variant): Promise<boolean> {
  if (variant.bytes === null) return sendLarge(req, res, variant);
  sendKept(req, res, variant, variant.bytes);
  return true;
}

/** Answers with a file from memory: 200, 206, 304 or 416. */
export function sendKept(req: IncomingMessage, res: ServerResponse, variant: Variant, bytes: Buffer): void {
  const part = startAnswer(req, res, variant);
  if (part === null) res.end();
  else res.end(part === WHOLE ? bytes : bytes.subarray(part.start, part.end));
}

const WHOLE = "whole";

/** Writes status and headers; the part of the content that is to follow, null for none. */
function startAnswer(req: IncomingMessage, res: ServerResponse, variant: Variant): ByteRange | typeof WHOLE | null {
  const { headers } = req;
  const ifNoneMatch = headers["if-none-match"];
  if (ifNoneMatch !== undefined && matchesTag(ifNoneMatch, variant.etag)) {
    writeHead(res, 304, withoutContent(variant));
    return null;
  }
  const isGet = req.method === "GET";
  if (headers.range !== undefined && isGet && isSameAsBefore(headers["if-range"], variant)) {
    const range = rangeOf(headers.range, variant.size);
    if (range === "unsatisfiable") {
      const nothing = ["Content-Range", `bytes */${variant.size}`, "Content-Length", "0"];
      writeHead(res, 416, [...withoutContent(variant), ...nothing]);
      return null;
    }
    if (range !== null) {
      const extent = ["Content-Range", `bytes ${range.start}-${range.end - 1}/${variant.size}`];
      writeHead(res, 206, [...variant.bare, ...extent, "Content-Length", String(range.end - range.start)]);
      return range;
    }
  }
  writeHead(res, 200, variant.full);
  return isGet ? WHOLE : null;
}

/** Writes ready headers; node only adds Date and Connection. */
export function writeHead(res: ServerResponse, status: number, headers: FlatHeaders): void {
  res.writeHead(status, headers as string[]);
}

/** Type and encoding describe content, and 304 and 416 have none (RFC 9110 §15.4.5). */
function withoutContent(variant: Variant): FlatHeaders {
  return variant.bare.slice(variant.encoding === "identity" ? 2 : 4);
}

/** If-Range (RFC 9110 §13.1.5): a part is only of use to somebody who has the rest of the same bytes. */
function isSameAsBefore(ifRange: string | string[] | undefined, variant: Variant): boolean {
  return ifRange === undefined || ifRange === variant.etag;
}

/**
 * Streams from disk. The file is looked at after each reading and before it is sent on: when it is no longer the one
 * whose tag was promised, the connection is cut, so that nobody takes a mixture for the whole.
 */
async function sendLarge(req: IncomingMessage, res: ServerResponse, variant: Variant): Promise<boolean> {
  const handle = await open(variant.location, "r");
  try {
    const isUnchanged = async (): Promise<boolean> => {
      const stat = await handle.stat({ bigint: true });
      return stat.size === BigInt(variant.size) && stat.mtimeNs === variant.modifiedNs;
    };
    if (!(await isUnchanged())) return false;
    if (res.destroyed) return true;
    const part = startAnswer(req, res, variant);
    if (part === null) {
      res.end();
      return true;
    }
    const { start, end } = part === WHOLE ? { start: 0, end: variant.size } : part;
    for (let at = start; at < end;) {
      const chunk = Buffer.allocUnsafe(Math.min(CHUNK_BYTES, end - at));
      const { bytesRead } = await handle.read(chunk, 0, chunk.length, at);
      if (bytesRead === 0 || !(await isUnchanged()) || res.destroyed) {
        res.destroy();
        return true;
      }
      at += bytesRead;
      if (!res.write(chunk.subarray(0, bytesRead)) && !(await drained(res))) return true;
    }
    res.end();
    return true;
  } finally {
    await handle.close();
  }
}

/** Waits until the client has taken what was sent; false when it went away. */
function drained(res: ServerResponse): Promise<boolean> {
  return new Promise((resolve) => {
    const settle = (): void => {
      res.off("drain", settle).off("close", settle);
      resolve(!res.destroyed);
    };
    res.on("drain", settle).on("close", settle);
  });
}
