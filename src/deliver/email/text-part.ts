import type { MailContent, MailFoot, MailItem } from "./content.ts";

/** Columns, as RFC 5322 §2.1.1 would have it (78 at most), with room for quoting. */
const COLUMNS = 72;

/** Everything above the foot; the same for all who get it. */
export function textBody(content: MailContent): string {
  const blocks = [wrap(content.title, "")];
  for (const { heading, items } of content.parts) {
    if (heading !== "") blocks.push(`\n${wrap(heading, "")}`);
    for (const item of items) blocks.push(itemText(item, heading === "" ? "" : "  "));
  }
  return blocks.join("\n\n") + "\n";
}

/** Links and who writes, below the line that mail programs know as the end (RFC 3676 §4.3). */
export function textFoot(content: MailContent, { why, links }: MailFoot): string {
  const lines = [...content.links, ...links].map(({ words, url }) => `${wrap(`${words}:`, "")}\n${url}`);
  return ["\n-- ", content.office, ...(why === "" ? [] : [wrap(why, "")]), "", ...lines, ""].join("\n");
}

function itemText({ label, text, note, url }: MailItem, indent: string): string {
  const lines = [label === "" ? "" : wrap(`${label}:`, indent), wrap(text, indent), wrap(note, indent), indent + url];
  return lines.filter((line) => line.trim() !== "").join("\n");
}

/** Lines of at most 72 columns, broken at blanks alone: a longer word or link stays whole. */
function wrap(text: string, indent: string): string {
  const lines: string[] = [];
  let line = indent;
  let width = indent.length;
  for (const word of text.split(/[ \t]+/)) {
    if (word === "") continue;
    const needs = columns(word);
    if (width > indent.length && width + 1 + needs > COLUMNS) {
      lines.push(line);
      line = indent + word;
      width = indent.length + needs;
    } else {
      line += width > indent.length ? ` ${word}` : word;
      width += (width > indent.length ? 1 : 0) + needs;
    }
  }
  if (width > indent.length) lines.push(line);
  return lines.join("\n");
}

/** East Asian characters take two columns, combining marks none. */
function columns(word: string): number {
  if (/^[\u0020-\u02ff\u0370-\u0482\u048a-\u0590]*$/.test(word)) return word.length;
  let width = 0;
  for (const character of word) {
    if (/^[\p{M}\p{Cf}]$/u.test(character)) continue;
    width += /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]$/u.test(character) ? 2 : 1;
  }
  return width;
}
