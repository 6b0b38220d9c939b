import { ADDRESS, INSTITUTIONS, LEADING, MATTERS, OFFICES, SPEAKING } from "./source-words.ts";

const ACTS =
  /^(?:put|puts|gave|gives|counts|counted|declares|declared|decided|decides|ordered|announces|announced|unveils|unveiled|pledges|pledged|promises|promised|confirms|confirmed|estimates|estimated|speaks|spoke|speaking|recorded|records|registers|registered|reckons|reckoned|corrects|corrected|said|says|repeated|reported|reports|resolved|lists|listed|published|publishes|released|revised|wrote|writes|warned|warns|insists|insisted|admitted|admits|claims|claimed|denied|denies|told|tells|testified|stated|states|ruled|concluded|measured|raised|lowered|cut)$/;
const SAYS =
  /^(?:said|says|announced|announces|warned|warns|reported|reports|confirmed|writes|wrote|insisted|insists)$/;
const NO_NAMES =
  /^(?:The|But|And|In|On|At|By|As|Of|While|With|Yesterday|Today|It|He|She|They|We|I|You|This|That|January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)$/;
const COUNTS =
  /^(?:count|tally|estimate|figure|figures|list|toll|total|reckoning|assessment|data|records|register|numbers)$/;
const BETWEEN =
  /^(?:has|have|had|now|later|also|then|on|in|at|monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|today|himself|herself|itself|again|already|today's)$/;
const LINKS = /^(?:of|for|the|in|at|and|charge|de|van|von)$/;
const DATELINE = /^[\p{Lu}][\p{L}\s,.'’-]{1,60}?\s*\([^()]{2,40}\)\s*[—–-]\s*/u;

const lowerOf = (word: string): string => word.toLowerCase().replace(/['’]s?$/, "");
const isCapital = (word: string): boolean => /^\p{Lu}/u.test(word);
const isKnown = (word: string): boolean => {
  const one = lowerOf(word);
  const bare = one.endsWith("s") ? one.slice(0, -1) : one;
  return [LEADING, SPEAKING, OFFICES, INSTITUTIONS, MATTERS, ADDRESS].some((set) => set.has(one) || set.has(bare));
};

/** Who in a sentence counts, decides or announces, though no remark was found there; null where nobody does. */
export function actorIn(sentence: string): string | null {
  const words =
    sentence
      .replace(DATELINE, "")
      .replaceAll(/“[^”]*”|"[^"]*"/g, " ")
      .match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*|[^\s\p{L}\p{N}]/gu) ?? [];
  for (let i = 1; i < Math.min(words.length, 90); i += 1) {
    const word = (words[i] as string).toLowerCase();
    const whose = COUNTS.test(word) && /['’]s?$/.test(words[i - 1] as string);
    if (!ACTS.test(word) && !whose) continue;
    let to = i;
    while (to > 0 && i - to < 4 && BETWEEN.test((words[to - 1] as string).toLowerCase())) to -= 1;
    const phrase = whoBefore(words, to) ?? (SAYS.test(word) ? phraseAfter(words, i + 1) : null);
    if (phrase !== null) return phrase;
  }
  for (let i = 1; i < Math.min(words.length, 90); i += 1) {
    const word = (words[i] as string).toLowerCase();
    const after = word === "to" && /^according$/i.test(words[i - 1] as string) ? phraseAfter(words, i + 1) : null;
    if (after !== null) return after;
  }
  const as = /^As ((?:the )?(?:\p{L}+ ){0,3}\p{Lu}\p{L}+) put it/u.exec(sentence)?.[1];
  return as ?? null;
}

/** "the county health officer, Dr Sunniva Rask, said": two phrases between commas, else one. */
function whoBefore(words: readonly string[], to: number): string | null {
  if (words[to - 1] !== ",") return phraseBefore(words, to);
  const name = phraseBefore(words, to - 1);
  if (name === null) return null;
  const at = to - 1 - name.split(" ").length;
  const office =
    words[at - 1] === "," || words[at] === "," ? phraseBefore(words, words[at - 1] === "," ? at - 1 : at) : null;
  return office === null ? name : `${office}, ${name}`;
}

function phraseAfter(words: readonly string[], from: number): string | null {
  let to = from;
  while (to < words.length && to - from < 9) {
    const word = words[to] as string;
    if (isCapital(word) || isKnown(word) || LINKS.test(word.toLowerCase())) to += 1;
    else if (to - from <= 1 && /^\p{Ll}{3,}$/u.test(word) && isKnown(words[to + 1] ?? "")) to += 1;
    else break;
  }
  return phraseBefore(words, to);
}

/** Words of names, offices and institutions that end before word `to`; null when they name nobody. */
function phraseBefore(words: readonly string[], to: number): string | null {
  let from = to;
  while (from > 0 && to - from < 10) {
    const word = words[from - 1] as string;
    if (isKnown(word) || (isCapital(word) && !NO_NAMES.test(word))) from -= 1;
    else if (LINKS.test(word.toLowerCase()) && from < to) from -= 1;
    // "the camp health cluster", "traffic police": one plain word before a known one.
    else if (
      from < to &&
      /^\p{Ll}{3,}$/u.test(word) &&
      /^(?:the|a|an)$/i.test(words[from - 2] ?? "") &&
      isKnown(words[from] as string)
    )
      from -= 1;
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

/** The institution or person that a sentence begins with; null where it begins otherwise. */
export function subjectOf(sentence: string): string | null {
  const words =
    sentence
      .replace(DATELINE, "")
      .replace(/^[“"‘']+/, "")
      .match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*|[^\s\p{L}\p{N}]/gu) ?? [];
  let to = 0;
  while (to < words.length && to < 8) {
    const word = words[to] as string;
    const link = LINKS.test(word.toLowerCase());
    if (isCapital(word) || isKnown(word) || link) to += 1;
    else if (to <= 1 && /^\p{Ll}{3,}$/u.test(word) && isKnown(words[to + 1] ?? "")) to += 1;
    else break;
  }
  const phrase = words.slice(0, to);
  if (/^(?:As|At|In|On|By|With|While|Of|For|From|After|Before|That)$/.test(phrase[0] ?? "")) return null;
  while (phrase.length > 0 && LINKS.test((phrase.at(-1) as string).toLowerCase())) phrase.pop();
  const telling = phrase.filter(
    (w, i) =>
      isKnown(w) || (isCapital(w) && (i > 0 || phrase.length > 1) && !/^(?:The|A|An|In|On|At|By|It|He|She)$/.test(w)),
  );
  return telling.length > 0 ? phrase.join(" ") : null;
}
