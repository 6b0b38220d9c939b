import { Readability } from "@mozilla/readability";
import { readBlocks, type Block } from "./blocks.ts";
import type { DomDocument, DomElement } from "./dom.ts";
import { oneLine } from "./plain.ts";

/** One way to read a page: its blocks, and how much running text they hold. */
export interface Reading {
  readonly blocks: readonly Block[];
  /** Characters of running text: blocks long enough to be sentences, links not counted. */
  readonly prose: number;
}

/** Fewer characters than this, and Readability loosens its rules until it has found more. */
const CHARACTERS_MIN = 250;
const SENTENCE_MIN = 60;

export function readingOf(blocks: readonly Block[]): Reading {
  let prose = 0;
  for (const { text, linked } of blocks) if (text.length - linked >= SENTENCE_MIN) prose += text.length - linked;
  return { blocks, prose };
}

/** What Readability takes for the article. Destroys the document. */
export function readableReading(document: DomDocument): Reading {
  const reader = new Readability<DomElement>(document, {
    charThreshold: CHARACTERS_MIN,
    // The element itself: its HTML would only be parsed again.
    serializer: (node) => node,
  });
  const content = reader.parse()?.content;
  return readingOf(content ? readBlocks(content) : []);
}

const CONTAINERS =
  "[itemprop=articleBody], article, main, [role=main], .article-body, .article-content, .post-content, .entry-content, #content";

/** The container that holds most running text of those that pages mark their article with. */
export interface MarkedReading extends Reading {
  /** False where nothing is marked, and all of the body was read. */
  readonly isMarked: boolean;
  /** Articles inside it: many are comments or teasers. */
  readonly articles: number;
}

export function markedReading(document: DomDocument): MarkedReading {
  let best = null as DomElement | null;
  let most: Reading = { blocks: [], prose: 0 };
  for (const container of document.querySelectorAll(CONTAINERS)) {
    // One inside the best so far holds no more than that.
    if (best?.contains(container) === true) continue;
    const reading = readingOf(readBlocks(container));
    if (reading.prose > most.prose) {
      most = reading;
      best = container;
    }
  }
  const isMarked = best !== null;
  const root = best ?? document.body;
  return {
    ...(isMarked ? most : readingOf(readBlocks(root))),
    isMarked,
    articles: [...root.querySelectorAll("article")].length,
  };
}

/** The text that a page states as data, in its paragraphs; in its lines where no empty line parts them. */
export function statedReading(body: string): Reading {
  return readingOf(
    body
      .split(/\n\s*\n/.test(body.trim()) ? /\n\s*\n/ : /\n/)
      .map(oneLine)
      .filter(Boolean)
      .map((text) => ({ text, linked: 0 })),
  );
}

export function wordsIn(blocks: readonly Block[]): number {
  let words = 0;
  for (const { text } of blocks) words += wordCountOf(text);
  return words;
}

function wordCountOf(text: string): number {
  return text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}
