import { keyOf } from "./site-name.ts";

/** How many blocks at the beginning may repeat what stands in fields of its own. */
const HEAD_BLOCKS = 4;
const BLOCK_MAX = 400;

/** Leaves out title and byline at the beginning of a text: they have fields of their own. */
export function withoutHead(
  blocks: readonly string[],
  { title, byline }: { readonly title: string; readonly byline: string },
): string[] {
  const names = keyOf(byline);
  const heads = new Set([keyOf(title), names, `by${names}`].filter((key) => key.length > 2));
  return blocks.filter((block, at) => at >= HEAD_BLOCKS || block.length > BLOCK_MAX || !heads.has(keyOf(block)));
}
