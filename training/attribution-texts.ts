import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Span } from "../src/model/span.ts";

/** One attribution as marked by hand. Empty lists where a part is not there. */
export interface MarkedAttribution {
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
}

/** An article of ours with its attributions. */
export interface MarkedText {
  readonly text: string;
  readonly attributions: readonly MarkedAttribution[];
}

type Part = keyof MarkedAttribution;
const PARTS: Readonly<Record<string, Part>> = { S: "source", C: "cue", Q: "content" };

/**
 * Our own articles with marks in the text: `{1S who} {1C said} {1Q what}`; marks may stand inside marks, a part may have
 * several pieces. Articles are separated by a line of four hyphens. Files are read in the order of their names.
 * @throws Error where a mark does not close, or nothing like a mark begins
 */
export function readMarkedTexts(folder: string): MarkedText[] {
  return readdirSync(folder)
    .filter((file) => /^attributions-.*\.txt$/.test(file))
    .toSorted()
    .flatMap((file) =>
      readFileSync(join(folder, file), "utf8")
        .split(/^----$/m)
        .map((piece) => piece.trim())
        .filter((piece) => piece !== "")
        .map((piece) => readMarks(piece, file)),
    );
}

function readMarks(marked: string, file: string): MarkedText {
  let text = "";
  const found = new Map<string, Record<Part, Span[]>>();
  const open: { readonly id: string; readonly part: Part; readonly at: number }[] = [];
  for (let i = 0; i < marked.length; i += 1) {
    const sign = marked.charAt(i);
    if (sign === "{") {
      const [mark, id = "", letter = ""] = /^\{(\w+?)([SCQ])(?:\s|(?=\}))/.exec(marked.slice(i, i + 12)) ?? [];
      const part = PARTS[letter];
      if (mark === undefined || part === undefined) throw new Error(`${file}: no mark at “${marked.slice(i, i + 30)}”`);
      open.push({ id, part, at: text.length });
      i += mark.length - 1;
    } else if (sign === "}") {
      const last = open.pop();
      if (last === undefined) throw new Error(`${file}: nothing to close before “${marked.slice(i, i + 30)}”`);
      const one = found.get(last.id) ?? { source: [], cue: [], content: [] };
      if (text.length > last.at) one[last.part].push([last.at, text.length]);
      found.set(last.id, one);
    } else text += sign;
  }
  if (open.length > 0) throw new Error(`${file}: a mark of “${text.slice(0, 40)}…” does not close`);
  return { text, attributions: [...found.values()] };
}
