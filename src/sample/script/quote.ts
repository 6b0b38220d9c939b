import type { Evidence } from "../../model/evidence.ts";
import type { QuoteSelector } from "./step.ts";

type Given = Pick<QuoteSelector, "source" | "quote"> & Partial<QuoteSelector>;

/**
 * A selector with its usual values: the machine's suggestion must hold the quote without its closing comma, the
 * speaker is any, said directly to the report, and what is said is its own origin.
 */
export function quoted(at: string, given: Given): QuoteSelector {
  const [publisher = "", slug = ""] = at.split("/");
  return {
    publisher,
    slug,
    speaker: null,
    find: given.quote.replace(/[,.]$/, ""),
    mode: "direct",
    carriers: [],
    origin: given.source,
    stance: "says",
    figure: null,
    ...given,
  };
}

/** People killed or dead, as printed in `text`. */
export function killed(
  value: number,
  text: string,
  qualifier: NonNullable<Evidence["figure"]>["qualifier"] = "exactly",
): Evidence["figure"] {
  return { kind: "casualties", value, max: null, unit: null, qualifier, counts: "killed", text };
}

/** Soldiers, as printed in `text`; `max` where a range is printed. */
export function soldiers(
  value: number,
  text: string,
  qualifier: NonNullable<Evidence["figure"]>["qualifier"] = "exactly",
  max: number | null = null,
): Evidence["figure"] {
  return { kind: "count", value, max, unit: null, qualifier, counts: "soldier", text };
}

/** Millions of euros, as printed in `text`. */
export function euros(millions: number, text: string): Evidence["figure"] {
  return {
    kind: "money",
    value: millions * 1_000_000,
    max: null,
    unit: "EUR",
    qualifier: "exactly",
    counts: null,
    text,
  };
}
