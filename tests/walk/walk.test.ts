import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { postgresUrl } from "../store/postgres.ts";
import { tocsin } from "./command.ts";

const folder = mkdtempSync(join(tmpdir(), "tocsin-walk-"));
const data = join(folder, "demo");
const site = join(data, "site", "current");
const env = { TOCSIN_DATA: data };

function filesOf(root: string): Map<string, Buffer> {
  const entries = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => join(entry.parentPath, entry.name)).toSorted();
  return new Map(paths.map((path) => [relative(root, path), readFileSync(path)]));
}

/** Names of files whose bytes differ, or that only one side has. */
function differences(a: Map<string, Buffer>, b: Map<string, Buffer>): readonly string[] {
  return [...new Set([...a.keys(), ...b.keys()])].filter(
    (path) => !a.get(path)?.equals(b.get(path) ?? Buffer.alloc(0)),
  );
}

beforeAll(async () => {
  const demo = await tocsin(["demo", "--once", "--data", data], { TOCSIN_PORT: "8080" });
  expect(demo.err).toBe("");
  expect(demo.code).toBe(0);
  expect(demo.out).toContain(site);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the demo's site", () => {
  test("verifies", async () => {
    const { code, out } = await tocsin(["verify", site]);
    expect(out).toContain("Every file is what the signed record says.");
    expect(code).toBe(0);
  });

  test("verifies with the key that the office publishes elsewhere, and not with another", async () => {
    const key = (await tocsin(["key", "show"], env)).out.trim();
    expect((await tocsin(["verify", site, "--key", key])).code).toBe(0);
    const other = join(folder, "other");
    const init = [
      "init",
      "--name",
      "en=Other",
      "--base-url",
      "https://demo.tocsin.example",
      "--contact",
      "x@y.example",
    ];
    expect((await tocsin(init, { TOCSIN_DATA: other })).code).toBe(0);
    const wrong = (await tocsin(["key", "show"], { TOCSIN_DATA: other })).out.trim();
    const refused = await tocsin(["verify", site, "--key", wrong]);
    expect(refused.code).toBe(1);
    expect(refused.out).toContain("record/checkpoint");
  });

  test("has a first page of at most 13 KB with its style sheet, compressed", () => {
    const files = filesOf(site);
    const css = [...files.keys()].find((path) => path.endsWith(".css.br"));
    for (const lang of ["en", "uk"]) {
      const page = files.get(`${lang}/index.html.br`);
      expect((page?.length ?? Infinity) + (files.get(css ?? "")?.length ?? Infinity)).toBeLessThanOrEqual(13 * 1024);
    }
  });

  test("asks no third party for anything and needs no script", () => {
    for (const [path, bytes] of filesOf(site)) {
      if (!path.endsWith(".html")) continue;
      const html = bytes.toString();
      expect(html, path).not.toMatch(/<(script|img|iframe|link)[^>]+(src|href)="https?:\/\/(?!127\.0\.0\.1:8080)/);
      expect(html, path).not.toMatch(/ on[a-z]+=|javascript:|<style|style="/);
    }
  });
});

describe("one changed byte", () => {
  const kinds: readonly (readonly [string, RegExp])[] = [
    ["a page", /^en\/index\.html$/],
    ["a statement page", /statements\/s\d+\/index\.html$/],
    ["an RSS feed", /^en\/feed\.rss$/],
    ["an Atom feed", /^uk\/feed\.atom$/],
    ["a JSON feed", /^en\/feed\.json$/],
    ["the JSON API", /^api\/v1\/latest\.json$/],
    ["a style sheet", /\.css$/],
    ["a compressed page", /^en\/index\.html\.br$/],
    ["another compressed page", /^uk\/index\.html\.gz$/],
    ["the entries", /^record\/tile\/entries\//],
    ["a tile", /^record\/tile\/0\//],
    ["the checkpoint", /^record\/checkpoint$/],
    ["the manifest", /^record\/site\.json$/],
  ];

  test.each(kinds)("in %s is found and the file is named", async (_, pattern) => {
    const copy = join(folder, "copy");
    rmSync(copy, { recursive: true, force: true });
    cpSync(`${site}/`, copy, { recursive: true, dereference: true });
    const path = [...filesOf(copy).keys()].find((name) => pattern.test(name));
    if (path === undefined) throw new Error("no such file on the site");
    const bytes = readFileSync(join(copy, path));
    const at = Math.floor(bytes.length / 2);
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    writeFileSync(join(copy, path), bytes);
    const { code, out } = await tocsin(["verify", copy]);
    expect(code).toBe(1);
    expect(out).toContain(path);
  });

  test("a file too many or too few is found as well", async () => {
    const copy = join(folder, "copy");
    rmSync(copy, { recursive: true, force: true });
    cpSync(`${site}/`, copy, { recursive: true, dereference: true });
    writeFileSync(join(copy, "en", "hello.html"), "added");
    rmSync(join(copy, "en", "about", "index.html"));
    const { code, out } = await tocsin(["verify", copy]);
    expect(code).toBe(1);
    expect(out).toContain("en/hello.html");
    expect(out).toContain("en/about/index.html");
  });
});

describe("one entry on its own", () => {
  test("is proven with the office's key, and refused when a word was changed", async () => {
    const key = (await tocsin(["key", "show"], env)).out.trim();
    const { out } = await tocsin(["prove", site, "edition:1"]);
    const file = join(folder, "proof.json");
    writeFileSync(file, out);
    expect(await tocsin(["check-proof", file, "--key", key])).toMatchObject({
      code: 0,
      out: expect.stringContaining("edition:1"),
    });
    writeFileSync(file, out.replace('"number": 1', '"number": 9'));
    expect(await tocsin(["check-proof", file, "--key", key])).toMatchObject({
      code: 1,
      err: expect.stringContaining("TREE_MISMATCH"),
    });
    expect((await tocsin(["prove", site, "edition:99"])).err).toContain("NOT_FOUND");
  });
});

describe("rebuilding", () => {
  test("from the office's log gives the same bytes", async () => {
    const target = join(folder, "rebuilt");
    const { code, err } = await tocsin(["rebuild", target], env);
    expect(err).toBe("");
    expect(code).toBe(0);
    expect(differences(filesOf(site), filesOf(join(target, "current")))).toEqual([]);
  });

  test("from a copy's record alone gives the same bytes", async () => {
    const bare = join(folder, "bare");
    cpSync(join(site, "record"), join(bare, "record"), { recursive: true, dereference: true });
    const target = join(folder, "from-copy");
    const { code, err } = await tocsin(["rebuild", target, "--from", bare]);
    expect(err).toBe("");
    expect(code).toBe(0);
    expect(differences(filesOf(site), filesOf(join(target, "current")))).toEqual([]);
  });

  test("as of the first edition shows the site of that day, and it verifies", async () => {
    const target = join(folder, "as-of-1");
    expect((await tocsin(["rebuild", target, "--edition", "1"], env)).code).toBe(0);
    const current = join(target, "current");
    expect(existsSync(join(current, "en", "editions", "1"))).toBe(true);
    expect(existsSync(join(current, "en", "editions", "2"))).toBe(false);
    expect((await tocsin(["verify", current])).code).toBe(0);
  });

  test.skipIf(postgresUrl === null)(
    "from PostgreSQL, moved there by backup and restore, gives the same bytes",
    async () => {
      if (postgresUrl === null) return;
      const database = `tocsin_walk_${process.pid}`;
      const admin = new pg.Client({ connectionString: postgresUrl });
      await admin.connect();
      await admin.query(`create database ${database}`);
      try {
        const url = new URL(postgresUrl);
        url.pathname = `/${database}`;
        const backup = join(folder, "backup");
        expect((await tocsin(["backup", backup], env)).code).toBe(0);
        const moved = { TOCSIN_DATA: join(folder, "moved"), TOCSIN_DATABASE_URL: url.href, TOCSIN_LOG: "silent" };
        const restored = await tocsin(["restore", backup], moved);
        expect(restored.err).toBe("");
        expect(restored.code).toBe(0);
        expect(differences(filesOf(site), filesOf(join(folder, "moved", "site", "current")))).toEqual([]);
        const target = join(folder, "from-postgres");
        expect((await tocsin(["rebuild", target], moved)).code).toBe(0);
        expect(differences(filesOf(site), filesOf(join(target, "current")))).toEqual([]);
      } finally {
        await admin.query(`drop database ${database} with (force)`);
        await admin.end();
      }
    },
  );
});

describe("on the command line, bad input", () => {
  test.each([
    ["an unknown command", ["dance"], 2, /unknown command/],
    ["verify of nothing", ["verify", "/no/such/folder"], 1, /NOT_FOUND.*no folder/],
    ["read of nothing", ["read", "/no/such/file"], 1, /NOT_FOUND/],
    ["read of a private address", ["read", "http://169.254.169.254/latest"], 1, /FETCH_ADDRESS_BLOCKED/],
    ["rebuild of an edition that never was", ["rebuild", "/tmp/tocsin-never", "--edition", "99"], 1, /NOT_FOUND/],
    ["rebuild of no number", ["rebuild", "/tmp/tocsin-never", "--edition", "x"], 1, /INPUT_INVALID/],
    ["restore of no backup", ["restore", "/tmp"], 1, /CONFLICT|NOT_FOUND/],
    [
      "a second init",
      ["init", "--name", "en=A", "--base-url", "https://a.example", "--contact", "x"],
      1,
      /CONFLICT.*set up already/,
    ],
  ])("%s gives a code, a sentence and a way out", async (_, args, code, message) => {
    const result = await tocsin(args, env);
    expect(result.code).toBe(code);
    expect(result.err).toMatch(message);
    expect(result.err).not.toMatch(/\n\s+at /);
  });

  test.each([
    ["TOCSIN_PORT", "eighty"],
    ["TOCSIN_BASE_URL", "tocsin.example/path"],
    ["TOCSIN_DATABASE_URL", "mysql://x"],
    ["TOCSIN_POLL", "maybe"],
  ])("a wrong %s is named", async (name, value) => {
    const { code, err } = await tocsin(["key", "show"], { ...env, [name]: value });
    expect([code, err]).toEqual([1, expect.stringContaining(name)]);
  });

  test("a key that others can read is refused", async () => {
    const copy = join(folder, "loose");
    cpSync(data, copy, { recursive: true });
    const { chmodSync } = await import("node:fs");
    expect(statSync(join(data, "key", "record.pem")).mode & 0o777).toBe(0o600);
    chmodSync(join(copy, "key", "record.pem"), 0o644);
    const { code, err } = await tocsin(["key", "show"], { TOCSIN_DATA: copy });
    expect([code, err]).toEqual([1, expect.stringContaining("KEY_PERMISSIONS")]);
  });

  test("others on the machine get through to the site and to nothing else", () => {
    const mode = (...path: readonly string[]): number => statSync(join(data, ...path)).mode & 0o077;
    expect(mode()).toBe(0o011);
    for (const closed of ["key", "key/record.pem", "snapshots", "tocsin.db"])
      expect([closed, mode(closed)]).toEqual([closed, 0]);
    expect(mode("site")).toBe(0o055);
  });

  test("one bad file does not stop the others", async () => {
    const reports = join(folder, "reports");
    cpSync(join(import.meta.dirname, "fixtures"), reports, { recursive: true });
    writeFileSync(join(reports, "bomb.html"), `<html><body>${"<div>".repeat(100_000)}</body></html>`);
    writeFileSync(join(reports, "binary.txt"), Buffer.from([0, 1, 2, 255, 254, 0, 0, 7]));
    const { code, out, err } = await tocsin(["import", reports], env);
    expect(code).toBe(1);
    expect(out).toContain("1 new");
    expect(err).toContain("bomb.html");
  });
});
