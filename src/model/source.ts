import type { PublisherId, SourceId } from "./id.ts";
import type { Instant } from "./time.ts";

/** Where reports are fetched from. */
export interface Source {
  readonly id: SourceId;
  readonly url: string;
  readonly kind: "feed" | "page";
  /** Publisher of everything that comes from here; null: told apart by each report. */
  readonly publisher: PublisherId | null;
  readonly title: string;
  readonly paused: boolean;
  /** Minutes between two polls when all is well. */
  readonly everyMinutes: number;
  readonly nextPollAt: Instant;
  readonly lastPollAt: Instant | null;
  readonly lastSuccessAt: Instant | null;
  /** Polls failed in a row; the wait doubles with each. */
  readonly failures: number;
  /** Code and sentence of the last failure; empty after a success. */
  readonly lastError: string;
  /** Validators for the conditional GET (RFC 9110 §13). */
  readonly etag: string;
  readonly lastModified: string;
}
