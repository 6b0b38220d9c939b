import type { Qualifier } from "../model/figure.ts";
import type { Span } from "../model/span.ts";
import { ONES, SCALES, TENS } from "./figures/number-words.ts";

/** A number of a sentence with little known of what it counts; good only beside figures of other reports. */
export interface LooseFigure {
  /** Offsets in the sentence. */
  readonly span: Span;
  readonly text: string;
  readonly value: number;
  /** Upper end of a range. */
  readonly max?: number;
  readonly qualifier: Qualifier;
  /** The word behind it, where that may be what is counted; else null. */
  readonly counts: string | null;
  readonly unit: string | null;
}

interface Word {
  readonly text: string;
  readonly lower: string;
  readonly start: number;
  readonly end: number;
}

const WORD =
  /\p{Nd}+(?:,\p{Nd}{3})+(?:\.\p{Nd}+)?|\p{Nd}+(?:[.:]\p{Nd}+)*|[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*|[^\s\p{L}\p{N}]/gu;
const QUALIFIERS: readonly (readonly [RegExp, Qualifier])[] = [
  [/\b(?:at least|no (?:fewer|less) than|a minimum of|not (?:fewer|less) than)\s*$/i, "at-least"],
  [/\b(?:up to|at most|no more than|not more than|as many as|a maximum of)\s*$/i, "up-to"],
  [/\b(?:more than|over|above|upwards of|in excess of)\s*$/i, "more-than"],
  [/\b(?:fewer than|less than|under|below|within)\s*$/i, "less-than"],
  [/\b(?:nearly|almost|close to|just under|approaching)\s*$/i, "nearly"],
  [/\b(?:about|around|some|roughly|approximately|an estimated|circa|or so)\s*$/i, "about"],
];
const UNITS: Readonly<Record<string, string>> = {
  kilo: "kg",
  kilos: "kg",
  kilogram: "kg",
  kilograms: "kg",
  kilogrammes: "kg",
  kg: "kg",
  tonne: "t",
  tonnes: "t",
  tons: "t",
  litres: "l",
  liters: "l",
  degrees: "degree",
  kilometres: "km",
  kilometers: "km",
  km: "km",
  miles: "mile",
  metres: "m",
  meters: "m",
  knots: "knot",
  kph: "km/h",
  mph: "mile/h",
  hectares: "ha",
  acres: "acre",
  megawatts: "MW",
  volts: "V",
};
/** Before a number: an hour, a day, an age, a place in a row. */
const NO_COUNT =
  /\b(?:at|by|until|till|from|past|before|after|since|aged?|line|route|camp|ward|room|page|gate|silo|number|no|article|chapter|bus|channel|radio|flight|highway|to|of|and|between|turned)\s*$/i;
/** Before such a word a number is what the sentence tells. */
const MEASURED =
  /\b(?:making|leaving|leaves|bring\w*|put|puts|putting|rose|risen|rises|rising|climb\w*|reach\w*|stood|stands|grew|grown|jump\w*|fell|fallen|dropp?\w*|magnitude|speed|strength|number|total|toll|count\w*|tally|figure|estimate\w*|measur\w*|register\w*|record\w*|cases|makes it|made it|past me|doing|travelling|level)\b[^.;]{0,60}$/i;
const AFTER_HOUR =
  /^\s*(?:a\.?m\b|p\.?m\b|o['’]clock|this (?:morning|afternoon|evening)|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|in the (?:morning|afternoon|evening))/i;
/** "To 29 on Monday evening" is no hour, "by six on Monday" is. */
const AT_HOUR = /\b(?:at|by|until|till|from|past|before|after|since|around|about|of)\s+$/i;
const TOLD_AT = /\b(?:put|puts|stood|stands|stand|remain\w*)\b[^,;\p{Nd}]{0,60}\bat\s+$/iu;
const BETWEEN = /\bbetween\s+$/i;
const AGE = /^\s*(?:,\s|$)|^-year|^\s+years? old/;
const MONTHS = /^\s*(?:January|February|March|April|May|June|July|August|September|October|November|December)\b/;
const NO_NOUN = new Set(
  "of in on at to for from by with as is are was were be been has have had will would said says and or but the a an per than that which who not more others other dead had still there here now so after before people's according behind beneath under over above below between among inside outside within without into onto upon across along around near past through against towards toward about since until till during while when where because if though although then also only just yet this these those it they he she we you either neither nor down out away back off again today yesterday tonight tomorrow each both all some any such too very".split(
    " ",
  ),
);

/** Numbers of a sentence that may be what it tells; no hours, days, ages, years or numbers of houses and rooms. */
export function looseFiguresIn(sentence: string): LooseFigure[] {
  const words = [...sentence.slice(0, 1200).matchAll(WORD)].map((m): Word => ({
    text: m[0],
    lower: m[0].toLowerCase(),
    start: m.index,
    end: m.index + m[0].length,
  }));
  const found: LooseFigure[] = [];
  for (let i = 0; i < words.length; i += 1) {
    const hyphened = ageIn(words[i] as Word);
    if (hyphened !== null) found.push(hyphened);
    const number = hyphened === null ? numberFrom(words, i) : null;
    if (number === null) continue;
    const first = words[i] as Word;
    const last = words[number.to - 1] as Word;
    i = number.to - 1;
    const before = sentence.slice(Math.max(0, first.start - 90), first.start);
    const after = sentence.slice(last.end, last.end + 40);
    if (isAge(number.value, before, after)) {
      const span: Span = [first.start, last.end];
      found.push({
        span,
        text: sentence.slice(...span),
        value: number.value,
        qualifier: "exactly",
        counts: null,
        unit: "age",
      });
      continue;
    }
    const next = words[number.to];
    const measured = next !== undefined && Object.hasOwn(UNITS, next.lower);
    if (!measured && !isTold(number, before, after, sentence)) continue;
    const rate = /^(?:\/h\b|\s+(?:an|per|a)\s+hour\b)/i.test(sentence.slice(next?.end ?? last.end));
    const unit =
      next === undefined
        ? null
        : UNITS[next.lower] === undefined
          ? null
          : rate
            ? `${UNITS[next.lower]}/h`
            : (UNITS[next.lower] ?? null);
    const noun =
      unit === null &&
      next !== undefined &&
      /^\p{Ll}{3,}$/u.test(next.text) &&
      !NO_NOUN.has(next.lower) &&
      !/ed$|ing$|ly$/.test(next.lower)
        ? next.lower.replace(/(?<=[^s])s$/, "")
        : null;
    const lower = found.at(-1);
    if (
      lower !== undefined &&
      lower.value < number.value &&
      (/^\s*(?:to|–|-|or)\s*$/u.test(sentence.slice(lower.span[1], first.start)) ||
        (/^\s*and\s*$/u.test(sentence.slice(lower.span[1], first.start)) &&
          BETWEEN.test(sentence.slice(Math.max(0, lower.span[0] - 12), lower.span[0]))))
    ) {
      const span: Span = [lower.span[0], last.end];
      found[found.length - 1] = {
        ...lower,
        span,
        text: sentence.slice(...span),
        max: number.value,
        qualifier: "between",
        counts: noun,
        unit,
      };
      continue;
    }
    found.push({
      span: [first.start, last.end],
      text: sentence.slice(first.start, last.end),
      value: number.value,
      qualifier:
        QUALIFIERS.find(([words_]) => words_.test(before))?.[1] ??
        (/^\s*(?:or so|at most)/i.test(after) ? (/at most/i.test(after) ? "up-to" : "about") : "exactly"),
      counts: noun,
      unit,
    });
  }
  return found;
}

/** "Who is six", "aged 34", "he is eight, not six", "12 years old". */
function isAge(value: number, before: string, after: string): boolean {
  if (value < 1 || value > 115) return false;
  if (/^\s+(?:years?|months?)[ -]old\b|^\s+years? of age\b/i.test(after)) return true;
  if (/\baged?\s+(?:about |around )?$/i.test(before)) return true;
  const ends = /^\s*(?:[,.;”"]|$|and\b|not\b|but\b)/i.test(after);
  if (!ends) return false;
  return (
    /\b(?:who|he|she|boy|girl|child|man|woman) (?:is|was|turned|were|turns)(?: only| just| in fact| actually)?\s+$/i.test(
      before,
    ) || /\b(?:he|she|who) (?:is|was) (?:[\p{L}-]+,? )?(?:and |but )?not\s+$/iu.test(before)
  );
}

/** "A six-year-old". */
function ageIn({ text, lower, start, end }: Word): LooseFigure | null {
  const parts = /^([\p{L}-]+)-years?-olds?$/u.exec(lower)?.[1]?.split("-");
  const value = parts?.reduce((sum, part) => sum + (ONES.get(part) ?? TENS.get(part) ?? Number.NaN), 0) ?? Number.NaN;
  return value > 0 && value < 116
    ? { span: [start, end], text, value, qualifier: "exactly", counts: null, unit: "age" }
    : null;
}

interface Numbered {
  readonly value: number;
  readonly to: number;
  readonly small: boolean;
}

function numberFrom(words: readonly Word[], i: number): Numbered | null {
  const word = words[i] as Word;
  let value: number | null = null;
  let to = i + 1;
  let digits = false;
  if (/^\p{Nd}/u.test(word.text)) {
    if (word.text.includes(":") || /^\d+\.\d+\.\d+/.test(word.text)) return null;
    value = Number(word.text.replaceAll(",", ""));
    digits = true;
    if (!Number.isFinite(value)) return null;
    // Years.
    if (/^(?:1[5-9]|20)\d\d$/.test(word.text) && SCALES.get(words[to]?.lower ?? "") === undefined) return null;
  } else {
    let sum = 0;
    let at = i;
    for (; at < words.length; at += 1) {
      const { lower } = words[at] as Word;
      const parts = lower.split("-");
      const small = parts.reduce<number | null>((all, part) => {
        const one = ONES.get(part) ?? TENS.get(part);
        return all === null || one === undefined ? null : all + one;
      }, 0);
      const scale = SCALES.get(lower);
      const decimal = lower === "point" && at > i ? ONES.get(words[at + 1]?.lower ?? "") : undefined;
      if (decimal !== undefined && decimal < 10) {
        sum += decimal / 10;
        at += 1;
      } else if (small !== null) sum += small;
      else if (scale === 100 && sum > 0) sum *= 100;
      else if (scale !== undefined && sum > 0) {
        value = (value ?? 0) + sum * scale;
        sum = 0;
      } else if (lower !== "and" || sum === 0 || !ONES.has(words[at + 1]?.lower ?? "") || sum < 100) break;
    }
    if (at === i) return null;
    value = (value ?? 0) + sum;
    to = at;
  }
  for (
    let scale = SCALES.get(words[to]?.lower ?? "");
    scale !== undefined;
    scale = SCALES.get(words[to]?.lower ?? "")
  ) {
    value *= scale;
    to += 1;
  }
  return { value, to, small: !digits && value <= 12 };
}

function isTold({ value, small }: Numbered, before: string, after: string, sentence: string): boolean {
  if (MONTHS.test(after) || /^(?:st|nd|rd|th)\b/.test(after)) return false;
  if (AFTER_HOUR.test(after) && value <= 24 && AT_HOUR.test(before) && !TOLD_AT.test(before)) return false;
  if (/(?:a quarter|half|third|quarters|thirds|fifth) of (?:a )?$/i.test(before)) return false;
  if (/\b(?:Jan|Feb|March|Apr|May|June|July|Aug|Sept|Oct|Nov|Dec)[a-z]*\.?\s*$/.test(before)) return false;
  const measured = MEASURED.test(before);
  if (/,\s*$/.test(before) && AGE.test(after) && value < 110 && /\p{Lu}\p{Ll}+,\s*$/u.test(before)) return false;
  if (/^\s*(?:days?|weeks?|months?|years?|hours?|minutes?|per cent|percent|%)/i.test(after)) return false;
  if (BETWEEN.test(before)) return /^\s*and\s+(?!\S+\s+o['’]clock)[\p{Nd}\p{L}]/u.test(after);
  if (NO_COUNT.test(before) && !measured && !/\bof\s*$/i.test(before)) return false;
  if (value === 0 || (value === 1 && !measured)) return false;
  // A bare "two" says little, except where the sentence is about it or there is nothing else in it.
  return (
    !small ||
    measured ||
    QUALIFIERS.some(([words]) => words.test(before)) ||
    /^[“"]?\s*$/.test(before) ||
    /\b(?:at|to|of)\s*$/.test(before) ||
    sentence.length < 60
  );
}
