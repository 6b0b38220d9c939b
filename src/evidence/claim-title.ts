import type { ClaimCandidate } from "./claims.ts";
import { featuresOf, likeness, vectorOf } from "./likeness.ts";

const LENGTH_MAX = 160;
const LENGTH_MIN = 20;

/** A title for what `items` say: the shortest of the texts that are nearest to all others. */
export function titleOf(items: readonly ClaimCandidate[], weights: ReadonlyMap<string, number>): string {
  const texts = [...new Set(items.slice(0, 40).map((item) => plain(item.text)))].filter((t) => t.length >= LENGTH_MIN);
  const vectors = texts.map((text) => vectorOf(featuresOf(text), weights));
  const central = texts.map((text, i) => ({
    text,
    nearness: vectors.reduce(
      (sum, other, k) => (k === i || vectors[i] === undefined ? sum : sum + likeness(vectors[i], other, weights)),
      0,
    ),
  }));
  const best = Math.max(0, ...central.map((c) => c.nearness));
  const chosen = central
    .filter((c) => c.nearness >= best * 0.7)
    .sort((a, b) => a.text.length - b.text.length || (a.text < b.text ? -1 : 1))[0];
  return shortened(chosen?.text ?? plain(items[0]?.text ?? "") ?? "");
}

/** Without quotation marks around it, a leading "that" and the full stop. */
function plain(text: string): string {
  const bare = text
    .replace(/\s+/g, " ")
    .replace(/^[\s“”"‘’'«»„]+|[\s“”"‘’'«»„,.;:]+$/g, "")
    .replace(/^that\s+/i, "")
    .trim();
  return bare === "" ? text.trim() : bare.charAt(0).toUpperCase() + bare.slice(1);
}

function shortened(text: string): string {
  if (text.length <= LENGTH_MAX) return text;
  const cut = text.lastIndexOf(" ", LENGTH_MAX - 1);
  return `${text.slice(0, cut > 80 ? cut : LENGTH_MAX - 1)}…`;
}
