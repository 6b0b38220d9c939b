import { ADDRESS, INSTITUTIONS, LEADING, MATTERS, OFFICES, SPEAKING, TRADES } from "./source-words.ts";

export const NO_NAMES =
  /^(?:The|But|And|In|On|At|By|As|Of|While|With|Yesterday|Today|It|He|She|They|We|I|You|This|That|January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)$/;

export const LINKS = /^(?:of|for|the|in|at|on|and|charge|de|van|von)$/;

const ARTICLE = /^(?:the|a|an|its|their)$/i;

export const BETWEEN =
  /^(?:has|have|had|now|later|also|then|on|in|at|monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|today|himself|herself|itself|again|already|today's)$/;

export const lowerOf = (word: string): string => word.toLowerCase().replace(/['’]s?$/, "");

export const isCapital = (word: string): boolean => /^\p{Lu}/u.test(word);

export const isKnown = (word: string): boolean => {
  const one = lowerOf(word);
  const bare = one.endsWith("s") ? one.slice(0, -1) : one;
  return [LEADING, SPEAKING, OFFICES, TRADES, INSTITUTIONS, MATTERS, ADDRESS].some(
    (set) => set.has(one) || set.has(bare),
  );
};

export const wordsOf = (text: string): string[] =>
  text.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*|[^\s\p{L}\p{N}]/gu) ?? [];

/** "the county health officer, Dr Sunniva Rask, said": two phrases between commas, else one. */
export function whoBefore(words: readonly string[], to: number): string | null {
  if (words[to - 1] !== ",") return phraseBefore(words, to);
  const name = phraseBefore(words, to - 1);
  if (name === null) return null;
  const at = to - 1 - name.split(" ").length;
  const office =
    words[at - 1] === "," || words[at] === "," ? phraseBefore(words, words[at - 1] === "," ? at - 1 : at) : null;
  return office === null ? name : `${office}, ${name}`;
}

export function phraseAfter(words: readonly string[], from: number): string | null {
  let to = from;
  while (to < words.length && to - from < 9) {
    const word = words[to] as string;
    if (
      /^(?:the|an?)$/i.test(word) &&
      to > from &&
      !/^(?:of|for|at|in|on)$/.test((words[to - 1] as string).toLowerCase())
    )
      break;
    if (isCapital(word) || isKnown(word) || LINKS.test(word.toLowerCase())) to += 1;
    else if (to - from <= 1 && /^\p{Ll}{3,}$/u.test(word) && isKnown(words[to + 1] ?? "")) to += 1;
    else break;
  }
  while (to > from && LINKS.test((words[to - 1] as string).toLowerCase())) to -= 1;
  return phraseBefore(words, to);
}

/** Words of names, offices and institutions that end before word `to`; null when they name nobody. */
export function phraseBefore(words: readonly string[], to: number): string | null {
  let from = to;
  while (from > 0 && to - from < 10) {
    const word = words[from - 1] as string;
    if (ARTICLE.test(word) && from < to) {
      from -= 1;
      // "the head of the office" goes on before the article, "in Ludra the office" does not.
      if (!/^(?:of|for|at|in)$/.test((words[from - 1] ?? "").toLowerCase()) || !isKnown(words[from - 2] ?? "")) break;
    } else if (isKnown(word) || (isCapital(word) && !NO_NAMES.test(word))) from -= 1;
    else if (LINKS.test(word.toLowerCase()) && from < to) from -= 1;
    else if (from < to && plainBetween(words, from)) from -= 1;
    else break;
  }
  while (from < to && LINKS.test((words[from] as string).toLowerCase())) from += 1;
  const phrase = words.slice(from, to);
  if (phrase.length === 0) return null;
  const telling = phrase.filter((w) => isCapital(w) || isKnown(w));
  const office = phrase.some((w) => {
    const one = lowerOf(w);
    const bare = one.endsWith("s") ? one.slice(0, -1) : one;
    return LEADING.has(one) || OFFICES.has(one) || OFFICES.has(bare) || INSTITUTIONS.has(one) || ADDRESS.has(one);
  });
  const names = phrase.filter((w) => isCapital(w) && !isKnown(w)).length;
  return telling.length > 0 && (office || names > 0) ? phrase.join(" ").replace(/['’]s?$/, "") : null;
}

/** "the mine rescue service": plain words between an article and a known one. */
function plainBetween(words: readonly string[], from: number): boolean {
  if (!isKnown(words[from] as string) && !/^\p{Ll}{3,}$/u.test(words[from] as string)) return false;
  for (let at = from - 1; at >= 0 && from - at < 4; at -= 1) {
    const word = words[at] as string;
    if (ARTICLE.test(word)) return true;
    if (!/^\p{Ll}{3,}(?:['’]s?)?$/u.test(word) || LINKS.test(word) || BETWEEN.test(word)) return false;
  }
  return false;
}
