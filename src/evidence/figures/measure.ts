import type { FigureKind } from "../../model/figure.ts";
import { isPerson, singular } from "./noun-lists.ts";
import { isHyphen } from "./piece.ts";
import type { Piece } from "./piece.ts";

/** A unit of measure behind a number: factor into the unit that figures are kept in; pieces up to `to`. */
export interface MeasureAt {
  /** "none": what is measured is no figure here (weight, speed, temperature, calibre, age). */
  readonly kind: FigureKind | "none";
  readonly unit: string;
  readonly factor: number;
  readonly to: number;
}

type Measure = readonly [kind: FigureKind | "none", unit: string, factor: number];
const table = (lines: readonly string[], kind: FigureKind | "none", unit: string): (readonly [string, Measure])[] =>
  lines.flatMap((line) => {
    const [factor = "1", ...names] = line.split(" ");
    return names.map((name) => [name, [kind, unit, Number(factor)]] as const);
  });

const MEASURES: ReadonlyMap<string, Measure> = new Map([
  ...table(
    [
      "1.609344 mile miles mi",
      "1 km kms kilometre kilometres kilometer kilometers км",
      "0.001 m metre metres meter meters",
      "0.00001 cm cms centimetre centimetres centimeter centimeters",
      "0.0003048 foot feet ft",
      "0.0000254 inch inches",
      "0.0009144 yard yards yd yds",
      "1.852 nm nmi",
    ],
    "distance",
    "km",
  ),
  ...table(
    [
      "0.01 hectare hectares ha га",
      "0.0040468564224 acre acres",
      "1 km² km2 sqkm",
      "0.000001 m² m2 sqm",
      "9.290304e-8 sqft ft² ft2",
    ],
    "area",
    "km2",
  ),
  ...table(
    ["1 hour hours hr hrs", "0.01666666666667 minute minutes min mins", "0.000277777777778 second seconds sec secs"],
    "duration",
    "hour",
  ),
  ...table(["1 day days", "7 week weeks", "14 fortnight fortnights"], "duration", "day"),
  ...table(["1 month months"], "duration", "month"),
  ...table(["1 year years yr yrs", "10 decade decades", "100 century centuries"], "duration", "year"),
  ...table(
    [
      "1 kg kgs kilogram kilograms kilogramme kilogrammes kilo kilos g gram grams gramme grammes mg tonne tonnes ton tons kt kiloton kilotons megaton megatons " +
        "lb lbs ounce ounces oz stone " +
        "mph kph kmh knot knots mach " +
        "degree degrees ° °c °f celsius fahrenheit " +
        "mm millimetre millimetres millimeter millimeters calibre caliber",
    ],
    "none",
    "",
  ),
]);
const SQUARE: ReadonlyMap<string, number> = new Map([
  ["mile", 2.589988110336],
  ["miles", 2.589988110336],
  ["kilometre", 1],
  ["kilometres", 1],
  ["kilometer", 1],
  ["kilometers", 1],
  ["km", 1],
  ["kms", 1],
  ["metre", 1e-6],
  ["metres", 1e-6],
  ["meter", 1e-6],
  ["meters", 1e-6],
  ["m", 1e-6],
  ["foot", 9.290304e-8],
  ["feet", 9.290304e-8],
  ["ft", 9.290304e-8],
  ["yard", 8.3612736e-7],
  ["yards", 8.3612736e-7],
]);

const NOTHING: Measure = ["none", "", 1];

