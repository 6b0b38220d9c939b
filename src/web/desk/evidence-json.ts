import type { Evidence } from "../../model/evidence.ts";
import { FIGURE_KINDS, QUALIFIERS } from "../../model/figure.ts";
import { isPublisherId, type ReportId } from "../../model/id.ts";
import type { CitedReport } from "../../model/report.ts";
import { isSha256 } from "../../model/sha256.ts";
import { isInstant } from "../../model/time.ts";

const QUOTE_LENGTH_MAX = 600;
const NAME_LENGTH_MAX = 2000;

/**
 * Evidence travels in hidden fields of the draft's form, so that a form alone is a whole draft: it can be kept in the
 * browser and merged. What comes back is foreign input. Null: not evidence.
 */
export function parseEvidence(json: string): Evidence | null {
  const value = object(parse(json));
  const report = value && citedReport(value["report"]);
  if (!value || !report) return null;
  const source = nullOr(value["source"], text);
  const quote = text(value["quote"]);
  const mode = (["direct", "mixed", "indirect"] as const).find((one) => one === value["mode"]);
  const stance = (["says", "denies"] as const).find((one) => one === value["stance"]);
  const origin = text(value["origin"]);
  const carriers = Array.isArray(value["carriers"]) ? value["carriers"].map(text) : [undefined];
  const figure = nullOr(value["figure"], figureOf);
  if (source === undefined || quote === undefined || mode === undefined || stance === undefined) return null;
  if (origin === undefined || figure === undefined || carriers.length > 50) return null;
  if (!carriers.every((name): name is string => name !== undefined) || quote.length > QUOTE_LENGTH_MAX) return null;
  return { report, source, quote, mode, carriers, origin, stance, figure };
}

function citedReport(input: unknown): CitedReport | null {
  const value = object(input);
  if (!value) return null;
  const { id, version, publisher, language, publishedAt, retrievedAt, sha256 } = value;
  const [publisherName, title, byline, url] = ["publisherName", "title", "byline", "url"].map((name) =>
    text(value[name]),
  );
  if (typeof id !== "string" || !/^r[0-9a-f]{16}$/.test(id) || !isPublisherId(publisher)) return null;
  if (typeof version !== "number" || !Number.isInteger(version) || version < 1 || !isSha256(sha256)) return null;
  if (publisherName === undefined || title === undefined || byline === undefined || url === undefined) return null;
  if (!isInstant(retrievedAt) || (publishedAt !== null && !isInstant(publishedAt))) return null;
  if (language !== null && (typeof language !== "string" || language.length > 35)) return null;
  return {
    id: id as ReportId,
    version,
    publisher,
    publisherName,
    title,
    byline,
    url,
    language,
    publishedAt,
    retrievedAt,
    sha256,
  };
}

function figureOf(input: unknown): Evidence["figure"] | undefined {
  const value = object(input);
  if (!value) return undefined;
  const kind = FIGURE_KINDS.find((one) => one === value["kind"]);
  const qualifier = QUALIFIERS.find((one) => one === value["qualifier"]);
  const amount = number(value["value"]);
  const max = nullOr(value["max"], number);
  const unit = nullOr(value["unit"], text);
  const counts = nullOr(value["counts"], text);
  const printed = text(value["text"]);
  if (kind === undefined || qualifier === undefined || amount === undefined || max === undefined) return undefined;
  if (unit === undefined || counts === undefined || printed === undefined) return undefined;
  return { kind, value: amount, max, unit, qualifier, counts, text: printed };
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

function object(value: unknown): Readonly<Record<string, unknown>> | null {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : null;
}

function text(value: unknown): string | undefined {
  return typeof value === "string" && value.length <= NAME_LENGTH_MAX ? value : undefined;
}

function number(value: unknown): number | undefined {
  return typeof value === "number" && Number.isFinite(value) ? value : undefined;
}

function nullOr<T>(value: unknown, read: (value: unknown) => T | undefined): T | null | undefined {
  return value === null ? null : read(value);
}
