import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

/** Levels at which a page is live in milliseconds; higher ones save a few per cent (docs/decisions/0008). */
const GZIP_LEVEL = 6;
const BROTLI_QUALITY = 5;
/** RFC 1952 §2.3.1: the byte that names the operating system, fixed so that every machine writes the same. */
const GZIP_OS = { at: 9, unix: 3 } as const;

const TEXT = /\.(html|css|js|json|svg|txt|xml|rss|atom)$/;

const gzipAsync = promisify(gzip);
const brotliAsync = promisify(brotliCompress);

/** Files that are worth a compressed twin. */
export function isCompressible(path: string): boolean {
  return TEXT.test(path);
}

/**
 * The compressed twins of one file: `path.gz` (RFC 1952) and `path.br` (RFC 7932). Empty for files that are not text.
 * The work is done in the thread pool, so calls may run side by side.
 */
export async function compressed(path: string, bytes: Uint8Array): Promise<Map<string, Uint8Array>> {
  if (!isCompressible(path)) return new Map();
  const [gz, br] = await Promise.all([
    gzipAsync(bytes, { level: GZIP_LEVEL }),
    brotliAsync(bytes, {
      params: {
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.byteLength,
      },
    }),
  ]);
  gz[GZIP_OS.at] = GZIP_OS.unix;
  return new Map<string, Uint8Array>([
    [`${path}.gz`, gz],
    [`${path}.br`, br],
  ]);
}

/** Twins of many files, `width` at a time, as they get ready. */
export async function* compressedAll(
  files: Iterable<readonly [path: string, bytes: Uint8Array]>,
  width = 4,
): AsyncGenerator<Map<string, Uint8Array>> {
  const waiting: Promise<Map<string, Uint8Array>>[] = [];
  for (const [path, bytes] of files) {
    waiting.push(compressed(path, bytes));
    if (waiting.length >= width) yield await (waiting.shift() as Promise<Map<string, Uint8Array>>);
  }
  for (const twins of waiting) yield await twins;
}
