import { readFileSync } from "node:fs";
import { brotliDecompressSync } from "node:zlib";
import { englishModelOf } from "../language/model.ts";
import type { EnglishModel } from "../language/model.ts";

/** The trained files lie in `weights/` beside package.json; this file two folders below, in `src/` as in `dist/`. */
const FOLDER = new URL("../../weights/", import.meta.url);

/** Reads and unpacks the trained files (tens of milliseconds). Read once a process, hand it on. */
export function readWeights(): EnglishModel {
  const read = (name: string): Uint8Array => brotliDecompressSync(readFileSync(new URL(`${name}.br`, FOLDER)));
  return englishModelOf({ tags: read("tags"), syntax: read("syntax"), names: read("names"), people: read("people") });
}
