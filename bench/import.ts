import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { nodeScript, runChild } from "./child.ts";
import { withFolder } from "./folder.ts";
import { articleHtml } from "./invented/article.ts";
import { Random } from "./invented/random.ts";
import type { Progress } from "./progress.ts";
import { median, type BenchRow } from "./row.ts";

const ARTICLES = 300;
const PAIRS = 3;

interface Ours {
  readonly seconds: number;
  readonly reports: number;
  readonly failed: number;
  readonly evidenceMbPerSecond: number;
}

/**
 * Articles per second from a folder of pages into the database: captured, extracted in its own thread, read for who
 * said what, grouped into claims. The peer only parses the pages and finds their article. Each in its own process.
 */
export async function benchImport(progress: Progress): Promise<BenchRow[]> {
  return withFolder(async (folder) => {
    const pages = join(folder, "pages");
    mkdirSync(pages);
    const random = new Random(11);
    for (let i = 0; i < ARTICLES; i += 1) writeFileSync(join(pages, `${1000 + i}.html`), articleHtml(random, i));
    const pairs: { readonly ours: Ours; readonly peer: number }[] = [];
    for (let pair = 0; pair < PAIRS; pair += 1) {
      progress(`pair ${pair + 1} of ${PAIRS}, ours`);
      const data = join(folder, `data${pair}`);
      const ours = JSON.parse(
        (await runChild(nodeScript(new URL("import/ours.ts", import.meta.url), pages, data))).stdout,
      ) as Ours;
      if (ours.reports !== ARTICLES)
        throw new Error(`${ours.reports} of ${ARTICLES} articles came in, ${ours.failed} failed`);
      progress(`pair ${pair + 1} of ${PAIRS}, peer`);
      const peer = JSON.parse(
        (await runChild(nodeScript(new URL("import/peer.ts", import.meta.url), pages))).stdout,
      ) as { seconds: number };
      pairs.push({ ours, peer: peer.seconds });
    }
    return [
      {
        name: "import with evidence and claims, against linkedom + Readability alone",
        ours: median(pairs.map(({ ours }) => ARTICLES / ours.seconds)),
        peer: median(pairs.map(({ peer }) => ARTICLES / peer)),
        ratio: median(pairs.map(({ ours, peer }) => peer / ours.seconds)),
        unit: "articles/s",
        goal: "",
      },
      {
        name: "evidence read from plain text",
        ours: median(pairs.map(({ ours }) => ours.evidenceMbPerSecond)),
        peer: null,
        ratio: null,
        unit: "MB/s",
        goal: "",
      },
    ];
  });
}
