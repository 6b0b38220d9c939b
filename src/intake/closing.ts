import { wordCount } from "./site-name.ts";

/** Headings of lists of sources; what follows in the rear of a text is those. */
const REFERENCES =
  /^(?:article |key )?(?:sources|references|bibliography|works cited|footnotes|citations|джерела|література|quellen|literatur|références|fuentes|referencias|źródła)[^\p{L}\p{N}]*$/iu;
/** Share of the words before a list of sources. */
const REFERENCES_FROM = 0.75;

/** Blocks at the end, and at the beginning, where pages say who the author is. */
const LAST = 6;
const FIRST = 2;
const SAYS_WHO =
  /^.{0,80}\b(?:is|has|covers|writes|works|reports|holds|joined|serves|leads|specialises|specializes|studied|lives)\b/u;
const PROFESSION =
  /^(?:about the author[^\p{L}\p{N}]+)?\p{Lu}[\p{L}.'’-]*(?: [\p{L}.'’-]+){0,4} is an? (?:[^.]{0,50} )?(?:writer|journalist|reporter|correspondent|columnist|blogger|contributor|editor)\b/u;

/** Leaves out what comes after the text proper: lists of sources, and who the author is. `byline` as printed. */
export function withoutClosing(blocks: readonly string[], byline: string): string[] {
  const text = withoutReferences(blocks);
  const names = authorNames(byline);
  const isLast = (at: number) => at >= text.length - LAST;
  let about = "";
  return text.filter((block, at) => {
    if (at >= FIRST && !isLast(at)) return true;
    const named = names.find((name) => startsWith(block, name) && SAYS_WHO.test(block));
    if (named === undefined && !PROFESSION.test(block)) return about === "" || !goesOn(block, about);
    if (isLast(at)) about = named ?? block.split(/\s/)[0]!;
    return false;
  });
}

function withoutReferences(blocks: readonly string[]): readonly string[] {
  const words = blocks.map(wordCount);
  const all = words.reduce((sum, count) => sum + count, 0);
  let before = 0;
  for (const [at, block] of blocks.entries()) {
    if (before >= all * REFERENCES_FROM && REFERENCES.test(block)) return blocks.slice(0, at);
    before += words[at]!;
  }
  return blocks;
}

/** Full names alone: a first name may begin any sentence. */
function authorNames(byline: string): string[] {
  return byline.split(/\s*(?:,|;|&|\||\band\b|\bund\b|\bet\b|\bта\b|\bі\b)\s*/u).filter((name) => /\S\s+\S/.test(name));
}

function startsWith(block: string, name: string): boolean {
  return block.replace(/^(?:about the author[^\p{L}\p{N}]+|(?:dr|prof)\.? )/iu, "").startsWith(name);
}

/** A further paragraph about the same person. */
function goesOn(block: string, name: string): boolean {
  return /^(?:he|she|they)\s/iu.test(block) || block.slice(0, 120).includes(name.split(/\s/)[0]!);
}
