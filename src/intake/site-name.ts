/** Between a title and the name of the site. A hyphen only with spaces around it. */
const SEPARATOR = /\s+[|–—·•»«:/>-]\s+|\s*[|»]\s*/;
const ENDS = /^[\s|–—·•»«:/>-]+|[\s|–—·•»«:/>-]+$/g;

/** Drops a last (or first) part that names the site, or that any of the page's site names contains. */
export function withoutSiteName(title: string, siteNames: readonly string[]): string {
  let rest = title;
  for (let round = 0; round < 2; round += 1) {
    const parts = rest.split(SEPARATOR);
    if (parts.length < 2) return rest;
    const last = parts.at(-1)!;
    const first = parts[0]!;
    if (isSiteName(last, siteNames)) rest = rest.slice(0, rest.lastIndexOf(last)).replace(ENDS, "");
    else if (isSiteName(first, siteNames)) rest = rest.slice(rest.indexOf(first) + first.length).replace(ENDS, "");
    else return rest;
  }
  return rest;
}

/** Fewer words than this beside a bar are a section or a kicker (`Opinion | …`), no title. */
const PART_WORDS = 3;

/**
 * A bar never stands inside a sentence: what it parts from the title is a section, a kicker or a second title for
 * search engines. The first part of some length is the title.
 */
export function withoutBars(title: string): string {
  const parts = title
    .split(/\s*\|\s*|\s+»\s+/)
    .map((part) => part.replace(ENDS, ""))
    .filter((part) => part !== "");
  return parts.find((part) => wordCount(part) >= PART_WORDS) ?? parts[0] ?? title;
}

/** Of the page's title element, a short last part behind a dash is a site or a section that the page names nowhere else. */
export function withoutShortTail(title: string): string {
  const found = /^(.+\S)\s+[–—-]\s+([^–—]+)$/.exec(title);
  if (found === null || /[?!.]$/.test(title)) return title;
  return wordCount(found[2]!) <= PART_WORDS && wordCount(found[1]!) > PART_WORDS ? found[1]! : title;
}

/** Is this the name of the site, a part of it, or a short text around it (`Gazette News`)? */
export function isSiteName(text: string, siteNames: readonly string[]): boolean {
  const key = keyOf(text);
  if (key.length < 2) return false;
  return siteNames.map(keyOf).some((name) => {
    if (name.length < 2) return false;
    const holds = key.length >= 3 && name.includes(key);
    return name === key || holds || (name.length >= 4 && key.includes(name) && wordCount(text) <= 4);
  });
}

/** Letters and digits alone, lower case: equal for what differs in punctuation only. */
export function keyOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}

export function wordCount(text: string): number {
  return text.split(/\s+/).length;
}
