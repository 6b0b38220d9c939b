import type { CasualtyAt, CountPlace } from "./count-place.ts";
import { wordsOf } from "./count-place.ts";
import { FATES } from "./fates.ts";
import { listEnd } from "./list.ts";
import { FIGHTERS } from "./people.ts";
import type { Piece } from "./piece.ts";

/** Who holds people by law: no kidnappers. */
export const LAW =
  /^(?:police|policemen|officers?|detectives?|agents|customs|prosecutors?|authorities|investigators|court|courts|sheriff|sheriffs|guards?|immigration|jail|prison|parents?|teachers?|school|schools)$/;

const forms = (words: string): ReadonlySet<string> => new Set(words.split(" "));
/** Verbs that bring people from one place to another. */
const BRINGS = forms(
  "take takes took taken taking hauled haul whisk whisked stretcher stretchered fly flew flies flying flown rush rushed rushing bring brings brought bringing carry carries carried carrying " +
    "move moves moved moving send sends sent sending ferry ferries ferried ferrying airlift airlifts airlifted airlifting lead leads led leading put puts putting transfer transferred transferring admit admits admitted " +
    "admitting drive drives drove driving evacuate evacuated evacuating get gets got getting bus bussed bused bussing lift lifted lifting ship shipped shipping help helped helping guide guided guiding escort escorted " +
    "escorting land landed landing winch winched remove removed removing convey conveyed drag drags dragged dragging march marches marched marching spirit spirited spiriting bundle bundled bundling herd herded " +
    "sweep sweeps swept sweeping wash washes washed washing gun guns gunned gunning mow mowed mown mowing cut cuts cutting wipe wiped wiping",
);
const HOLDS = forms(
  "hold holds held holding keep keeps kept keeping seize seizes seized seizing snatch snatched snatching",
);
/** Verbs by which one dies where "to death", "alive" or "dead" follows the object. */
const SENTENCES =
  /^(?:sentence|sentences|sentenced|sentencing|condemn|condemned|condemning|doom|doomed|escort|escorted)$/;

const MAIMED =
  /^(?:deaf|blind|paralysed|paralyzed|crippled|disabled|disfigured|scarred|unconscious|bleeding|limbless|concussed|shaken)$/;

