import { Readability } from "@mozilla/readability";
import { blocksOf } from "./blocks.ts";
import type { DomDocument, DomElement } from "./dom.ts";
import { isNoiseBlock, isTeaserHeading, proseIn, removeNoise } from "./noise.ts";
import { oneLine } from "./plain.ts";

export interface ArticleHints {
  /** Left out where the text begins with them. */
  readonly title: string;
  readonly byline: string;
  /** `articleBody` of the page's JSON-LD; empty when there is none. */
  readonly body: string;
}

/** Fewer characters than this, and Readability loosens its rules until it has found more. */
const CHARACTERS_MIN = 250;
/**
 * Readability took only a piece where it found less running text than this, in characters, and the page's own container
 * holds so many times as much. Measured: with more text found, the rest of the container is comments and teasers.
 */
const PIECE_MAX = 2_000;
const PIECE_RATIO = 1.8;

/**
 * The paragraphs of a page's article. Three readings are weighed: Readability's; the container that the page itself
 * marks as its article; the articleBody that the page states as data. Destroys the document.
 */
export function articleBlocks(document: DomDocument, hints: ArticleHints): string[] {
  removeNoise(document);
  const marked = markedReading(document);
  const read = readable(document);
  const isPiece = read.prose < PIECE_MAX && marked.prose > read.prose * PIECE_RATIO;
  const best = isPiece ? marked.blocks : read.blocks;
  const stated = statedBlocks(hints.body);
  const chosen = wordsIn(stated) > wordsIn(best) * PIECE_RATIO ? stated : best;
  return withoutHead(
    untilTeasers(chosen).filter((block) => !isNoiseBlock(block)),
    hints,
  );
}

/** One way to read a page: its blocks, and how much running text they hold. */
interface Reading {
  readonly blocks: readonly string[];
  readonly prose: number;
}

function reading(element: DomElement): Reading {
  return { blocks: blocksOf(element), prose: proseIn(element) };
}

function readable(document: DomDocument): Reading {
  const reader = new Readability<DomElement>(document, {
    charThreshold: CHARACTERS_MIN,
    // The element itself: its HTML would only be parsed again.
    serializer: (node) => node,
  });
  const content = reader.parse()?.content;
  return content ? reading(content) : { blocks: [], prose: 0 };
}

const CONTAINERS =
  "[itemprop=articleBody], article, main, [role=main], .article-body, .article-content, .post-content, .entry-content, #content";

/** The marked container that holds most running text, or the body where none is marked. */
function markedReading(document: DomDocument): Reading {
  let best: DomElement = document.body;
  let most = 0;
  for (const container of document.querySelectorAll(CONTAINERS)) {
    const prose = proseIn(container);
    if (prose > most) {
      most = prose;
      best = container;
    }
  }
  return reading(best);
}

function statedBlocks(body: string): string[] {
  return body.split(/\n+/).map(oneLine).filter(Boolean);
}

/** What follows a heading such as "Also in the news" in the rear of a page is other articles. */
function untilTeasers(blocks: readonly string[]): readonly string[] {
  const all = wordsIn(blocks);
  const cut = blocks.findIndex(
    (block, at) => isTeaserHeading(block) && wordsIn(blocks.slice(0, at)) > all * TEASERS_FROM,
  );
  return cut < 0 ? blocks : blocks.slice(0, cut);
}
const TEASERS_FROM = 0.4;

function wordsIn(blocks: readonly string[]): number {
  let words = 0;
  for (const block of blocks) words += block.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  return words;
}

/** How many blocks at the beginning may repeat what stands in fields of its own. */
const HEAD_BLOCKS = 4;

/** Title and byline have fields of their own. */
function withoutHead(blocks: readonly string[], { title, byline }: ArticleHints): string[] {
  const names = keyOf(byline);
  const heads = new Set([keyOf(title), names, `by${names}`].filter((key) => key.length > 2));
  return blocks.filter((block, at) => at >= HEAD_BLOCKS || block.length > 400 || !heads.has(keyOf(block)));
}

function keyOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}
