import type { Figure } from "../model/figure.ts";
import type { Around } from "./figure-around.ts";
import { isDisputed, isLot, isOfOtherTime, isOtherSide, isRoom, isSize, isSomeOf } from "./figure-aside.ts";
import { GIVES } from "./pledge-giver.ts";

/**
 * What a figure does in its sentence. `whole`: it tells how many there are; `old`: it was told before and is replaced
 * here; `earlier`: perhaps so, where its report has another to put in its place; `part`: some of them, or those that
 * have come on top; `aside`: of another time, or some of them, where its report tells another count of the same;
 * `base`: "of 640 colonies", how many there were to begin with; `none`: an hour, money that is given, a day.
 */
export type Role = "whole" | "old" | "earlier" | "part" | "aside" | "base" | "none";

const DETERMINERS = String.raw`(?:(?:the|a|an|its|their|his|her|our|some|about|around|roughly|nearly|almost|over|at least|more than|up to|earlier|previous|initial|first|original|estimated|reported)\s+)*$`;
const before = (words: string): RegExp => new RegExp(`${words}${DETERMINERS}`, "iu");

const TOLD = String.raw`(?:wrote|written|said|stated?|reported|announced|published|printed|gave|given|told|claimed|feared|thought|assumed|believed|quoted|had it|put it|estimated|counted|misprinted)`;
/** "Not, as stated, 26,000"; "up from nine"; "rather than 340". */
const REPLACED = [
  before(
    String.raw`\b(?:not(?:,? (?:as|like) [^,]{2,50},)?|never|rather than|instead of|no longer|as opposed to|in place of|replac(?:es|ing))\s+`,
  ),
  before(
    String.raw`\b(?:up|down|revis\w+|corrected|raised|lowered|changed|increas\w+|reduced|cut|rising|rose|risen|falling|fell|fallen|dropp\w+|climb\w+|gr[eo]wn?|jumped|amended|upgraded|downgraded|scaled (?:back|down))\b[^.;]{0,80}? from\s+`,
  ),
  before(
    String.raw`\b(?:compared (?:with|to)|as against|against|up on|down on|(?:down|up|back) from (?:a |the |its )?(?:peak|high|low|maximum|total) of)\s+`,
  ),
];
const BOUND = /^(?:more|less|fewer|under|over|at (?:least|most)|a|one|only|just)\b/i;
/** "Reported on Monday", "as it had first stated", "was a misprint". */
const BEFORE_NOW = String.raw`(?:first|earlier|originally|previously|initially|wrongly|mistakenly|had)`;
const REPLACED_AFTER = [
  new RegExp(
    String.raw`^(?:(?!\b(?:not|rather|instead|and|but)\b)[^.;]){0,40}?,?\s(?:as|which|that) (?:\S+ ){0,5}?(?:${BEFORE_NOW} (?:been )?)+${TOLD}\b`,
    "iu",
  ),
  new RegExp(
    String.raw`^\s*(?:[\p{L}-]+\s+){0,3}?(?:${BEFORE_NOW} )*${TOLD}\s+(?:earlier|before|previously|originally|initially|at first|first|wrongly|on \p{L}+day|yesterday|this morning|last night|in (?:\S+ ){1,3}(?:report|edition|version|article|bulletin|statement))`,
    "iu",
  ),
  /^(?:[^.,;]{0,30})\b(?:was|were|is|had been) (?:wrong|mistaken|a mistake|an error|too high|too low|a misprint|out of date)\b/iu,
];
const EARLIER_WORD = String.raw`\b(?:earlier|initial(?:ly)?|at first|previous(?:ly)?|original(?:ly)?|overnight|preliminary|provisional|first|older?|former|yesterday(?:['’]s)?|last night(?:['’]s)?|this morning(?:['’]s)?|(?:mon|tues|wednes|thurs|fri|satur|sun)day['’]s|until (?:now|then)|so far had|before that)\b`;
const EARLIER_SAID = new RegExp(
  `${EARLIER_WORD}[^.;]{0,80}?\\b(?:had|was|were|${TOLD.slice(3, -1)}|put|spoke|spoken|estimate|figure|count|toll|version|draft|report|number|tally|of|for)\\b[^.;]{0,60}$`,
  "i",
);
/** "The estimate had been 6.4", "police had put the dead at nine". */
const HAD_SAID = new RegExp(
  String.raw`\bhad\s+(?:\S+\s+){0,2}?(?:(?:put|spoken|listed|set|${TOLD.slice(3, -1)})\b[^.;]{0,50}|been(?: (?:at|put at|given as|set at))?\s+)$`,
  "i",
);
/** "In Monday's report we wrote that 5,000 vines were lost." */
const WE_WROTE = new RegExp(
  String.raw`\b(?:we|this (?:paper|newspaper|station|site|programme))\s+(?:had\s+|have\s+|has\s+)?(?:wrongly\s+|first\s+|earlier\s+)?${TOLD}\b[^.;]{0,60}$`,
  "i",
);
/** "An article on Monday gave the height as 212 metres." */
const IN_PRINT =
  /\b(?:article|report|story|edition|bulletin|statement|headline|caption|post|dispatch|release|version)\b[^.;]{0,40}?\b(?:gave|given|said|stated|put|wrote|had|reported|spoke|listed|mentioned)\b[^.;]{0,60}$/i;
