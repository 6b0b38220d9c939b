import { CHARACTERS, LETTER, NUMBER, SPACE } from "./characters.ts";
import type { Span } from "../model/span.ts";

/** One quotation, outermost marks only. `start` is at the opening mark, `end` behind the closing one. */
export interface Quotation {
  readonly start: number;
  readonly end: number;
  readonly inner: Span;
  /** Did a closing mark end it? Else it ran to the end of its block. */
  readonly closed: boolean;
  /** The next quotation, at the start of the next block, goes on with the same speech. */
  readonly continues: boolean;
}

/** Longer than this is a stray mark, not a quotation (UTF-16 units). */
const LENGTH_MAX = 6000;

type Role = "open" | "close" | "either";
interface Mark {
  readonly at: number;
  readonly length: number;
  readonly family: string;
  readonly role: Role;
  /** A closing mark that may as well be the apostrophe of a plural: `the soldiers’ return`. */
  readonly doubtful: boolean;
}

/** Finds quotations in any of the usual styles, telling apostrophes apart. Linear in the text's length. */
export function quotationsOf(text: string): Quotation[] {
  const found: Quotation[] = [];
  let blockStart = 0;
  while (blockStart < text.length) {
    const blank = /\n[^\S\n]*\n/g;
    blank.lastIndex = blockStart;
    const gap = blank.exec(text);
    const blockEnd = gap === null ? text.length : gap.index;
    readBlock(text, blockStart, blockEnd, found);
    blockStart = gap === null ? text.length : gap.index + gap[0].length;
  }
  return linkBlocks(text, found);
}

function readBlock(text: string, from: number, to: number, found: Quotation[]): void {
  const marks = marksOf(text, from, to);
  let i = 0;
  while (i < marks.length) {
    const open = marks[i] as Mark;
    if (open.role === "close") {
      i += 1;
      continue;
    }
    const close = closingOf(marks, i);
    if (close === -1 || (marks[close] as Mark).at - open.at > LENGTH_MAX) {
      // An opening mark at the very start of a block may hold for the whole block; elsewhere it is a slip.
      const atStart = text.slice(from, open.at).trim() === "";
      let end = to;
      while (end > open.at && isSpace(text[end - 1] ?? "")) end -= 1;
      const later = marks.slice(i + 1, i + 50).some((m) => m.family === open.family && m.role === "open");
      if (atStart && !later && open.family !== "'" && end - open.at <= LENGTH_MAX) {
        found.push({
          start: open.at,
          end,
          inner: [open.at + open.length, end],
          closed: false,
          continues: false,
        });
        return;
      }
      i += 1;
      continue;
    }
    const last = marks[close] as Mark;
    found.push({
      start: open.at,
      end: last.at + last.length,
      inner: [open.at + open.length, last.at],
      closed: true,
      continues: false,
    });
    i = close + 1;
  }
}

/** Index of the mark that closes `marks[from]`; quotations of other styles inside are stepped over. Bounded look-ahead. */
function closingOf(marks: readonly Mark[], from: number): number {
  const open = marks[from] as Mark;
  let depth = 0;
  let doubtful = -1;
  for (let i = from + 1; i < Math.min(marks.length, from + 200); i += 1) {
    const mark = marks[i] as Mark;
    if (mark.family !== open.family) continue;
    if (mark.at - open.at > LENGTH_MAX) break;
    if (mark.role === "open") {
      // In single quotes a new opening mark ends the wait for a better closing one.
      if (doubtful !== -1) return doubtful;
      depth += 1;
      if (depth > 2) return -1;
      continue;
    }
    if (depth > 0) {
      depth -= 1;
      continue;
    }
    if (!mark.doubtful) return i;
    if (doubtful === -1) doubtful = i;
  }
  return doubtful;
}

function marksOf(text: string, from: number, to: number): Mark[] {
  const marks: Mark[] = [];
  for (let at = nextMark(text, from, to); at < to; at = nextMark(text, at + 1, to)) {
    const char = text[at] ?? "";
    const before = at > from ? (text[at - 1] ?? "") : "";
    const after = at + 1 < to ? (text[at + 1] ?? "") : "";
    const letterLeft = isLetter(before);
    const letterRight = isLetter(after);
    const glueLeft = before !== "" && !isSpace(before) && !"([{—–-/“„«‘‹\"'".includes(before);
    const glueRight = after !== "" && !isSpace(after);
    const push = (family: string, role: Role, length = 1, doubtful = false): void => {
      marks.push({ at, length, family, role, doubtful });
    };
    switch (char) {
      case "“":
        push('"', glueLeft && !letterRight ? "close" : "open");
        break;
      case "„":
      case "‟":
        push('"', "open");
        break;
      case "”":
        push('"', !glueLeft && glueRight && letterRight ? "open" : "close");
        break;
      case '"':
      case "″":
      case "＂":
        push('"', glueLeft ? "close" : glueRight ? "open" : "close");
        break;
      case "«":
      case "‹":
        push("«", glueLeft && !letterRight ? "close" : "open");
        break;
      case "»":
      case "›":
        push("«", !glueLeft && letterRight ? "open" : "close");
        break;
      case "`":
        if (after === "`") {
          push('"', "open", 2);
          at += 1;
        }
        break;
      case "‚":
        if (!glueLeft && glueRight) push("'", "open");
        break;
      case "‘":
        if (!(letterLeft && letterRight) && !isElision(text, at)) push("'", glueLeft && !glueRight ? "close" : "open");
        break;
      case "’":
      case "'":
      case "‛":
        if (char === "'" && after === "'") {
          push('"', glueLeft ? "close" : "open", 2);
          at += 1;
          break;
        }
        if (letterLeft && letterRight) break;
        if (!glueLeft && glueRight) {
          if (char === "'" && letterRight && !isElision(text, at)) push("'", "open");
          break;
        }
        if (glueLeft) push("'", "close", 1, before === "s" && after === " " && /[\p{L}]/u.test(text[at + 2] ?? ""));
        break;
      default:
    }
  }
  return marks;
}

function isLetter(unit: string): boolean {
  return unit !== "" && ((CHARACTERS[unit.charCodeAt(0)] as number) & (LETTER | NUMBER)) !== 0;
}

function isSpace(unit: string): boolean {
  return unit !== "" && ((CHARACTERS[unit.charCodeAt(0)] as number) & SPACE) !== 0;
}

/** Where the next character stands that may be a mark; `to` where there is none. */
function nextMark(text: string, from: number, to: number): number {
  for (let at = from; at < to; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit <= 0x60 ? unit === 0x27 || unit === 0x22 || unit === 0x60 : unit > 0xaa && isFarMark(unit)) return at;
  }
  return to;
}

function isFarMark(unit: number): boolean {
  return unit >= 0x2018 ? unit <= 0x203a || unit === 0xff02 : unit === 0xab || unit === 0xbb;
}

/** `'90s`, `'em`, `'til`: an apostrophe where letters were left out. */
function isElision(text: string, at: number): boolean {
  return /^(?:\d\ds?\b|em\b|til\b|tis\b|twas\b|n\b|cause\b|bout\b)/i.test(text.slice(at + 1, at + 8));
}

function linkBlocks(text: string, found: readonly Quotation[]): Quotation[] {
  return found.map((quotation, i) => {
    const next = found[i + 1];
    if (quotation.closed || next === undefined) return quotation;
    const between = text.slice(quotation.end, next.start);
    return between.trim() === "" ? { ...quotation, continues: true } : quotation;
  });
}
