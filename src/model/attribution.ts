import type { Passage } from "./span.ts";

/** direct: all of the content stands in quotation marks; mixed: a part; indirect: none. */
export type QuoteMode = "direct" | "mixed" | "indirect";

/** Who is said to have said something. */
export interface SourcePassage extends Passage {
  /** The full name that a pronoun or surname stands for, where known. */
  readonly resolved: string | null;
}

/**
 * Something that the text itself says about a remark: how it was meant, or that it is no plain assertion. `negated`: "did not
 * say that"; `conditional`: "would say", "if he says", still to come; `question`: "did he say …?".
 */
export type RemarkSignal =
  | "ironic"
  | "mistaken"
  | "withdrawn"
  | "denied"
  | "no-answer"
  | "unattributed"
  | "negated"
  | "conditional"
  | "question";

/** In a report: who (source) said (cue) what (content), through whom (carriers). */
export interface Attribution {
  readonly source: SourcePassage | null;
  readonly cue: Passage | null;
  readonly content: Passage;
  readonly mode: QuoteMode;
  /** Names of those who carried it before this report, outermost first: `["The Gazette", "officials"]`. */
  readonly carriers: readonly string[];
  /** Index, in the same list, of the attribution that this one stands inside. */
  readonly parent: number | null;
  readonly signals: readonly RemarkSignal[];
}
