/** A figure in its sentence. */
export interface Around {
  readonly sentence: string;
  /** Offsets of the figure's text in the sentence; both -1 where it is not there. */
  readonly start: number;
  readonly end: number;
  readonly before: string;
  readonly after: string;
}

/** Finds a figure in its sentence: by `at`, else by its words. */
export function aroundOf(sentence: string, text: string | undefined, at?: number): Around {
  const start =
    text === undefined || text === ""
      ? -1
      : at !== undefined && sentence.startsWith(text, at)
        ? at
        : sentence.indexOf(text);
  if (start === -1 || text === undefined) return { sentence, start: -1, end: -1, before: "", after: "" };
  const end = start + text.length;
  return { sentence, start, end, before: sentence.slice(0, start), after: sentence.slice(end) };
}

/** No comma of "2,140", no colon of "14:20". */
const BORDER = /[,:](?!\p{Nd})|[;—–()“”]|\s(?:and|but|while|whereas|after|although)\s/gu;

/** How many borders of clauses lie between two offsets. */
export function bordersBetween(sentence: string, from: number, to: number): number {
  return from >= to ? 0 : (sentence.slice(from, to).match(BORDER)?.length ?? 0);
}
