import { LEFT, RIGHT, SHIFT, isAllowed } from "../src/language/parser-state.ts";
import type { ParserState } from "../src/language/parser-state.ts";

/** The right tree of a sentence, the root as index `count`; dependents of each head by rising index. */
export interface GoldTree {
  readonly count: number;
  readonly heads: Int32Array;
  readonly dependents: readonly (readonly number[])[];
}

/**
 * A tree from heads; arcs that cross others are lifted to the head's head until none does (Nivre and Nilsson 2005), and
 * circles, which aligning can make, are opened at the root.
 */
export function goldTreeOf(heads: readonly number[]): GoldTree {
  const count = heads.length;
  const own = Int32Array.from(heads);
  for (let i = 0; i < count; i += 1) if (reaches(own, i, count)) own[i] = count;
  for (let round = 0; round < count * count; round += 1) {
    const crossing = shortestCrossing(own);
    if (crossing < 0) break;
    own[crossing] = own[own[crossing] as number] as number;
  }
  const dependents: number[][] = Array.from({ length: count + 1 }, () => []);
  own.forEach((head, i) => dependents[head]?.push(i));
  return { count, heads: own, dependents };
}

/** Does the way up from `start` come back to it? */
function reaches(heads: Int32Array, start: number, count: number): boolean {
  let at = heads[start] as number;
  for (let steps = 0; steps <= count && at !== count; steps += 1) {
    if (at === start) return true;
    at = heads[at] as number;
  }
  return false;
}

/** The dependent of the shortest arc that spans a token not below its head; -1 when there is none. */
function shortestCrossing(heads: Int32Array): number {
  let best = -1;
  let length = Infinity;
  for (let d = 0; d < heads.length; d += 1) {
    const head = heads[d] as number;
    const span = Math.abs(head - d);
    if (head === heads.length || span >= length) continue;
    for (let k = Math.min(head, d) + 1; k < Math.max(head, d); k += 1) {
      let at = k;
      while (at !== head && at !== heads.length) at = heads[at] as number;
      if (at === head) continue;
      best = d;
      length = span;
      break;
    }
  }
  return best;
}

/** What a transition costs that is not allowed. */
export const FORBIDDEN = 1_000_000;

/**
 * How many arcs of the right tree each transition makes impossible: the dynamic oracle of the arc-hybrid system
 * (Goldberg and Nivre 2013). A transition that is not allowed costs more than any.
 */
export function costs(state: ParserState, gold: GoldTree, out: Int32Array): void {
  const { stack, depth, front } = state;
  const s0 = stack[depth - 1] as number;
  const s1 = depth > 1 ? (stack[depth - 2] as number) : -1;
  for (let t = SHIFT; t <= RIGHT; t += 1) out[t] = isAllowed(state, t) ? 0 : FORBIDDEN;
  if (depth > 0) {
    let ahead = 0;
    for (const d of gold.dependents[s0] as readonly number[]) if (d >= front) ahead += 1;
    const head = gold.heads[s0] as number;
    out[LEFT] = (out[LEFT] as number) + ahead + (head === s1 || head > front ? 1 : 0);
    out[RIGHT] = (out[RIGHT] as number) + ahead + (head >= front ? 1 : 0);
  }
  if (front < gold.count) {
    const head = gold.heads[front] as number;
    let lost = 0;
    for (let i = 0; i < depth; i += 1) {
      if (gold.heads[stack[i] as number] === front) lost += 1;
      if (i < depth - 1 && stack[i] === head) lost += 1;
    }
    out[SHIFT] = (out[SHIFT] as number) + lost;
  }
}
