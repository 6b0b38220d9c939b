import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

/** fast: gzip 6 and Brotli 5, before going live; best: gzip 9 and Brotli 11, in the background afterwards. */
export type Quality = "fast" | "best";

const LEVELS = { fast: { gzip: 6, brotli: 5 }, best: { gzip: 9, brotli: 11 } } as const;
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
export async function compressed(
  path: string,
  bytes: Uint8Array,
  { quality }: { readonly quality: Quality },
): Promise<Map<string, Uint8Array>> {
  if (!isCompressible(path)) return new Map();
  const level = LEVELS[quality];
  const [gz, br] = await Promise.all([
    gzipAsync(bytes, { level: level.gzip }),
    brotliAsync(bytes, {
      params: {
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_QUALITY]: level.brotli,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.byteLength,
      },
    }),
  ]);
  return new Map<string, Uint8Array>([
    [`${path}.gz`, gz],
    [`${path}.br`, br],
  ]);
}

/**
 * Twins of many files, `width` at a time, as they get ready: for the pass with Brotli 11 after a publication.
 * Stops between two files when `signal` is aborted.
 */
export async function* compressedAll(
  files: Iterable<readonly [path: string, bytes: Uint8Array]>,
  options: { readonly quality: Quality; readonly width?: number; readonly signal?: AbortSignal },
): AsyncGenerator<Map<string, Uint8Array>> {
  const waiting: Promise<Map<string, Uint8Array>>[] = [];
  for (const [path, bytes] of files) {
    if (options.signal?.aborted) break;
    waiting.push(compressed(path, bytes, options));
    if (waiting.length >= (options.width ?? 4)) yield await (waiting.shift() as Promise<Map<string, Uint8Array>>);
  }
  for (const twins of waiting) yield await twins;
}
