/** What the target of a request asks for. */
export type UrlPath =
  /** A clean site path: starts with a slash, no empty, `.`, `..` or hidden segment; ends with a slash for a folder. */
  | { readonly kind: "path"; readonly path: string }
  /** Not a path at all, or one that climbs out of the site: 400. */
  | { readonly kind: "bad" }
  /** A path that the site cannot have: 404. */
  | { readonly kind: "none" };

const BAD: UrlPath = { kind: "bad" };
const NONE: UrlPath = { kind: "none" };

/** Longest target that is looked at; a site path is far shorter. */
const TARGET_LENGTH_MAX = 2048;

/**
 * Target of a request (RFC 9112 §3.2: origin form or absolute form) → clean site path. The query is ignored, percent
 * signs are decoded once, then `.` and `..` are resolved (RFC 3986 §5.2.4) and repeated slashes merged, so that a
 * decoded `..` or slash can do no more than a plain one.
 */
export function urlPathOf(target: string): UrlPath {
  if (target.length > TARGET_LENGTH_MAX) return NONE;
  let raw = target;
  if (!raw.startsWith("/")) {
    const absolute = /^https?:\/\/[^/?#]+([^?#]*)/i.exec(raw);
    if (absolute === null) return BAD;
    raw = absolute[1] === undefined || absolute[1] === "" ? "/" : absolute[1];
  }
  const end = raw.search(/[?#]/);
  if (end >= 0) raw = raw.slice(0, end);
  let decoded: string;
  try {
    decoded = decodeURIComponent(raw);
  } catch {
    return BAD;
  }
  if (decoded.includes("\0")) return BAD;
  // No file of the site has one of these: a backslash separates folders on some systems, the others have a meaning in
  // addresses, so that a path could be read in two ways.
  if (/[\\%?#\u0001-\u001f\u007f]/.test(decoded)) return NONE;

  const segments: string[] = [];
  const parts = decoded.split("/");
  for (const part of parts) {
    if (part === "" || part === ".") continue;
    if (part === "..") {
      if (segments.pop() === undefined) return BAD;
      continue;
    }
    segments.push(part);
  }
  if (segments.some(isHidden)) return NONE;
  const last = parts.at(-1);
  const isFolder = last === "" || last === "." || last === "..";
  return { kind: "path", path: segments.length === 0 ? "/" : `/${segments.join("/")}${isFolder ? "/" : ""}` };
}

/** Hidden files are never public, but for the folder of RFC 8615. */
function isHidden(segment: string): boolean {
  return segment.startsWith(".") && segment !== ".well-known";
}

/** A decoded site path as it may stand in a Location header. */
export function encodedPath(path: string): string {
  return path.split("/").map(encodeURIComponent).join("/");
}
