export const ONES: ReadonlyMap<string, number> = new Map(
  (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen " +
    "seventeen eighteen nineteen"
  )
    .split(" ")
    .map((word, i) => [word, i] as const),
);
export const TENS: ReadonlyMap<string, number> = new Map(
  "twenty thirty forty fifty sixty seventy eighty ninety".split(" ").map((word, i) => [word, (i + 2) * 10] as const),
);

/** What a number before them is multiplied by. */
export const SCALES: ReadonlyMap<string, number> = new Map([
  ["dozen", 12],
  ["hundred", 1e2],
  ["thousand", 1e3],
  ["lakh", 1e5],
  ["lakhs", 1e5],
  ["lac", 1e5],
  ["million", 1e6],
  ["crore", 1e7],
  ["crores", 1e7],
  ["milliard", 1e9],
  ["billion", 1e9],
  ["trillion", 1e12],
  ["quadrillion", 1e15],
  ["mn", 1e6],
  ["mln", 1e6],
  ["mio", 1e6],
  ["bn", 1e9],
  ["bln", 1e9],
  ["mrd", 1e9],
  ["tn", 1e12],
  ["trn", 1e12],
  ["тис", 1e3],
  ["тыс", 1e3],
  ["млн", 1e6],
  ["млрд", 1e9],
  ["трлн", 1e12],
]);
/** Scales that are written against the digits only: `$40m`. */
export const SHORT_SCALES: ReadonlyMap<string, number> = new Map([
  ["k", 1e3],
  ["m", 1e6],
  ["b", 1e9],
  ["t", 1e12],
]);

/** Denominators of parts: "two-thirds". */
export const PARTS: ReadonlyMap<string, number> = new Map([
  ["half", 2],
  ["halves", 2],
  ["third", 3],
  ["thirds", 3],
  ["quarter", 4],
  ["quarters", 4],
  ["fourth", 4],
  ["fourths", 4],
  ["fifth", 5],
  ["fifths", 5],
  ["sixth", 6],
  ["sixths", 6],
  ["seventh", 7],
  ["sevenths", 7],
  ["eighth", 8],
  ["eighths", 8],
  ["ninth", 9],
  ["ninths", 9],
  ["tenth", 10],
  ["tenths", 10],
  ["twentieth", 20],
]);

export const MONTH_NAMES =
  "january february march april may june july august september october november december".split(" ");
export const WEEKDAYS = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

/** Words that a figure may begin with or be found by. */
export const FIGURE_WORDS: ReadonlySet<string> = new Set([
  ...ONES.keys(),
  ...TENS.keys(),
  ...PARTS.keys(),
  ..."dozen hundred thousand lakh million crore billion trillion".split(" "),
  ...WEEKDAYS,
  ..."mon tue tues wed weds thu thur thurs fri sat sun mon. tue. tues. wed. thu. thurs. fri. sat. sun.".split(" "),
  ..."today yesterday tomorrow".split(" "),
  ..."no none nobody no-one".split(" "),
]);
