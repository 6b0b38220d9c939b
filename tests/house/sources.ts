import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

/** Root of the project. */
export const HOME = join(dirname(fileURLToPath(import.meta.url)), "..", "..");

export interface SourceImport {
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
}

/** All files of ours under src/ (or another folder), as paths from the root. */
export function sourceFiles(ending = /\.tsx?$/, folder = "src"): readonly string[] {
  return readdirSync(join(HOME, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && ending.test(entry.name))
    .map((entry) => relative(HOME, join(entry.parentPath, entry.name)))
    .toSorted();
}

export function textOf(file: string): string {
  return readFileSync(join(HOME, file), "utf8");
}

/** Imports of other files of ours, dynamic ones included. */
export function importsOf(file: string): readonly SourceImport[] {
  const found: SourceImport[] = [];
  const pattern =
    /(?:^|\n)\s*(import|export)\s+(type\s+)?([^;]*?)\s*from\s+"(\.[^"]+)"|import\(\s*"(\.[^"]+)"\s*\)|^import\s+"(\.[^"]+)"/g;
  for (const match of textOf(file).matchAll(pattern)) {
    const target = match[4] ?? match[5] ?? match[6] ?? "";
    const to = relative(HOME, join(HOME, dirname(file), target));
    if (!/\.tsx?$/.test(to)) continue;
    const names = match[3] ?? "";
    const eachIsType =
      names.startsWith("{") &&
      names
        .replace(/[{}]/g, "")
        .split(",")
        .every((name) => /^\s*(type\s|$)/.test(name));
    found.push({ from: file, to, typeOnly: match[2] !== undefined || eachIsType });
  }
  return found;
}
