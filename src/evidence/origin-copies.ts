import { contentStems } from "./likeness.ts";
import { copyingOf, passageCopied, runsOf } from "./origin-profile.ts";
import { figureOf, timeOf } from "./origin-scene.ts";
import type { Scene } from "./origin-scene.ts";
import type { OriginItem, Trace } from "./origin-trace.ts";

/** Share of a report's word runs, of its telling words, and of the passage's, from which it is a copy or a rewriting. */
const COPIED_WORDS = 0.3;
const COPIED_MATTER = 0.42;
const COPIED_PASSAGE = 0.5;
/** The same of a report's telling words when the passage itself has nearly the same ones. */
const COPIED_BOTH = 0.3;
const PASSAGE_LIKE = 0.75;
const PASSAGE_MIN = 5;
const COMPARED_MAX = 200;

/** Reports that repeat another's words, or all its matter in other words: what names nobody goes back to the earlier one. */
export function joinCopies(scene: Scene): void {
  const { items, traces, groups, ties } = scene;
  const order = items.map((_, i) => i).sort((a, b) => timeOf(items[a]) - timeOf(items[b]) || a - b);
  const bare = order.filter((i) => {
    const trace = traces[i] as Trace;
    return trace.source === null && trace.cited.length === 0 && !trace.witnessed && !trace.told;
  });
  const passages = new Map<number, ReadonlySet<number>>();
  const stemsOf = (i: number): ReadonlySet<number> => {
    const known = passages.get(i) ?? contentStems(passageOf(items[i]));
    passages.set(i, known);
    return known;
  };
  for (const i of bare.slice(0, COMPARED_MAX)) {
    const mine = scene.profile(i);
    const runs = runsOf(passageOf(items[i]));
    let found: { k: number; share: number; percent: number } | null = null;
    for (const k of order.slice(0, COMPARED_MAX)) {
      const later = timeOf(items[k]) > timeOf(items[i]) || (timeOf(items[k]) === timeOf(items[i]) && k > i);
      if (items[k]?.report === items[i]?.report || later) continue;
      const theirs = scene.profile(k);
      const { words, matter } = copyingOf(mine, theirs);
      const passage = passageCopied(runs, theirs);
      const both =
        matter >= COPIED_BOTH && sharedPart(stemsOf(i), stemsOf(k)) >= PASSAGE_LIKE ? matter / COPIED_BOTH : 0;
      const share = Math.max(words / COPIED_WORDS, matter / COPIED_MATTER, passage / COPIED_PASSAGE, both);
      const same = figureOf(items[i]) !== null && figureOf(items[i]) === figureOf(items[k]) ? 0.1 : 0;
      if (share >= 1 && (found === null || share + same > found.share))
        found = { k, share: share + same, percent: Math.round(100 * Math.max(words, matter, passage)) };
    }
    if (found === null) continue;
    const { percent } = found;
    const publisher = items[found.k]?.publisherName ?? "";
    ties.push({
      from: i,
      to: found.k,
      how: "copied",
      publication: publisher,
      reason: { code: "copy", detail: { percent, publisher } },
    });
    groups.join(found.k, i);
  }
}

const passageOf = (item: OriginItem | undefined): string => item?.sentence ?? item?.text ?? "";

/** Share of the shorter passage's telling words that the other has; 0 where there are few of them. */
function sharedPart(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const [few, many] = a.size <= b.size ? [a, b] : [b, a];
  if (few.size < PASSAGE_MIN) return 0;
  let count = 0;
  for (const stem of few) if (many.has(stem)) count += 1;
  return count / few.size;
}
