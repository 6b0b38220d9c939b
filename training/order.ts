/** Numbers from 0 to `count - 1` in an order that `seed` alone decides (xorshift32, Fisher and Yates). */
export function shuffled(count: number, seed: number): Int32Array {
  const order = Int32Array.from({ length: count }, (_, i) => i);
  const next = drawing(seed);
  for (let i = count - 1; i > 0; i -= 1) {
    const k = next(i + 1);
    const kept = order[i] as number;
    order[i] = order[k] as number;
    order[k] = kept;
  }
  return order;
}

/** Draws whole numbers below its argument, the same ones for the same seed. */
export function drawing(seed: number): (below: number) => number {
  let state = (Math.imul(seed, 0x9e3779b1) ^ 0x2545f491) | 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return Math.floor(((state >>> 0) / 2 ** 32) * below);
  };
}
