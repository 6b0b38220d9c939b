import { keyOf, wordCount } from "../site-name.ts";
import type { Paragraph } from "./paragraphs.ts";

/** Type so many times as large as that of the text is that of a title. */
const LARGE = 1.15;
const TITLE_MAX = 300;
/** A title of fewer words may be the masthead, where another line is set nearly as large: so many times its size. */
const WORDS_MIN = 3;
const NEARLY = 0.7;
/** Names that programs give: of files, of templates, of nothing. */
const NO_TITLE =
  /^(?:untitled|document\d*|microsoft (?:word|powerpoint|excel)\b.*|.*\.(?:docx?|indd|pdf|rtf|odt|pptx?|xlsx?|qxd|tmp|html?)|print|layout \d+|slide \d+|[^\p{L}\p{N}]*)$/iu;

export interface PdfTitle {
  readonly title: string;
  /** The paragraphs that print it; undefined where none was found. */
  readonly isPrinted: ReadonlySet<Paragraph> | undefined;
}

/**
 * The title of a PDF: what its data name, where the first page prints it; else what the first page sets in the largest
 * type; else what its data name; else its first line.
 */
export function titleOfPdf(paragraphs: readonly Paragraph[], named: string): PdfTitle {
  const first = paragraphs.filter(({ page }) => page === 0);
  const given = NO_TITLE.test(named.trim()) ? "" : named.trim();
  const large = largest(first, usualSize(paragraphs));
  const title = large.map(({ text }) => text).join(" ");
  const key = keyOf(given);
  if (key !== "" && wordCount(given) >= 2 && keyOf(first.map(({ text }) => text).join(" ")).includes(key)) {
    const printing = first.filter(({ text }) => keyOf(text) === key);
    const isLarge = keyOf(title).includes(key);
    return { title: given, isPrinted: printing.length > 0 ? new Set(printing) : isLarge ? new Set(large) : undefined };
  }
  if (title !== "" && title.length <= TITLE_MAX) return { title, isPrinted: new Set(large) };
  return { title: given || (first[0] ?? paragraphs[0])!.text, isPrinted: undefined };
}

/** The size that most characters are set in. */
function usualSize(paragraphs: readonly Paragraph[]): number {
  const characters = new Map<number, number>();
  for (const { text, size } of paragraphs) {
    const rounded = Math.round(size * 2) / 2;
    characters.set(rounded, (characters.get(rounded) ?? 0) + text.length);
  }
  return [...characters].reduce((most, one) => (one[1] > most[1] ? one : most), [0, 0])[0];
}

/** Neighbouring paragraphs in the largest type of the page; of the next one, where the largest says too little. */
function largest(page: readonly Paragraph[], usual: number): readonly Paragraph[] {
  const sizes = [...new Set(page.map(({ size }) => size))].filter((size) => size > usual * LARGE).sort((a, b) => b - a);
  const groups = sizes.map((size) => {
    const from = page.findIndex((one) => one.size === size);
    let to = from;
    while (to < page.length && Math.abs(page[to]!.size - size) < 0.5) to += 1;
    return page.slice(from, to);
  });
  const says = (group: readonly Paragraph[]) => wordCount(group.map(({ text }) => text).join(" ")) >= WORDS_MIN;
  return groups.find((group) => says(group) && group[0]!.size >= sizes[0]! * NEARLY) ?? groups[0] ?? [];
}
