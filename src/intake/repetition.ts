/** In characters: shorter passages are repeated on purpose, unless so near their first occurrence, in blocks. */
const REPEATED_MIN = 400;
const ECHO_MIN = 80;
const ECHO_NEAR = 4;

/** A passage that a page carries once more, for another width of the screen or another tab, is said once. */
export function withoutRepetitions(blocks: readonly string[]): string[] {
  const firsts = new Map<string, number>();
  for (const [at, block] of blocks.entries()) if (!firsts.has(block)) firsts.set(block, at);
  const kept: string[] = [];
  for (let at = 0; at < blocks.length;) {
    const first = firsts.get(blocks[at]!)!;
    let length = 0;
    let characters = 0;
    while (first + length < at && blocks[at + length] === blocks[first + length]) {
      characters += blocks[at + length]!.length;
      length += 1;
    }
    const isEcho = length > 0 && characters >= ECHO_MIN && at - first <= ECHO_NEAR;
    if (characters < REPEATED_MIN && !isEcho) kept.push(...blocks.slice(at, at + Math.max(1, length)));
    at += Math.max(1, length);
  }
  return kept;
}
