import type { Lang, LocalText } from "./language.ts";
import type { StatementRef } from "./statement.ts";
import type { Instant } from "./time.ts";

/** A numbered, dated briefing. Order of `statements` is the order of reading. */
export interface Edition {
  /** 1, 2, 3 … without gaps. */
  readonly number: number;
  readonly asOf: Instant;
  /** When the office promised the next edition. */
  readonly nextUpdate: Instant;
  /** Three to five lines for the first screen. */
  readonly glance: readonly LocalText[];
  /** The versions that stood when the edition came out. */
  readonly statements: readonly StatementRef[];
  /** Languages that this edition is complete in; the first is the original. */
  readonly languages: readonly Lang[];
}
