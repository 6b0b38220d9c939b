import { TocsinError } from "../model/error.ts";

const SEGMENT_BYTES_MAX = 255;

/** True for a relative path of plain names: no `.` or `..`, no backslash or control character, no name over 255 bytes. */
export function isSitePath(path: string): boolean {
  return (
    // oxlint-disable-next-line no-control-regex -- they are what is refused
    !/[\u0000-\u001f\u007f\\]/.test(path) &&
    path.split("/").every((name) => name !== "" && name !== "." && name !== ".." && fits(name))
  );
}

/** Throws INPUT_INVALID when a file of this name must not be written. */
export function checkSitePath(path: string): void {
  if (isSitePath(path)) return;
  throw new TocsinError("INPUT_INVALID", `“${path.slice(0, 80)}” cannot be a path on the site.`, {
    detail: { path: path.slice(0, 200) },
  });
}

function fits(name: string): boolean {
  return name.length <= SEGMENT_BYTES_MAX && Buffer.byteLength(name) <= SEGMENT_BYTES_MAX;
}
