import { formsOf } from "../src/language/features.ts";
import type { Token } from "../src/language/tokens.ts";
import type { AlignedDocument } from "./aligned.ts";

/** Words that headlines print small. */
const SMALL = new Set("a an the of in on at to for and or but by as from with vs".split(" "));

/** One sentence in this many is printed again, by turns as a headline in capitals and with capitals. */
const EVERY = 8;

/**
 * The documents once more with some sentences printed as headlines, and only those: GUM has few, the press has many.
 */
export function asHeadlines(documents: readonly AlignedDocument[]): AlignedDocument[] {
  return documents.map((document) => {
    const chosen = document.sentences.filter(([first, last], i) => i % EVERY === 0 && last - first >= 4);
    const tokens = document.tokens.map((token) => ({ ...token }));
    chosen.forEach(([first, last], i) => {
      for (let k = first; k < last; k += 1) tokens[k] = printed(tokens[k] as Token, i % 3 === 0, k === first);
    });
    return { ...document, tokens, forms: formsOf(tokens), sentences: chosen };
  });
}

function printed(token: Token, capitals: boolean, first: boolean): Token {
  if (!token.word) return token;
  if (capitals) return { ...token, text: token.text.toUpperCase(), capital: true };
  if (!first && SMALL.has(token.lower)) return token;
  const text = token.text.charAt(0).toUpperCase() + token.text.slice(1);
  return { ...token, text, capital: text.charAt(0) !== text.charAt(0).toLowerCase() };
}
