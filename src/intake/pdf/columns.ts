import type { Segment } from "./segments.ts";

/** One line of a column, as it is read. */
export interface Line extends Segment {
  /** Number of its page, and of its column on that page. */
  readonly page: number;
  readonly column: number;
}

/** In sizes of the type: a strip so wide without text parts two columns. */
const GUTTER = 0.8;
/** Rows that both columns must have, and characters that a row of a column has; less is a table. */
const ROWS_MIN = 4;
const CHARACTERS_MIN = 14;
/** Share of the rows that may cross a gutter: titles and tables over all columns. */
const CROSSING_MAX = 0.25;
const DEPTH_MAX = 4;
/** In sizes of the type: cells of a table stand farther apart. */
const CELL = 2;
const CELL_GAP = " | ";

/** The lines of a page in the order in which they are read: column by column between what stands across them. */
export function linesInOrder(segments: readonly Segment[], page: number): Line[] {
  const lines: Line[] = [];
  let column = 0;
  for (const group of groupsOf(segments, 0)) {
    for (const line of rowsOf(group)) lines.push({ ...line, page, column });
    column += 1;
  }
  return lines;
}

/** Columns and what stands between them, in order; each is read from its top to its bottom. */
function groupsOf(segments: readonly Segment[], depth: number): (readonly Segment[])[] {
  const gutter = depth >= DEPTH_MAX ? null : gutterOf(segments);
  if (gutter === null) return segments.length === 0 ? [] : [segments];
  const groups: (readonly Segment[])[] = [];
  let left: Segment[] = [];
  let right: Segment[] = [];
  let across: Segment[] = [];
  const flush = () => {
    if (across.length > 0) groups.push(across);
    groups.push(...groupsOf(left, depth + 1), ...groupsOf(right, depth + 1));
    [left, right, across] = [[], [], []];
  };
  for (const segment of [...segments].sort((a, b) => a.y - b.y)) {
    if (segment.right <= gutter) left.push(segment);
    else if (segment.left >= gutter) right.push(segment);
    else {
      if (left.length + right.length > 0) flush();
      across.push(segment);
    }
  }
  flush();
  return groups;
}

/** Where two columns part: the place that fewest rows cross, with running text on both sides; null where there is none. */
function gutterOf(segments: readonly Segment[]): number | null {
  if (segments.length < ROWS_MIN * 2) return null;
  const size = middle(segments.map((segment) => segment.size));
  const start = Math.min(...segments.map(({ left }) => left));
  const end = Math.max(...segments.map(({ right }) => right));
  const width = Math.ceil(end - start);
  if (!(width > 0) || width > 10_000) return null;
  const cover = new Uint32Array(width + 1);
  for (const { left, right } of segments)
    for (let x = Math.floor(left - start); x < Math.min(width, Math.ceil(right - start)); x += 1) cover[x]! += 1;
  const rows = rowsOf(segments).length;
  let best: { readonly at: number; readonly crossing: number; readonly span: number } | null = null;
  for (const strip of stripsBelow(cover, rows * CROSSING_MAX, GUTTER * size)) {
    const at = start + strip.middle;
    const isBetter =
      best === null || strip.crossing < best.crossing || (strip.crossing === best.crossing && strip.span > best.span);
    if (isBetter && partsColumns(segments, at)) best = { at, crossing: strip.crossing, span: strip.span };
  }
  return best?.at ?? null;
}

/** Strips of at least `width` points inside the page, each covered by at most `max` segments, and evenly so. */
function stripsBelow(
  cover: Uint32Array,
  max: number,
  width: number,
): { readonly middle: number; readonly crossing: number; readonly span: number }[] {
  const strips: { middle: number; crossing: number; span: number }[] = [];
  for (let from = 0; from < cover.length;) {
    const crossing = cover[from]!;
    let to = from;
    while (to < cover.length && cover[to] === crossing) to += 1;
    const isInside = from > 0 && to < cover.length - 1;
    if (isInside && crossing <= max && to - from >= width)
      strips.push({ middle: (from + to) / 2, crossing, span: to - from });
    from = to;
  }
  return strips;
}

/** Does running text stand on both sides, side by side? Cells of a table are shorter. */
function partsColumns(segments: readonly Segment[], at: number): boolean {
  const sides = [segments.filter(({ right }) => right <= at), segments.filter(({ left }) => left >= at)].map(rowsOf);
  if (sides.some((rows) => rows.length < ROWS_MIN || middle(rows.map(({ text }) => text.length)) < CHARACTERS_MIN))
    return false;
  const [one, other] = sides.map((rows) => [Math.min(...rows.map(({ y }) => y)), Math.max(...rows.map(({ y }) => y))]);
  const beside = Math.min(one![1]!, other![1]!) - Math.max(one![0]!, other![0]!);
  return beside > 0;
}

/** Segments of one column on one baseline are one row: words set wide, or the cells of a table. */
function rowsOf(segments: readonly Segment[]): Segment[] {
  const rows: Segment[][] = [];
  for (const segment of [...segments].sort((a, b) => a.y - b.y)) {
    const row = rows.at(-1);
    if (row !== undefined && Math.abs(segment.y - row[0]!.y) <= 0.3 * Math.max(segment.size, row[0]!.size))
      row.push(segment);
    else rows.push([segment]);
  }
  return rows.map((row) => {
    const cells = row.sort((a, b) => a.left - b.left);
    const main = cells.reduce((most, cell) => (cell.text.length > most.text.length ? cell : most));
    let text = "";
    for (const [index, cell] of cells.entries()) {
      const before = cells[index - 1];
      if (before !== undefined) text += cell.left - before.right > CELL * main.size ? CELL_GAP : " ";
      text += cell.text;
    }
    return { ...main, text, left: cells[0]!.left, right: Math.max(...cells.map(({ right }) => right)) };
  });
}

function middle(numbers: readonly number[]): number {
  return quantile(numbers, 0.5);
}

/** The number that a share of all lie below; 0 for none. */
export function quantile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length * share)] ?? 0;
}
