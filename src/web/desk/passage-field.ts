import { TocsinError } from "../../model/error.ts";
import { passageOf, type Passage, type Span } from "../../model/span.ts";

/** Spans as a person edits them: `120-134, 150-160`. */
export function spansText(spans: readonly Span[]): string {
  return spans.map(([start, end]) => `${start}-${end}`).join(", ");
}

/** The other way round; null when it is not that. */
export function parseSpans(text: string): readonly Span[] | null {
  const parts = text.split(",").map((part) => /^\s*(\d{1,8})\s*[-–]\s*(\d{1,8})\s*$/.exec(part));
  const spans = parts.map((found): Span | null => (found ? [Number(found[1]), Number(found[2])] : null));
  return spans.every((span): span is Span => span !== null && span[1] > span[0]) ? spans : null;
}

/** Where `words` stand in `text`, nearest to `near`; runs of white space count as one space. Null: nowhere. */
export function locate(text: string, words: string, near: number): Span | null {
  const pattern = words
    .trim()
    .split(/\s+/)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
    .join("\\s+");
  if (pattern === "" || words.length > 5000) return null;
  const places = [...text.matchAll(new RegExp(pattern, "giu"))].map((found): Span => [
    found.index,
    found.index + found[0].length,
  ]);
  return places.toSorted((a, b) => Math.abs(a[0] - near) - Math.abs(b[0] - near))[0] ?? null;
}

/**
 * What a person made of a passage: changed places win, then changed words (looked up in the text near the old place);
 * unchanged, it stays. Empty: no passage. Throws INPUT_INVALID when the words or places are not in the text.
 */
export function editedPassage(
  text: string,
  before: Passage | null,
  typed: { readonly words: string; readonly places: string },
): Passage | null {
  const placesBefore = before === null ? "" : spansText(before.spans);
  if (typed.places !== "" && typed.places !== placesBefore) {
    const spans = parseSpans(typed.places);
    if (spans === null || spans.some(([, end]) => end > text.length)) {
      throw new TocsinError("INPUT_INVALID", `“${typed.places.slice(0, 60)}” does not name places in the text.`, {
        fix: "Write places like 120-134, 150-160; the text's first character is 0.",
      });
    }
    return passageOf(text, spans);
  }
  if (typed.words.trim() === "") return null;
  if (before !== null && typed.words === before.text) return before;
  const span = locate(text, typed.words, before?.spans[0]?.[0] ?? 0);
  if (span === null) {
    throw new TocsinError("INPUT_INVALID", `The words “${typed.words.slice(0, 60)}” do not stand in the report.`, {
      fix: "Copy them from the text as they stand there.",
    });
  }
  return passageOf(text, [span]);
}
