import type { DomDocument } from "./dom.ts";
import type { MetaLookup } from "./metadata.ts";
import type { PrintedLine } from "./near-heading.ts";
import { oneLine } from "./plain.ts";

const MARKS =
  "[itemprop=author] [itemprop=name], [itemprop=author], [rel=author], .byline, .author-name, .article-author, .post-author, .entry-author, .author";
/** Names that content systems print where nobody is named. */
const NOBODY =
  /^(admin|administrator|editor|staff|webmaster|user|guest|root|author|unknown|by|written by|posted by|the author|null|undefined)$/i;

/** Who wrote it, as printed, without "By"; empty when none is given. */
export function bylineOf(
  document: DomDocument,
  meta: MetaLookup,
  stated: string,
  lines: readonly PrintedLine[],
): string {
  const marked = () => {
    for (const element of document.querySelectorAll(MARKS)) {
      const name = cleanByline(element.getAttribute("content") ?? element.textContent ?? "");
      if (name !== "") return name;
    }
    return "";
  };
  for (const candidate of [
    stated,
    meta(
      "author",
      "citation_author",
      "dc.creator",
      "dcterms.creator",
      "article:author",
      "byl",
      "parsely-author",
      "sailthru.author",
    ),
  ]) {
    const name = cleanByline(candidate);
    if (name !== "") return name;
  }
  return marked() || printedByline(lines);
}

/** Who the lines say wrote it: `By Anna Vale` or `By Anna Vale and Joss Reed | 3 March` in a line of its own near the heading. */
export function printedByline(lines: readonly PrintedLine[]): string {
  for (const { text } of lines) {
    const found =
      /^(?:[Ww]ritten |[Rr]eported )?(?:[Bb]y|BY):?\s+(\p{Lu}[\p{L}.'’-]+(?:[\s,&]+(?:and\s+)?\p{Lu}[\p{L}.'’-]*){1,8})/u.exec(
        text,
      );
    if (found !== null) return cleanByline(found[1]!);
  }
  return "";
}

export function cleanByline(text: string): string {
  const name = oneLine(text)
    .replace(/^[\s,;:–—-]+/, "")
    .replace(/^(written |posted |reported |edited )?by[:\s]+/i, "")
    .replace(/^(автор|текст|von|par|por|di)\s*:?\s+/iu, "")
    .replace(/\s*[|·•].*$/, "")
    .replace(/[,\s]+$/, "");
  return /^https?:|^@|\d{4}/.test(name) || NOBODY.test(name) || name.length > 120 || name.length < 2 ? "" : name;
}
