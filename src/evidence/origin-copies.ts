import { sameCount } from "./origin-counts.ts";
import { passageOf, passageStems, sharedPart } from "./origin-passage.ts";
import { copyingOf, passageCopied, runsOf } from "./origin-profile.ts";
import { figureOf, timeOf } from "./origin-scene.ts";
import type { Scene } from "./origin-scene.ts";
import type { Trace } from "./origin-trace.ts";

/** Share of a report's word runs, of its telling words, and of the passage's, from which it is a copy or a rewriting. */
const COPIED_WORDS = 0.3;
const COPIED_MATTER = 0.42;
const COPIED_PASSAGE = 0.5;
/** The same of a report's telling words when the passage itself has nearly the same ones. */
const COPIED_BOTH = 0.3;
const PASSAGE_LIKE = 0.75;
/** The passage's, of a report that credits agencies without a name. */
const AGENCY_LIKE = 0.5;
const PASSAGE_MIN = 5;
const COMPARED_MAX = 200;

/** Reports that repeat another's words, or all its matter in other words: what names nobody goes back to the earlier one. */
export function joinCopies(scene: Scene): void {
  const { items, traces, groups, ties } = scene;
  const order = items.map((_, i) => i).sort((a, b) => timeOf(items[a]) - timeOf(items[b]) || a - b);
  const bare = order.filter((i) => {
    const trace = traces[i] as Trace;
    const nobody = trace.source === null || (trace.source.indefinite && trace.house?.speaks !== true);
    return nobody && trace.cited.length === 0 && !trace.witnessed && !trace.told;
  });
  for (const i of bare.slice(0, COMPARED_MAX)) {
    const mine = scene.profile(i);
    const runs = runsOf(passageOf(items[i]));
    const agencies = mine.credits.includes("agencies");
    let found: { k: number; share: number; percent: number } | null = null;
    for (const k of order.slice(0, COMPARED_MAX)) {
      const later = timeOf(items[k]) > timeOf(items[i]) || (timeOf(items[k]) === timeOf(items[i]) && k > i);
      if (items[k]?.report === items[i]?.report || later) continue;
      const theirs = scene.profile(k);
      const { words, matter } = copyingOf(mine, theirs);
      const passage = passageCopied(runs, theirs);
      const [a, b] = [passageStems(items[i]), passageStems(items[k])];
      const like = Math.min(a.size, b.size) < PASSAGE_MIN ? 0 : sharedPart(a, b);
      const both =
        like >= (agencies ? AGENCY_LIKE : PASSAGE_LIKE)
          ? Math.max(matter / COPIED_BOTH, agencies ? like / AGENCY_LIKE : 0)
          : 0;
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

/** Share of a passage's telling words from which what names nobody is what others said before. */
const RETOLD = 0.6;
const COUNT_MIN = 4;

/** Whoever tells that somebody counted tells of a count of its own. */
const OBSERVED =
  /(?<!\b(?:was|were|been|be|being|are|is) (?:\p{Ll}+ly )?)\b(?:counted|chalked|measured|numbered|tallied|paced|weighed|noted|jotted|estimated|reckoned|saw|watched|heard|wrote down|made out|got to)\b|\bour (?:own )?(?:[\p{L}'’-]+ ){1,3}(?:shows?|recorded|counts?|lists?|found)\b/iu;

/** "We believe": an opinion of one's own. */
const OWN = /^(?:we|i)$/i;

/** A count that somebody gave before, said again without a source, is his: it confirms nothing. */
export function joinRetold({ items, traces, groups, ties }: Scene): void {
  const told = new Map<number, Set<string>>();
  items.forEach(({ report }, i) => {
    const root = groups.rootOf(i);
    told.set(root, (told.get(root) ?? new Set()).add(report));
  });
  const size = (k: number): number => told.get(groups.rootOf(k))?.size ?? 0;
  items.forEach((item, i) => {
    const trace = traces[i] as Trace;
    const nobody = (trace.source === null && !OWN.test(trace.printed)) || isOwnerless(trace);
    if (!nobody || trace.cited.length > 0 || trace.witnessed || trace.told) return;
    if (ties.some((tie) => tie.from === i) || OBSERVED.test(passageOf(item))) return;
    const counted = figureOf(item) !== null && (figureOf(item) ?? 0) >= COUNT_MIN;
    const before = items.flatMap((other, k) => {
      if (other.report === item.report || timeOf(other) >= timeOf(item)) return [];
      const like = (): number => sharedPart(passageStems(item), passageStems(other));
      return sameCount(item, other) || (!counted && like() >= RETOLD) ? [k] : [];
    });
    // A paper's own word before is looked after elsewhere.
    if (before.some((k) => items[k]?.publisher === item.publisher)) return;
    const [first] = before.toSorted((a, b) => size(b) - size(a) || timeOf(items[a]) - timeOf(items[b]));
    if (first === undefined || groups.rootOf(first) === groups.rootOf(i)) return;
    const publisher = items[first]?.publisherName ?? "";
    ties.push({
      from: i,
      to: first,
      how: "copied",
      publication: publisher,
      reason: { code: "retold", detail: { publisher } },
    });
    groups.join(first, i);
  });
}

/** "weighbridge slips show": papers that are nobody's. */
const isOwnerless = ({ source, house }: Trace): boolean =>
  source?.kind === "document" && house !== null && house.houses.size + house.marks.size === 0;
