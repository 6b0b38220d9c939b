import { parseHTML } from "linkedom";

/** As much of the DOM as the tests look at. */
export interface PageElement {
  readonly id: string;
  readonly textContent: string | null;
  readonly attributes: Iterable<{ readonly name: string; readonly value: string }>;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  removeAttribute(name: string): void;
  hasAttribute(name: string): boolean;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement> & { readonly length: number };
}

export interface Page extends PageElement {
  readonly documentElement: PageElement;
}

/** A parsed page. */
export function documentOf(page: string | Uint8Array | undefined): Page {
  if (page === undefined) throw new Error("no such page");
  const text = typeof page === "string" ? page : new TextDecoder().decode(page);
  return (parseHTML(text) as unknown as { document: Page }).document;
}

/** Visible words of a page: each element's words apart, white space as one blank. */
export function wordsOf(page: string | Uint8Array | undefined): string {
  if (page === undefined) throw new Error("no such page");
  const text = typeof page === "string" ? page : new TextDecoder().decode(page);
  const apart = text.replace(/<\/?(p|h\d|li|a|div|dt|dd|summary|blockquote)\b/g, " $&");
  return (documentOf(apart).querySelector("body")?.textContent ?? "").replace(/\s+/g, " ").trim();
}
