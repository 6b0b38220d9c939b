import type { SiteStore } from "../../publish/ports.ts";
import { checkSitePath } from "../site-path.ts";

/** A SiteStore that forgets everything when the process ends: for tests and trials. */
export function createMemorySiteStore(): SiteStore {
  let live = 0;
  let files: ReadonlyMap<string, Uint8Array> = new Map();
  return {
    async live() {
      return live;
    },
    async apply({ publication, write, remove }) {
      for (const path of [...write.keys(), ...remove]) checkSitePath(path);
      const next = new Map(files);
      for (const path of remove) next.delete(path);
      for (const [path, bytes] of write) next.set(path, bytes.slice());
      files = next;
      live = publication;
    },
    async replace(publication, wanted) {
      for (const path of wanted.keys()) checkSitePath(path);
      files = new Map([...wanted].map(([path, bytes]) => [path, bytes.slice()]));
      live = publication;
    },
    async read(path) {
      return files.get(path)?.slice() ?? null;
    },
    async list() {
      return [...files.keys()].sort();
    },
  };
}
