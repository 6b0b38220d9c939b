import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { canonical } from "../../src/app/press.ts";
import { manifestOf, leafOf, recordHeads } from "../../src/app/site-files.ts";
import { stamp } from "../../src/desk/entry-draft.ts";
import { foldHistory, type History } from "../../src/model/history.ts";
import { sha256, type Sha256 } from "../../src/model/sha256.ts";
import { SiteRenderer } from "../../src/publish/site.ts";
import { signCheckpoint } from "../../src/record/checkpoint.ts";
import { encodeEntry } from "../../src/record/entry.ts";
import { createPrivateKeyPem, signerFromPem, verifierKey } from "../../src/record/key.ts";
import { recordFiles } from "../../src/record/tile.ts";
import { leafHash, Tree } from "../../src/record/tree.ts";
import { inventedEntries } from "../invented/office.ts";
import { Random } from "../invented/random.ts";
import { asOfDay } from "../invented/statement.ts";

const RENDERER = "tocsin bench";

export interface InventedRecord {
  readonly history: History;
  /** What the pages must come out as. */
  readonly pages: ReadonlyMap<string, Sha256>;
}

/** Writes the record of an invented office, published once at the end, as a copy of it would lie in a folder. */
export function writeRecord(
  directory: string,
  size: { readonly editions: number; readonly statements: number },
): InventedRecord {
  const content = canonical(inventedEntries(new Random(1), size));
  const history = foldHistory(content);
  const at = asOfDay(size.editions);
  const { files } = new SiteRenderer({ renderer: RENDERER }).render(history, { at });
  const manifest = manifestOf(files);
  const payload = {
    number: 1,
    size: content.length,
    at,
    manifest: sha256(manifest),
    files: files.size,
    renderer: RENDERER,
  };
  const leaves = [...content, ...stamp([{ kind: "publication", payload }], content.length, at, "system")].map(
    encodeEntry,
  );
  const tree = Tree.of(leaves.map(leafHash));
  const signer = signerFromPem(createPrivateKeyPem(), "valley.example/record");
  const record = recordFiles({ tree, leaves: leafOf(leaves), from: 0, to: leaves.length });
  const heads = recordHeads(
    { manifest, checkpoint: signCheckpoint(signer, tree.size, tree.root()), verifierKey: verifierKey(signer) },
    new Map(),
  );
  for (const [path, bytes] of [...record.write, ...heads]) {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), bytes);
  }
  return { history, pages: new Map([...files].map(([path, file]) => [path, file.sha256] as const)) };
}
