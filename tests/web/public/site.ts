import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

/** A small site with a file of each sort that the server tells apart. */
const FILES: Readonly<Record<string, string | Buffer>> = {
  "index.html": page("Choose your language"),
  "404.html": page("There is no such page here"),
  "en/index.html": page("Edition 12"),
  "en/404.html": page("There is no such English page"),
  "en/editions/12/index.html": page("Edition 12 for good"),
  "en/feed.rss": '<?xml version="1.0"?><rss version="2.0"></rss>',
  "en/feed.atom": '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"></feed>',
  "en/feed.json": '{"version":"https://jsonfeed.org/version/1.1"}',
  "en/editions/12/edition.pdf": "%PDF-1.7 not really",
  "api/v1/latest.json": '{"edition":12}',
  "assets/site.0a1b2c3d4e.css": "body { max-inline-size: 38rem }",
  "assets/age.9f8e7d6c5b.js": "// how old this page is",
  "assets/icon.svg": '<svg xmlns="http://www.w3.org/2000/svg"></svg>',
  "record/checkpoint": "tocsin.example/record\n7\n",
  "record/site.json": '{"files":{}}',
  "record/tile/0/000": Buffer.alloc(8192, 7),
  "record/tile/0/001.p/44": Buffer.alloc(44 * 32, 9),
  "record/tile/entries/000": '{"id":"office:0"}',
  "robots.txt": "User-agent: *\n",
  ".well-known/security.txt": "Contact: mailto:office@tocsin.example\n",
  ".secret": "nobody may read this",
  "files/export.unheardof": "0123456789",
  "files/large.bin": Buffer.alloc(1_500_000, "0123456789"),
};

const COMPRESSED = /\.(html|css|js|json|svg|rss|atom)$/;

function page(heading: string): string {
  return `<!doctype html><html lang="en"><title>${heading}</title><h1>${heading}</h1>${"<p>Words.</p>".repeat(200)}\n`;
}

/** Writes one file and its compressed twins in place, as harshly as a careless writer would. */
export function writeWithTwins(location: string, bytes: string | Buffer): void {
  mkdirSync(dirname(location), { recursive: true });
  writeFileSync(location, bytes);
  if (!COMPRESSED.test(location)) return;
  writeFileSync(`${location}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }));
  writeFileSync(`${location}.gz`, gzipSync(bytes));
}

/** Makes `tree` of the site in `directory` live by one rename. */
export function switchTo(directory: string, tree: string): void {
  const next = join(directory, "next");
  rmSync(next, { force: true });
  symlinkSync(tree, next);
  renameSync(next, join(directory, "current"));
}

/** A site directory with the tree `a` live. */
export function writeExampleSite(directory: string): void {
  for (const [path, bytes] of Object.entries(FILES)) writeWithTwins(join(directory, "a", path), bytes);
  switchTo(directory, "a");
}
