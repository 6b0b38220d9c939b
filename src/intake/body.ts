import { Transform, Writable, type Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress, createGunzip, createUnzip } from "node:zlib";
import { TocsinError } from "../model/error.ts";

/** What we ask for and can undo. `deflate` is undone where it comes all the same (RFC 9110 §8.4.1). */
export const ACCEPT_ENCODING = "gzip, br";

/** At most this many encodings over each other; more is an attack, not a page. */
const ENCODINGS_MAX = 2;

/**
 * Reads a body to its end, undoing its content encoding. Both what comes over the wire and what it unpacks to are
 * counted as they stream, so a decompression bomb costs no more than `maxBytes`. Throws FETCH_TOO_LARGE, FETCH_FAILED.
 */
export async function readBody(body: Readable, contentEncoding: string, maxBytes: number): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let decoders: Transform[];
  try {
    decoders = decodersFor(contentEncoding);
  } catch (error) {
    discardBody(body);
    throw error;
  }
  const stages = decoders.length === 0 ? [] : [atMost(maxBytes), ...decoders];
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
  await pipeline([body, ...stages, atMost(maxBytes), sink]);
  return new Uint8Array(Buffer.concat(chunks));
}

/** Ends a body that nobody wants. What it then complains about is of no interest, and must not end the process. */
export function discardBody(body: Readable): void {
  body.on("error", () => {});
  body.destroy();
}

export function tooLarge(maxBytes: number): TocsinError {
  return new TocsinError("FETCH_TOO_LARGE", `The page is larger than ${maxBytes} bytes.`, { detail: { maxBytes } });
}

function decodersFor(contentEncoding: string): Transform[] {
  const names = contentEncoding
    .toLowerCase()
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "" && name !== "identity");
  if (names.length > ENCODINGS_MAX) {
    throw new TocsinError("FETCH_FAILED", `The page is packed ${names.length} times over.`);
  }
  // Listed in the order in which they were applied (RFC 9110 §8.4), so undone from the last.
  return names.toReversed().map((name) => {
    switch (name) {
      case "gzip":
      case "x-gzip":
        return createGunzip();
      case "deflate":
        return createUnzip();
      case "br":
        return createBrotliDecompress();
      default:
        throw new TocsinError(
          "FETCH_FAILED",
          `The page is packed in a way that we did not ask for (${name.slice(0, 40)}).`,
        );
    }
  });
}

/** Lets through `max` bytes and fails on the next one. */
function atMost(max: number): Transform {
  let seen = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      seen += chunk.length;
      if (seen > max) done(tooLarge(max));
      else done(null, chunk);
    },
  });
}
