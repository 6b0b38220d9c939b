import { TocsinError, type ErrorCode } from "../../model/error.ts";
import type { Translate } from "./messages.ts";

/** What became of the person's work, in the words of `error.kept.*`. */
export type Kept = "form" | "nothing" | "copy" | "draft";

/** An error as a person reads it: what happened, what was kept, what to do next. */
export interface Trouble {
  readonly code: ErrorCode;
  /** HTTP status of the page that shows it. */
  readonly status: 400 | 401 | 403 | 404 | 409 | 413 | 422 | 429 | 500 | 502;
  readonly title: string;
  readonly kept: string;
  readonly next: string;
  /** The program's own words about this very case; English. */
  readonly detail: string | null;
  /** Number under which the log has it; only for what nobody foresaw. */
  readonly reference: string | null;
}

const STATUS: Partial<Record<ErrorCode, Trouble["status"]>> = {
  INPUT_TOO_LARGE: 413,
  NOT_FOUND: 404,
  STATEMENT_UNKNOWN: 404,
  NOTICE_UNKNOWN: 404,
  NOTICE_EXPIRED: 409,
  CONFLICT: 409,
  DRAFT_STALE: 409,
  LOG_CONFLICT: 409,
  STATEMENT_WITHDRAWN: 409,
  AUTH_REQUIRED: 401,
  AUTH_FAILED: 401,
  AUTH_LOCKED: 429,
  AUTH_LINK_USED: 404,
  AUTH_FORBIDDEN: 403,
  AUTH_CSRF: 403,
  SECOND_PERSON_NEEDED: 403,
  INTERNAL: 500,
};

/** Codes whose own sentence says more than the translated one: which field, which address, how many. */
const SPEAKS_FOR_ITSELF = new Set<ErrorCode>([
  "INPUT_INVALID",
  "CONFLICT",
  "PASSWORD_WEAK",
  "DRAFT_INCOMPLETE",
  "GRADE_NEEDS_ORIGINS",
  "REASON_MISSING",
  "AUTH_LOCKED",
  "FETCH_STATUS",
  "FETCH_FAILED",
  "FEED_INVALID",
  "ENTRY_TOO_LARGE",
]);

/** Faults of the house rather than of the input: the log needs them too. */
function isOurs(code: ErrorCode): boolean {
  return code === "INTERNAL" || /^(SITE|LOG|CHECKPOINT|SIGNATURE|TREE|FILE|KEY|CONFIG|DATA|ENTRY_INVALID)/.test(code);
}

/**
 * Any thrown value → what the person is told. `report` is called for faults that the log must have, and gives the
 * reference number to show.
 */
export function explain(error: unknown, t: Translate, kept: Kept, report: (error: unknown) => string): Trouble {
  const known = error instanceof TocsinError ? error : null;
  const code = known?.code ?? "INTERNAL";
  const stale = code === "DRAFT_STALE";
  return {
    code,
    status: STATUS[code] ?? (code.startsWith("FETCH_") ? 502 : isOurs(code) ? 500 : 422),
    title: t(`error.${code}.title`),
    kept: t(`error.kept.${stale ? "draft" : kept}`),
    next: t(`error.${code}.next`),
    detail: known !== null && SPEAKS_FOR_ITSELF.has(code) ? known.message : null,
    reference: isOurs(code) ? report(error) : null,
  };
}
