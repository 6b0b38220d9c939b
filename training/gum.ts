import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { mentionsOf } from "./gum-mentions.ts";
import type { GumMention } from "./gum-mentions.ts";

export type GumSplit = "train" | "dev" | "test";

/** One syntactic word. `start` and `end` are UTF-16 offsets into the document's text. */
export interface GumToken {
  readonly form: string;
  readonly lemma: string;
  readonly upos: string;
  readonly xpos: string;
  /** Index of the head in the document's tokens; -1 for the root of a sentence. */
  readonly head: number;
  /** Universal Dependencies relation with its subtype. */
  readonly relation: string;
  readonly start: number;
  readonly end: number;
}

/** Token indexes `[first, last)` and UTF-16 offsets `[start, end)`. */
export interface GumSentence {
  readonly first: number;
  readonly last: number;
  readonly start: number;
  readonly end: number;
  /** Counts paragraphs (headings and list items too). */
  readonly paragraph: number;
  /** Who speaks, in transcripts; empty elsewhere. */
  readonly speaker: string;
}

/** One document of GUM (CoNLL-U, annotations CC BY 4.0), its text put together again as a reader would see it. */
export interface GumDocument {
  /** "GUM_news_nasa" */
  readonly id: string;
  /** "news" */
  readonly genre: string;
  readonly split: GumSplit;
  /** Sentences of a paragraph with a space between, paragraphs with an empty line between. */
  readonly text: string;
  readonly tokens: readonly GumToken[];
  readonly sentences: readonly GumSentence[];
  /** Entity mentions in the order of their first token, outer ones first. */
  readonly mentions: readonly GumMention[];
}

/** Every document below `folder` (that of `splits.md` and `dep/`), in the order of their names. Throws when the folder is not there. */
export function readGum(folder: string): GumDocument[] {
  const splits = splitsOf(readFileSync(join(folder, "splits.md"), "utf8"));
  const files = readdirSync(join(folder, "dep")).filter((file) => file.endsWith(".conllu"));
  // Not localeCompare: the order must not depend on the machine's language.
  files.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  return files.map((file) => {
    const id = file.slice(0, -".conllu".length);
    return documentOf(id, splits.get(id) ?? "train", readFileSync(join(folder, "dep", file), "utf8"));
  });
}

function splitsOf(markdown: string): ReadonlyMap<string, GumSplit> {
  const splits = new Map<string, GumSplit>();
  let split: GumSplit = "train";
  for (const line of markdown.split("\n")) {
    const heading = /^## (train|dev|test)\s*$/.exec(line)?.[1];
    if (heading !== undefined) split = heading as GumSplit;
    const id = /^\s*\* (GUM_\w+)\s*$/.exec(line)?.[1];
    if (id !== undefined) splits.set(id, split);
  }
  return splits;
}

/** A document from CoNLL-U with GUM's comments and `Entity=` annotations. */
export function documentOf(id: string, split: GumSplit, conllu: string): GumDocument {
  const tokens: GumToken[] = [];
  const sentences: GumSentence[] = [];
  const marks: string[] = [];
  let text = "";
  let paragraph = -1;
  let opens = false;
  for (const block of conllu.split(/\n\n+/)) {
    const lines = block.split("\n");
    const comment = (key: string): string =>
      lines.find((line) => line.startsWith(`# ${key} = `))?.slice(key.length + 5) ?? "";
    const own = comment("text");
    if (own === "") continue;
    if (lines.some((line) => line === "# newpar" || line.startsWith("# newpar ")) || paragraph < 0) {
      paragraph += 1;
      opens = true;
    }
    if (text !== "") text += opens ? "\n\n" : " ";
    opens = false;
    const start = text.length;
    text += own;
    const first = tokens.length;
    let at = 0;
    for (const line of lines) {
      const cells = line.split("\t");
      // Lines of surface words ("3-4") and of empty nodes ("8.1") hold nothing that their words do not.
      if (cells.length < 10 || !/^\d+$/.test(cells[0] as string)) continue;
      const form = cells[1] as string;
      while (own[at] === " ") at += 1;
      if (!own.startsWith(form, at)) throw new Error(`${id}: “${form}” is not where its sentence's text has it`);
      const head = Number(cells[6]);
      tokens.push({
        form,
        lemma: cells[2] as string,
        upos: cells[3] as string,
        xpos: cells[4] as string,
        head: head === 0 ? -1 : first + head - 1,
        relation: cells[7] as string,
        start: start + at,
        end: start + at + form.length,
      });
      marks.push(/(?:^|\|)Entity=([^|]*)/.exec(cells[9] as string)?.[1] ?? "");
      at += form.length;
    }
    sentences.push({
      first,
      last: tokens.length,
      start,
      end: text.length,
      paragraph,
      speaker: comment("speaker"),
    });
  }
  const genre = id.split("_")[1] ?? "";
  return { id, genre, split, text, tokens, sentences, mentions: mentionsOf(marks, tokens) };
}
