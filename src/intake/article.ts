import type { Block } from "./blocks.ts";
import { withoutClosing } from "./closing.ts";
import type { DomDocument } from "./dom.ts";
import { withoutHead } from "./head.ts";
import { isNoiseBlock, isTeaserHeading } from "./noise-block.ts";
import { removeNoise } from "./noise.ts";
import {
  markedReading,
  readableReading,
  statedReading,
  wordsIn,
  type MarkedReading,
  type Reading,
} from "./readings.ts";
import { withoutRepetitions } from "./repetition.ts";
import { vouchedBlocks } from "./vouched.ts";

export interface ArticleHints {
  /** Left out where the text begins with them. */
  readonly title: string;
  readonly byline: string;
  /** `articleBody` of the page's JSON-LD; empty when there is none. */
  readonly body: string;
}

/**
 * The paragraphs of a page's article. Three readings are weighed: Readability's; the container that the page itself
 * marks as its article; the articleBody that the page states as data. Destroys the document.
 */
export function articleBlocks(document: DomDocument, hints: ArticleHints): string[] {
  removeNoise(document);
  const blocks = chosenBlocks(document, hints.body);
  const own = untilTeasers(blocks).filter((block) => !isNoiseBlock(block.text));
  const texts = withoutHead(
    own.map(({ text }) => text),
    hints,
  );
  return withoutClosing(withoutRepetitions(texts), hints.byline);
}

function chosenBlocks(document: DomDocument, body: string): readonly Block[] {
  const marked = markedReading(document);
  const read = readableReading(document);
  const best = isPiece(read, marked) ? marked : read;
  if (body === "") return best.blocks;
  const stated = statedReading(body);
  const vouched = [best, marked]
    .map((reading) => vouchedBlocks(reading, stated))
    .filter((blocks) => blocks !== null)
    .reduce<readonly Block[]>((most, blocks) => (wordsIn(blocks) > wordsIn(most) * RICHER ? blocks : most), []);
  if (vouched.length > 0) return vouched;
  return wordsIn(stated.blocks) > wordsIn(best.blocks) * STATED_RATIO ? stated.blocks : best.blocks;
}
/** The stated text is taken as it is where the page shows only a piece: so many times its words. */
const STATED_RATIO = 1.8;
/** A second reading is taken where it has so many times the words of the first. */
const RICHER = 1.03;

/**
 * Readability took only a piece of the article where the page's own container holds much more running text; or some
 * more, and that as dense as sentences are: what is looser are forms, teasers and comments.
 */
function isPiece(read: Reading, marked: MarkedReading): boolean {
  const ratio = marked.prose / Math.max(1, read.prose);
  if (!marked.isMarked) return ratio > PIECE_RATIO && read.prose < PIECE_MAX;
  if (marked.articles > ARTICLES_MAX) return false;
  const words = wordsIn(marked.blocks) - wordsIn(read.blocks);
  return ratio > PIECE_RATIO || (ratio > MORE_RATIO && marked.prose - read.prose > words * DENSE);
}
const PIECE_RATIO = 1.75;
const PIECE_MAX = 2_000;
const ARTICLES_MAX = 20;
const MORE_RATIO = 1.1;
/** Characters of running text for each word. */
const DENSE = 5.7;

/** What follows a heading such as "Also in the news" in the rear of a page is other articles, unless much text follows. */
function untilTeasers(blocks: readonly Block[]): readonly Block[] {
  const all = wordsIn(blocks);
  const cut = blocks.findIndex((block, at) => {
    if (!isTeaserHeading(block.text)) return false;
    const before = wordsIn(blocks.slice(0, at));
    return before > all * TEASERS_SURE || (before > all * TEASERS_FROM && !blocks.slice(at).some(isParagraph));
  });
  return cut < 0 ? blocks : blocks.slice(0, cut);
}
const TEASERS_FROM = 0.4;
const TEASERS_SURE = 0.85;

function isParagraph({ text, linked }: Block): boolean {
  return text.length - linked >= PARAGRAPH_MIN;
}
const PARAGRAPH_MIN = 200;
