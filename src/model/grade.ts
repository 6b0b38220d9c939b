/**
 * The Admiralty code (NATO AJP-2.1, "evaluation"): how reliable a source has been (A–F) and how credible a piece of
 * information is (1–6), judged separately. A person sets both; the default is F6, "cannot be judged".
 */
export const RELIABILITIES = ["A", "B", "C", "D", "E", "F"] as const;
export const CREDIBILITIES = [1, 2, 3, 4, 5, 6] as const;

/** A completely reliable … E unreliable, F reliability cannot be judged. */
export type Reliability = (typeof RELIABILITIES)[number];

/** 1 confirmed, 2 probably true, 3 possibly true, 4 doubtful, 5 improbable, 6 truth cannot be judged. */
export type Credibility = (typeof CREDIBILITIES)[number];

export interface Grade {
  readonly reliability: Reliability;
  readonly credibility: Credibility;
}

export const UNGRADED: Grade = { reliability: "F", credibility: 6 };

export function isGrade(value: unknown): value is Grade {
  if (typeof value !== "object" || value === null) return false;
  const { reliability, credibility } = value as Record<string, unknown>;
  return RELIABILITIES.some((r) => r === reliability) && CREDIBILITIES.some((c) => c === credibility);
}

/** `B2`, as analysts write it. */
export function gradeCode(grade: Grade): string {
  return `${grade.reliability}${grade.credibility}`;
}
