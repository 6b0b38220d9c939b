import { readLinear } from "./linear.ts";
import { Lexicon } from "./lexicon.ts";
import { namerOf } from "./namer.ts";
import type { Namer } from "./namer.ts";
import { parserOf } from "./parser.ts";
import type { Parser } from "./parser.ts";
import { choiceOf } from "./pronouns.ts";
import type { Choice } from "./pronouns.ts";
import { sectionsOf } from "./sections.ts";
import { taggerOf } from "./tagger.ts";
import type { Tagger } from "./tagger.ts";
import { wordTableOf } from "./word-table.ts";

/** What the program has learned about English. Read once; knows nothing of any text, so one serves all. */
export interface EnglishModel {
  readonly tagger: Tagger;
  readonly parser: Parser;
  readonly namer: Namer;
  /** Whom a pronoun means. */
  readonly choose: Choice;
  /** For the words of the next text: what was worked out for those of earlier ones need not be again. */
  lexicon(): Lexicon;
}

/** The trained files, decompressed. */
export interface ModelFiles {
  readonly tags: Uint8Array;
  readonly syntax: Uint8Array;
  readonly names: Uint8Array;
  readonly people: Uint8Array;
}

/**
 * Reads the trained files.
 * @throws Error where one of them is not what `training/main.ts` writes
 */
export function englishModelOf(files: ModelFiles): EnglishModel {
  const [words, linear] = sectionsOf(files.tags, 2);
  const [transitions, relations, arcs] = sectionsOf(files.syntax, 3);
  let lexicon = new Lexicon();
  return {
    tagger: taggerOf(readLinear(linear as Uint8Array), wordTableOf(words as Uint8Array)),
    parser: parserOf(
      readLinear(transitions as Uint8Array),
      readLinear(relations as Uint8Array),
      wordTableOf(arcs as Uint8Array),
    ),
    namer: namerOf(files.names),
    choose: choiceOf(readLinear(files.people)),
    lexicon: () => {
      if (lexicon.full) lexicon = new Lexicon();
      return lexicon;
    },
  };
}
