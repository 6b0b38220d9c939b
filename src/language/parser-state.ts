/**
 * State of the arc-hybrid transition system (Kuhlmann, Gómez-Rodríguez and Satta 2011) over one sentence, its tokens
 * counted from 0; the root stands behind the last token, as index `count`.
 */
export interface ParserState {
  count: number;
  /** First token not yet shifted. */
  front: number;
  /** Tokens on the stack, the top last. */
  readonly stack: Int32Array;
  depth: number;
  /** Head of each token; -1 as long as it has none. */
  readonly heads: Int32Array;
  /** Outermost dependents found so far on either side, -1 for none; and how many. */
  readonly leftmost: Int32Array;
  readonly rightmost: Int32Array;
  readonly lefts: Uint8Array;
  readonly rights: Uint8Array;
}

export const SHIFT = 0;
/** The top of the stack depends on the front of the buffer. */
export const LEFT = 1;
/** The top of the stack depends on the one below it. */
export const RIGHT = 2;

/** No sentence that the program makes is longer; what lies behind in a longer one hangs on the root. */
export const TOKENS_MAX = 512;

export function parserState(): ParserState {
  const array = (): Int32Array => new Int32Array(TOKENS_MAX + 1);
  return {
    count: 0,
    front: 0,
    stack: array(),
    depth: 0,
    heads: array(),
    leftmost: array(),
    rightmost: array(),
    lefts: new Uint8Array(TOKENS_MAX + 1),
    rights: new Uint8Array(TOKENS_MAX + 1),
  };
}

/** Makes the state ready for a sentence of `count` tokens. */
export function begin(state: ParserState, count: number): void {
  state.count = count;
  state.front = 0;
  state.depth = 0;
  state.heads.fill(-1, 0, count + 1);
  state.leftmost.fill(-1, 0, count + 1);
  state.rightmost.fill(-1, 0, count + 1);
  state.lefts.fill(0, 0, count + 1);
  state.rights.fill(0, 0, count + 1);
}

export function isDone(state: ParserState): boolean {
  return state.depth === 0 && state.front === state.count;
}

/** Can this transition be taken? At least one can until the state is done. */
export function isAllowed(state: ParserState, transition: number): boolean {
  if (transition === SHIFT) return state.front < state.count;
  return state.depth >= (transition === LEFT ? 1 : 2);
}

export function take(state: ParserState, transition: number): void {
  const { stack, heads } = state;
  if (transition === SHIFT) {
    stack[state.depth] = state.front;
    state.depth += 1;
    state.front += 1;
    return;
  }
  state.depth -= 1;
  const dependent = stack[state.depth] as number;
  if (transition === LEFT) {
    const head = state.front;
    heads[dependent] = head;
    state.leftmost[head] = dependent;
    state.lefts[head] = Math.min(7, (state.lefts[head] as number) + 1);
  } else {
    const head = stack[state.depth - 1] as number;
    heads[dependent] = head;
    state.rightmost[head] = dependent;
    state.rights[head] = Math.min(7, (state.rights[head] as number) + 1);
  }
}