/** What the words behind the object say of it: first the verbs, then what follows. */
const RESULTS: readonly (readonly [fate: string, verbs: RegExp, after: RegExp])[] = [
  ["captured", /./, /^(?:into captivity|prisoners?|captive)\b/],
  ["kidnapped", /./, /^(?:hostages?|for ransom|against their will)\b/],
  [
    "hospitalised",
    /./,
    /^(?:[\p{L}-]+ ){0,2}(?:to|in|into|at) (?:[\p{L}'-]+ ){0,4}(?:hospitals?|clinics?|infirmary|infirmaries|emergency (?:rooms?|departments?|wards?)|intensive care|surgery)\b/u,
  ],
  ["evacuated", /./, /^(?:[\p{L}-]+ )?(?:to|into) (?:safety|shelters?|higher ground)\b/u],
  [
    "missing",
    /^(?:swe|wash|carr|dragg|took|take)/,
    /^(?:overboard|out to sea|into (?:the|a) (?:sea|river|torrent|canal|lake|flood|water))\b/,
  ],
  ["missing", /^(?:swe|wash)/, /^(?:away|off|from|into|down)\b/],
  ["killed", /^(?:gun|mow|cut)/, /^down\b/],
  ["killed", /^wip/, /^out\b/],
  [
    "kidnapped",
    /^(?:dr[aio]|march|herd|bundl|spirit|carr|t(?:a|oo)k|led|lead|haul)/,
    /^(?:off |away )?into (?:the|a|an|waiting)? ?(?:[\p{L}-]+ )?(?:forest|forests|bush|jungle|hills|mountains|woods|vans?|cars?|lorr(?:y|ies)|trucks?|jeeps?|boats?|desert|night)\b/u,
  ],
  ["kidnapped", /^(?:drag|march|herd|bundl|spirit|carr|haul)/, /^(?:off|away)\b/],
  ["displaced", /^(?:dr[io]v|put)/, /^(?:out of|from) (?:their|its) (?:homes?|houses?|villages?|land)\b/],
  ["evacuated", /^mov/, /^(?:from|inland|uphill)\b/],
  [
    "evacuated",
    /^(?:br|t(?:a|oo)k|mov|fl[eoy]|led|lead|bus|ferr|airl|ship|lift|help|evac|g[eo]t)/,
    /^(?:out of|off|away from|out from|ashore) (?:the|a|an|its|his|their|[\p{L}]+)\b/u,
  ],
];

/** "flew five of the hurt to hospital", "took 12 prisoner", "crushed nine pilgrims to death", "swept four off the mole". */
export function carriedAt(pieces: readonly Piece[], { from, to, counted }: CountPlace): CasualtyAt | null {
  if (counted.person === false) return null;
  const at = leadBefore(pieces, from);
  const verb = pieces[at]?.lower ?? "";
  const end = Math.max(counted.to, to);
  const doer = /^(?:VB|AUX|NOUN|PROPN)/.test(pieces[at]?.pos ?? "") && !SENTENCES.test(verb);
  if (doer) {
    const behind = listEnd(pieces, end) ?? end;
    for (const k of behind === end ? [end] : [end, behind - 1, behind]) {
      const after = wordsOf(pieces, k, k + 4);
      if (/^to (?:their |his |her )?deaths?\b/.test(after)) return { fate: "killed", from, to: k + 2 };
      if (/^(?:bur|burn)/.test(verb) && /^alive\b/.test(after)) return { fate: "killed", from, to: k + 1 };
      const state = FATES.get(pieces[k]?.lower ?? "") ?? (MAIMED.test(pieces[k]?.lower ?? "") ? "injured" : undefined);
      const adjective = !/(?:[^s]s|dead|hostage|casualty)$/.test(pieces[k]?.lower ?? "") || pieces[k]?.lower === "dead";
      if (
        counted.fate === null &&
        state !== undefined &&
        !/^(?:no|more|another|further|nor|or|other)$/.test(pieces[k - 1]?.lower ?? "") &&
        adjective &&
        /^(?:leave|leaves|left|leaving|found|find)$/.test(verb)
      )
        return { fate: state, from, to: end };
    }
  }
  if (at !== from - 1 && !BRINGS.has(verb)) return null;
  if (isTakenIn(pieces, at, counted.fate) && isHospital(pieces, at)) return { fate: "hospitalised", from, to: end };
  const held = HOLDS.has(verb);
  if (!BRINGS.has(verb) && !held) return null;
  const after = wordsOf(pieces, end, end + 8);
  for (const [fate, verbs, result] of RESULTS)
    if (verbs.test(verb) && result.test(after))
      return { fate, from, to: /^(?:captured|kidnapped)$/.test(fate) ? end + 1 : end };
  const away = /^(?:away|off|with them)\b/.test(after);
  if (
    /^(?:take|takes|took|taken|taking)$/.test(verb) &&
    (away || (counted.person === true && counted.noun !== null)) &&
    isAbductor(pieces, at)
  )
    return { fate: FIGHTERS.has(counted.noun ?? "") ? "captured" : "kidnapped", from, to: end };
  // "hold 17 government soldiers": prisoners of those who are no police.
  const fighter = FIGHTERS.has(counted.noun ?? "");
  return held && verb.startsWith("hold") && fighter && !isLaw(pieces, at) ? { fate: "captured", from, to: end } : null;
}

/** The piece before what leads to the number: "held another 12", "took all nine". */
function leadBefore(pieces: readonly Piece[], from: number): number {
  let at = from - 1;
  while (at > from - 4 && /^(?:another|all|the|a|further|some|its|their|his|her|of)$/.test(pieces[at]?.lower ?? ""))
    at -= 1;
  return at;
}

/** Do officers act, a few words before `at`? */
export function isLaw(pieces: readonly Piece[], at: number): boolean {
  for (let k = at - 1; k >= 0 && k > at - 7; k -= 1) if (LAW.test(pieces[k]?.lower ?? "")) return true;
  return false;
}

/** "Bandits who took 27 travellers" */
function isAbductor(pieces: readonly Piece[], at: number): boolean {
  for (let k = at - 1; k >= 0 && k > at - 9; k -= 1)
    if (
      /^(?:bandits|gunmen|kidnappers|abductors|pirates|militants|militiamen|militia|insurgents|raiders|captors|extremists|hijackers|jihadists|rebels|gang|gangs)$/.test(
        pieces[k]?.lower ?? "",
      ) ||
      (/^(?:men|gang)$/.test(pieces[k]?.lower ?? "") && /^(?:armed|masked|hooded)$/.test(pieces[k - 1]?.lower ?? ""))
    )
      return true;
  return false;
}

/** "admitted", "took in", "received": as hospitals do with patients. */
function isTakenIn(pieces: readonly Piece[], at: number, fate: string | null): boolean {
  const verb = pieces[at]?.lower ?? "";
  if (verb.startsWith("admit")) return true;
  // "took in 44 of the wounded": wounded they were before.
  if (fate !== null) return false;
  if (/^(?:receive|receives|received|receiving)$/.test(verb)) return true;
  return verb === "in" && /^(?:take|takes|took|taken|taking)$/.test(pieces[at - 1]?.lower ?? "");
}

/** Do those who tend the sick act, a few words before `at`? */
export function isHospital(pieces: readonly Piece[], at: number): boolean {
  for (let k = at - 1; k >= 0 && k > at - 10; k -= 1)
    if (
      /^(?:hospitals?|clinics?|doctors|medics|wards?|infirmary|infirmaries|unit|medical|surgeons|nurses|paramedics)$/.test(
        pieces[k]?.lower ?? "",
      )
    )
      return true;
  return false;
}
