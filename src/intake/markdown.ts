import { oneLine } from "./plain.ts";

/** Values of a front matter that we know, lower-case keys; a Markdown text without its markup. */
export interface MarkdownDocument {
  readonly fields: ReadonlyMap<string, string>;
  readonly title: string;
  readonly text: string;
}

/**
 * Reads Markdown lightly: `key: value` lines between `---` at the top, the first heading as title, and the rest with
 * its signs taken off. Each block is one paragraph.
 */
export function readMarkdown(source: string): MarkdownDocument {
  const { fields, body } = frontMatter(source.replace(/\r\n?/g, "\n"));
  const blocks = body
    .replace(/<!--[\s\S]*?-->/g, "")
    .split(/\n\s*\n|\n(?=\s{0,3}(?:#{1,6}\s|[-*+]\s|\d+[.)]\s))|(?<=^\s{0,3}#{1,6}\s[^\n]*)\n/m)
    .map((block) => ({
      heading: /^\s{0,3}#{1,6}\s/.test(block) || /\n\s*(=+|-{3,})\s*$/.test(block),
      text: stripped(block),
    }))
    .filter(({ text }) => text !== "");
  const named = fields.get("title") ?? "";
  const first = blocks[0];
  const title = named || (first === undefined ? "" : oneLine(first.text));
  const isTitle = first !== undefined && oneLine(first.text) === title && (first.heading || named !== "");
  const rest = isTitle ? blocks.slice(1) : blocks;
  return { fields, title, text: rest.map(({ text }) => text).join("\n\n") };
}

function frontMatter(source: string): { readonly fields: ReadonlyMap<string, string>; readonly body: string } {
  const fields = new Map<string, string>();
  const found = /^---[ \t]*\n([\s\S]*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(source);
  if (found === null) return { fields, body: source };
  for (const line of found[1]!.split("\n")) {
    const pair = /^([A-Za-z][\w-]{0,40})\s*:\s*(.*)$/.exec(line);
    if (pair === null) continue;
    const value = pair[2]!.trim().replace(/^(["'])(.*)\1$/, "$2");
    if (value !== "" && !fields.has(pair[1]!.toLowerCase())) fields.set(pair[1]!.toLowerCase(), value);
  }
  return { fields, body: source.slice(found[0].length) };
}

const PARAGRAPH_MAX = 20_000;

function stripped(block: string): string {
  if (/^\s*([-*_]\s*){3,}$/.test(block) || /^\s{0,3}\[[^\]]+\]:\s/.test(block)) return "";
  // No paragraph is that long; its markup may be made to keep the patterns busy.
  if (block.length > PARAGRAPH_MAX) return oneLine(block);
  return block
    .replace(/^\s*(```|~~~).*$/gm, "")
    .replace(/\n\s*(=+|-{3,})\s*$/, "")
    .replace(/^\s{0,3}#{1,6}\s+(.*?)\s*#*\s*$/gm, "$1")
    .replace(/^\s{0,3}(>\s?)+/gm, "")
    .replace(/^\s*([-*+]|\d+[.)])\s+/gm, "")
    .replace(/!\[([^\]]*)\]\([^)]*\)/g, "")
    .replace(/\[([^\]]+)\]\([^)]*\)/g, "$1")
    .replace(/\[([^\]]+)\]\[[^\]]*\]/g, "$1")
    .replace(/<(https?:[^>\s]+)>/g, "$1")
    .replace(/<\/?[a-z][^>]*>/gi, "")
    .replace(/(\*\*|__)(?=\S)(.+?)(?<=\S)\1/g, "$2")
    .replace(/(?<![\w*])\*(?=\S)([^*\n]+?)(?<=\S)\*(?!\w)/g, "$1")
    .replace(/(?<!\w)_(?=\S)([^_\n]+?)(?<=\S)_(?!\w)/g, "$1")
    .replace(/~~(.+?)~~/g, "$1")
    .replace(/`([^`\n]+)`/g, "$1")
    .replace(/\\([\\`*_{}[\]()#+.!>~|-])/g, "$1")
    .replace(/\s+/g, " ")
    .trim();
}
