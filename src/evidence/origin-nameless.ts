import { contentStems } from "./likeness.ts";
import { passageStems, sharedPart } from "./origin-passage.ts";
import { tie } from "./origin-scene.ts";
import type { Scene } from "./origin-scene.ts";
import type { Trace } from "./origin-trace.ts";

/** Share of a passage's telling words from which two nameless sources are one. */
const RETOLD = 0.4;

const tradeOf = ({ house }: Trace): string[] => (house === null ? [] : [...house.titles, ...house.marks]);

/** "a dustman" of one paper is the dustman whom another names, where both tell the same. */
export function joinAnonymous(scene: Scene): void {
  const { items, traces, groups } = scene;
  traces.forEach((trace, i) => {
    const words = tradeOf(trace);
    if (!isNameless(trace) || words.length === 0) return;
    const named = traces.flatMap((other, k) =>
      items[k]?.report !== items[i]?.report &&
      (other.source?.name.length ?? 0) > 0 &&
      words.every((word) => tradeOf(other).includes(word)) &&
      sharedPart(passageStems(items[i]), passageStems(items[k])) >= RETOLD
        ? [k]
        : [],
    );
    const [k] = named;
    if (k === undefined || new Set(named.map((one) => groups.rootOf(one))).size !== 1) return;
    if (groups.rootOf(k) === groups.rootOf(i)) return;
    tie(scene, k, i, "same-speaker");
  });
}

/** Share of the words for a nameless source that those for a named one have, from which both are one. */
const DESCRIBED = 0.65;

/** "the sister in charge of certificates" is "Sister Chu, who signs the certificates": told by what she does. */
export function joinDescribed(scene: Scene): void {
  const { items, traces, groups } = scene;
  const words = new Map<number, ReadonlySet<number>>();
  const wordsAt = (i: number): ReadonlySet<number> => {
    const known = words.get(i) ?? contentStems(traces[i]?.printed ?? "");
    words.set(i, known);
    return known;
  };
  traces.slice(0, DESCRIBED_MAX).forEach((trace, i) => {
    if (trace.source === null || trace.source.name.length > 0 || trace.source.indefinite || wordsAt(i).size < 2) return;
    const meant = traces.flatMap((other, k) => {
      const named = (other.source?.name.length ?? 0) > 0 && items[k]?.report !== items[i]?.report;
      const shared = named ? [...wordsAt(i)].filter((word) => wordsAt(k).has(word)).length : 0;
      return shared >= 2 && shared / wordsAt(i).size >= DESCRIBED ? [k] : [];
    });
    const [k] = meant;
    if (k === undefined || new Set(meant.map((one) => groups.rootOf(one))).size !== 1) return;
    if (groups.rootOf(k) !== groups.rootOf(i)) tie(scene, k, i, "same-speaker");
  });
}

const DESCRIBED_MAX = 300;

/** A paper that has twice the same from "a nurse" has it from one nurse. */
export function joinNameless(scene: Scene): void {
  const { items, traces, groups } = scene;
  const nameless = traces.flatMap((trace, i) => (isNameless(trace) ? [i] : []));
  nameless.slice(0, 200).forEach((a, at) => {
    for (const b of nameless.slice(at + 1, 200)) {
      if (items[a]?.publisher !== items[b]?.publisher || items[a]?.report === items[b]?.report) continue;
      if (groups.rootOf(a) === groups.rootOf(b)) continue;
      const like = sharedPart(passageStems(items[a]), passageStems(items[b]));
      const titles = [...(traces[a]?.house?.titles ?? [])].some((title) => traces[b]?.house?.titles.has(title));
      if (like < (titles ? RETOLD / 2 : RETOLD)) continue;
      tie(scene, a, b, "same-speaker");
    }
  });
}

const isNameless = ({ source, house, printed, cited }: Trace): boolean =>
  cited.length === 0 && printed !== "" && (source === null || (source.name.length === 0 && house?.speaks !== true));
