import { isDesk, looksLikeAgency, looksLikePublication } from "./publication-name.ts";

/** Whom a report names as the place that it has its news from. */
export interface Credits {
  /** Names as printed: `Harbour Agency`, `HA`, `Agencies`. */
  readonly credits: readonly string[];
  /** Publications that some sentence of the report cites. */
  readonly cites: readonly string[];
}

const NAME = String.raw`\p{Lu}[\p{L}\p{N}'’&-]*(?:[ \t]+(?:of[ \t]+|and[ \t]+|&[ \t]+)?[\p{Lu}\p{N}][\p{L}\p{N}'’&-]*){0,4}`;
const DATELINE = new RegExp(
  String.raw`^[\p{Lu}][\p{L}\s,.'’-]{1,60}?(?:,\s*\p{L}+\.?\s+\d{1,2})?\s*\(([^()]{2,40})\)\s*[—–-]`,
  "u",
);
const BRACKETS = /\(([^()\n]{2,60})\)(?=[.\s]*(?:\n|$)|\.)/gu;
const SIGNED = new RegExp(String.raw`(?:[—–]|--)\s*(${NAME})\s*(?=\n|$)`, "gu");
const WITH = new RegExp(
  String.raw`\b(?:[Ww]ith (?:[\p{Ll}]+ ){0,3}(?:material|reporting|reports?|information|input|contributions?|copy|files)|[Aa]dditional (?:material|reporting)|[Ss]ources?:|[Ii]ncludes? (?:material|reporting)|[Bb]ased on (?:a |an )?(?:reports?|material|dispatch(?:es)?)|[Cc]ompiled|[Aa]dapted|[Tt]aken)\s*(?:from|by|of)?\s+(?:the\s+)?(${NAME}(?:(?:,|/|\s+and)\s+${NAME})*|(?:news )?agenc(?:y|ies)|(?:news )?wires?(?: services?)?)`,
  "gu",
);
const CITED = new RegExp(
  String.raw`(?:\b(?:[Tt]he\s+)?(${NAME})(?:\s+(?:website|newspaper|news agency|agency|wire))?\s+(?:also\s+)?(?:writes|wrote|reports|reported|is reporting|was reporting|has reported|had reported|quoted|quotes|confirms it|said|says|learned|learnt|has learned|has learnt|claims|claimed|revealed|published)\b)|(?:\b(?:[Aa]ccording to|told|(?:reports|writes|wrote|reported|says|said),?|[Cc]iting|[Qq]uoting|learn from|learned from|quoted by|cited by|reported by|seen by|first published (?:in|by))\s+(?:the\s+)?(?:[\p{Ll}]+\s+){0,2}(${NAME}))`,
  "gu",
);
const AGENCIES =
  /\b(?:news\s+)?agencies\b|\b(?:news\s+)?wires?(?:\s+services?)?\b|\bagency\s+(?:reports?|material|copy)\b/i;

/** Finds credit lines and cited publications in a report. Linear in its length. */
export function creditsOf(text: string, byline: string): Credits {
  const credits = new Set<string>();
  const cites = new Set<string>();
  const add = (raw: string): void => {
    for (const part of raw.split(/\s*(?:\/|,|\band\b|&)\s*/)) {
      const name = part.replace(/^(?:by|the|with|from)\s+/i, "").trim();
      if (looksCredited(name)) credits.add(name);
    }
  };
  for (const part of byline.split(/\s*(?:\/|,|;|\band\b|\bwith\b|\bvia\b|\bfrom\b|&|\+|\|)\s*/)) {
    const name = part.replace(/^(?:(?:sources?|text|reporting|report|story)\s*:?\s*)?(?:by\s+)?/i, "").trim();
    if (AGENCIES.test(name)) credits.add("agencies");
    else if (isDesk(name)) continue;
    else if (looksLikeAgency(name) || looksLikePublication(name) || /^\p{Lu}{2,5}$/u.test(name)) credits.add(name);
  }
  const short = text.length > 40_000 ? text.slice(0, 30_000) + text.slice(-10_000) : text;
  const dateline = DATELINE.exec(short.slice(0, 160));
  if (dateline?.[1] !== undefined) add(dateline[1]);
  for (const [, inside = ""] of short.matchAll(BRACKETS)) add(inside);
  for (const [, name = ""] of short.matchAll(SIGNED)) add(name);
  for (const [, name = ""] of short.matchAll(WITH))
    if (AGENCIES.test(name)) credits.add("agencies");
    else add(name);
  for (const name of citedIn(short)) if (cites.size < 24) cites.add(name);
  return { credits: [...credits].slice(0, 8), cites: [...cites] };
}

/** Names that a text cites as one cites a publication or a person: "X reports", "according to X", "we learn from X". */
export function citedIn(text: string): string[] {
  return [...text.matchAll(CITED)].map(([, first, second]) =>
    (first ?? second ?? "").replace(/^(?:As|But|And|In|The|While)\s+/, ""),
  );
}

function looksCredited(name: string): boolean {
  if (isDesk(name)) return false;
  return (
    /^\p{Lu}{2,5}$/u.test(name) ||
    looksLikeAgency(name) ||
    looksLikePublication(name) ||
    /^\p{Lu}[\p{L}'’-]+(?:\s+\p{Lu}[\p{L}'’-]+){0,3}$/u.test(name)
  );
}
