import { institutionOf, isLevel } from "./institution.ts";
import type { Institution } from "./institution.ts";
import { isNamed, tie, timeOf } from "./origin-scene.ts";
import type { Scene } from "./origin-scene.ts";
import type { Trace } from "./origin-trace.ts";
import { isDeskName, looksLikeAgency, looksLikePublication, ownInstitution } from "./publication-name.ts";
import { matchInstitutions } from "./source-match.ts";

/** "General Staff", "Food office" for a byline: no person's name. */
function isHouse(byline: string): boolean {
  const words = byline.split(/\s+/);
  if (words.length < 2 || words.length > 5 || isDeskName(byline) || looksLikePublication(byline)) return false;
  const { houses, marks } = institutionOf(byline, []);
  return (houses.size > 0 || /\bstaff$/i.test(byline)) && marks.size > 0;
}

/** An institution that publishes of itself is the one that others quote: a ministry's notice, a fund's release. */
export function joinPublishers(scene: Scene): void {
  const { items, traces } = scene;
  const houses = new Map<string, Institution | null>();
  const houseOf = (name: string): Institution | null => {
    const own = ownInstitution(name) ?? (isHouse(name) ? name : null);
    const known = houses.get(name) ?? (own === null ? null : institutionOf(own, []));
    houses.set(name, known);
    return known;
  };
  items.forEach((item, i) => {
    const trace = traces[i] as Trace;
    const self = houseOf(isHouse(item.byline ?? "") ? (item.byline ?? "") : item.publisherName);
    if (self === null || trace.source !== null || trace.cited.length > 0) return;
    const strong = [...self.marks].filter((mark) => !isLevel(mark));
    traces.forEach(({ house, source, eye }, k) => {
      if (house === null || source === null || eye || items[k]?.report === item.report) return;
      if (source.name.length > 0 && !house.speaks) return;
      const same = matchInstitutions(self, house) === "same" && strong.length > 0;
      // All that the publisher is called by, or all that the source is.
      const whole = strong.every((mark) => house.marks.has(mark)) || (self.houses.size > 0 && house.houses.size > 0);
      if (!same || !whole) return;
      tie(scene, k, i, "same-office");
    });
  });
}

/** Who tells what he saw under his own name is the one whom others quote. */
export function joinAuthors(scene: Scene): void {
  const { items, traces } = scene;
  items.forEach((item, i) => {
    if (traces[i]?.witnessed !== true) return;
    const author = new Set((item.byline ?? "").match(/\p{Lu}[\p{L}-]+/gu)?.map((word) => word.toLowerCase()));
    traces.forEach((other, k) => {
      const surname = other.source?.name.at(-1);
      if (items[k]?.report === item.report || surname === undefined || !author.has(surname)) return;
      tie(scene, i, k, "same-speaker");
    });
  });
}

/** What a publisher says without naming anybody is one voice; so is what its owner's other papers say. */
export function joinOwners({ items, traces, groups, ties }: Scene): void {
  const first = new Map<string, number>();
  items.forEach((item, i) => {
    const trace = traces[i] as Trace;
    if (trace.source !== null || trace.cited.length > 0 || ties.some((tie) => tie.from === i && tie.to !== null))
      return;
    // Two who were there saw each with their own eyes; an agency's are the agency's.
    const seen =
      trace.witnessed && !looksLikeAgency(item.publisherName)
        ? ` seen by ${item.byline ?? ""} in ${(item.byline ?? "") === "" ? item.report : ""}`
        : "";
    const owner = item.ownerGroup.trim().toLowerCase();
    for (const key of [
      `publisher ${item.publisher}${seen}`,
      ...(owner === "" || seen !== "" ? [] : [`owner ${owner}`]),
    ]) {
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
    // Whoever it has it from has no name: he is not those whom it names.
    if (trace.printed !== "" && !/^(?:we|i|us|our)$/i.test(trace.printed)) return;
    // A paper's later word without a source rests on what it had before.
    const before = items.findIndex(
      (other, k) =>
        other.publisher === item.publisher &&
        other.report !== item.report &&
        timeOf(other) <= timeOf(item) &&
        (isNamed(traces[k]) ||
          (traces[k]?.witnessed === true && (item.byline ?? "") !== "" && other.byline === item.byline)),
    );
    if (before !== -1 && !trace.witnessed) groups.join(before, i);
  });
}
