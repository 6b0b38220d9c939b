import type { CasualtyAt, CountPlace } from "./count-place.ts";
import { fits, wordsOf } from "./count-place.ts";
import { FATES } from "./fates.ts";
import type { Counted } from "./noun-phrase.ts";
import { lostAt, objectOf } from "./object.ts";
import type { Piece } from "./piece.ts";
import { predicateAfter } from "./predicate.ts";
import { tollBefore } from "./toll.ts";

/** What befell those counted, as the words of the clause say; null when nothing there does. */
export function casualtyAt(pieces: readonly Piece[], place: CountPlace): CasualtyAt | null {
  const { from, counted } = place;
  const carried = carriedAt(pieces, place);
  if (carried !== null) return carried;
  if (counted.person === false)
    return counted.fate === null ? livesAt(pieces, place) : { fate: counted.fate, from, to: counted.to };
  // "the remains of four hikers who vanished"
  if (
    pieces[from - 1]?.lower === "of" &&
    /^(?:bodies|body|remains|corpses|corpse|deaths|death)$/.test(pieces[from - 2]?.lower ?? "") &&
    counted.fate === null
  )
    return { fate: "killed", from, to: Math.max(place.to, counted.to) };
  if (isGapped(pieces, place)) return { fate: "killed", from, to: Math.max(place.to, counted.to) };
  const behind = subjectFate(pieces, place);
  // "Three displaced people were killed": what befell them now counts more than what they were.
  if (counted.fate !== null) {
    const stronger =
      behind !== null && behind.fate !== counted.fate && (isAdjective(pieces, counted) || isSelection(pieces, place))
        ? behind
        : null;
    if (stronger !== null) return stronger;
    return withSecond(pieces, counted, from);
  }
  if (behind !== null) return behind;
  const lives = livesAt(pieces, place) ?? lostAt(pieces, place);
  if (lives !== null) return lives;
  return objectOf(pieces, place) ?? tollBefore(pieces, place);
}

/** "22 died at the scene and four more in hospital", "buried 12 of their own". */
function isGapped(pieces: readonly Piece[], { from, to, counted }: CountPlace): boolean {
  if (counted.noun !== null) return false;
  const after = wordsOf(pieces, to, to + 4);
  if (/^(?:bury|buried|burying|mourn|mourned|mourning|lost)$/.test(pieces[from - 1]?.lower ?? ""))
    return /^of (?:their|its|our|his|her|my) own\b/.test(after);
  if (
    !/^(?:and|,)$/.test(pieces[from - 1]?.lower ?? "") ||
    !/^(?:(?:more|others|later) )?(?:in (?:the )?hospital|at (?:the|a) |on (?:the|their) |en route|later|overnight|of )/.test(
      `${after} `,
    )
  )
    return false;
  return /\b(?:died|perished|drowned) (?:[^,.;:]* )?$/.test(`${wordsOf(pieces, Math.max(0, from - 13), from - 1)} `);
}

function isAdjective(pieces: readonly Piece[], counted: Counted): boolean {
  const last = pieces[counted.to - 1]?.lower ?? "";
  // "two captives died", "three evacuees were hurt"
  return counted.noun !== null && (!FATES.has(last) || /^(?:captives?|hostages?|evacuees?|pows?|idps?)$/.test(last));
}

/** "Eighteen of the injured were hospitalised": those of them; but "six of the wounded are in hospital". */
function isSelection(pieces: readonly Piece[], { to, counted }: CountPlace): boolean {
  return pieces[to]?.lower === "of" && !/^(?:are|is|remain|remained|lie|lay)$/.test(pieces[counted.to]?.lower ?? "");
}

/** "40 killed or wounded", "12 dead and injured": casualties, where no second number parts them. */
function withSecond(pieces: readonly Piece[], counted: Counted, from: number): CasualtyAt {
  const { fate, to } = counted as Counted & { readonly fate: string };
  const second = /^(?:and|or)$/.test(pieces[to]?.lower ?? "") ? FATES.get(pieces[to + 1]?.lower ?? "") : undefined;
  const mixed = second !== undefined && second !== fate && (fate === "killed" || second === "killed");
  return mixed ? { fate: "casualties", from, to: to + 2 } : { fate, from, to };
}

function subjectFate(pieces: readonly Piece[], place: CountPlace): CasualtyAt | null {
  const { from, counted } = place;
  // "half of the 60 passengers were hurt": not all 60.
  if (pieces[from - 1]?.pos === "DET" && pieces[from - 2]?.lower === "of" && counted.fate === null) return null;
  const { fate } = predicateAfter(pieces, Math.max(counted.to, place.to), isSubject(pieces, from));
  if (fate === null || !fits(fate.fate, place)) return null;
  if (fate.weak && counted.person !== true && !(counted.noun === null && fate.fate === "injured")) return null;
  if (fate.fate === "evacuated" && counted.person !== true && counted.noun !== null) return null;
  return { fate: fate.fate, from, to: fate.to };
}