/** Percent or measure at piece `i`, a hyphen before it allowed; null when there is none. */
export function measureAt(pieces: readonly Piece[], i: number): MeasureAt | null {
  const at = isHyphen(pieces[i]) ? i + 1 : i;
  const piece = pieces[at];
  if (piece === undefined) return null;
  const after = pieces[at + 1]?.lower ?? "";
  const made = ([kind, unit, factor]: Measure, to: number): MeasureAt => ({ kind, unit, factor, to });
  switch (piece.lower) {
    case "%":
    case "٪":
    case "％":
    case "percent":
    case "pct":
    case "pc":
    case "p.c":
    case "p.c.":
    case "відсотків":
    case "процентов":
      // "5 percent points"
      return /^points?$/.test(after) ? made(["percent", "pp", 1], at + 2) : made(["percent", "%", 1], at + 1);
    case "per":
      return after === "cent" ? made(["percent", "%", 1], at + 2) : null;
    case "percentage":
      if (isHyphen(pieces[at + 1]) && /^points?$/.test(pieces[at + 2]?.lower ?? ""))
        return made(["percent", "pp", 1], at + 3);
      return /^points?$/.test(after) ? made(["percent", "pp", 1], at + 2) : null;
    case "pp":
    case "ppt":
    case "pps":
      return made(["percent", "pp", 1], at + 1);
    case "basis":
      return /^points?$/.test(after) ? made(["percent", "pp", 0.01], at + 2) : null;
    case "nautical":
      return /^miles?$/.test(after) ? made(["distance", "km", 1.852], at + 2) : null;
    case "square":
    case "sq":
    case "sq.": {
      const stop = after === "." ? 1 : 0;
      const factor = SQUARE.get(pieces[at + 1 + stop]?.lower ?? "");
      return factor === undefined ? null : made(["area", "km2", factor], at + 2 + stop);
    }
    case "pound":
    case "pounds":
      return isWeight(pieces, at) ? made(NOTHING, at + 1) : null;
    case "cubic":
    case "metric":
    case "short":
      return /^(?:tons?|tonnes?)$/.test(after) ? made(NOTHING, at + 2) : null;
  }
  const measure = MEASURES.get(piece.lower);
  if (measure === undefined) return null;
  if ((piece.lower === "m" || piece.lower === "mi" || piece.lower === "nm") && piece.text !== piece.lower) return null;
  if (measure[0] === "distance" && isSpeed(pieces, at + 1)) return made(NOTHING, at + 1);
  // "nine day labourers"
  const worker = pieces[at + 1];
  if (
    at === i &&
    measure[0] === "duration" &&
    worker?.pos === "NOUNS" &&
    !piece.lower.endsWith("s") &&
    isPerson(singular(worker.lower)) === true
  )
    return null;
  if (measure[0] === "duration" && isAge(pieces, at + 1)) return made(NOTHING, at + 1);
  // Depth of rain, snow and water is a length; the bore of a gun is not.
  if (/^(?:mm|milli)/.test(piece.lower) && isDepth(pieces, at + 1)) return made(["distance", "km", 0.000001], at + 1);
  return made(measure, at + 1);
}

/** "200 pounds of explosives", "a 500-pound bomb", "weighs 120 pounds"; other pounds are money. */
function isWeight(pieces: readonly Piece[], at: number): boolean {
  const next = pieces[at + 1];
  if (next?.lower === "of" && /^NOUNS?|ADJ$/.test(pieces[at + 2]?.pos ?? ""))
    return !/^(?:aid|damage|debts?|fines?|savings|taxpayers?|public|cash|investments?|funding|support|money|tax|state|government|spending|cuts|losses|sales|income)$/.test(
      pieces[at + 2]?.lower ?? "",
    );
  if (isHyphen(pieces[at - 1]) && next !== undefined)
    return (
      isPerson(next.lower) === true ||
      /^(?:bombs?|shells?|warheads?|bird|fish|pig|bull|calf|bear|dog|stone|rock|block|weight|bag|sack)$/.test(
        next.lower,
      )
    );
  for (let k = at - 1; k >= 0 && k > at - 7; k -= 1)
    if (/^weigh(?:s|ed|ing)?$/.test(pieces[k]?.lower ?? "")) return true;
  return false;
}

function isSpeed(pieces: readonly Piece[], i: number): boolean {
  const [first, second] = [pieces[i]?.lower ?? "", pieces[i + 1]?.lower ?? ""];
  if (first === "/") return /^(?:h|hr|s|sec)$/.test(second);
  return /^(?:per|an|a)$/.test(first) && /^(?:hour|second|minute)$/.test(second);
}

/** "34 years old", "a 34-year-old", "12 years of age". */
function isAge(pieces: readonly Piece[], i: number): boolean {
  const at = isHyphen(pieces[i]) ? i + 1 : i;
  const word = pieces[at]?.lower ?? "";
  return /^olds?$/.test(word) || (word === "of" && pieces[at + 1]?.lower === "age");
}

function isDepth(pieces: readonly Piece[], i: number): boolean {
  return (
    /^(?:deep|wide|long|thick|high|tall)$/.test(pieces[i]?.lower ?? "") ||
    (pieces[i]?.lower === "of" && /^(?:rain|rainfall|snow|water|ice|ash)$/.test(pieces[i + 1]?.lower ?? ""))
  );
}
