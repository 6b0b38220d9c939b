import { isHospital, isLaw } from "./carried.ts";
import type { CasualtyAt, CountPlace } from "./count-place.ts";
import { fits } from "./count-place.ts";
import { DONE, OF_THINGS_TOO, WEAK } from "./fates.ts";
import { headsBefore } from "./list.ts";
import type { Counted } from "./noun-phrase.ts";
import { FIGHTERS } from "./people.ts";
import type { Piece } from "./piece.ts";
import { predicateAfter } from "./predicate.ts";

const BE = /^(?:is|are|was|were|be|been|being|get|got|gets)$/;
/** Verbs that need their particle: what befalls the object. */
const PARTICLES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    killed:
      "wiped out|wiping out|wipe out|gunned down|gunning down|guns down|mowed down|mowing down|mown down|cut down|cutting down|picked off|picking off|shot dead|shoot dead|shoots dead|shooting dead",
    captured: "took prisoner|taking prisoner|took captive|taking captive",
    missing: "swept away|sweeping away|sweeps away|washed away|washing away|swept overboard|washed overboard",
    kidnapped:
      "carried off|carrying off|carried away|carrying away|led away|leading away|marched off|marching off|marched away|took away|taking away|takes away|took hostage|taking hostage|dragged off|dragging off|dragged away|dragging away|spirited away|made off with",
    injured:
      "operated on|operating on|operates on|operate on|patched up|patching up|roughed up|beat up|beating up|beaten up",
    evacuated: "brought out|moved out|moving out|flew out|flying out|airlifted out|bussed out|led out|ferried out",
    displaced: "drove out|driving out|drives out|forced out|forcing out|threw out",
  }).flatMap(([fate, verbs]) => verbs.split("|").map((verb) => [verb, fate] as const)),
);

/** Whom one loses by death, not to a rival. */
const LAMENTED =
  /^(?:man|woman|person|people|child|boy|girl|baby|son|daughter|brother|sister|cousin|nephew|uncle|aunt|parent|grandchild|relative|sibling|friend|comrade|colleague|companion|neighbour|life|sailor|seaman|crewman|fisherman|miner|climber|firefighter|fireman|policeman|rescuer|medic|lifeboatman|peacekeeper|warrior|villager|civilian|herder|pilgrim)$/;

/** "We lost fourteen people", "the army lost 480 men": the dead, where persons are named. */
export function lostAt(pieces: readonly Piece[], { from, counted }: CountPlace): CasualtyAt | null {
  if (counted.person !== true || counted.noun === null) return null;
  if (!LAMENTED.test(counted.noun) && !FIGHTERS.has(counted.noun)) return null;
  const lost = (k: number): boolean => /^(?:lost|lose|loses|losing)$/.test(pieces[k]?.lower ?? "");
  if (lost(from - 1)) return { fate: "killed", from: from - 1, to: counted.to };
  // "the clash cost the rebels 30 men"
  if (/^(?:man|woman|person|life|dead)$/.test(counted.noun) || FIGHTERS.has(counted.noun)) {
    let k = from - 1;
    while (
      k > from - 6 &&
      pieces[k]?.lower.startsWith("cost") !== true &&
      /^(?:DET|POSS|ADJ|NOUNS?|PROPN|PRON)$/.test(pieces[k]?.pos ?? "")
    )
      k -= 1;
    if (k < from - 1 && /^cost(?:s|ing)?$/.test(pieces[k]?.lower ?? ""))
      return { fate: "killed", from, to: counted.to };
  }
  for (const k of headsBefore(pieces, from - 1)) if (lost(k)) return { fate: "killed", from, to: counted.to };
  return null;
}

/** The number is, or is one of, the objects of a verb: "killed 12", "killing the driver and two pupils". */
export function objectOf(pieces: readonly Piece[], place: CountPlace): CasualtyAt | null {
  const { from, to, counted } = place;
  const end = Math.max(to, counted.to);
  const direct = verbFate(pieces, beforeDeterminers(pieces, from - 1), counted);
  if (direct !== null)
    return fits(direct.fate, place) && !softOnThings(direct.fate, counted)
      ? { fate: direct.fate, from: direct.from, to: end }
      : null;
  for (const k of headsBefore(pieces, from - 1)) {
    const verb = verbFate(pieces, k, counted);
    if (verb === null) continue;
    // "killed two men and five women fled"
    if (predicateAfter(pieces, end, false).verb === "did") return null;
    return fits(verb.fate, place) ? { fate: verb.fate, from, to: end } : null;
  }
  return null;
}

