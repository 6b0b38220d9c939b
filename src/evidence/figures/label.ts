import type { Counted } from "./noun-phrase.ts";
import { isNounish } from "./noun-phrase.ts";
import { isPerson, singular } from "./noun-lists.ts";
import { WEEKDAYS } from "./number-words.ts";
import type { NumberAt } from "./number.ts";
import { isDigits, isHyphen } from "./piece.ts";
import type { Piece } from "./piece.ts";

/** What is numbered, not counted. */
const NUMBERED = new Set(
  (
    "no no. nos nos. nr nr. number numbers num # № § article articles section sections clause clauses paragraph paragraphs para chapter chapters verse verses psalm hymn page pages p. pp. " +
    "line lines row rows column columns item items point question questions annex appendix schedule rule rules resolution resolutions decree decrees order orders directive law act part parts book volume vol vol. " +
    "figure figures fig fig. table exhibit case file form version versions release windows ios android model models type types series class category grade level levels tier tiers phase phases stage stages step steps " +
    "group groups pool heat lane track round rounds week day days set game match leg race lap season episode session hole inning innings quarter half " +
    "flight flights route routes bus buses tram trams train trains line ferry gate gates platform platforms terminal runway runways pier berth dock stand bay exit exits junction junctions " +
    "road highway motorway autoroute interstate street avenue mile milepost milestone kilometre km signal crossing tower block blocks building flat apartment house room rooms suite floor hall ward wards bed cell cells " +
    "unit units reactor reactors plant station stations substation shaft well pit mine checkpoint post posts sector sectors zone zones area areas district districts ward precinct constituency region channel channels radio frequency " +
    "port box locker counter desk window door key option options button extension ext ext. code pin hotline phone telephone tel tel. fax call dial ring text magnitude force category scale size sizes " +
    "age aged ages turned proposition measure amendment protocol convention code brigade battalion regiment division squadron company camp hangar garage warehouse airfield apollo century proposition crew team squad force vision agenda " +
    "position rank place lot ticket barrier buoy hill height point target plot parcel buoy barge tank wagon carriage coach car truck boat note notice paper bulletin communique edition issue"
  ).split(" "),
);
/** Those of them that also stand right before a count of something else: the noun behind decides. */
const DOUBTFUL = new Set(
  "port order law act part parts case house day days week line force call point district region area plant station ring text post posts company camp team squad crew division brigade regiment battalion measure note place quarter half number numbers key building street road class level place target scale unit plot paper notice mine well pit age figure figures".split(
    " ",
  ),
);

