import type { QuoteMode } from "../../model/attribution.ts";
import type { CorrectionKind } from "../../model/correction.ts";
import type { Evidence } from "../../model/evidence.ts";
import type { Grade } from "../../model/grade.ts";
import type { LocalText } from "../../model/language.ts";
import type { Publisher } from "../../model/publisher.ts";
import type { ReplyOutcome } from "../../model/reply.ts";
import type { Section, StatementKind } from "../../model/statement.ts";
import type { Instant } from "../../model/time.ts";

/**
 * A passage that the desk wants from a report. When played, the machine's suggestion that holds `find` and names
 * `speaker` is accepted; where there is none, a person writes source and quote down.
 */
export interface QuoteSelector {
  readonly publisher: string;
  readonly slug: string;
  /** Words that the suggestion's source must hold; null: any. */
  readonly speaker: string | null;
  /** Words that the suggestion's content must hold. */
  readonly find: string;
  /** Full name and office of who said it, as the desk writes it. */
  readonly source: string;
  /** The whole passage as it stands in one block of the report; used when the machine missed it. Holds `find`. */
  readonly quote: string;
  readonly mode: QuoteMode;
  readonly carriers: readonly string[];
  readonly origin: string;
  readonly stance: Evidence["stance"];
  /** Its `text` stands in `quote`. */
  readonly figure: Evidence["figure"];
}

export interface ScriptStatement {
  /** Name within the script. */
  readonly key: string;
  readonly section: Section;
  readonly kind: StatementKind;
  readonly text: LocalText;
  readonly asOf: Instant;
  readonly grade: Grade;
  readonly area: LocalText;
  /** Names of quote selectors. */
  readonly evidence: readonly string[];
  /** Names of reply requests. */
  readonly replies: readonly string[];
}

export interface ScriptEdition {
  readonly asOf: Instant;
  readonly nextUpdate: Instant;
  readonly glance: readonly LocalText[];
  /** Keys of statements of earlier editions that stay; the others are dropped. */
  readonly keep: readonly string[];
  readonly statements: readonly ScriptStatement[];
}

export interface ScriptChange {
  readonly kind: Exclude<CorrectionKind, "withdrawal">;
  /** Key of the statement. */
  readonly statement: string;
  readonly text: LocalText;
  readonly asOf: Instant;
  readonly grade: Grade;
  readonly evidence: readonly string[];
  readonly reason: LocalText;
}

export interface ScriptClaimItem {
  /** Name of a quote selector. */
  readonly quote: string;
  /** Only where they differ from the selector's. */
  readonly stance?: Evidence["stance"];
  readonly origin?: string;
}

export interface ScriptClaim {
  readonly title: string;
  readonly items: readonly ScriptClaimItem[];
  readonly grade: Grade;
}

export interface ScriptReply {
  readonly key: string;
  readonly to: string;
  readonly question: LocalText;
}

/** One thing that the desk does, at one time of the scenario. */
export type Step = { readonly at: Instant } & (
  | { readonly do: "receive"; readonly day: number }
  | { readonly do: "decide"; readonly accept: readonly string[]; readonly reject: readonly RejectSelector[] }
  | { readonly do: "claim"; readonly key: string; readonly claim: ScriptClaim }
  | {
      readonly do: "extend-claim";
      readonly key: string;
      readonly items: readonly ScriptClaimItem[];
      readonly grade: Grade;
    }
  | { readonly do: "ask"; readonly reply: ScriptReply }
  | {
      readonly do: "answer";
      readonly key: string;
      readonly outcome: Exclude<ReplyOutcome, "waiting">;
      readonly answer: LocalText;
    }
  | { readonly do: "regrade"; readonly publisher: Pick<Publisher, "id" | "reliability" | "reason"> }
  | { readonly do: "publish"; readonly edition: ScriptEdition }
  | { readonly do: "change"; readonly change: ScriptChange }
  | { readonly do: "withdraw"; readonly statement: string; readonly reason: LocalText; readonly approvedAt: Instant }
);

/** A suggestion that a person turns down: the first that holds `find`; an attribution must name `speaker` too. */
export interface RejectSelector {
  readonly publisher: string;
  readonly slug: string;
  readonly suggestion: "attribution" | "figure";
  /** Words of the attribution's source; empty for a figure. */
  readonly speaker: string;
  /** Words that stand in the report. */
  readonly find: string;
}
