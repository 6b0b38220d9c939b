import { evolve, foldHistory, type History } from "../model/history.ts";
import { decodeEntry } from "../record/entry.ts";
import type { LogStore } from "../record/ports.ts";

/** What the record says, for those who make letters from it. */
export interface RecordView {
  /** As far as this process has read it. */
  history(): History;
  /** As it is by now; reads what is new. */
  newest(): Promise<History>;
}

/** Leaves that are read at once. */
const RANGE = 1000;

/** Reads the record in a process that does not publish: what is there now, and later what was added since. */
export async function createRecordReader(log: Pick<LogStore, "size" | "leaves">): Promise<RecordView> {
  let history = foldHistory([]);
  let reading: Promise<History> | null = null;
  /** For those who asked while one was reading: it may have looked before what they ask for was there. */
  let following: Promise<History> | null = null;

  async function read(): Promise<History> {
    const size = await log.size();
    for (let from = history.size; from < size; from += RANGE) {
      const leaves = await log.leaves(from, Math.min(size, from + RANGE));
      history = evolve(history, leaves.map(decodeEntry));
    }
    return history;
  }

  function newest(): Promise<History> {
    if (reading === null) {
      reading = read().finally(() => {
        reading = null;
      });
      return reading;
    }
    following ??= reading
      .catch(() => null)
      .then(() => {
        following = null;
        return newest();
      });
    return following;
  }

  await newest();
  return { history: () => history, newest };
}

/** The record's name, from its newest checkpoint; null: nothing was published yet. */
export async function originOfRecord(log: Pick<LogStore, "checkpoint">): Promise<string | null> {
  const checkpoint = await log.checkpoint();
  // C2SP tlog-checkpoint: the first line.
  return checkpoint === null ? null : (new TextDecoder().decode(checkpoint).split("\n", 1)[0] ?? null);
}
