import { brotliDecompressSync, crc32, inflateRawSync } from "node:zlib";
import type { BrotliOptions, ZlibOptions } from "node:zlib";

/** The endings of compressed twins, which a web server sends in place of the file itself. */
export const TWIN_ENDINGS = [".gz", ".br"] as const;

export function isTwinPath(path: string): boolean {
  return TWIN_ENDINGS.some((ending) => path.endsWith(ending));
}

/** `en/index.html.br` → `en/index.html`. */
export function plainPathOf(twinPath: string): string {
  return twinPath.slice(0, -3);
}

/** gzip without name, time or flags, operating system "Unix" (RFC 1952 section 2.3); byte 8 says how hard it tried. */
const GZIP_HEADER = Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0);
const GZIP_EFFORTS = [0, 2, 4];
const GZIP_UNIX = 3;

/** Brotli with a window of 4 MiB, which every encoder takes by default (RFC 7932 section 9.1): the first four bits. */
const BROTLI_WINDOW_22 = 0x0b;

function headerFits(ending: ".gz" | ".br", bytes: Uint8Array): boolean {
  if (ending === ".br") return ((bytes[0] ?? 0) & 0x0f) === BROTLI_WINDOW_22;
  return (
    GZIP_HEADER.every((byte, i) => bytes[i] === byte) && GZIP_EFFORTS.includes(bytes[8] ?? -1) && bytes[9] === GZIP_UNIX
  );
}

const GZIP_HEADER_BYTES = 10;
/** CRC-32 and length of what was packed, each 32 bits little-endian (RFC 1952 section 2.3.1). */
const GZIP_TRAILER_BYTES = 8;

/** With `info`, zlib also hands out the engine, which counts the bytes that it took. */
interface Unpacked {
  readonly buffer: Uint8Array;
  readonly engine: { readonly bytesWritten: number };
}

type Unpack = (bytes: Uint8Array, options: ZlibOptions & BrotliOptions) => unknown;

/** Null when the stream is damaged, unpacks to more than `bytesMax`, or ends before `bytes` does. */
function unpackAll(unpack: Unpack, bytes: Uint8Array, bytesMax: number): Uint8Array | null {
  // Pages are small: unpacking in place takes 20 µs, a way through the thread pool 50 µs. One chunk for the whole page
  // saves joining. The limit may not be 0; an empty file is told by its digest like any other.
  const chunkSize = Math.min(Math.max(64, bytesMax), 1 << 20);
  try {
    const { buffer, engine } = unpack(bytes, {
      info: true,
      maxOutputLength: Math.max(1, bytesMax),
      chunkSize,
    }) as Unpacked;
    return engine.bytesWritten === bytes.length ? buffer : null;
  } catch {
    return null;
  }
}

/** One member of gzip and nothing behind it; gunzip itself would go on into further members. */
function unpackGzip(bytes: Uint8Array, bytesMax: number): Uint8Array | null {
  const end = bytes.length - GZIP_TRAILER_BYTES;
  if (end < GZIP_HEADER_BYTES) return null;
  const plain = unpackAll(inflateRawSync, bytes.subarray(GZIP_HEADER_BYTES, end), bytesMax);
  if (plain === null) return null;
  const trailer = new DataView(bytes.buffer, bytes.byteOffset + end);
  const fits = trailer.getUint32(0, true) === crc32(plain) && trailer.getUint32(4, true) === plain.length;
  return fits ? plain : null;
}

/**
 * What a compressed twin unpacks to, at most `bytesMax` bytes. Null when its header is not the plain one, it is
 * damaged, unpacks to more, or has anything behind its end.
 */
export function unpackTwin(path: string, bytes: Uint8Array, bytesMax: number): Uint8Array | null {
  const ending = path.endsWith(".br") ? ".br" : ".gz";
  if (!headerFits(ending, bytes)) return null;
  return ending === ".br" ? unpackAll(brotliDecompressSync, bytes, bytesMax) : unpackGzip(bytes, bytesMax);
}
