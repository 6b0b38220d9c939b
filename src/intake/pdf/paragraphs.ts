import { middle, type Line } from "./columns.ts";

export interface Paragraph {
  readonly text: string;
  /** Of its type, in points. */
  readonly size: number;
  readonly page: number;
}

/** Types differ when their sizes do by more than this share. */
const SIZE_STEP = 0.1;
/** In times of the usual distance between lines: more begins a paragraph. */
const LEADING_STEP = 1.35;
/** In sizes of the type: an indented first line. */
const INDENT = 0.7;
/** A line that ends so far from the right edge, in shares of the column, and with a sentence, ends its paragraph. */
const SHORT = 0.12;
const VERY_SHORT = 0.45;
const ENDS_SENTENCE = /[.!?:;…][»”"’')\]]*\d{0,3}$/u;
const BULLET = /^(?:[•◦▪‣●■○·–—-]\s|\(?\d{1,2}[.)]\s|\d{1,2}(?:\.\d{1,2})+\.?\s|\(?[a-zа-яіїє]\)\s)/iu;
/** Dots that lead from a heading to its page. */
const LEADER = /(?:\s*\.){5,}\s*/g;
/** How many notes may stand between two halves of a paragraph that a page or column parts. */
const NOTES_BETWEEN = 4;

/** Lines in reading order → paragraphs, across columns and pages; words parted at a line's end are joined. */
export function paragraphsOf(lines: readonly Line[]): Paragraph[] {
  const words = wordsOf(lines);
  const paragraphs: { text: string; size: number; page: number }[] = [];
  const columns = edgesOf(lines);
  let before: Line | undefined;
  for (const line of lines) {
    const edges = columns.get(columnOf(line))!;
    const last = paragraphs.at(-1);
    if (
      before !== undefined &&
      last !== undefined &&
      columnOf(before) === columnOf(line) &&
      !begins(line, before, edges)
    )
      last.text = joined(last.text, line.text, words);
    else {
      const open =
        before !== undefined && columnOf(before) === columnOf(line) ? undefined : openParagraph(paragraphs, line);
      if (open === undefined) paragraphs.push({ text: line.text, size: line.size, page: line.page });
      else open.text = joined(open.text, line.text, words);
    }
    before = line;
  }
  return paragraphs.map((one) => ({ ...one, text: one.text.replaceAll("\u00ad", "").replace(LEADER, " … ") }));
}

interface Edges {
  readonly left: number;
  readonly right: number;
  /** Usual distance between two lines. */
  readonly leading: number;
}

function columnOf({ page, column }: Line): string {
  return `${page}.${column}`;
}

function edgesOf(lines: readonly Line[]): Map<string, Edges> {
  const byColumn = new Map<string, Line[]>();
  for (const line of lines) {
    const key = columnOf(line);
    if (!byColumn.has(key)) byColumn.set(key, []);
    byColumn.get(key)!.push(line);
  }
  return new Map(
    [...byColumn].map(([key, column]) => {
      const steps = column.slice(1).map((line, at) => line.y - column[at]!.y);
      return [
        key,
        {
          left: Math.min(...column.map(({ left }) => left)),
          right: Math.max(...column.map(({ right }) => right)),
          leading: middle(steps.filter((step) => step > 0)),
        },
      ];
    }),
  );
}

function begins(line: Line, before: Line, { left, right, leading }: Edges): boolean {
  const step = line.y - before.y;
  if (differ(line.size, before.size) || step <= 0) return true;
  const usual = Math.min(leading, 2 * line.size);
  if (step > Math.max(usual * LEADING_STEP, usual + 0.3 * line.size) || BULLET.test(line.text)) return true;
  if (isHyphened(before.text)) return false;
  const width = Math.max(1, right - left);
  const missing = (right - before.right) / width;
  // A heading in a face of its own, as large as the text.
  if (line.font !== before.font && missing > SHORT && !startsSmall(line.text)) return true;
  const isIndented = line.left - before.left > INDENT * line.size && before.left - left < INDENT * line.size;
  if (isIndented && line.left - left < 4 * line.size && ENDS_SENTENCE.test(before.text)) return true;
  if (missing > SHORT && ENDS_SENTENCE.test(before.text) && !startsSmall(line.text)) return true;
  return missing > VERY_SHORT && !startsSmall(line.text);
}

/** The paragraph that goes on in a new column or page: of the same type, open at its end; notes may stand between. */
function openParagraph(
  paragraphs: readonly { text: string; size: number; page: number }[],
  line: Line,
): { text: string } | undefined {
  for (const one of paragraphs.slice(-NOTES_BETWEEN).reverse()) {
    if (differ(one.size, line.size)) continue;
    const isOpen = !ENDS_SENTENCE.test(one.text) && startsSmall(line.text);
    return isOpen || (isHyphened(one.text) && startsSmall(line.text)) ? one : undefined;
  }
  return undefined;
}

function differ(a: number, b: number): boolean {
  return Math.abs(a - b) > SIZE_STEP * Math.max(a, b);
}

function startsSmall(text: string): boolean {
  return /^[«“"(]?\p{Ll}/u.test(text);
}

function isHyphened(text: string): boolean {
  return /\p{L}[-\u00ad‐]$/u.test(text);
}

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/**
 * Two lines in one. A hyphen at the end goes, unless the document has the word with it elsewhere, or what follows is
 * no lower-case letter.
 */
function joined(text: string, next: string, words: ReadonlySet<string>): string {
  if (text.endsWith("\u00ad")) return text.slice(0, -1) + next;
  const parted = /([\p{L}\p{N}]+)[-‐]$/u.exec(text);
  if (parted !== null) {
    const rest = /^\p{Ll}[\p{L}\p{N}]*/u.exec(next)?.[0];
    if (rest === undefined) return text + next;
    const isCompound =
      !words.has((parted[1]! + rest).toLowerCase()) && words.has(`${parted[1]!}-${rest}`.toLowerCase());
    return (isCompound ? text : text.slice(0, -1)) + next;
  }
  if (UNSPACED.test(text.slice(-1)) && UNSPACED.test(next.slice(0, 1))) return text + next;
  return `${text} ${next}`;
}

/** Words of the document that stand inside lines, with and without hyphens, lower case. */
function wordsOf(lines: readonly Line[]): Set<string> {
  const words = new Set<string>();
  for (const { text } of lines)
    for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*(?=[^\p{L}\p{N}-])/gu) ?? [])
      words.add(word);
  return words;
}
