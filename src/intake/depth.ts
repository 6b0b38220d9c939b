import { Parser } from "htmlparser2";
import { TocsinError } from "../model/error.ts";

export interface MarkupLimits {
  /** Elements within elements. */
  readonly maxDepth: number;
  readonly maxElements: number;
}

/** Real pages stay under 200 levels and 20,000 elements. */
export const HTML_LIMITS: MarkupLimits = { maxDepth: 2_000, maxElements: 400_000 };
export const FEED_LIMITS: MarkupLimits = { maxDepth: 256, maxElements: 400_000 };

/**
 * Turns away markup that is made to exhaust the stack or the memory: one pass with the tokenizer that the DOM is built
 * with, nothing kept. Throws REPORT_TOO_COMPLEX.
 */
export function checkMarkup(text: string, limits: MarkupLimits, xmlMode: boolean): void {
  let depth = 0;
  let elements = 0;
  const parser = new Parser(
    {
      onopentagname() {
        depth += 1;
        elements += 1;
        if (depth > limits.maxDepth) throw tooComplex(`is nested more than ${limits.maxDepth} levels deep`);
        if (elements > limits.maxElements) throw tooComplex(`has more than ${limits.maxElements} elements`);
      },
      onclosetag() {
        depth -= 1;
      },
    },
    { xmlMode, decodeEntities: false },
  );
  parser.end(text);
}

function tooComplex(what: string): TocsinError {
  return new TocsinError("REPORT_TOO_COMPLEX", `The document ${what}.`, {
    fix: "Save the text of the page as a .txt file and import that.",
  });
}
