/** What a token is in a name: begins, stands inside, ends, or is the whole of it; `O`: in none. */
export const NAME_LABELS = [
  "O",
  "B-person",
  "I-person",
  "L-person",
  "U-person",
  "B-organisation",
  "I-organisation",
  "L-organisation",
  "U-organisation",
  "B-place",
  "I-place",
  "L-place",
  "U-place",
] as const;

export const NAME_KINDS = ["person", "organisation", "place"] as const;
export type NameKind = (typeof NAME_KINDS)[number];

/** Label index of the `place`-th sort (0 begins, 1 inside, 2 ends, 3 whole) of a kind. */
export function labelOf(kind: number, place: number): number {
  return 1 + kind * 4 + place;
}

/** Kind index of a label; -1 for `O`. */
export function kindOfLabel(label: number): number {
  return label === 0 ? -1 : (label - 1) >> 2;
}

/** 0 begins, 1 inside, 2 ends, 3 whole; -1 for `O`. */
export function placeOfLabel(label: number): number {
  return label === 0 ? -1 : (label - 1) & 3;
}

/** May label `b` follow label `a`? */
export function mayFollow(a: number, b: number): boolean {
  const [open, into] = [placeOfLabel(a), placeOfLabel(b)];
  const opens = open === 0 || open === 1;
  const goesOn = into === 1 || into === 2;
  return opens === goesOn && (!opens || kindOfLabel(a) === kindOfLabel(b));
}

export function mayBegin(label: number): boolean {
  const place = placeOfLabel(label);
  return place !== 1 && place !== 2;
}

export function mayEnd(label: number): boolean {
  const place = placeOfLabel(label);
  return place !== 0 && place !== 1;
}
