import { NAME_LABELS, mayBegin, mayEnd, mayFollow } from "./name-labels.ts";

const WIDTH = NAME_LABELS.length;
const NONE = -1e9;

/** Labels that may stand before each label, and those that a run may begin and end with. */
const BEFORE: readonly (readonly number[])[] = NAME_LABELS.map((_, b) =>
  NAME_LABELS.map((__, a) => a).filter((a) => mayFollow(a, b)),
);
const BEGINS = NAME_LABELS.map((_, c) => mayBegin(c));
const ENDS = NAME_LABELS.map((_, c) => mayEnd(c));

/** Room for the search; made once a text, so that runs need no room of their own. */
export interface PathRoom {
  readonly best: Float32Array;
  readonly from: Int8Array;
}

export function pathRoom(longest: number): PathRoom {
  return { best: new Float32Array(longest * WIDTH), from: new Int8Array(longest * WIDTH) };
}

/**
 * The best sequence of labels (Viterbi). `scores[t * 13 + label]` for `length` tokens, `transitions[a * 13 + b]`; the
 * labels are written to `out` from index `at` on.
 */
export function bestPath(
  scores: Float32Array,
  length: number,
  transitions: Float32Array,
  room: PathRoom,
  out: Uint8Array,
  at: number,
): void {
  const { best, from } = room;
  for (let c = 0; c < WIDTH; c += 1) best[c] = BEGINS[c] === true ? (scores[c] as number) : NONE;
  for (let t = 1; t < length; t += 1) {
    const row = t * WIDTH;
    for (let c = 0; c < WIDTH; c += 1) {
      let most = NONE * 2;
      let chosen = 0;
      for (const a of BEFORE[c] as readonly number[]) {
        const sum = (best[row - WIDTH + a] as number) + (transitions[a * WIDTH + c] as number);
        if (sum > most) {
          most = sum;
          chosen = a;
        }
      }
      best[row + c] = most + (scores[row + c] as number);
      from[row + c] = chosen;
    }
  }
  let label = 0;
  const end = (length - 1) * WIDTH;
  for (let c = 1; c < WIDTH; c += 1)
    if (ENDS[c] === true && (best[end + c] as number) > (best[end + label] as number)) label = c;
  for (let t = length - 1; t >= 0; t -= 1) {
    out[at + t] = label;
    label = from[t * WIDTH + label] as number;
  }
}
