export const ENCODINGS = ["br", "gzip", "identity"] as const;
export type Encoding = (typeof ENCODINGS)[number];

const IDENTITY: readonly Encoding[] = ["identity"];

/** Header values seen lately: browsers send a handful of them. */
const known = new Map<string, readonly Encoding[]>();
const KNOWN_MAX = 256;

/**
 * Accept-Encoding (RFC 9110 §12.5.3) → acceptable encodings, best first: by weight, then Brotli, gzip, plain.
 * Plain is always last resort, also where the client refused it: an answer helps more than 406.
 */
export function acceptedEncodings(header: string | undefined): readonly Encoding[] {
  if (header === undefined) return IDENTITY;
  const seen = known.get(header);
  if (seen !== undefined) return seen;
  const accepted = parse(header);
  if (known.size >= KNOWN_MAX) known.clear();
  known.set(header, accepted);
  return accepted;
}

function parse(header: string): readonly Encoding[] {
  const weights = new Map<string, number>();
  for (const part of header.toLowerCase().split(",")) {
    const [name, ...parameters] = part.split(";").map((text) => text.trim());
    if (name === undefined || name === "") continue;
    let weight = 1;
    for (const parameter of parameters) {
      const q = /^q\s*=\s*([01](?:\.\d{0,3})?)$/.exec(parameter);
      if (q?.[1] !== undefined) weight = Math.min(1, Number(q[1]));
    }
    weights.set(name === "x-gzip" ? "gzip" : name, weight);
  }
  const rest = weights.get("*");
  const weightOf = (encoding: Encoding): number =>
    // Plain that is not named is acceptable, but nobody asked for it.
    weights.get(encoding) ?? rest ?? (encoding === "identity" ? Number.MIN_VALUE : 0);
  return [
    ...ENCODINGS.filter((encoding) => weightOf(encoding) > 0).sort((a, b) => weightOf(b) - weightOf(a)),
    ...(weightOf("identity") > 0 ? [] : IDENTITY),
  ];
}
