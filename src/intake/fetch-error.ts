import { TocsinError } from "../model/error.ts";
import type { FetchLimits } from "./fetch-limits.ts";

const TIMEOUTS = new Set(["UND_ERR_CONNECT_TIMEOUT", "UND_ERR_HEADERS_TIMEOUT", "UND_ERR_BODY_TIMEOUT", "ETIMEDOUT"]);

/** Sentences for what a network reports most; the rest stays general, with its code. */
const REASONS: Readonly<Record<string, string>> = {
  ENOTFOUND: "There is no site of that name.",
  EAI_AGAIN: "The name could not be looked up now.",
  ECONNREFUSED: "The site refuses connections.",
  ECONNRESET: "The site broke the connection off.",
  UND_ERR_SOCKET: "The site broke the connection off.",
  CERT_HAS_EXPIRED: "The site's certificate has expired.",
  DEPTH_ZERO_SELF_SIGNED_CERT: "The site's certificate is signed by nobody we know.",
  ERR_TLS_CERT_ALTNAME_INVALID: "The site's certificate is for another name.",
  Z_DATA_ERROR: "The page's packing is broken.",
  Z_BUF_ERROR: "The page ends before its packing does.",
};

/** Whatever went wrong while fetching → an error of ours with a FETCH code. */
export function fetchError(error: unknown, timedOut: boolean, limits: FetchLimits): TocsinError {
  const chain = causes(error);
  const ours = chain.find((e) => e instanceof TocsinError);
  if (ours !== undefined) return ours;
  const codes = chain.map((e) => (e as { code?: unknown }).code).filter((c): c is string => typeof c === "string");
  if (timedOut || codes.some((code) => TIMEOUTS.has(code))) {
    return new TocsinError("FETCH_TIMEOUT", `The site took longer than ${limits.timeoutMs} ms.`, { cause: error });
  }
  if (codes.includes("UND_ERR_HEADERS_OVERFLOW")) {
    return new TocsinError("FETCH_TOO_LARGE", `The answer's header is larger than ${limits.maxHeaderBytes} bytes.`);
  }
  if (chain.some((e) => (e as { name?: unknown }).name === "AbortError")) {
    return new TocsinError("FETCH_FAILED", "Fetching was stopped.", { cause: error });
  }
  const known = codes.find((code) => REASONS[code] !== undefined);
  const message = (known && REASONS[known]) ?? `The site could not be read (${codes[0] ?? "no reason given"}).`;
  return new TocsinError("FETCH_FAILED", message, { cause: error, detail: { reason: codes[0] ?? "" } });
}

/** The error, its causes, and what an AggregateError gathers. */
function causes(error: unknown, depth = 0): unknown[] {
  if (typeof error !== "object" || error === null || depth > 8) return [];
  const inner = error instanceof AggregateError ? error.errors : [];
  return [
    error,
    ...[error.constructor === Object ? undefined : (error as Error).cause, ...inner].flatMap((e) =>
      causes(e, depth + 1),
    ),
  ];
}
