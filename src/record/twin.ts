import { brotliDecompress, gunzip } from "node:zlib";
import type { BrotliOptions, CompressCallback, InputType, ZlibOptions } from "node:zlib";

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
    GZIP_HEADER.every((byte, i) => bytes[i] === byte) &&
    GZIP_EFFORTS.includes(bytes[8] ?? -1) &&
    bytes[9] === GZIP_UNIX
  );
}

/** With `info`, zlib also hands out the engine, which counts the bytes that it took. */
interface Unpacked {
  readonly buffer: Uint8Array;
  readonly engine: { readonly bytesWritten: number };
}

type Unpack = (bytes: InputType, options: ZlibOptions & BrotliOptions, done: CompressCallback) => void;

/**
 * What a compressed twin unpacks to, at most `bytesMax` bytes. Null when its header is not the plain one, it is
 * damaged, unpacks to more, or has anything behind its end.
 */
export function unpackTwin(path: string, bytes: Uint8Array, bytesMax: number): Promise<Uint8Array | null> {
  const ending = path.endsWith(".br") ? ".br" : ".gz";
  if (!headerFits(ending, bytes)) return Promise.resolve(null);
  const unpack: Unpack = ending === ".br" ? brotliDecompress : gunzip;
  // The limit may not be 0: an empty file is checked by its digest like any other.
  const options = { info: true, maxOutputLength: Math.max(1, bytesMax) };
  return new Promise((resolve) => {
    unpack(bytes, options, (error, result) => {
      if (error) return resolve(null);
      const { buffer, engine } = result as unknown as Unpacked;
      resolve(engine.bytesWritten === bytes.length ? buffer : null);
    });
  });
}
