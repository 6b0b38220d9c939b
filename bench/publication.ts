import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { initDataDirectory } from "../src/app/init.ts";
import { readKey } from "../src/app/keys.ts";
import { layoutOf } from "../src/app/layout.ts";
import { Press } from "../src/app/press.ts";
import { publishEdition } from "../src/desk/edition.ts";
import type { Instant } from "../src/model/time.ts";
import type { SiteFiles, SiteStore } from "../src/publish/ports.ts";
import { openStore } from "../src/store/open.ts";
import { createSiteStore } from "../src/store/site.ts";
import { withFolder } from "./folder.ts";
import { inventedDrafts, nextDraft, office } from "./invented/office.ts";
import { Random } from "./invented/random.ts";
import { asOfDay, publishers } from "./invented/statement.ts";
import type { Progress } from "./progress.ts";
import { median, percentile, type BenchRow } from "./row.ts";

/** Editions that are out before anything is measured, and editions that are measured. */
const BEFORE = 60;
const MEASURED = 40;
const FRESH = 4;
/** A publication of so many changed pages is to be live within this time. */
const LIVE_MS = 50;

interface Sample {
  readonly liveMs: number;
  readonly actionMs: number;
  readonly plainMs: number;
  readonly pages: number;
  readonly files: number;
}

/**
 * From the durable commit of an edition to the moment when readers get it: SQLite and both site trees on disk, with
 * compressed twins and the record. The peer writes the very same files into an empty folder and makes nothing of them.
 */
export async function benchPublication(progress: Progress): Promise<BenchRow[]> {
  return withFolder(async (folder) => {
    let now: Instant = asOfDay(1);
    const desk = await openPress(folder, () => now);
    const random = new Random(7);
    const samples: Sample[] = [];
    try {
      progress(`an office with ${BEFORE} editions`);
      now = asOfDay(BEFORE);
      // In one publication: file systems are slow for a while where thousands of files were just deleted.
      await desk.press.publish(
        () => inventedDrafts(random, { editions: BEFORE, statements: BEFORE * FRESH }),
        "approver",
      );
      for (let number = BEFORE + 1; number <= BEFORE + MEASURED; number += 1) {
        progress(`edition ${number - BEFORE} of ${MEASURED}`);
        now = asOfDay(number);
        // As the running server does by itself: pages that only grew older are brought up to date on their own.
        await desk.press.refresh();
        const started = performance.now();
        const { times, changedFiles } = await desk.press.publish(
          (history) => publishEdition(nextDraft(history, random, FRESH), history, publishers, now),
          "approver",
        );
        const actionMs = performance.now() - started;
        const plainMs = await writePlainly(join(folder, `plain${number}`), desk.written());
        samples.push({ liveMs: times.liveMs, actionMs, plainMs, pages: changedFiles, files: desk.written().size });
      }
    } finally {
      await desk.close();
    }
    return rowsOf(samples);
  });
}

function rowsOf(samples: readonly Sample[]): BenchRow[] {
  const of = (key: keyof Sample): number[] => samples.map((sample) => sample[key]);
  const pages = `${median(of("pages"))} pages, ${median(of("files"))} files`;
  const alone = { peer: null, ratio: null, unit: "ms" } as const;
  return [
    { ...alone, name: `edition, commit to live, median (${pages})`, ours: median(of("liveMs")), goal: `≤ ${LIVE_MS}` },
    { ...alone, name: "edition, commit to live, 95th percentile", ours: percentile(of("liveMs"), 95), goal: "" },
    { ...alone, name: "edition, action to live, median", ours: median(of("actionMs")), goal: "" },
    { ...alone, name: "edition, action to live, 95th percentile", ours: percentile(of("actionMs"), 95), goal: "" },
    {
      name: "edition, commit to live, against plain writes",
      ours: median(of("liveMs")),
      peer: median(of("plainMs")),
      ratio: median(samples.map(({ liveMs, plainMs }) => liveMs / plainMs)),
      unit: "ms",
      goal: "",
    },
  ];
}

/** A new office's press with everything on disk, and what its last publication wrote. */
async function openPress(
  folder: string,
  clock: () => Instant,
): Promise<{ readonly press: Press; readonly written: () => SiteFiles; readonly close: () => Promise<void> }> {
  const layout = layoutOf(join(folder, "data"));
  await initDataDirectory(layout.root, office.baseUrl, "valley.example/record");
  const store = await openStore({ sqliteFile: layout.database });
  const site = createSiteStore(layout.site);
  let last: SiteFiles = new Map();
  const watched: SiteStore = {
    live: () => site.live(),
    read: (path) => site.read(path),
    list: () => site.list(),
    replace: (publication, files) => site.replace(publication, files),
    apply(change) {
      last = change.write;
      return site.apply(change);
    },
  };
  const press = await Press.open({
    log: store.log,
    site: watched,
    signer: await readKey(layout.key, "valley.example/record"),
    clock,
    logger: () => {},
    announce: () => {},
    renderer: "tocsin bench",
  });
  return { press, written: () => last, close: () => store.close() };
}

/** Milliseconds for the files alone, one after the other. */
async function writePlainly(folder: string, files: SiteFiles): Promise<number> {
  const started = performance.now();
  for (const [path, bytes] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), bytes);
  }
  return performance.now() - started;
}
