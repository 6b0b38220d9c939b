import { TocsinError } from "../model/error.ts";
import { isSha256 } from "../model/sha256.ts";
import type { Sha256 } from "../model/sha256.ts";
import { parseCanonical } from "./canonical.ts";
import { RECORD_PREFIX } from "./tile.ts";
import { isTwinPath } from "./twin.ts";

const encoder = new TextEncoder();

/** Where the manifest stands on the site. */
export const MANIFEST_PATH = `${RECORD_PREFIX}site.json`;
/** Where the list of compressed twins stands, if there is one. */
export const TWINS_PATH = `${RECORD_PREFIX}twins.json`;

/**
 * The site manifest: canonical JSON `{"files":{path: SHA-256},"version":1}` of every rendered file, in any order of
 * the map. Not for what stands under `record/` (the log itself) nor for the compressed twins `.gz` and `.br`.
 * Throws INPUT_INVALID for such a path or one that leaves the site.
 */
export function encodeManifest(files: ReadonlyMap<string, Sha256>): Uint8Array {
  return encode(files, pathProblem);
}

/** Bytes of `record/site.json` → path to SHA-256. Throws INPUT_INVALID for anything that encodeManifest never writes. */
export function decodeManifest(bytes: Uint8Array): Map<string, Sha256> {
  return decode(bytes, pathProblem);
}

/**
 * The list of compressed twins: path (`en/index.html.br`) to the SHA-256 of the twin itself, as in the manifest. Not
 * signed and not needed: twins are checked by what they unpack to. With it, also a changed bit that makes no
 * difference to readers is found. Whoever compresses the site writes it, whenever the twins change.
 */
export function encodeTwins(twins: ReadonlyMap<string, Sha256>): Uint8Array {
  return encode(twins, twinProblem);
}

/** Bytes of `record/twins.json` → path to SHA-256. Throws INPUT_INVALID. */
export function decodeTwins(bytes: Uint8Array): Map<string, Sha256> {
  return decode(bytes, twinProblem);
}

type PathProblem = (path: string) => string | null;

/** Written out by hand, as canonicalBytes would: a publication on a site of 10,000 pages does it for 30,000 paths. */
function encode(files: ReadonlyMap<string, Sha256>, problem: PathProblem): Uint8Array {
  const members = [...files.keys()].sort().map((path) => {
    const digest = files.get(path);
    const why = problem(path) ?? (isSha256(digest) ? null : "has no SHA-256");
    if (why !== null) throw new TocsinError("INPUT_INVALID", `The list of files cannot hold “${path}”: it ${why}.`);
    return `${JSON.stringify(path)}:"${digest}"`;
  });
  return encoder.encode(`{"files":{${members.join(",")}},"version":1}`);
}

function decode(bytes: Uint8Array, problem: PathProblem): Map<string, Sha256> {
  const value = parseCanonical(bytes)?.value;
  if (!isObject(value) || value["version"] !== 1 || !isObject(value["files"]) || Object.keys(value).length !== 2) {
    throw new TocsinError("INPUT_INVALID", "The list of files is not canonical JSON of version 1.");
  }
  const files = new Map<string, Sha256>();
  for (const [path, digest] of Object.entries(value["files"])) {
    const why = problem(path);
    if (why !== null || !isSha256(digest)) {
      throw new TocsinError("INPUT_INVALID", `The list of files is not valid at “${path.slice(0, 200)}”.`);
    }
    files.set(path, digest);
  }
  return files;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function pathProblem(path: string): string | null {
  if (path.startsWith(RECORD_PREFIX)) return "belongs to the record";
  return isTwinPath(path) ? "is a compressed twin" : shapeProblem(path);
}

function twinProblem(path: string): string | null {
  return isTwinPath(path) ? shapeProblem(path) : "is no compressed twin";
}

/** A backslash, a control character, or a part that is empty, `.` or `..`. */
const NOT_PLAIN = /[\\\p{Cc}]|(?:^|\/)\.{0,2}(?:\/|$)/u;

function shapeProblem(path: string): string | null {
  return path.isWellFormed() && !NOT_PLAIN.test(path) ? null : "is not a plain path";
}