const CLOCK = /^(?:a\.?m\.?|p\.?m\.?|o'clock|gmt|utc|est|edt|cet|bst|hrs|noon|midnight)$/;
const TEMPORAL =
  /^(?:in|since|until|till|by|of|from|before|after|during|year|early|late|mid|circa|and|for|to|between|through|the|spring|summer|autumn|fall|winter|january|february|march|april|may|june|july|august|september|october|november|december)$/;
const AT_TIME = /^(?:at|until|till|after|before|by|past|from|around|about|between)$/;

/** Why a number is none that counts: a label, a year, a time of day, an age, a part of a longer code. */
export function isLabel(pieces: readonly Piece[], number: NumberAt, counted: Counted, qualified: boolean): boolean {
  const before = pieces[number.from - 1];
  const first = pieces[number.from] as Piece;
  const after = pieces[number.to];
  if (insideCode(pieces, number) || isHour(pieces, number)) return true;
  if (after !== undefined) {
    if (CLOCK.test(after.lower) || after.lower === "°" || after.lower === "º") return true;
    // "two-state", "one-on-one", "12-strong"; "14(b)", "5G", "1990s"
    if (isHyphen(after) && pieces[number.to + 1]?.glued === true) return true;
    if (after.glued && /^(?:\p{L}+|\(|:)$/u.test(after.lower) && after.lower !== "'s" && !number.words) return true;
  }
  if (
    /^(?:times?|fold)$/.test(after?.lower ?? "") ||
    (number.words && number.value === 0 && counted.noun === null && counted.fate === null)
  )
    return true;
  if (number.words && number.value === 1 && isPronounOne(pieces, number, counted)) return true;
  if (before !== undefined && numbered(before, number, counted, first, qualified)) return true;
  if (!qualified && isYear(pieces, number, counted)) return true;
  if (!qualified && isTimeOfDay(pieces, number, counted)) return true;
  return isAge(pieces, number, counted, qualified);
}

function insideCode(pieces: readonly Piece[], { from, to, words }: NumberAt): boolean {
  const [before, first, after] = [pieces[from - 1], pieces[from] as Piece, pieces[to]];
  if (words) return first.glued && isHyphen(before);
  // A telephone number, a row of labels: digits next to digits.
  if (isDigits(before) || (isDigits(after) && isDigits(pieces[to - 1]))) return true;
  if (
    after?.glued === true &&
    (after.lower === "/" || after.lower === ":" || after.lower === "_" || after.lower === "=")
  )
    return true;
  if (after?.glued === true && after.lower === "." && pieces[to + 1]?.glued === true) return true;
  if (before === undefined || !first.glued) return false;
  if (/^[/#:№_.=@+*&]$/.test(before.lower)) return before.lower !== ":" || before.glued;
  if (isHyphen(before)) return true;
  return /^\p{L}/u.test(before.lower);
}

function isPronounOne(pieces: readonly Piece[], { from, to }: NumberAt, counted: Counted): boolean {
  const next = pieces[to];
  const before = pieces[from - 1]?.lower ?? "";
  if (next === undefined) return true;
  if (
    /^(?:of|another|by|day|morning|night|evening|afternoon|thing|way|side|hand|that|who|which|reason|and|such|for|or|'s|to|in|as|more|last|final)$/.test(
      next.lower,
    )
  )
    return true;
  if (
    /^(?:no|the|this|that|any|every|each|which|another|only|some|first|last|next|number|new|old|other|big|small|good|latest)$/.test(
      before,
    ) &&
    counted.noun === null
  )
    return true;
  // "85 people by one count"
  if (before === "by" && /^(?:count|account|estimate|report|tally|reckoning|vote)$/.test(counted.noun ?? ""))
    return counted.noun !== "vote";
  return counted.noun === null && counted.fate === null;
}

function numbered(before: Piece, number: NumberAt, counted: Counted, first: Piece, qualified: boolean): boolean {
  if (qualified) return false;
  const { lower } = before;
  const plural = counted.noun !== null || counted.fate !== null;
  if (NUMBERED.has(lower)) {
    const verb = before.pos.startsWith("VB") && !/^(?:dial|call|ring|text|dialled|dialed)$/.test(lower);
    return !(plural && !before.capital && (verb || DOUBTFUL.has(lower)));
  }
  if (lower === "(" || lower === "'s") return false;
  if (
    before.pos === "PROPN" &&
    before.capital &&
    !(number.words && !first.capital) &&
    !/day$|^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/.test(lower)
  )
    return !(plural && !first.capital && counted.to > 0) || number.yearLike;
  // "milestone 31": one thing and a number that counts nothing.
  return (
    before.pos === "NOUN" &&
    !plural &&
    counted.fate === null &&
    !number.words &&
    !/^(?:toll|maximum|minimum|total|percent)$/.test(lower) &&
    !counted.anaphor
  );
}

function isYear(pieces: readonly Piece[], { from, yearLike, value }: NumberAt, counted: Counted): boolean {
  if (!yearLike || value < 1400) return false;
  if (counted.noun === null) return true;
  const before = pieces[from - 1];
  if (value < 1900 || value > 2099) return TEMPORAL.test(before?.lower ?? "") && counted.person !== true;
  // "2000 people", "some 2000 shells"; else "the 2029 protocol", "in 2031 police".
  if (counted.person === true) return /^(?:in|since|the|by|until|of|during|his|her|its)$/.test(before?.lower ?? "");
  return true;
}

/** "at six this morning", "by four on Monday afternoon", "at 12.00" */
function isHour(pieces: readonly Piece[], { from, to, value }: NumberAt): boolean {
  if (!/^(?:at|by|until|till|before|after|around|about|from|since)$/.test(pieces[from - 1]?.lower ?? "")) return false;
  if (/^(?:[01]?\d|2[0-4])\.[0-5]\d$/.test(pieces[from]?.lower ?? "")) return true;
  if (value > 24 || !Number.isInteger(value)) return false;
  if (pieces[to]?.lower === "on" && WEEKDAYS.includes(pieces[to + 1]?.lower ?? "")) return value <= 12;
  const end = pieces[to]?.lower === "in" && pieces[to + 1]?.lower === "the" ? to + 2 : to + 1;
  return (
    /^(?:this|yesterday|tomorrow|that|in|on|every|each)$/.test(pieces[to]?.lower ?? "") &&
    /^(?:morning|afternoon|evening|night)$/.test(pieces[end]?.lower ?? "")
  );
}

function isTimeOfDay(pieces: readonly Piece[], { from, to, value }: NumberAt, counted: Counted): boolean {
  if (counted.noun !== null || counted.fate !== null || value >= 25) return false;
  const clock = /^\d{1,2}\.[0-5]\d$/.test(pieces[from]?.lower ?? "");
  if (!Number.isInteger(value) && !clock) return false;
  if (!AT_TIME.test(pieces[from - 1]?.lower ?? "")) return false;
  const next = pieces[to];
  return (
    next === undefined ||
    /^(?:[,.;:)?!–—-]|and|or|to|on|in|the|for|until|this|every|each|but|sharp|local|time)$/.test(next.lower)
  );
}

function isClauseEnd(piece: Piece | undefined): boolean {
  return piece === undefined || /^(?:[,.;:)]|and|when|at|or|but)$/.test(piece.lower);
}

function isAge(
  pieces: readonly Piece[],
  { from, to, value, words }: NumberAt,
  counted: Counted,
  qualified: boolean,
): boolean {
  if (value > 115) return false;
  // "some as young as seven"
  if (
    /\bas (?:young|old) as$/.test(
      `${pieces[from - 3]?.lower ?? ""} ${pieces[from - 2]?.lower ?? ""} ${pieces[from - 1]?.lower ?? ""}`,
    )
  )
    return counted.noun === null;
  // "eleven boys, the youngest of them four"
  if (counted.noun === null && counted.fate === null)
    for (let k = from - 1; k >= 0 && k > from - 5; k -= 1)
      if (/^(?:youngest|oldest|eldest)$/.test(pieces[k]?.lower ?? "")) return true;
  const next = pieces[to]?.lower ?? "";
  const second = pieces[to + 1]?.lower ?? "";
  if (next === "and" && /^(?:over|under|older|younger|above)$/.test(second) && counted.noun === null) return true;
  const before = pieces[from - 1];
  if (before === undefined) return false;
  if (qualified) {
    // "people over 70", "those under 12"
    const whose = pieces[from - 2]?.lower ?? "";
    return (
      /^(?:over|under|above|below)$/.test(before.lower) &&
      counted.noun === null &&
      (/^(?:those|anyone|everyone|aged|anybody|all|age|ages|the)$/.test(whose) ||
        isPerson(singular(whose)) === true ||
        (/^(?:is|are|was|were)$/.test(whose) && value < 100 && isClauseEnd(pieces[to])))
    );
  }
  if (/^(?:aged|age|ages|turned|turns|turning)$/.test(before.lower)) return true;
  // "a boy of nine", "a mother of four"
  const article = /^(?:a|an|the)$/.test(pieces[from - 3]?.lower ?? "");
  if (before.lower === "of" && counted.noun === null && (counted.fate === null || article)) {
    const whose = pieces[from - 2];
    const crowd = /^(?:crew|staff|family|people|police|personnel|troop|troops|garrison)$/.test(whose?.lower ?? "");
    if (whose?.pos === "NOUN" && !crowd && isPerson(whose.lower) === true) return true;
  }
  if (before.lower === "of" && /^ages?$/.test(pieces[from - 2]?.lower ?? "")) return true;
  // "84 people, 31 of them women"
  if (/^(?:them|whom|these|those|us)$/.test(second)) return false;
  if (
    words ||
    (before.lower !== "," && before.lower !== "(") ||
    !/^(?:[,.;:)]|and|from|of|was|who|who's|told|said|is)?$/.test(next)
  )
    return false;
  const whose = pieces[from - 2];
  return (
    whose !== undefined &&
    counted.fate === null &&
    isNounish(whose) &&
    (whose.pos === "PROPN" || isPerson(singular(whose.lower)) === true) &&
    next !== ""
  );
}
