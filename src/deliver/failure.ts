import type { Result } from "./ports.ts";
import { TROUBLE_CODES, type TroubleCode } from "./trouble-codes.ts";

/** A failure by its code, in our own words. `detail`: a status or reason code of the other side. */
export function failure(
  code: TroubleCode,
  permanent: boolean,
  detail: string | number | null = null,
): Extract<Result, { readonly outcome: "failed" }> {
  const reason = detail === null ? TROUBLE_CODES[code] : `${TROUBLE_CODES[code]} (${detail})`;
  return { outcome: "failed", code, reason, permanent };
}
