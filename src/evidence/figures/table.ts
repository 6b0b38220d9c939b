import { FATES } from "./fates.ts";
import { singular } from "./noun-lists.ts";

/** Furthest that the head of a table may stand above its row, in UTF-16 units. */
const FAR = 2000;

/** What a column of a table counts. */
export interface Column {
  readonly fate: string | null;
  readonly noun: string | null;
}

/**
 * The column that the text from `start` to `end` fills a cell of, alone: cells are parted by `|` or tabs, the head is
 * the nearest line above with as many cells and no digits. Null outside a table.
 */
export function columnAt(text: string, start: number, end: number): Column | null {
  if (!isCell(text, start, end)) return null;
  const from = text.lastIndexOf("\n", start - 1) + 1;
  const stop = text.indexOf("\n", end);
  const line = text.slice(from, stop === -1 ? Math.min(text.length, end + FAR) : Math.min(stop, end + FAR));
  const mark = line.includes("|") ? "|" : "\t";
  const cells = line.split(mark);
  const at = line.slice(0, start - from).split(mark).length - 1;
  if (cells.length < 2 || start - from > FAR || cells[at]?.trim() !== text.slice(start, end)) return null;
  let below = from - 1;
  while (below > 0 && from - below < FAR) {
    const above = text.lastIndexOf("\n", below - 1) + 1;
    const head = text.slice(above, below).split(mark);
    if (head.length === cells.length && !head.some((cell) => /\p{Nd}/u.test(cell))) return columnOf(head[at] ?? "");
    if (head.length < 2) return null;
    below = above - 1;
  }
  return null;
}

function columnOf(title: string): Column | null {
  const words = title.toLowerCase().match(/\p{L}[\p{L}'-]*/gu) ?? [];
  for (const word of words) {
    const fate = FATES.get(word);
    if (fate !== undefined) return { fate, noun: null };
  }
  const last = words.at(-1) ?? "";
  return last.endsWith("s") ? { fate: null, noun: singular(last) } : null;
}

/** Quick: do bars, tabs or line ends stand around, at least one of them a bar or a tab? */
function isCell(text: string, start: number, end: number): boolean {
  let [i, k] = [start - 1, end];
  while (text.charAt(i) === " " && i > start - 40) i -= 1;
  while (text.charAt(k) === " " && k < end + 40) k += 1;
  const marks = text.charAt(i) + text.charAt(k);
  return /^[|\t\n]{1,2}$/.test(marks) && /[|\t]/.test(marks);
}
