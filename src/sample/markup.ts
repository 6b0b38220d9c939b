import { wordsOf, type Blocks, type SampleOutlet, type SampleReport, type SampleText } from "./outlet.ts";

/** What a template gets: one address on one day. Links are root-relative, so the bytes do not depend on the port. */
export interface PageInput {
  readonly outlet: SampleOutlet;
  readonly report: SampleReport;
  readonly text: SampleText & { readonly updated: string | null };
  /** Path of this page. */
  readonly path: string;
  /** Other reports of the publisher that are out, for its link lists. */
  readonly others: readonly { readonly path: string; readonly title: string }[];
}

export type Template = (page: PageInput) => string;

/** Text for an HTML or XML text node or a double-quoted attribute. */
export function escaped(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}

/** Blocks as HTML, one element a block; neighbouring list items share one list. `insert` goes in after block `at`. */
export function blocksHtml(blocks: Blocks, options: { readonly at?: number; readonly insert?: string } = {}): string {
  const html: string[] = [];
  let list: string[] = [];
  const closeList = (): void => {
    if (list.length > 0) html.push(`<ul>\n${list.join("\n")}\n</ul>`);
    list = [];
  };
  for (const [i, block] of blocks.entries()) {
    const words = escaped(wordsOf(block));
    if (block.startsWith("- ")) list.push(`<li>${words}</li>`);
    else {
      closeList();
      if (block.startsWith("## ")) html.push(`<h2>${words}</h2>`);
      else if (block.startsWith("> ")) html.push(`<blockquote><p>${words}</p></blockquote>`);
      else html.push(`<p>${words}</p>`);
    }
    if (i === options.at && options.insert !== undefined) {
      closeList();
      html.push(options.insert);
    }
  }
  closeList();
  return html.join("\n");
}

/** A list of links to other reports. */
export function linksHtml(others: PageInput["others"], max: number): string {
  const items = others.slice(0, max).map(({ path, title }) => `<li><a href="${path}">${escaped(title)}</a></li>`);
  return `<ul>\n${items.join("\n")}\n</ul>`;
}

/** Day and hour of an RFC 3339 time as a page prints it in its own zone: `13 February 2031, 09:10`. */
export function printedTime(time: string, month = "February"): string {
  return `${Number(time.slice(8, 10))} ${month} 2031, ${time.slice(11, 16)}`;
}

/** JSON for a script element: no `<` can end the element early. */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(/</g, "\\u003c");
}
