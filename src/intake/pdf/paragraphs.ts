import { quantile, type Line } from "./columns.ts";

export interface Paragraph {
  readonly text: string;
  /** Of its type, in points. */
  readonly size: number;
  readonly page: number;
}

/** Types differ when their sizes do by more than this share. */
const SIZE_STEP = 0.06;
/** In times of the usual distance between lines: more begins a paragraph. */
const LEADING_STEP = 1.35;
/** The usual distance is that of the closest lines, not of lists and short paragraphs; at most so many sizes of the type. */
const LEADING_QUANTILE = 0.3;
const LEADING_MAX = 1.6;
/** In sizes of the type: an indented first line. */
const INDENT = 0.7;
/** A line that ends so far from the right edge, in shares of the column, may be a heading; or ends its paragraph. */
const SHORT = 0.12;
const VERY_SHORT = 0.45;
/** Letters are not all of one width. */
const ROOM = 1.3;
/** A line that ends so near the right edge is full. */
const FULL = 0.04;
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
      const isNewColumn = before !== undefined && columnOf(before) !== columnOf(line);
      const isFull = isNewColumn && fillsColumn(before!, columns.get(columnOf(before!))!);
      const open = isNewColumn ? openParagraph(paragraphs, line, isFull) : undefined;
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
          leading: quantile(
            steps.filter((step) => step > 0),
            LEADING_QUANTILE,
          ),
        },
      ];
    }),
  );
}

function begins(line: Line, before: Line, { left, right, leading }: Edges): boolean {
  const step = line.y - before.y;
  if (differ(line.size, before.size) || step <= 0) return true;
  const usual = Math.min(leading, LEADING_MAX * line.size);
  if (step > Math.max(usual * LEADING_STEP, usual + 0.3 * line.size) || BULLET.test(line.text)) return true;
  if (isHyphened(before.text)) return false;
  const missing = (right - before.right) / Math.max(1, right - left);
  // A heading in a face of its own, as large as the text.
  const endsBefore = missing > SHORT || ENDS_SENTENCE.test(before.text);
  if (line.font !== before.font && endsBefore && !startsSmall(line.text)) return true;
  const isIndented = line.left - before.left > INDENT * line.size && before.left - left < INDENT * line.size;
  if (isIndented && line.left - left < 4 * line.size && ENDS_SENTENCE.test(before.text)) return true;
  if (startsSmall(line.text) || !hasRoom(before, line, right)) return false;
  return missing > VERY_SHORT || ENDS_SENTENCE.test(before.text);
}

/** Would the first word of the line have stood in the line before it? Then that one was ended on purpose. */
function hasRoom(before: Line, line: Line, right: number): boolean {
  const word = line.text.indexOf(" ") < 0 ? line.text.length : line.text.indexOf(" ");
  const letter = (line.right - line.left) / Math.max(1, line.text.length);
  return right - before.right > (word + 1) * letter * ROOM;
}

function fillsColumn({ right }: Line, edges: Edges): boolean {
  return right >= edges.right - FULL * (edges.right - edges.left);
}

/**
 * The paragraph that goes on in a new column or page: of the same type, open at its end; notes may stand between.
 * `isFull`: the line before runs to the edge of its column, so that even a capital may go on with it.
 */
function openParagraph<One extends { readonly text: string; readonly size: number }>(
  paragraphs: readonly One[],
  line: Line,
  isFull: boolean,
): One | undefined {
  for (const [behind, one] of paragraphs.slice(-NOTES_BETWEEN).reverse().entries()) {
    if (differ(one.size, line.size)) continue;
    if (BULLET.test(line.text) || (ENDS_SENTENCE.test(one.text) && !isHyphened(one.text))) return undefined;
    return startsSmall(line.text) || (isFull && behind === 0) ? one : undefined;
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

/** `pre- and post-war`: the hyphen stands for a word that comes later. */
const AND = /^(?:and|or|und|oder|bzw|et|ou|y|o|e|та|і|й|або|и|или|i|oraz|lub)\s/u;

/**
 * Two lines in one. A hyphen at the end goes, unless the document has the word with it elsewhere, or both of its halves
 * as words but not the whole; or what follows is no lower-case letter.
 */
function joined(text: string, next: string, words: ReadonlySet<string>): string {
  if (text.endsWith("\u00ad")) return text.slice(0, -1) + next;
  const parted = /([\p{L}\p{N}]+)[-‐]$/u.exec(text);
  if (parted !== null) {
    const rest = /^\p{Ll}[\p{L}\p{N}]*/u.exec(next)?.[0];
    if (rest === undefined) return text + next;
    if (AND.test(next)) return `${text} ${next}`;
    const isCompound =
      !words.has((parted[1]! + rest).toLowerCase()) &&
      (words.has(`${parted[1]!}-${rest}`.toLowerCase()) || [parted[1]!, rest].every((half) => isWord(half, words)));
    return (isCompound ? text : text.slice(0, -1)) + next;
  }
  if (UNSPACED.test(text.slice(-1)) && UNSPACED.test(next.slice(0, 1))) return text + next;
  return `${text} ${next}`;
}

function isWord(half: string, words: ReadonlySet<string>): boolean {
  return half.length >= HALF_MIN && words.has(half.toLowerCase());
}
/** Shorter halves are syllables as often as words. */
const HALF_MIN = 4;

/** Words of the document that stand inside lines, with and without hyphens, lower case. */
function wordsOf(lines: readonly Line[]): Set<string> {
  const words = new Set<string>();
  for (const { text } of lines)
    for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*(?=[^\p{L}\p{N}-])/gu) ?? [])
      words.add(word);
  return words;
}
