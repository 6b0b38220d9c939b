import { parseHTML } from "linkedom";

/** A parsed page. */
export function documentOf(page: string | Uint8Array | undefined): Document {
  if (page === undefined) throw new Error("no such page");
  const text = typeof page === "string" ? page : new TextDecoder().decode(page);
  return (parseHTML(text) as unknown as { document: Document }).document;
}

/** Visible words of a page, white space as one blank. */
export function wordsOf(page: string | Uint8Array | undefined): string {
  return (documentOf(page).querySelector("body")?.textContent ?? "").replace(/\s+/g, " ").trim();
}
