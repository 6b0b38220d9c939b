import type { Segment } from "./segments.ts";

export interface PrintedPage {
  readonly width: number;
  readonly height: number;
  readonly segments: readonly Segment[];
}

/** Share of the height at the top and at the bottom where running titles stand. */
const ZONE = 0.12;
/** On so many pages, and it runs; on both, where there are only two. */
const PAGES_MIN = 3;
const LENGTH_MAX = 160;

const PAGE_NUMBER =
  /^[^\p{L}\p{N}]*(?:(?:page|p\.|seite|стор\.?|сторінка|стр\.?|página|pág\.?|pagina|strona)\s*)?(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:of|\/|von|з|із|из|de|sur|di|z)\s*\d{1,4})?[^\p{L}\p{N}]*$/iu;

/** Leaves out running titles and page numbers: what stands at the top or bottom of several pages, digits aside. */
export function withoutFurniture(pages: readonly PrintedPage[]): PrintedPage[] {
  const seen = new Map<string, Set<number>>();
  for (const [number, page] of pages.entries()) {
    for (const segment of page.segments) {
      const key = keyOf(segment, page);
      if (key !== null) seen.set(key, (seen.get(key) ?? new Set()).add(number));
    }
  }
  const needed = Math.min(PAGES_MIN, Math.max(2, pages.length));
  return pages.map((page) => ({
    ...page,
    segments: page.segments.filter((segment) => {
      const key = keyOf(segment, page);
      if (key === null) return true;
      return !PAGE_NUMBER.test(segment.text) && (seen.get(key)?.size ?? 0) < needed;
    }),
  }));
}

/**
 * What makes two lines the same running title: zone, size of the type, and text, its digits aside; null for what stands
 * in no zone. The title itself may run on the pages behind it, in smaller type.
 */
function keyOf({ text, y, size }: Segment, { height }: PrintedPage): string | null {
  if (text.length > LENGTH_MAX) return null;
  const zone = y < height * ZONE ? "top" : y > height * (1 - ZONE) ? "bottom" : null;
  return zone === null ? null : `${zone} ${Math.round(size)} ${text.toLowerCase().replace(/\d+/g, "#")}`;
}
