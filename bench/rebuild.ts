import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { sha256, type Sha256 } from "../src/model/sha256.ts";
import { childCpuSeconds, nodeScript, runChild } from "./child.ts";
import { memoryFolder, withFolder } from "./folder.ts";
import type { Progress } from "./progress.ts";
import { writeHugoSite } from "./rebuild/hugo.ts";
import { writeRecord } from "./rebuild/record.ts";
import { asOfDay } from "./invented/statement.ts";
import { median, type BenchRow } from "./row.ts";

const SIZE = { editions: 365, statements: 5000 };
const PAIRS = 5;
const WHOLE_RUNS = 3;
/** What the record, Hugo's content and three sites take, and as much again. */
const ROOM_BYTES = 2 ** 30;

interface Run {
  readonly seconds: number;
  readonly cpuSeconds: number;
}

/**
 * Whole processes, from start to the last file written, in turn: ours reads and checks the signed record and writes
 * pages, feeds and API; Hugo reads content files with the same texts and writes the same pages, feed and JSON, as
 * many bytes to within two per cent. No rows where the program is not built.
 */
export async function benchRebuild(progress: Progress): Promise<BenchRow[]> {
  if (!existsSync(new URL("../dist/app/rebuild.js", import.meta.url))) return [];
  const memory = memoryFolder(ROOM_BYTES);
  return withFolder(async (folder) => {
    progress("making the record");
    const record = join(folder, "record");
    const { history, pages } = writeRecord(record, SIZE);
    writeHugoSite(join(folder, "hugo"), history, asOfDay(SIZE.editions));
    const out = join(folder, "out");
    const script = new URL("rebuild/ours.mjs", import.meta.url);
    const ours = (what: "pages" | "all"): Promise<Run> => timed(nodeScript(script, record, out, what), out);
    const hugo = (): Promise<Run> =>
      timed(["hugo", "--quiet", "--source", join(folder, "hugo"), "--destination", out], out);

    progress("one of each first, and a look at every page");
    await ours("pages");
    compare(out, pages);
    await hugo();
    checkHugo(out, SIZE);
    const pairs: { readonly ours: Run; readonly hugo: Run }[] = [];
    for (let pair = 0; pair < PAIRS; pair += 1) {
      progress(`pair ${pair + 1} of ${PAIRS}`);
      // Who goes first changes, so that neither profits from what the machine does meanwhile.
      const first = pair % 2 === 0 ? await ours("pages") : await hugo();
      const second = pair % 2 === 0 ? await hugo() : await ours("pages");
      pairs.push(pair % 2 === 0 ? { ours: first, hugo: second } : { ours: second, hugo: first });
    }
    const whole: Run[] = [];
    for (let run = 0; run < WHOLE_RUNS; run += 1) {
      progress(`with compressed twins, ${run + 1} of ${WHOLE_RUNS}`);
      whole.push(await ours("all"));
    }
    const of = (key: keyof Run): Pick<BenchRow, "ours" | "peer"> => ({
      ours: median(pairs.map((pair) => pair.ours[key])),
      peer: median(pairs.map((pair) => pair.hugo[key])),
    });
    const where = memory === null ? "on disk" : "in memory";
    return [
      {
        name: `full rebuild, times as fast as Hugo (${where})`,
        ...of("seconds"),
        ratio: median(pairs.map((pair) => pair.hugo.seconds / pair.ours.seconds)),
        unit: "s",
        goal: "≥ 3",
      },
      {
        name: "CPU time of it, all cores, Hugo's to ours",
        ...of("cpuSeconds"),
        ratio: median(pairs.map((pair) => pair.hugo.cpuSeconds / pair.ours.cpuSeconds)),
        unit: "s",
        goal: "",
      },
      {
        name: "tocsin rebuild: also gzip and Brotli of each page, both trees, the record",
        ours: median(whole.map(({ seconds }) => seconds)),
        peer: null,
        ratio: null,
        unit: "s",
        goal: "",
      },
    ];
  }, memory ?? tmpdir());
}

/** Runs into an empty folder, with nothing left to be written by whoever ran before. */
async function timed(command: readonly string[], out: string): Promise<Run> {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out);
  spawnSync("sync");
  const before = childCpuSeconds();
  const { seconds } = await runChild(command);
  return { seconds, cpuSeconds: childCpuSeconds() - before };
}

/** Throws unless the folder holds exactly these files. */
function compare(folder: string, wanted: ReadonlyMap<string, Sha256>): void {
  const found = filesIn(folder);
  const wrong = [...wanted].filter(
    ([path, digest]) => !found.has(path) || sha256(readFileSync(join(folder, path))) !== digest,
  );
  if (wrong.length > 0 || found.size !== wanted.size) {
    throw new Error(
      `${wrong.length} of ${wanted.size} files differ from what the pages must be; ${found.size} were written`,
    );
  }
}

function checkHugo(folder: string, { editions, statements }: typeof SIZE): void {
  const found = [...filesIn(folder)];
  const count = (pattern: RegExp): number => found.filter((path) => pattern.test(path)).length;
  const same =
    count(/^statements\/s\d+\/index\.html$/) === statements &&
    count(/^statements\/s\d+\/index\.json$/) === statements &&
    count(/^editions\/\d+\/index\.html$/) === editions &&
    count(/^editions\/\d+\/index\.json$/) === editions;
  if (!same) throw new Error(`Hugo wrote other pages than expected: ${found.length} files`);
}

function filesIn(folder: string): ReadonlySet<string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Set(entries.map((entry) => relative(folder, join(entry.parentPath, entry.name))));
}
