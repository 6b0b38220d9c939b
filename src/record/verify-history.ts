import type { Entry, Publication } from "../model/entry.ts";
import type { Inspection } from "./inspection.ts";
import { TILE_WIDTH, tilePath } from "./tile.ts";

/** The newest publication; unknown when an entry behind it, or the only one, could not be read. */
export interface Newest {
  readonly publication: Publication | null;
  readonly certain: boolean;
}

/**
 * Checks what must hold across entries: no id twice, times never go back, publications count 1, 2, 3 …, each made
 * from exactly the entries before it.
 */
export function verifyHistory(site: Inspection, entries: readonly (Entry | null)[]): Newest {
  const ids = new Set<string>();
  let time = "";
  let publication: Publication | null = null;
  let certain = true;
  for (const [index, entry] of entries.entries()) {
    if (entry === null) {
      certain = false;
      continue;
    }
    const wrong = (message: string): void => {
      site.problem("ENTRY_INVALID", bundleOf(index, entries.length), `Entry ${index}: ${message}`);
    };
    if (ids.has(entry.id)) wrong(`its id ${entry.id} was there before.`);
    if (entry.time < time) wrong(`its time ${entry.time} is before ${time}, that of the entry before.`);
    ids.add(entry.id);
    time = entry.time;
    if (entry.kind !== "publication") continue;
    const next: number = (publication?.number ?? 0) + 1;
    if (certain && entry.payload.number !== next) wrong(`publication ${entry.payload.number} must be ${next}.`);
    if (entry.payload.size !== index) wrong(`the publication is of ${entry.payload.size} entries, not ${index}.`);
    publication = entry.payload;
    certain = true;
  }
  return { publication, certain };
}

function bundleOf(entry: number, size: number): string {
  const index = Math.floor(entry / TILE_WIDTH);
  return tilePath({ level: "entries", index, width: Math.min(TILE_WIDTH, size - index * TILE_WIDTH) });
}
