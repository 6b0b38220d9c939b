import type { ClaimItem, Reason } from "../model/claim.ts";
import type { Signs } from "./claim-likeness.ts";
import type { ClaimCandidate } from "./claims.ts";
import { tellingWords } from "./likeness.ts";
import { originGraphOf } from "./origin-graph.ts";
import type { OriginGraph } from "./origin-graph.ts";
import type { ProfileCache } from "./origin-profile.ts";

/** Why and how surely an item was put with others: the signs it shares with the nearest of them. */
export interface Match {
  readonly chance: number;
  readonly signs: Signs;
  readonly other: ClaimCandidate;
}

const HOUR_MS = 3_600_000;

/**
 * Items ready for the store. `before` are items that are in the claim already, with the origins that stand there;
 * `fresh` are those to suggest.
 */
export function itemsFor(
  before: readonly { readonly candidate: ClaimCandidate; readonly origin: string }[],
  fresh: readonly { readonly candidate: ClaimCandidate; readonly match: Match | null }[],
  profiles: ProfileCache,
): ClaimItem[] {
  const candidates = [...before.map((one) => one.candidate), ...fresh.map((one) => one.candidate)];
  const chosen = candidates.map((_, i) => before[i]?.origin ?? null);
  const graph = originGraphOf(candidates, { chosen, profiles });
  return fresh.map(({ candidate, match }, i): ClaimItem => {
    const { report, attribution, figure, stance } = candidate;
    const at = before.length + i;
    return {
      report,
      attribution,
      figure,
      stance,
      origin: graph.labels[at] ?? "unknown",
      confidence: match === null ? null : Math.round(100 * match.chance) / 100,
      reasons: [...(match === null ? [] : reasonsOf(candidate, match)), ...originReasons(graph, at)].slice(0, 8),
    };
  });
}

function reasonsOf(candidate: ClaimCandidate, { signs, other }: Match): Reason[] {
  const reasons: Reason[] = [];
  const [words, names] = sharedWords(candidate.text, other.text);
  if (signs.sameFigure === 1 && candidate.figureValue !== null)
    reasons.push({ code: "same-figure", detail: { figure: candidate.figureValue.text } });
  if (names.length > 0) reasons.push({ code: "same-names", detail: { names: names.slice(0, 4).join(", ") } });
  if (words.length > 0) reasons.push({ code: "same-words", detail: { words: words.slice(0, 5).join(", ") } });
  if (signs.sameSpeaker === 1 && candidate.sourceName !== null)
    reasons.push({ code: "same-speaker", detail: { name: candidate.sourceName } });
  if (candidate.publishedAt !== null && other.publishedAt !== null) {
    const hours = Math.round(Math.abs(Date.parse(candidate.publishedAt) - Date.parse(other.publishedAt)) / HOUR_MS);
    reasons.push({ code: "near-in-time", detail: { hours } });
  }
  return reasons;
}

/** Telling words of both texts, as the first prints them: plain words, and names and numbers. */
function sharedWords(a: string, b: string): readonly [words: string[], names: string[]] {
  const theirs = new Set([...tellingWords(b)].map(([, stem]) => stem));
  const words = new Map<string, string>();
  const names = new Map<string, string>();
  for (const [word, stem] of tellingWords(a))
    if (theirs.has(stem)) (/^\p{Lu}/u.test(word) && !begins(a, word) ? names : words).set(stem, word);
  return [[...words].filter(([stem]) => !names.has(stem)).map(([, word]) => word.toLowerCase()), [...names.values()]];
}

/** A capital there may be no name's. */
const begins = (text: string, word: string): boolean => text.replace(/^[“"‘'\s]+/, "").startsWith(word);

/** Why an item goes back to its origin, where that is more than its own source. */
function originReasons(graph: OriginGraph, at: number): Reason[] {
  const link = graph.links.find((one) => one.to.kind === "publication" && one.to.item === at && one.how !== "said");
  const ring = graph.circular.find((one) => one.items.includes(at));
  return [
    ...(link === undefined ? [] : [link.reason]),
    ...(ring === undefined
      ? []
      : [{ code: "circular" as const, detail: { publications: ring.publications.join(", ") } }]),
  ];
}
