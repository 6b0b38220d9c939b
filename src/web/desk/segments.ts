import type { Span } from "../../model/span.ts";

/** Something to show in a text: a passage of one or more spans. */
export interface Mark {
  readonly spans: readonly Span[];
}

/** A run of text under the same marks, outermost first: the one that starts earlier, then the longer. */
export interface Segment<M extends Mark> {
  readonly start: number;
  readonly end: number;
  readonly marks: readonly M[];
}

interface Stretch<M> {
  readonly start: number;
  readonly end: number;
  readonly mark: M;
}

/**
 * Cuts `text` wherever a mark begins or ends. The segments follow on each other without gaps and cover all of it.
 * Marks may nest, overlap, touch, and consist of several spans; spans outside the text are cut to it, empty and
 * reversed ones are ignored. Offsets are UTF-16 code units.
 */
export function segments<M extends Mark>(text: string, marks: readonly M[]): readonly Segment<M>[] {
  const stretches = marks.flatMap((mark) => stretchesOf(mark, text.length));
  const cuts = new Set([0, text.length]);
  for (const { start, end } of stretches) cuts.add(start).add(end);
  const points = [...cuts].toSorted((a, b) => a - b);
  const byStart = stretches.toSorted((a, b) => a.start - b.start || b.end - a.end);
  const found: Segment<M>[] = [];
  let open: Stretch<M>[] = [];
  let next = 0;
  for (const [i, start] of points.entries()) {
    const end = points[i + 1];
    if (end === undefined) break;
    open = open.filter((stretch) => stretch.end > start);
    for (let one = byStart[next]; one !== undefined && one.start <= start; one = byStart[++next]) open.push(one);
    found.push({ start, end, marks: open.map(({ mark }) => mark) });
  }
  return found;
}

/** A mark's spans within the text, those that touch or overlap each other joined. */
function stretchesOf<M extends Mark>(mark: M, length: number): readonly Stretch<M>[] {
  const joined: { start: number; end: number; mark: M }[] = [];
  const spans = mark.spans
    .map(([start, end]) => [Math.max(0, start), Math.min(length, end)] as const)
    .filter(([start, end]) => end > start)
    .toSorted((a, b) => a[0] - b[0]);
  for (const [start, end] of spans) {
    const last = joined.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else joined.push({ start, end, mark });
  }
  return joined;
}

/** The blocks of a text that empty lines part, as spans without the empty lines. */
export function blocksOf(text: string): readonly Span[] {
  return [...text.matchAll(/[^\n]+(?:\n[^\n]+)*/g)].map((found): Span => [found.index, found.index + found[0].length]);
}

/** The part of `list` that lies in `[from, to)`, cut at both ends. */
export function segmentsWithin<M extends Mark>(list: readonly Segment<M>[], [from, to]: Span): readonly Segment<M>[] {
  return list
    .filter(({ start, end }) => end > from && start < to)
    .map((segment) => ({ ...segment, start: Math.max(segment.start, from), end: Math.min(segment.end, to) }));
}
