import { blocksOf } from "./blocks.ts";
import { parseDate } from "./dates.ts";
import type { DomDocument, DomElement } from "./dom.ts";
import { oneLine } from "./plain.ts";
import { keyOf } from "./site-name.ts";

/** A short line of a page beside its title, where pages print date and byline. */
export interface PrintedLine {
  readonly text: string;
  /** The line before it, where that is short and holds no number: often a label (`Published`). */
  readonly label: string;
  /** Blocks from the title: negative before it, 0 the title itself. */
  readonly distance: number;
}

const AFTER = 40;
const BEFORE = 3;
const LINE_MAX = 160;
const LABEL_MAX = 40;
/** So many paragraphs behind the title, and what follows is the article. */
const PARAGRAPHS = 2;
const PARAGRAPH_MIN = 220;
/** Classes of what stands beside an article and has dates of its own. */
const ELSEWHERE = /(^|\s)(comments?|related|sidebar|recent|footer|teasers?|recirc|ticker|trending)([_-]\S*)?(\s|$)/i;

/**
 * The short lines around a page's title: those after it, then those before it, each from the nearest on. The title is
 * looked for among the headings, then anywhere; where it is printed nowhere, the first main heading stands for it. A `<time>` reads as what its `datetime` says.
 */
export function linesNearHeading(document: DomDocument, title: string): PrintedLine[] {
  const key = keyOf(title);
  if (key === "") return [];
  let found = -1;
  let first = -1;
  const read = (element: DomElement, at: number): string | null => {
    const name = element.localName;
    if (name === "time") return timeText(element);
    if (isElsewhere(element)) return "";
    if (name === "h1" && first < 0) first = at;
    if (found < 0 && HEADINGS.has(name) && keyOf(element.textContent ?? "").startsWith(key)) found = at;
    return null;
  };
  const blocks = blocksOf(document.body, read).map(oneLine);
  if (found < 0) found = blocks.findIndex((block) => keyOf(block) === key);
  if (found < 0) found = first;
  return blocks[found] === undefined ? [] : around(blocks, found);
}

function isElsewhere(element: DomElement): boolean {
  const name = element.localName;
  if (name === "nav" || name === "footer") return true;
  if (name === "body" || name === "main" || name === "article") return false;
  return ELSEWHERE.test(element.getAttribute("class") ?? "") && element.querySelector("h1") === null;
}
const HEADINGS = new Set(["h1", "h2", "h3"]);

function timeText(element: DomElement): string | null {
  const given = element.getAttribute("datetime") ?? "";
  return parseDate(given) === null ? null : ` ${given} `;
}

function around(blocks: readonly string[], title: number): PrintedLine[] {
  const line = (at: number): PrintedLine => {
    const label = blocks[at - 1] ?? "";
    return {
      text: blocks[at]!,
      label: label.length <= LABEL_MAX && !/\d/.test(label) ? label : "",
      distance: at - title,
    };
  };
  const lines = [line(title)];
  let paragraphs = 0;
  for (let at = title + 1; at < Math.min(blocks.length, title + AFTER) && paragraphs < PARAGRAPHS; at += 1) {
    if (blocks[at]!.length > PARAGRAPH_MIN) paragraphs += 1;
    else if (blocks[at]!.length <= LINE_MAX) lines.push(line(at));
  }
  for (let at = title - 1; at >= Math.max(0, title - BEFORE); at -= 1)
    if (blocks[at]!.length <= LINE_MAX) lines.push(line(at));
  return lines;
}
