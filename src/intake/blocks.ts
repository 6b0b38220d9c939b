import { ELEMENT, TEXT, type DomElement, type DomNode } from "./dom.ts";
import { withoutControls } from "./plain.ts";

/** One paragraph, heading, list item or row of a page. */
export interface Block {
  readonly text: string;
  /** Characters of it that are links. */
  readonly linked: number;
}

/** Elements that stand on lines of their own. */
const BLOCKS = new Set(
  (
    "address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form " +
    "h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p pre section summary table tbody tfoot thead tr ul"
  ).split(" "),
);
const CELLS = new Set(["td", "th"]);
/** Elements whose content is not for reading. */
const SILENT = new Set(
  "script style template noscript svg math canvas iframe object embed audio video select textarea button input head rt rp".split(
    " ",
  ),
);

/** Looks at each element that is read, before its text; a text given back stands in its place. */
export type ElementReader = (element: DomElement, blocksBefore: number) => string | null;

/**
 * The text of an element as its reader sees it set: each block is a paragraph of its own, in the order of the page.
 * White space is one space, `<br>` a line end, cells of a row stand in one paragraph, apart.
 */
export function readBlocks(root: DomElement, read?: ElementReader): Block[] {
  const blocks: Block[] = [];
  let line = "";
  let links = 0;
  let linked = 0;
  const flush = () => {
    const text = tidy(line);
    if (text !== "") blocks.push({ text, linked: Math.min(linked, text.length) });
    line = "";
    linked = 0;
  };
  const endLink = () => {
    links -= 1;
  };
  // An explicit stack: a page may nest deeper than the call stack goes.
  const stack: (DomNode | (() => void))[] = [root];
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    if (typeof top === "function") {
      top();
      continue;
    }
    if (top.nodeType === TEXT) {
      const text = (top.textContent ?? "").replace(/\s+/g, " ");
      line += text;
      if (links > 0) linked += text.length;
    }
    if (top.nodeType !== ELEMENT) continue;
    const element = top as DomElement;
    const name = element.localName;
    if (SILENT.has(name)) continue;
    if (name === "br") line += "\n";
    if (BLOCKS.has(name)) {
      flush();
      stack.push(flush);
    }
    if (CELLS.has(name) && line.trim() !== "") line += CELL_GAP;
    const instead = read?.(element, blocks.length) ?? null;
    if (instead !== null) {
      line += instead;
      continue;
    }
    if (name === "a") {
      links += 1;
      stack.push(endLink);
    }
    // No spread: a call takes only so many arguments.
    for (const child of [...element.childNodes].reverse()) stack.push(child);
  }
  flush();
  return blocks;
}

/** The texts of `readBlocks`. */
export function blocksOf(root: DomElement, read?: ElementReader): string[] {
  return readBlocks(root, read).map(({ text }) => text);
}

const CELL_GAP = " | ";

function tidy(line: string): string {
  return withoutControls(line)
    .replace(/[\u00ad\u200b\u2060\ufeff]/g, "")
    .replace(/[^\S\n]+/g, " ")
    .replace(/ ?\n ?/g, "\n")
    .replace(/\n{2,}/g, "\n")
    .trim();
}
