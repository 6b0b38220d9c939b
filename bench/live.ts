import { openCrowd } from "./live/crowd.ts";
import { startNchan, startOurs, type LivePeer } from "./live/peers.ts";
import { withFolder } from "./folder.ts";
import type { Progress } from "./progress.ts";
import { median, type BenchRow } from "./row.ts";

/** Each needs an open file, here and on the server: ulimit -n above this. */
const READERS = 10_000;
const PAIRS = 3;
const PUBLICATIONS = 9;
const WARM_UP = 200;

interface Heard {
  /** From publishing to the last reader. */
  readonly ms: number;
  readonly bytesPerReader: number;
}

/**
 * Ten thousand readers hear of a publication: how long until the last one, and what each costs, against nchan. One server
 * after the other: nobody may have 20,000 files open.
 */
export async function benchLive(progress: Progress): Promise<BenchRow[]> {
  return withFolder(async (folder) => {
    const ours: Heard[] = [];
    const theirs: Heard[] = [];
    for (let pair = 1; pair <= PAIRS; pair += 1) {
      progress(`${READERS.toLocaleString("en")} readers on our server, ${pair} of ${PAIRS}`);
      ours.push(await heardOn(await startOurs()));
      const nchan = await startNchan(folder);
      if (nchan !== null) theirs.push(await heardOn(nchan));
    }
    const peer = theirs.length === 0 ? null : median(theirs.map(({ ms }) => ms));
    return [
      {
        name: `publication to the last of ${READERS.toLocaleString("en")} readers, against nchan`,
        ours: median(ours.map(({ ms }) => ms)),
        peer,
        ratio: peer === null ? null : median(ours.map(({ ms }, i) => ms / (theirs[i]?.ms ?? Number.NaN))),
        unit: "ms",
        goal: peer === null ? "" : "≤ 1.2",
      },
      {
        name: "memory for one reader who listens",
        ours: median(ours.map(({ bytesPerReader }) => bytesPerReader)) / 1024,
        peer: null,
        ratio: null,
        unit: "KiB",
        goal: "≤ 20",
      },
    ];
  });
}

async function heardOn(peer: LivePeer): Promise<Heard> {
  const warm = await openCrowd(peer.port, WARM_UP);
  await warm.hear(peer.publish);
  warm.close();
  const before = peer.memory();
  const crowd = await openCrowd(peer.port, READERS);
  const times: number[] = [];
  for (let i = 0; i < PUBLICATIONS; i += 1) times.push(await crowd.hear(peer.publish));
  const bytesPerReader = (peer.memory() - before) / READERS;
  crowd.close();
  await peer.stop();
  return { ms: median(times), bytesPerReader };
}
