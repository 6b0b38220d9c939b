import { figureOf, isNamed, timeOf } from "./origin-scene.ts";
import type { Scene } from "./origin-scene.ts";
import type { Trace } from "./origin-trace.ts";
import type { SourceKey } from "./source-key.ts";

/** Somebody whom another item names stands in the sentence; or "officials" can only be the one official there is. */
export function joinMentioned({ items, traces, groups, ties }: Scene): void {
  items.forEach((item, i) => {
    const trace = traces[i] as Trace;
    if (trace.source !== null || trace.cited.length > 0 || trace.witnessed) return;
    if (ties.some((tie) => tie.from === i)) return;
    const sentence = item.sentence ?? item.text ?? "";
    const words = new Set(sentence.match(/\p{Lu}[\p{L}'-]+/gu)?.map((w) => w.toLowerCase().replace(/'s$/, "")) ?? []);
    const person = traces.findIndex(
      (other, k) => k !== i && other.source !== null && words.has(other.source.name.at(-1) ?? ""),
    );
    const officials = trace.official
      ? traces.flatMap((other, k) => (other.source !== null && isOfficial(other.source) ? [k] : []))
      : [];
    const agreeing = officials.filter(
      (k) => figureOf(items[k]) === null || figureOf(item) === null || figureOf(items[k]) === figureOf(item),
    );
    const roots = new Set(agreeing.map((k) => groups.rootOf(k)));
    const target = person !== -1 ? person : roots.size === 1 ? agreeing[0] : undefined;
    if (target === undefined) return;
    groups.join(target, i);
    ties.push({
      from: i,
      to: target,
      how: "said",
      publication: null,
      reason: { code: person === -1 ? "same-office" : "same-speaker", detail: { name: traces[target]?.printed ?? "" } },
    });
  });
}

const OFFICIAL_ROLES = [
  "commis",
  "minist",
  "mayor",
  "govern",
  "government",
  "police",
  "army",
  "author",
  "counci",
  "agency",
  "prefec",
  "prosec",
  "distri",
  "chance",
  "offici",
  "presid",
  "office",
];
const isOfficial = (key: SourceKey): boolean => OFFICIAL_ROLES.some((role) => key.roles.has(role));

/** What a publisher says without naming anybody is one voice; so is what its owner's other papers say. */
export function joinOwners({ items, traces, groups, ties }: Scene): void {
  const first = new Map<string, number>();
  items.forEach((item, i) => {
    const trace = traces[i] as Trace;
    if (trace.source !== null || trace.cited.length > 0 || ties.some((tie) => tie.from === i && tie.to !== null))
      return;
    const owner = item.ownerGroup.trim().toLowerCase();
    for (const key of [`publisher ${item.publisher}`, ...(owner === "" ? [] : [`owner ${owner}`])]) {
      const known = first.get(key);
      if (known === undefined) {
        first.set(key, i);
        continue;
      }
      groups.join(known, i);
      if (items[known]?.publisher !== item.publisher)
        ties.push({
          from: i,
          to: known,
          how: "owned",
          publication: item.publisherName,
          reason: { code: "same-owner", detail: { owner: item.ownerGroup } },
        });
    }
    // A paper's later word without a source rests on what it had before.
    const before = items.findIndex(
      (other, k) =>
        other.publisher === item.publisher &&
        other.report !== item.report &&
        timeOf(other) <= timeOf(item) &&
        isNamed(traces[k]),
    );
    if (before !== -1 && !trace.witnessed) groups.join(before, i);
  });
}
