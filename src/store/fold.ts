/**
 * A text for comparison without letter case, in any script: NFKC, then upper and lower case by Unicode's full mappings
 * (so `ß` meets `SS`), with the two small sigmas as one.
 */
export function fold(text: string): string {
  return text.normalize("NFKC").toUpperCase().toLowerCase().replaceAll("ς", "σ");
}

const WORDS_MAX = 16;
const WORD_LENGTH_MAX = 200;

/** The words of a search, folded, as LIKE patterns with `\` as escape; at most 16 of at most 200 characters each. */
export function searchPatterns(search: string): readonly string[] {
  return fold(search)
    .split(/\s+/)
    .filter((word) => word !== "")
    .slice(0, WORDS_MAX)
    .map((word) => `%${word.slice(0, WORD_LENGTH_MAX).replace(/[\\%_]/g, "\\$&")}%`);
}
