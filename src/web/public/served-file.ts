import { createHash } from "node:crypto";
import { open } from "node:fs/promises";
import type { FileHandle } from "node:fs/promises";
import { cacheControlOf, CACHE_ERRORS } from "./caching.ts";
import { contentTypeOf } from "./content-type.ts";
import { feedLink, type FeedHub } from "./feed-hub.ts";
import { isOpenData } from "./open-data.ts";
import type { Encoding } from "./encoding.ts";

/** Name and value in turn, as `writeHead` takes them without further work. */
export type FlatHeaders = readonly string[];

/** One encoding of one file, with every header made once. */
export interface Variant {
  readonly encoding: Encoding;
  /** Bytes on the wire. */
  readonly size: number;
  /** Strong, from the content's hash; so every encoding has its own. */
  readonly etag: string;
  /** Null for a large file, which is read from `location` for each answer. */
  readonly bytes: Buffer | null;
  readonly location: string;
  readonly modifiedNs: bigint;
  /** For 200. */
  readonly full: FlatHeaders;
  /** For 304 and, with more, 206: without type, length and encoding of the whole. */
  readonly bare: FlatHeaders;
  /** For 404, where this is the page that says so. */
  readonly missing: FlatHeaders;
}

/** One file of one publication in all its encodings, whole. */
export interface ServedFile {
  readonly identity: Variant;
  readonly gzip: Variant | null;
  readonly br: Variant | null;
  /** Bytes that it keeps in memory. */
  readonly weight: number;
}

/** What lies under a path: a file, a folder, or nothing. */
export type Found = ServedFile | "folder" | null;

export interface ReadOptions {
  /** Headers that every answer carries. */
  readonly headers: FlatHeaders;
  /** Files over this many bytes are not kept in memory. */
  readonly largeBytes: number;
  /** What feeds name beside themselves; null: nothing. */
  readonly hub: FeedHub | null;
}

/** Headers and bookkeeping of an entry, roughly. */
const OVERHEAD_BYTES = 4096;

/** Reads a file and its precompressed twins (`.br`, `.gz`). `path` is the site path, `location` the file on disk. */
export async function readServedFile(location: string, path: string, options: ReadOptions): Promise<Found> {
  const identity = await readContent(location, options.largeBytes);
  if (identity === null || identity === "folder") return identity;
  const [br, gzip] = await Promise.all([
    readContent(`${location}.br`, options.largeBytes),
    readContent(`${location}.gz`, options.largeBytes),
  ]);
  const twins = { br: br === "folder" ? null : br, gzip: gzip === "folder" ? null : gzip };
  const varies = twins.br !== null || twins.gzip !== null;
  const make = (encoding: Encoding, content: Content): Variant => variantOf(encoding, content, path, varies, options);
  const contents = [identity, twins.br, twins.gzip];
  return {
    identity: make("identity", identity),
    br: twins.br === null ? null : make("br", twins.br),
    gzip: twins.gzip === null ? null : make("gzip", twins.gzip),
    weight: contents.reduce((sum, content) => sum + (content?.bytes?.length ?? 0), OVERHEAD_BYTES),
  };
}

/** The best variant for a client's encodings, best first. */
export function variantFor(file: ServedFile, encodings: readonly Encoding[]): Variant {
  for (const encoding of encodings) {
    const variant = file[encoding];
    if (variant !== null) return variant;
  }
  return file.identity;
}

interface Content {
  readonly location: string;
  readonly size: number;
  readonly modifiedNs: bigint;
  readonly tag: string;
  readonly bytes: Buffer | null;
}

async function readContent(location: string, largeBytes: number): Promise<Content | "folder" | null> {
  let handle: FileHandle;
  try {
    handle = await open(location, "r");
  } catch (error) {
    if (isAbsence(error)) return null;
    throw error;
  }
  try {
    const stat = await handle.stat({ bigint: true });
    if (stat.isDirectory()) return "folder";
    if (!stat.isFile()) return null;
    const hash = createHash("sha256");
    let bytes: Buffer | null = null;
    let size = 0;
    if (stat.size <= BigInt(largeBytes)) {
      bytes = await handle.readFile();
      size = bytes.length;
      hash.update(bytes);
    } else {
      for await (const chunk of handle.createReadStream({ autoClose: false, highWaterMark: 262_144 })) {
        hash.update(chunk as Buffer);
        size += (chunk as Buffer).length;
      }
    }
    return { location, size, modifiedNs: stat.mtimeNs, tag: `"${hash.digest("base64url").slice(0, 27)}"`, bytes };
  } finally {
    await handle.close();
  }
}

function variantOf(
  encoding: Encoding,
  content: Content,
  path: string,
  varies: boolean,
  { headers, hub }: ReadOptions,
): Variant {
  const vary = varies ? ["Vary", "Accept-Encoding"] : [];
  const type = ["Content-Type", contentTypeOf(path)];
  const coding = encoding === "identity" ? [] : ["Content-Encoding", encoding];
  const length = ["Content-Length", String(content.size)];
  const open = isOpenData(path) ? ["Access-Control-Allow-Origin", "*"] : [];
  const hubLink = hub === null ? null : feedLink(hub, path);
  const bare = [
    "ETag",
    content.tag,
    "Cache-Control",
    cacheControlOf(path),
    "Accept-Ranges",
    "bytes",
    ...vary,
    ...open,
    ...(hubLink === null ? [] : ["Link", hubLink]),
    ...headers,
  ];
  return {
    encoding,
    size: content.size,
    etag: content.tag,
    bytes: content.bytes,
    location: content.location,
    modifiedNs: content.modifiedNs,
    full: [...type, ...length, ...coding, ...bare],
    bare: [...type, ...coding, ...bare],
    missing: [...type, ...length, ...coding, "Cache-Control", CACHE_ERRORS, ...vary, ...headers],
  };
}

/** Errors by which a file system says that there is nothing of that name. */
function isAbsence(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code;
  return code === "ENOENT" || code === "ENOTDIR" || code === "ENAMETOOLONG" || code === "ELOOP" || code === "EISDIR";
}
