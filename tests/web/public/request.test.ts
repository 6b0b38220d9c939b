import * as fc from "fast-check";
import { isDeepStrictEqual } from "node:util";
import { describe, expect, test } from "vitest";
import { cacheControlOf } from "../../../src/web/public/caching.ts";
import { contentTypeOf } from "../../../src/web/public/content-type.ts";
import { acceptedEncodings } from "../../../src/web/public/encoding.ts";
import { encodedPath, urlPathOf } from "../../../src/web/public/url-path.ts";
import { matchesTag, rangeOf } from "../../../src/web/public/validator.ts";

const piece = fc.constantFrom(
  "..",
  ".",
  "",
  "en",
  "%2e",
  "%2E%2e",
  "%2f",
  "%5c",
  "\\",
  "%00",
  "a b",
  "é",
  "%c3%a9",
  "%ff",
  "?",
  "#",
  "%",
  ";",
);

const target = fc.oneof(
  fc.string(),
  fc.array(piece).map((parts) => `/${parts.join("/")}`),
  fc.array(piece).map((parts) => parts.join("")),
);

/** Segments that no clean path may have. */
function badSegments(path: string): string[] {
  const segments = path === "/" ? [] : path.slice(1).replace(/\/$/, "").split("/");
  return segments.filter((segment) => !/^(?:[^./\\\0][^/\\\0]*|\.well-known)$/.test(segment));
}

describe("the path of a request", () => {
  test("never leads out of the site, whatever is asked for", () => {
    const stays = fc.property(target, (text) => {
      const result = urlPathOf(text);
      return result.kind !== "path" || (result.path.startsWith("/") && badSegments(result.path).length === 0);
    });
    expect(fc.check(stays, { numRuns: 2000 }).counterexample).toBeNull();
  });

  test("is its own clean form, also after it went through a Location header", () => {
    const isStable = fc.property(target, (text) => {
      const result = urlPathOf(text);
      return result.kind !== "path" || isDeepStrictEqual(urlPathOf(encodedPath(result.path)), result);
    });
    expect(fc.check(isStable, { numRuns: 1000 }).counterexample).toBeNull();
  });

  test("may hold letters of any language", () => {
    expect(urlPathOf("/uk/%D0%BF%D1%80%D0%BE/")).toEqual({ kind: "path", path: "/uk/про/" });
  });

  test("that starts with two slashes never becomes a redirect to another host", () => {
    expect(urlPathOf("//elsewhere.example/en")).toEqual({ kind: "path", path: "/elsewhere.example/en" });
  });
});

describe("Accept-Encoding", () => {
  test.each([
    [undefined, ["identity"]],
    ["", ["identity"]],
    ["br", ["br", "identity"]],
    ["gzip, deflate, br, zstd", ["br", "gzip", "identity"]],
    ["br;q=0.1, gzip;q=1.0", ["gzip", "br", "identity"]],
    ["gzip;q=0, *", ["br", "identity"]],
    ["identity, br;q=0.5", ["identity", "br"]],
    ["BR ; Q=1", ["br", "identity"]],
    ["identity;q=0", ["identity"]],
    ["*;q=0", ["identity"]],
  ])("%j → %j", (header, expected) => {
    expect(acceptedEncodings(header)).toEqual(expected);
  });

  test("always leaves something that can be sent", () => {
    const leaves = fc.property(fc.string(), (header) => acceptedEncodings(header).includes("identity"));
    expect(fc.check(leaves).counterexample).toBeNull();
  });
});

describe("Range and If-None-Match", () => {
  test("a range lies within the file", () => {
    const number = fc.option(fc.nat(60));
    const lies = fc.property(fc.nat(50), number, number, (size, first, last) => {
      const range = rangeOf(`bytes=${first ?? ""}-${last ?? ""}`, size);
      if (range === null || range === "unsatisfiable") return true;
      return range.start >= 0 && range.end > range.start && range.end <= size;
    });
    expect(fc.check(lies).counterexample).toBeNull();
  });

  test("a tag matches itself, weakened or in a list, and nothing else", () => {
    for (const header of ['"a"', 'W/"a"', '"b", "a"', "*"]) expect(matchesTag(header, '"a"')).toBe(true);
    for (const header of ['"b"', "a", "", '"ab"']) expect(matchesTag(header, '"a"')).toBe(false);
  });
});

describe("what a path says of its file", () => {
  test("only assets whose name holds a hash are kept for ever", () => {
    expect(cacheControlOf("/assets/site.0123456789.css")).toContain("immutable");
    for (const path of ["/assets/site.css", "/assets/icon.svg", "/assets/site.2031.css", "/en/site.0123456789.css"]) {
      expect(cacheControlOf(path)).not.toContain("immutable");
    }
  });

  test("a file is never text by accident", () => {
    expect(contentTypeOf("/en/constructor.toString")).toBe("application/octet-stream");
    expect(contentTypeOf("/record/tile/0/x001/234.p/7")).toBe("application/octet-stream");
    expect(contentTypeOf("/record/verifier-key")).toBe("text/plain; charset=utf-8");
  });
});
