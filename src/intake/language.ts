import { detectAll } from "tinyld";
import type { Lang } from "../model/language.ts";

/** How much text the detector reads, in characters. */
const DETECTOR_CHARACTERS = 4_000;
/** Fewer words than this are a name or a slogan, and tell nothing. */
const WORDS_MIN = 3;
/** From here on the detector is sure; below, only where no other language comes near. */
const SURE = 0.5;
const SURE_RATIO = 1.5;
const LIKELY = 0.08;
const LIKELY_RATIO = 2;

/** A language tag as pages give it → BCP 47 in its usual letter case; null for what is none. */
export function langTag(text: string): Lang | null {
  const tag = text.trim().replaceAll("_", "-");
  if (!/^[a-z]{2,3}(-[a-z0-9]{2,8}){0,3}$/i.test(tag) || /^(und|mul|zxx|xx)$/i.test(tag)) return null;
  try {
    return new Intl.Locale(tag).toString();
  } catch {
    return null;
  }
}

/** The language that a text is in, by its letters and words; null where that is not clear, and for one or two words. */
export function detectLanguage(text: string): Lang | null {
  const plain = text.slice(0, DETECTOR_CHARACTERS).replace(/https?:\/\/\S+|\S+@\S+|[@#]\S+/g, " ");
  if (wordsIn(plain) < WORDS_MIN) return null;
  const [first, second] = detectAll(plain);
  if (first === undefined) return null;
  const rival = second?.accuracy ?? 0;
  const isClear =
    (first.accuracy >= SURE && first.accuracy >= rival * SURE_RATIO) ||
    (first.accuracy >= LIKELY && first.accuracy >= rival * LIKELY_RATIO);
  return isClear ? langTag(first.lang) : null;
}

/**
 * The language that a page names, unless its letters say otherwise: many pages keep the `lang="en"` that their
 * template came with. Only a language in Latin letters is doubted, where the text is in other letters throughout.
 */
export function languageOf(named: Lang | null, text: string): Lang | null {
  if (named === null) return detectLanguage(text);
  if (new Intl.Locale(named).maximize().script !== "Latn" || TWO_SCRIPTS.test(named)) return named;
  const sample = text.slice(0, DETECTOR_CHARACTERS);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  const latin = sample.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return letters >= LETTERS_MIN && latin < letters * LATIN_MIN ? detectLanguage(text) : named;
}
/** Languages that are written in Latin letters and in others. */
const TWO_SCRIPTS = /^(az|bs|ku|tk|uz)\b/;
const LETTERS_MIN = 40;
const LATIN_MIN = 0.2;

/** Runs of letters; in scripts that set no spaces, two letters make a word. */
function wordsIn(text: string): number {
  const letters = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu)?.length ?? 0;
  const words = text.match(
    /(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}])\p{L}[\p{L}\p{M}’'-]+/gu,
  );
  return Math.floor(letters / 2) + (words?.length ?? 0);
}
