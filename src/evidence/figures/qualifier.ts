import type { Qualifier } from "../../model/figure.ts";
import type { Piece } from "./piece.ts";

/** Phrases before a number; where one ends like another, the longer one counts. */
const PHRASES: readonly (readonly [qualifier: Qualifier, phrases: string])[] = [
  [
    "at-least",
    "at least|no fewer than|no less than|not fewer than|not less than|no lower than|no smaller than|nothing less than|a minimum of|minimum of|minimum|" +
      "at the very least|at a minimum|at the lowest|not under|no under|in no case less than|as few as|as little as|≥|>=",
  ],
  [
    "more-than",
    "more than|greater than|larger than|higher than|bigger than|longer than|later than|better than|over|well over|just over|far over|slightly over|a little over|above|well above|just above|" +
      "in excess of|well in excess of|far in excess of|a shade over|a touch over|a fraction over|a whisker over|a shade above|marginally over|marginally above|slightly above|comfortably over|comfortably above|somewhat over|somewhat above|rather more than|considerably more than|upwards of|upward of|north of|exceeding|topping|surpassing|beyond|passing|>",
  ],
  [
    "up-to",
    "up to|as many as|as much as|as high as|no more than|not more than|no greater than|no higher than|no larger than|no longer than|at most|at the most|at the very most|" +
      "a maximum of|maximum of|maximum|not exceeding|never more than|no later than|at the outside|capped at|limited to|anything up to|≤|<=",
  ],
  [
    "less-than",
    "less than|fewer than|lower than|smaller than|shorter than|under|well under|far under|below|well below|just below|not even|south of|<",
  ],
  [
    "nearly",
    "nearly|almost|close to|very close to|just under|slightly under|a little under|just short of|short of|just shy of|shy of|approaching|nearing|a little less than|close on|just on|not far short of|not far off|not far from|fast approaching|closing in on|nudging|touching|pushing|a shade under|a touch under|a fraction under|a whisker under|marginally under|a shade below|a touch below|slightly below|slightly less than|just less than|" +
      "not quite|virtually|practically|well-nigh|verging on|getting on for",
  ],
  [
    "about",
    "about|around|approximately|approx|approx.|roughly|some|an estimated|estimated|circa|ca.|ca|c.|~|≈|∼|maybe|perhaps|possibly|in the region of|in the order of|of the order of|on the order of|" +
      "in the range of|in the order|around about|round about|an approximate|a rough total of|or thereabouts|in the neighbourhood of|in the neighborhood of|in the vicinity of|somewhere around|somewhere near|something like|nearer|nearer to|closer to|near|or so|the best part of|probably|" +
      "estimated at|put at around|reckoned at|more or less|a rough|say|give or take",
  ],
  ["exactly", "exactly|precisely|a total of|barely|hardly|only|just|a mere|no other than|as low as|fully|a full"],
];
/** By their last word: `[words before it, last first]`, longest first. */
const BEFORE: ReadonlyMap<string, readonly (readonly [words: readonly string[], qualifier: Qualifier])[]> =
  byLastWord();

function byLastWord(): ReadonlyMap<string, (readonly [readonly string[], Qualifier])[]> {
  const map = new Map<string, (readonly [readonly string[], Qualifier])[]>();
  for (const [qualifier, phrases] of PHRASES)
    for (const phrase of phrases.split("|")) {
      const words = phrase.split(" ").toReversed();
      const last = words[0] as string;
      map.set(last, [...(map.get(last) ?? []), [words, qualifier]]);
    }
  for (const list of map.values()) list.sort((a, b) => b[0].length - a[0].length);
  return map;
}

/** Verbs that say that a threshold lies behind or ahead: "the toll passed 300". */
const PASSING =
  /^(?:pass|passes|passed|top|tops|topped|exceed|exceeds|exceeded|surpass|surpasses|surpassed|cross|crosses|crossed|outstrip|outstripped|outnumber)$/;