/** "killed all nine", "wounded another thirteen", "killed her two sons": the piece before what leads to the number. */
function beforeDeterminers(pieces: readonly Piece[], at: number): number {
  let k = at;
  while (
    k > at - 4 &&
    (/^(?:["“‘«]|all|another|further|additional|other|the|a|an|up|both|every|some|more|a|least|at|many|as)$/.test(
      pieces[k]?.lower ?? "",
    ) ||
      pieces[k]?.pos === "POSS")
  )
    k -= 1;
  // "killed the governor's two sons"
  if (pieces[k]?.lower !== "'s") return k;
  k -= 1;
  while (k > at - 7 && /^(?:NOUNS?|PROPN|ADJ|DET|POSS)$/.test(pieces[k]?.pos ?? "")) k -= 1;
  return k;
}

function softOnThings(fate: string, counted: Counted): boolean {
  return OF_THINGS_TOO.has(fate) && counted.noun !== null && counted.person !== true;
}

/** A verb at `at` that does something to its object; not in the passive. Adverbs before the object are stepped over. */
function verbFate(
  pieces: readonly Piece[],
  at: number,
  counted: Counted,
): { readonly fate: string; readonly from: number } | null {
  const pair = PARTICLES.get(`${pieces[at - 1]?.lower ?? ""} ${pieces[at]?.lower ?? ""}`);
  if (pair !== undefined)
    return (counted.person === true || pair === "killed" || (pair === "injured" && counted.noun === null)) &&
      !isPassive(pieces, at - 1)
      ? { fate: pair, from: at - 1 }
      : null;
  // "made off with 14 children"
  if (
    pieces[at]?.lower === "with" &&
    pieces[at - 1]?.lower === "off" &&
    /^(?:made|make|making|makes)$/.test(pieces[at - 2]?.lower ?? "")
  )
    return counted.person === true
      ? { fate: FIGHTERS.has(counted.noun ?? "") ? "captured" : "kidnapped", from: at - 2 }
      : null;
  let i = at;
  while (i > 0 && i > at - 2 && pieces[i]?.pos === "ADV" && !DONE.has(pieces[i]?.lower ?? "")) i -= 1;
  const word = pieces[i]?.lower ?? "";
  let fate = DONE.get(word);
  const plain = counted.noun === null && /^(?:drown|suffocat|shoot|shot)/.test(word);
  if (fate === undefined && (counted.person === true || plain)) fate = weakFate(pieces, i, counted);
  if (fate === undefined || /^(?:resettled|rehoused|relocated|hanged)$/.test(word)) return null;
  // A clinic treats patients; those treated after a crash are named as people.
  if (word.startsWith("treat")) {
    const bare = counted.noun === null && (pieces[counted.to]?.lower === "for" || isHospital(pieces, i));
    if (counted.noun === "patient" || (counted.person !== true && !bare)) return null;
  }
  if (isPassive(pieces, i)) return null;
  // "killed or wounded 70 soldiers"
  const joined = /^(?:and|or)$/.test(pieces[i - 1]?.lower ?? "") ? DONE.get(pieces[i - 2]?.lower ?? "") : undefined;
  if (joined !== undefined && joined !== fate && (joined === "killed" || fate === "killed"))
    return { fate: "casualties", from: i - 2 };
  return { fate, from: i };
}

/** "seized nine sailors", "captured", of soldiers; not what the police seized. */
function weakFate(pieces: readonly Piece[], i: number, counted: Counted): string | undefined {
  const word = pieces[i]?.lower ?? "";
  const fate = WEAK.get(word);
  if (fate !== "kidnapped") return fate;
  if (isLaw(pieces, i)) return undefined;
  return FIGHTERS.has(counted.noun ?? "") ? "captured" : fate;
}

function isPassive(pieces: readonly Piece[], i: number): boolean {
  if (pieces[i]?.lower.endsWith("ing") === true) return false;
  for (let k = i - 1; k >= 0 && k >= i - 4; k -= 1) {
    const before = pieces[k] as Piece;
    if (BE.test(before.lower)) return true;
    if (before.pos !== "ADV" && !/^(?:not|or|and|also)$/.test(before.lower) && !DONE.has(before.lower)) return false;
  }
  return false;
}