const EARLIER_AFTER =
  /^[^.;,]{0,40}\b(?:earlier|initially|at first|originally|previously|the day before|a day before)\b/i;

const ADDED = before(
  String.raw`\b(?:another|(?:a )?further|additional|extra|includ(?:ing|es|ed)|among (?:them|whom|those|the dead|the injured)|of (?:them|whom|which|these|those)|besides|plus|on top of|in addition to|(?:a quarter|a third|a fifth|a tenth|half|two[- ]thirds|three[- ]quarters|most)(?: of)?|by (?=a\b|$)|separate)[,:]?\s+`,
);
const ADDED_AFTER =
  /^\s*(?:[^\s,;:]+\s)?(?:more\b(?! than)|extra\b|of (?:those|these)\b|in addition\b|on top\b|apiece\b|each\b)/iu;
const RATE_AFTER =
  /^\s*(?:a (?:day|week|month|year|night|head)\b|per (?:day|week|month|year|night|head|person|capita)|to (?:a|an|every|each) )/iu;
/** "Two of the five turbines", "of 640 colonies, 590 are dead": how many there were to begin with. */
const BASE = before(
  String.raw`(?:(?:^|[.,;:“"]\s*)of(?: the| its| their| all| these)?|(?:\p{Nd}|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|teen|ty|hundred|thousand|some|many|most|half|none|any|all)) of(?: the| its| their| all| these)?|\bout of(?: the| its| all)?)\s+`,
);
/** "Built for twelve people": how many there may be. */
const ROOM = before(
  String.raw`\b(?:built|designed|made|meant|licensed|approved|intended|equipped|fit|room|space|seats?|beds?|capacity|limit|maximum|allowed|permitted)(?: is| was)? (?:for|of|to (?:hold|carry|seat|take|house))\s+`,
);
/** "Rose by 40 centimetres". */
const CHANGED_BY = before(
  String.raw`\b(?:ris\w+|rose|grow\w*|grew|increas\w+|climb\w*|fall\w*|fell|dropp\w*|drop|sank|sunk|shrank|shrunk|shrink\w*|cut|up|down|rais\w+|lower\w*|reduc\w+|widen\w*|swell\w*|swollen|swelled)\b(?: \S+){0,4} by(?: another| a further)?\s+`,
);
const CLOCK_BEFORE = /\b(?:at|for|by|until|till|from|past|before|after|since|around|about|to|as of|as at)\s+$/i;
/** Money that is given, not counted: what one gives says nothing against what another gives. */
const GIVING =
  /\b(?:pledg\w+|donat\w+|grants?|granted|aid|fund(?:s|ing|ed)?|loans?|lend\w*|invest\w*|contribut\w+|budget\w*|set(?:ting)? aside|earmark\w*|promis\w+|provid\w+|giv(?:e|es|ing|en)|gave|allocat\w+|package|spend\w*|spent|made available|programme|program|unveil\w+|commit\w+)\b/i;

/** "Seven million had been paid out": how much has come is counted. */
const PAID_AFTER =
  /^[^,.;]{0,60}\b(?:has|have|had|was|were)\s(?:\p{L}+\s){0,2}?(?:paid|disbursed|handed|reached|arrived|transferred|come)\b/iu;