/** Does a clause begin with the number, so that more may stand between it and its verb? */
function isSubject(pieces: readonly Piece[], from: number): boolean {
  const before = pieces[from - 1];
  if (before === undefined) return true;
  return (
    /^(?:[,;:."“”'‘’«»()\-–—]|that|and|but|while|when|as|after|because|where|if|although|though|the|all|its|another|then)$/.test(
      before.lower,
    ) || before.pos === "SCONJ"
  );
}

/** "flew five of the hurt to hospital", "took 12 prisoner", "moved 40 patients to safety". */
function carriedAt(pieces: readonly Piece[], { from, to, counted }: CountPlace): CasualtyAt | null {
  const verb = pieces[from - 1]?.lower ?? "";
  if (
    counted.person === false ||
    !/^(?:take|takes|took|taken|taking|hauled|whisked|stretchered|held|keep|keeps|kept|keeping|fly|flew|flying|flown|rush|rushed|rushing|bring|brought|bringing|carry|carried|carrying|move|moved|moving|send|sent|sending|ferry|ferried|airlift|airlifted|airlifting|hold|held|holding|lead|led|put|transfer|transferred|admit|admitted|drove|drive|evacuate|evacuated|evacuating|get|got)$/.test(
      verb,
    )
  )
    return null;
  const end = Math.max(counted.to, to);
  const state = /^(?:prisoners?|captive)$/.test(pieces[end]?.lower ?? "")
    ? "captured"
    : pieces[end]?.lower === "hostage"
      ? "kidnapped"
      : null;
  if (state !== null) return { fate: state, from, to: end + 1 };
  const after = wordsOf(pieces, end, end + 7);
  if (
    verb.startsWith("admit") &&
    /\b(?:hospitals?|clinics?|doctors|medics|wards?|infirmary)\b/.test(wordsOf(pieces, Math.max(0, from - 9), from))
  )
    return { fate: "hospitalised", from, to: end };
  if (
    /^(?:[\p{L}-]+ )?(?:to|in|at) (?:[\p{L}'-]+ ){0,4}(?:hospitals?|clinics?|infirmary|emergency (?:rooms?|departments?|wards?)|intensive care|surgery)\b/u.test(
      after,
    )
  )
    return { fate: "hospitalised", from, to: end };
  return /^(?:[\p{L}-]+ )?(?:to|into) (?:safety|shelters?|higher ground)\b/u.test(after)
    ? { fate: "evacuated", from, to: end }
    : null;
}

/** "claimed 17 lives", "at the cost of 30 lives", "lost with all 62 hands", "drove 4,600 people out of their homes". */
function livesAt(pieces: readonly Piece[], { from, to, counted }: CountPlace): CasualtyAt | null {
  if (counted.noun === "life") {
    const before = wordsOf(pieces, Math.max(0, from - 4), from);
    const after = wordsOf(pieces, counted.to, counted.to + 4);
    const taken =
      /\b(?:claim|claims|claimed|claiming|take|takes|took|taken|taking|cost|costs|costing|lose|loses|lost|losing|ended|loss of)\b/;
    if (taken.test(before) || /\b(?:lost|taken|claimed|ended|cut short)\b/.test(after))
      return { fate: "killed", from, to: counted.to };
  }
  // "cost four their lives"
  if (
    counted.person !== false &&
    /^cost(?:s|ing)?$/.test(pieces[from - 1]?.lower ?? "") &&
    /^(?:his|her|their) (?:life|lives)\b/.test(wordsOf(pieces, Math.max(to, counted.to), Math.max(to, counted.to) + 2))
  )
    return { fate: "killed", from, to: Math.max(to, counted.to) };
  // "the lives of three firefighters"
  const lives = wordsOf(pieces, Math.max(0, from - 5), from);
  if (
    counted.person === true &&
    /\b(?:claimed|claiming|claims|claim|took|taken|taking|cost|costing|costs|ended|lost) (?:the )?lives of(?: the)?$/.test(
      lives,
    )
  )
    return { fate: "killed", from, to: counted.to };
  if (counted.noun === "prisoner" && /^(?:take|takes|took|taken|taking|captured)$/.test(pieces[from - 1]?.lower ?? ""))
    return { fate: "captured", from, to: counted.to };
  if (
    counted.noun === "hand" &&
    /\b(?:lost|sank|sunk|down) with (?:all )?(?:the |its |her )?$/.test(
      `${wordsOf(pieces, Math.max(0, from - 5), from)} `,
    )
  )
    return { fate: "killed", from, to: counted.to };
  if (
    counted.person !== false &&
    /\b(?:drove|drive|drives|driving|driven|forced|forcing|chased|chasing|sent)\b/.test(
      wordsOf(pieces, Math.max(0, from - 3), from),
    )
  ) {
    const after = wordsOf(pieces, Math.max(to, counted.to), Math.max(to, counted.to) + 6);
    if (
      /\b(?:out of|from|to flee|to leave|to abandon|to quit)(?: their)? (?:homes?|houses?|villages?|land)\b|\bto flee\b|\binto exile\b/.test(
        after,
      )
    )
      return { fate: "displaced", from, to: counted.to };
  }
  // "ordered 900 residents to leave", "told some 40 families to evacuate"
  if (
    counted.person === true &&
    /\b(?:order|orders|ordered|ordering|tell|tells|told|telling|ask|asked|asking|urge|urged|urging|advise|advised|instructed|warned|forced|forcing|prompted|prompting|caused|led|made)$/.test(
      wordsOf(pieces, Math.max(0, from - 2), from),
    ) &&
    /^(?:[a-z'-]+ ){0,5}to (?:leave|evacuate|move out|get out|abandon|go to shelters)\b/.test(
      wordsOf(pieces, Math.max(to, counted.to), Math.max(to, counted.to) + 9),
    )
  )
    return { fate: "evacuated", from, to: counted.to };
  return null;
}
