import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { listImportable } from "../../src/intake/folder.ts";

let root = "";
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "tocsin-folder-"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function put(...names: string[]): void {
  for (const name of names) {
    mkdirSync(join(root, name, ".."), { recursive: true });
    writeFileSync(join(root, name), "x");
  }
}

describe("listing what can be imported", () => {
  it("goes through folders, sorted, and takes only what it knows", async () => {
    put(
      "b.html",
      "a/c.TXT",
      "a/b/d.md",
      "e.docx",
      "f.rss",
      "g.json",
      ".hidden.txt",
      ".git/h.txt",
      "z.htm.gz",
      "noending",
    );
    expect((await listImportable(root)).map((f) => f.name)).toEqual([
      "a/b/d.md",
      "a/c.TXT",
      "b.html",
      "f.rss",
      "g.json",
      "z.htm.gz",
    ]);
    expect((await listImportable(root))[2]?.path).toBe(join(root, "b.html"));
  });

  it("follows no link inside, so that none leads out or in circles", async () => {
    put("a.txt", "in/b.txt");
    symlinkSync("/etc", join(root, "etc"));
    symlinkSync(root, join(root, "in", "again"));
    symlinkSync("/etc/hostname", join(root, "host.txt"));
    expect((await listImportable(root)).map((f) => f.name)).toEqual(["a.txt", "in/b.txt"]);
  });

  it("takes a single file, and says what is wrong with anything else", async () => {
    put("a.txt", "a.docx");
    expect(await listImportable(join(root, "a.txt"))).toEqual([{ path: join(root, "a.txt"), name: "a.txt" }]);
    await expect(listImportable(join(root, "a.docx"))).rejects.toMatchObject({ code: "INPUT_INVALID" });
    await expect(listImportable(join(root, "nowhere"))).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await listImportable(root)).toHaveLength(1);
  });
});
