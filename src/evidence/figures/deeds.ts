import { fits } from "./count-place.ts";
import type { CountPlace } from "./count-place.ts";
import type { Piece } from "./piece.ts";

/** Nouns for what is done to people or what they do, in the singular: "the slaying of", "the flight of". */
const DEEDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    killed:
      "death body remains killing murder execution massacre assassination loss funeral burial slaying drowning hanging lynching beheading slaughter suicide electrocution martyrdom corpse toll coffin",
    injured: "wounding maiming injury poisoning stabbing beating blinding",
    kidnapped: "abduction kidnapping kidnap seizure",
    captured: "capture surrender",
    evacuated: "evacuation airlift relocation",
    displaced: "displacement flight exodus expulsion uprooting eviction",
    missing: "disappearance vanishing",
    hospitalised: "hospitalisation hospitalization admission",
  }).flatMap(([fate, nouns]) => nouns.split(" ").map((noun) => [noun, fate] as const)),
);
/** Deeds that people do to things, or unharmed: only where the words behind say that people were harmed. */
const ADMISSION = /^(?:admission|admissions)$/;
const DIPLOMACY = /^(?:diplomat|envoy|ambassador|attache|pupil|student|member|player|politician|journalist)$/;

/** "the deaths of", "injuries to", "the search for", "proved fatal to": what befell those behind the link at piece `at`. */
export function deedBefore(pieces: readonly Piece[], at: number, place: CountPlace): string | null {
  const { counted } = place;
  const link = pieces[at]?.lower ?? "";
  const noun = pieces[at - 1]?.lower ?? "";
  const people = counted.person === true || counted.noun === null;
  if (link === "for")
    return /^(?:search|hunt|searching|looking|missing)$/.test(noun) && people
      ? "missing"
      : noun === "fatal" && people
        ? "killed"
        : null;
  if (link === "to")
    return /^(?:injury|injuries|harm)$/.test(noun) ? "injured" : noun === "fatal" && people ? "killed" : null;
  if (link !== "of" || (counted.noun !== null && counted.person === false)) return null;
  if (/^(?:fate|whereabouts)$/.test(noun)) return counted.person === true ? "missing" : null;
  // "no word of the 12 men"
  if (/^(?:word|trace|sign|signs|news|sight)$/.test(noun))
    return counted.person === true && pieces[at - 2]?.lower === "no" ? "missing" : null;
  const fate = DEEDS.get(noun) ?? DEEDS.get(noun.replace(/s$/, "")) ?? (noun === "bodies" ? "killed" : undefined);
  if (fate === undefined) return null;
  if (ADMISSION.test(noun) && pieces[counted.to]?.lower !== "to" && pieces[at - 2]?.lower !== "hospital") return null;
  if (noun === "expulsion" && DIPLOMACY.test(counted.noun ?? "")) return null;
  if (!fits(fate, place)) return null;
  return counted.person === true ||
    (counted.noun === null && !/^(?:loss|flight|admission|admissions|surrender|seizure|airlift)$/.test(noun))
    ? fate
    : null;
}