/** Words that may stand between a qualifier and its number: "at least another 20", "about a further 40". */
const BETWEEN = new Set(
  "another additional further extra other the these those its their his her our all cool whopping massive hefty record staggering mere modest combined estimated reported remaining further next".split(
    " ",
  ),
);

export interface QualifierAt {
  readonly qualifier: Qualifier;
  /** First piece of the phrase. */
  readonly from: number;
}

/** Index of the piece that leads to the number at `i`: the first of "another", "an additional", "a cool" …, or `i`. */
function leadOf(pieces: readonly Piece[], i: number): number {
  let at = i;
  while (at > 0 && at > i - 3 && BETWEEN.has(pieces[at - 1]?.lower ?? "")) at -= 1;
  if (at < i && /^an?$/.test(pieces[at - 1]?.lower ?? "")) at -= 1;
  return at;
}

/** The qualifier that ends right before piece `i`, few words between allowed; null when there is none. */
export function qualifierBefore(pieces: readonly Piece[], i: number): QualifierAt | null {
  return endingAt(pieces, i) ?? behindLead(pieces, i);
}

function behindLead(pieces: readonly Piece[], i: number): QualifierAt | null {
  const lead = leadOf(pieces, i);
  const found = lead === i ? null : endingAt(pieces, lead);
  // "over the 12 months", "under the two brothers": a place or time, no amount.
  if (
    found === null ||
    (!/^(?:nearly|almost|barely|least)$/.test(pieces[lead - 1]?.lower ?? "") &&
      /^(?:the|its|their|his|her|our|these|those)$/.test(pieces[lead]?.lower ?? ""))
  )
    return null;
  return found;
}

function endingAt(pieces: readonly Piece[], i: number): QualifierAt | null {
  const list = BEFORE.get(pieces[i - 1]?.lower ?? "");
  if (list === undefined) return null;
  for (const [words, qualifier] of list) {
    const from = i - words.length;
    if (from < 0) continue;
    if (!words.every((word, k) => pieces[i - 1 - k]?.lower === word)) continue;
    if (isParticle(pieces, from) || isSpoken(pieces, from)) return null;
    // "rather more than", "not just over": the word before belongs to it.
    if (qualifier === "exactly") {
      const inner = from > 0 ? endingAt(pieces, from) : null;
      return inner ?? { qualifier, from };
    }
    // "about 5 to 7", "some nearly 40": the outer one is taken into the text, the inner one counts.
    return { qualifier, from: withAdverb(pieces, from) };
  }
  return null;
}

