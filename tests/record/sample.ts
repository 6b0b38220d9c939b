import { brotliCompressSync, gzipSync } from "node:zlib";
import type { Entry } from "../../src/model/entry.ts";
import { sha256 } from "../../src/model/sha256.ts";
import { instantOf } from "../../src/model/time.ts";
import { signCheckpoint } from "../../src/record/checkpoint.ts";
import { encodeEntry } from "../../src/record/entry.ts";
import { MANIFEST_PATH, TWINS_PATH, encodeManifest, encodeTwins } from "../../src/record/manifest.ts";
import { CHECKPOINT_PATH, VERIFIER_KEY_PATH, recordFiles } from "../../src/record/tile.ts";
import { Tree, leafHash } from "../../src/record/tree.ts";
import { testSigner, testVkey } from "../../vectors/test-key.ts";

export { testSigner, testVkey };

const START = Date.parse("2031-03-03T06:00:00Z");
const time = (minute: number) => instantOf(START + minute * 60_000);

/** Statement `s<number>` with one piece of evidence. */
export function statementEntry(number: number): Entry {
  return {
    id: `statement:s${number}:1`,
    kind: "statement",
    time: time(number),
    role: "editor",
    payload: {
      id: `s${number}`,
      version: 1,
      section: "situation",
      kind: "known",
      text: { en: `Bridge ${number} is open.`, uk: `Міст ${number} відкрито.` },
      asOf: time(number),
      grade: { reliability: "B", credibility: 2 },
      evidence: [
        {
          report: {
            id: "r00000000000000aa",
            version: 1,
            publisher: "northern-wire",
            publisherName: "Northern Wire",
            title: "Bridges",
            byline: "",
            url: "https://wire.example/bridges",
            language: "en",
            publishedAt: null,
            retrievedAt: time(0),
            sha256: sha256("report"),
          },
          source: "A. Dorn, Road Agency",
          quote: "“All bridges are open,” she said.",
          mode: "direct",
          carriers: [],
          origin: "Road Agency",
          stance: "says",
          figure: null,
        },
      ],
      area: {},
      replyRequests: [],
    },
  } as unknown as Entry;
}

export function publicationEntry(number: number, size: number, manifest: Uint8Array, files: number): Entry {
  return {
    id: `publication:${number}`,
    kind: "publication",
    time: time(size + 1),
    role: "system",
    payload: { number, size, at: time(size + 1), manifest: sha256(manifest), files, renderer: "tocsin test" },
  } as unknown as Entry;
}

/** Signs `leaves` and puts the record's files among `files`. */
export function addRecord(files: Map<string, Uint8Array>, leaves: readonly Uint8Array[]): void {
  const tree = Tree.of(leaves.map(leafHash));
  const leafAt = (index: number): Uint8Array => leaves[index] ?? new Uint8Array();
  const { write } = recordFiles({ tree, leaves: leafAt, from: 0, to: leaves.length });
  for (const [path, bytes] of write) files.set(path, bytes);
  files.set(CHECKPOINT_PATH, signCheckpoint(testSigner, tree.size, tree.root()));
  files.set(VERIFIER_KEY_PATH, Buffer.from(`${testVkey}\n`));
}

/** A whole small site: pages with twins, a record of `statements` entries and one publication. */
export function sampleSite(statements: number, pages: number, twinList = true): Map<string, Uint8Array> {
  const rendered = new Map<string, Uint8Array>([["assets/mark.png", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 255)]]);
  for (let page = 0; page < pages; page += 1) {
    const html = `<!doctype html><title>Page ${page}</title><p>${`Bridge ${page} is open. `.repeat(6 + (page % 9))}</p>\n`;
    rendered.set(page === 0 ? "index.html" : `en/statements/s${page}.html`, Buffer.from(html));
  }
  const manifest = encodeManifest(new Map([...rendered].map(([path, bytes]) => [path, sha256(bytes)] as const)));
  const entries = Array.from({ length: statements }, (_, i) => statementEntry(i + 1));
  entries.push(publicationEntry(1, statements, manifest, rendered.size));

  const files = new Map(rendered);
  files.set(MANIFEST_PATH, manifest);
  for (const [path, bytes] of Array.from(files)) {
    if (path.endsWith(".png")) continue;
    files.set(`${path}.gz`, gzipSync(bytes));
    files.set(`${path}.br`, brotliCompressSync(bytes));
  }
  const twins = [...files].filter(([path]) => /\.(gz|br)$/.test(path));
  if (twinList)
    files.set(TWINS_PATH, encodeTwins(new Map(twins.map(([path, bytes]) => [path, sha256(bytes)] as const))));
  addRecord(files, entries.map(encodeEntry));
  return files;
}
