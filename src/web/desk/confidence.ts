/** How sure the machine is, in three words. A person has put it there: `given`. */
export const CONFIDENCES = ["sure", "likely", "unsure", "given"] as const;
export type Confidence = (typeof CONFIDENCES)[number];

const SURE = 0.85;
const LIKELY = 0.6;

/** `value`: 0 … 1; null: a person put it there. */
export function confidenceOf(value: number | null): Confidence {
  if (value === null) return "given";
  return value >= SURE ? "sure" : value >= LIKELY ? "likely" : "unsure";
}

/** Of several: as sure as the least sure of them. Null when people put all of them there. */
export function leastConfidence(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : Math.min(...known);
}