/** Reads what a figure does in its sentence. */
export function roleOf(
  figure: Pick<Figure, "kind" | "value" | "counts" | "unit"> & {
    readonly text?: string;
    readonly asOf?: string | null;
  },
  around: Around,
): Role {
  const text = figure.text ?? "";
  if (figure.kind === "date") return "none";
  if (figure.kind === "money" && isGiven(around)) return "none";
  if (around.start === -1) return "whole";
  const head = around.before.slice(-140);
  const tail = around.after.slice(0, 120);
  if (isHour(figure, text, head, tail)) return "none";
  if (isRoom(around, text, figure.kind === "casualties") || isSize(around, figure.kind) || isLot(around)) return "none";
  if (isDisputed(around) || isOtherSide(around)) return "none";
  if (isOfOtherTime(around, yearOf(figure.asOf))) return "aside";
  if (!BOUND.test(text) && REPLACED.some((words) => words.test(head))) return "old";
  if (ROOM.test(head)) return "none";
  if (BASE.test(head)) return "base";
  if (/\bthere (?:were|are|had been|was|is)\s+$/iu.test(head)) return "whole";
  if (CHANGED_BY.test(head)) return "part";
  const some = isSomeOf(around, text);
  if (some !== null) return some === "some" ? "part" : "aside";
  if (ADDED.test(head) || ADDED_AFTER.test(tail) || (figure.unit === null && RATE_AFTER.test(tail))) return "part";
  if (
    /\b(?:more|further|additional|extra)\b(?! than)/i.test(text) ||
    (figure.kind !== "casualties" && /\bothers?\b/i.test(text))
  )
    return "part";
  if (WE_WROTE.test(head)) return "old";
  if (
    REPLACED_AFTER.some((words) => words.test(tail)) ||
    IN_PRINT.test(head) ||
    EARLIER_SAID.test(head) ||
    HAD_SAID.test(head) ||
    EARLIER_AFTER.test(tail)
  )
    return "earlier";
  return "whole";
}

const yearOf = (published: string | null | undefined): number | null =>
  published === null || published === undefined ? null : Number(published.slice(0, 4));

/** Is the sum what the giving is about, or is a gift only spoken of elsewhere in the sentence? */
function isGiven({ sentence, start, before, after }: Around): boolean {
  if (/\b(?:damage|losses|costs?|bill|shortfall)\b/i.test(sentence)) return false;
  if (start === -1) return GIVING.test(sentence);
  if (PAID_AFTER.test(after)) return false;
  const near = [before.slice(-90), /^[^,.;:]{0,60}/.exec(after)?.[0] ?? ""];
  return (
    near.some((words) => GIVING.test(words)) ||
    /\b(?:add(?:s|ed|ing)?|makes|making(?: it)?) (?:another |a further )?$/i.test(before) ||
    (/^[^,.;:]{0,30}\b(?:for|towards?|into|to)\b/i.test(after) && GIVES.test(near[0] ?? ""))
  );
}

/** "Put the dead at seven", "has risen to seven": no hour. */
const TOLD_AT =
  /\b(?:ris\w+|rose|f[ae]ll\w*|climb\w*|dropp\w*|number\w*|toll|tally|puts?|putting|stood|stands|revis\w+|lower\w+|counts?|reach\w*|down|up|total|magnitude|strength|estimat\w+|given|gave|remain\w*|figure|reckon\w*|measur\w+|speed|doing|flew|level)\b[^,;]{0,90}\b(?:to|at|by)\s+$/i;

/** "By four this afternoon", "on Friday at three at 410 micrograms". */
function isHour(figure: Pick<Figure, "kind" | "value" | "unit">, text: string, head: string, tail: string): boolean {
  if (/^\p{Nd}{1,2}[.:]\p{Nd}\p{Nd}$/u.test(text.trim()) && CLOCK_BEFORE.test(head)) return true;
  if (
    (figure.kind !== "count" && figure.kind !== "casualties") ||
    figure.unit !== null ||
    !(figure.value > 0 && figure.value <= 24)
  )
    return false;
  if (/\s/.test(text.trim()) || !CLOCK_BEFORE.test(head)) return false;
  if (TOLD_AT.test(head)) return false;
  if (/^\s*(?:[ap]\.?m\b|o['’]clock|this (?:morning|afternoon|evening)|on \p{Lu}\p{L}+day)/iu.test(tail)) return true;
  // "… had died, police said at seven."
  if (figure.value <= 12 && /\b(?:at|by)\s+$/i.test(head) && /^\s*(?:[.,;:”"]|$)/.test(tail)) return true;
  return /\b(?:at|by|until|till|past|since)\s+$/i.test(head) && /^\s*at\s+\p{Nd}/iu.test(tail);
}
