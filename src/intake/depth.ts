/** Elements that HTML never closes. */
const VOID = new Set(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"]);
/** Elements that browsers close when the next of their kind begins, so that unclosed ones are no nesting. */
const SELF_ENDING = new Set(["p", "li", "dt", "dd", "tr", "td", "th", "option", "thead", "tbody"]);

export interface MarkupSize {
  /** Deepest nesting of elements, as far as it can be told without a parser. Never less than what linkedom builds. */
  readonly depth: number;
  readonly elements: number;
}

/**
 * Counts elements and how deep they nest, in one pass without building anything, so that markup made to exhaust the
 * stack or the memory is turned away before a parser sees it.
 */
export function measureMarkup(text: string): MarkupSize {
  let depth = 0;
  let deepest = 0;
  let elements = 0;
  for (let at = text.indexOf("<"); at >= 0; at = text.indexOf("<", at + 1)) {
    const next = text.charCodeAt(at + 1);
    if (next === 0x2f /* / */) {
      if (depth > 0) depth -= 1;
      continue;
    }
    if (next === 0x21 /* ! */) {
      if (text.startsWith("<!--", at)) {
        const end = text.indexOf("-->", at + 4);
        if (end < 0) break;
        at = end;
      }
      continue;
    }
    if (!isLetter(next)) continue;
    const name = nameAt(text, at + 1);
    elements += 1;
    if (name === "script" || name === "style") {
      const end = closingTag(text, name, at);
      if (end < 0) break;
      at = end;
      continue;
    }
    if (VOID.has(name) || isSelfClosed(text, at)) continue;
    depth += 1;
    if (depth > deepest) deepest = depth;
    if (SELF_ENDING.has(name) && !hasCloseSoon(text, name, at)) depth -= 1;
  }
  return { depth: deepest, elements };
}

function isLetter(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}

function nameAt(text: string, at: number): string {
  let end = at;
  while (end < text.length && end - at < 40 && !/[\s/>]/.test(text[end]!)) end += 1;
  return text.slice(at, end).toLowerCase();
}