/** "Officials say 40 died": a verb; ", say, 40" and "in, say, 40 days" are none. */
function isSpoken(pieces: readonly Piece[], from: number): boolean {
  return pieces[from]?.lower === "say" && !/^[,(–—-]$/.test(pieces[from - 1]?.lower ?? "");
}

/** "turns over £40m", "adds up to €7m": the word belongs to the verb. */
function isParticle(pieces: readonly Piece[], from: number): boolean {
  const verb = pieces[from - 1]?.lower ?? "";
  if (
    pieces[from]?.lower === "over" &&
    /^(?:turn|turns|turned|turning|hand|hands|handed|handing|run|ran|knocked|fork|forked|carried|signed|bend)$/.test(
      verb,
    )
  )
    return true;
  // "the dispute is over ¥48 billion"
  if (pieces[from]?.lower === "over")
    for (let k = from - 1; k >= 0 && k > from - 4; k -= 1)
      if (
        /^(?:dispute|disputes|row|argument|quarrel|debate|fight|battle|lawsuit|disagreement|talks|wrangle|feud)$/.test(
          pieces[k]?.lower ?? "",
        )
      )
        return true;
  // "falls short of the $180m"
  if (pieces[from]?.lower === "short") return /^(?:fall|falls|fell|fallen|falling|stop|stops|stopped)$/.test(verb);
  if (pieces[from]?.lower === "up")
    return /^(?:add|adds|added|adding|came|come|comes|coming|owned|owning|go|goes|going|gone|went)$/.test(verb);
  return pieces[from]?.lower === "around" && /^(?:turn|turned|turns|turning)$/.test(verb);
}

function withAdverb(pieces: readonly Piece[], from: number): number {
  return /^(?:well|just|far|slightly|significantly|considerably|substantially|possibly|perhaps|maybe|now|only)$/.test(
    pieces[from - 1]?.lower ?? "",
  ) && pieces[from]?.lower !== "just"
    ? from - 1
    : from;
}

/** "passed 2,000": more than that, where the number stands alone. */
export function passedBefore(pieces: readonly Piece[], i: number): QualifierAt | null {
  const lead = pieces[i - 1]?.lower === "the" ? i - 1 : i;
  if (
    /^(?:past|beyond)$/.test(pieces[lead - 1]?.lower ?? "") &&
    /^(?:climb|climbs|climbed|climbing|rise|rises|rose|risen|rising|gone|went|goes|grown|grew|jumped|soared|shot|swelled|crept|edged|moved|pushed)$/.test(
      pieces[lead - 2]?.lower ?? "",
    )
  )
    return { qualifier: "more-than", from: lead };
  return PASSING.test(pieces[lead - 1]?.lower ?? "") &&
    (pieces[lead - 1]?.pos !== "NOUN" || /^(?:to|will|could|would|may|might)$/.test(pieces[lead - 2]?.lower ?? ""))
    ? { qualifier: "more-than", from: lead }
    : null;
}

/** "or more", "or so", "at most", "+" behind a number that ends before piece `i`. */
export function qualifierAfter(
  pieces: readonly Piece[],
  i: number,
): { readonly qualifier: Qualifier; readonly to: number } | null {
  const first = pieces[i]?.lower ?? "";
  const second = pieces[i + 1]?.lower ?? "";
  const third = pieces[i + 2]?.lower ?? "";
  switch (first) {
    case "+":
      return pieces[i]?.glued === true ? { qualifier: "at-least", to: i + 1 } : null;
    case "tops":
    case "max":
      return { qualifier: "up-to", to: i + 1 };
    case "approximately":
    case "approx":
    case "roughly":
      return /^[,.;:)]?$/.test(second) ? { qualifier: "about", to: i + 1 } : null;
    case "plus":
      return /^(?:years|a|an|the|two|one|three)$/.test(second) ? null : { qualifier: "at-least", to: i + 1 };
    case "or":
      if (/^(?:more|above|over|higher|greater|longer|better|upwards)$/.test(second) && third !== "than")
        return { qualifier: "at-least", to: i + 2 };
      if (/^(?:less|fewer|under|below|lower|shorter|smaller)$/.test(second)) return { qualifier: "up-to", to: i + 2 };
      if (/^(?:so|thereabouts)$/.test(second)) return { qualifier: "about", to: i + 2 };
      return null;
    case "and":
      if (second === "counting") return { qualifier: "at-least", to: i + 2 };
      return /^(?:above|over|more|upwards|up)$/.test(second) && /^[,.;:)!?]?$/.test(third)
        ? { qualifier: "at-least", to: i + 2 }
        : null;
    case "at":
      if (second === "most") return { qualifier: "up-to", to: i + 2 };
      if (second === "the" && third === "very")
        return { qualifier: pieces[i + 3]?.lower === "least" ? "at-least" : "up-to", to: i + 4 };
      if (second === "least") return { qualifier: "at-least", to: i + 2 };
      return second === "the" && third === "most" ? { qualifier: "up-to", to: i + 3 } : null;
    case "-":
      if (second === "odd" && pieces[i]?.glued === true) return { qualifier: "about", to: i + 2 };
      return second === "plus" && pieces[i]?.glued === true ? { qualifier: "at-least", to: i + 2 } : null;
    case "odd":
    case "ish":
      return { qualifier: "about", to: i + 1 };
    case "give":
      return second === "or" && third === "take" ? { qualifier: "about", to: i + 3 } : null;
    case "minimum":
      return { qualifier: "at-least", to: i + 1 };
    case "maximum":
      return { qualifier: "up-to", to: i + 1 };
    default:
      return null;
  }
}
