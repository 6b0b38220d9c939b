import type { Block } from "./blocks.ts";
import { wordsIn, type Reading } from "./readings.ts";

/** Shorter blocks are headings and the like, which the stated text of many pages leaves out. */
const WORDS_MIN = 12;
/** Less of a reading than this vouched for, and the stated text is another one, or a piece. */
const SHARE_MIN = 0.7;
/** More of the short blocks than this in the data, and the data leave none out. */
const SHORT_STATED = 0.85;
/** A long block is looked for by this many words at its beginning, in its middle and at its end. */
const PART = 6;

/**
 * The blocks of a reading that the page's own data (`articleBody`) vouches for; with the short ones between them, unless
 * the data hold those too. Null where the data hold another text or only a piece of it.
 */
export function vouchedBlocks(reading: Reading, stated: Reading): readonly Block[] | null {
  const body = ` ${stated.blocks.map(({ text }) => keyWords(text).join(" ")).join(" ")} `;
  const blocks = reading.blocks.map((block) => {
    const words = keyWords(block.text);
    return { block, isShort: words.length < WORDS_MIN, isSure: isIn(body, words) };
  });
  const sure = blocks.filter(({ isSure }) => isSure);
  const vouched = wordsIn(sure.map(({ block }) => block));
  if (vouched < SHARE_MIN * Math.max(wordsIn(reading.blocks), wordsIn(stated.blocks))) return null;
  const between = blocks.slice(
    blocks.findIndex(({ isSure }) => isSure),
    blocks.findLastIndex(({ isSure }) => isSure) + 1,
  );
  const short = between.filter(({ isShort }) => isShort);
  const areShortStated = short.filter(({ isSure }) => isSure).length > short.length * SHORT_STATED;
  return between.filter(({ isSure, isShort }) => isSure || (isShort && !areShortStated)).map(({ block }) => block);
}

function isIn(body: string, words: readonly string[]): boolean {
  const has = (part: readonly string[]) => part.length > 0 && body.includes(` ${part.join(" ")} `);
  if (words.length < WORDS_MIN) return has(words);
  const middle = Math.floor((words.length - PART) / 2);
  return has(words.slice(0, PART)) || has(words.slice(-PART)) || has(words.slice(middle, middle + PART));
}

function keyWords(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
