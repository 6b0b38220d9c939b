const MARK = "…";

/**
 * A text that takes at most so many bytes as a JSON string, without its quotes. What is too long ends after a sentence
 * where that keeps at least half of what fits, else after a word, else between two graphemes (UAX #29).
 */
export function cutText(text: string, bytesMax: number, lang: string): string {
  if (text.length <= bytesMax && jsonBytes(text) <= bytesMax) return text;
  const room = bytesMax - jsonBytes(MARK);
  if (room < 0) return "";
  // Every code unit takes a byte or more, so what follows can never fit.
  const head = text.slice(0, bytesMax);
  const graphemes = new Set(endsOf(head, "grapheme", lang, room));
  const last = (granularity: "sentence" | "word"): number =>
    endsOf(head, granularity, lang, room).findLast((end) => graphemes.has(end)) ?? 0;
  const fits = Math.max(0, ...graphemes);
  const sentence = last("sentence");
  if (sentence > 0 && sentence * 2 >= fits) return head.slice(0, sentence).trimEnd();
  const word = last("word");
  return head.slice(0, word > 0 ? word : fits).trimEnd() + MARK;
}

/** Where segments end that fit into so many bytes together with all before them; of words those that are no spaces. */
function endsOf(text: string, granularity: "sentence" | "word" | "grapheme", lang: string, bytesMax: number): number[] {
  const ends: number[] = [];
  let bytes = 0;
  for (const { segment, index, isWordLike } of new Intl.Segmenter(lang, { granularity }).segment(text)) {
    bytes += jsonBytes(segment);
    if (bytes > bytesMax) break;
    if (isWordLike !== false) ends.push(index + segment.length);
  }
  return ends;
}

/** Bytes of a text within a JSON string, in UTF-8. */
export function jsonBytes(text: string): number {
  return Buffer.byteLength(JSON.stringify(text)) - 2;
}
