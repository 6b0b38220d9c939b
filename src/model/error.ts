/**
 * Every error that a person or another program may meet, as a stable code.
 * A code is never renamed or reused; texts may change and are translated by code.
 */
export const ERROR_CODES = [
  // input
  "INPUT_INVALID",
  "INPUT_TOO_LARGE",
  "NOT_FOUND",
  "CONFLICT",
  // configuration and start
  "CONFIG_INVALID",
  "DATA_IN_USE",
  "DATA_NEWER_THAN_PROGRAM",
  "INTERNAL",
  // fetch guard
  "FETCH_SCHEME",
  "FETCH_ADDRESS_BLOCKED",
  "FETCH_TOO_LARGE",
  "FETCH_TIMEOUT",
  "FETCH_REDIRECTS",
  "FETCH_STATUS",
  "FETCH_FAILED",
  // intake
  "REPORT_EMPTY",
  "REPORT_NO_TEXT",
  "REPORT_ENCRYPTED",
  "REPORT_UNREADABLE",
  "REPORT_TOO_COMPLEX",
  "REPORT_UNSUPPORTED",
  "FEED_INVALID",
  // access
  "AUTH_REQUIRED",
  "AUTH_FAILED",
  "AUTH_LOCKED",
  "AUTH_LINK_USED",
  "AUTH_FORBIDDEN",
  "AUTH_CSRF",
  "PASSWORD_WEAK",
  // desk
  "DRAFT_STALE",
  "DRAFT_INCOMPLETE",
  "GRADE_NEEDS_ORIGINS",
  "STATEMENT_UNKNOWN",
  "STATEMENT_WITHDRAWN",
  "REASON_MISSING",
  "SECOND_PERSON_NEEDED",
  // delivery
  "DELIVERY_KEY",
  "DELIVERY_LINK",
  "DELIVERY_CHANNEL",
  "ADDRESS_INVALID",
  "TOO_MANY_REQUESTS",
  "NOTICE_UNKNOWN",
  "NOTICE_EXPIRED",
  // record
  "SITE_NOT_WRITTEN",
  "ENTRY_TOO_LARGE",
  "ENTRY_INVALID",
  "LOG_CONFLICT",
  "CHECKPOINT_INVALID",
  "SIGNATURE_INVALID",
  "TREE_MISMATCH",
  "FILE_MISSING",
  "FILE_CHANGED",
  "FILE_UNKNOWN",
  "KEY_PERMISSIONS",
  "KEY_INVALID",
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/** One thing that went wrong, with what to do about it. `detail` holds values for the message, never secrets. */
export class TocsinError extends Error {
  override readonly name = "TocsinError";
  readonly code: ErrorCode;
  /** What the person can do next, as one plain sentence. */
  readonly fix: string | undefined;
  readonly detail: Readonly<Record<string, string | number>>;

  constructor(
    code: ErrorCode,
    message: string,
    options: { fix?: string; detail?: Record<string, string | number>; cause?: unknown } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.fix = options.fix;
    this.detail = options.detail ?? {};
  }
}

/** True for an error of ours that carries one of `codes` (or any code when none is given). */
export function isTocsinError(error: unknown, ...codes: ErrorCode[]): error is TocsinError {
  return error instanceof TocsinError && (codes.length === 0 || codes.includes(error.code));
}
