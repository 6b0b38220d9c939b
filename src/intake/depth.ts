import { Parser } from "htmlparser2";
import { TocsinError } from "../model/error.ts";

export interface MarkupLimits {
  /** Elements within elements. */
  readonly maxDepth: number;
  /** Elements and runs of text. */
  readonly maxNodes: number;
  /** Of one element. */
  readonly maxAttributes: number;
}

/** Real pages stay under 200 levels, 20,000 elements and 60 attributes. */
export const HTML_LIMITS: MarkupLimits = { maxDepth: 2_000, maxNodes: 300_000, maxAttributes: 500 };
export const FEED_LIMITS: MarkupLimits = { maxDepth: 256, maxNodes: 1_000_000, maxAttributes: 500 };

/**
 * Turns away markup that is made to exhaust the stack or the memory: one pass with the tokenizer that the DOM is built
 * with, nothing kept. Throws REPORT_TOO_COMPLEX.
 */
export function checkMarkup(text: string, limits: MarkupLimits, xmlMode: boolean): void {
  let depth = 0;
  let nodes = 0;
  let attributes = 0;
  const count = () => {
    nodes += 1;
    if (nodes > limits.maxNodes) throw tooComplex(`has more than ${limits.maxNodes} elements and texts`);
  };
  const parser = new Parser(
    {
      onopentagname() {
        count();
        attributes = 0;
        depth += 1;
        if (depth > limits.maxDepth) throw tooComplex(`is nested more than ${limits.maxDepth} levels deep`);
      },
      onattribute() {
        attributes += 1;
        if (attributes > limits.maxAttributes)
          throw tooComplex(`has an element with more than ${limits.maxAttributes} attributes`);
      },
      ontext: count,
      oncomment: count,
      onclosetag() {
        depth -= 1;
      },
    },
    // Entities split texts, so they are decoded here as they will be there.
    { xmlMode, decodeEntities: true },
  );
  parser.end(text);
}

function tooComplex(what: string): TocsinError {
  return new TocsinError("REPORT_TOO_COMPLEX", `The document ${what}.`, {
    fix: "Save the text of the page as a .txt file and import that.",
  });
}
