import {
  BETWEEN,
  LINKS,
  NO_NAMES,
  isCapital,
  isKnown,
  lowerOf,
  phraseAfter,
  phraseBefore,
  whoBefore,
} from "./origin-phrase.ts";
import { ADDRESS, INSTITUTIONS, LEADING, OFFICES, TRADES } from "./source-words.ts";

const ACTS =
  /^(?:fears?|feared|believes?|believed|expects?|expected|thinks?|argues?|argued|maintains?|maintained|suspects?|suspected|put|puts|gave|gives|give|counts|counted|declares|declared|decided|decides|ordered|announces|announced|unveils|unveiled|pledges|pledged|promises|promised|confirms|confirmed|estimates|estimated|speaks|spoke|speaking|recorded|records|registers|registered|reckons|reckoned|corrects|corrected|said|says|repeated|reported|reports|resolved|lists|listed|published|publishes|released|revised|wrote|writes|warned|warns|insists|insisted|admitted|admits|claims|claimed|denied|denies|told|tells|testified|stated|states|ruled|concluded|measured|raised|lowered|cut)$/;

const SAYS =
  /^(?:said|says|announced|announces|warned|warns|reported|reports|confirmed|writes|wrote|insisted|insists)$/;

const COUNTS =
  /^(?:count|tally|estimate|figure|figures|list|toll|total|reckoning|assessment|data|records|register|numbers)$/;

const DATELINE = /^[\p{Lu}][\p{L}\s,.'’-]{1,60}?\s*\([^()]{2,40}\)\s*[—–-]\s*/u;

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
    const holds = /^(?:convinced|certain|sure|adamant)$/.test(word) && PASSIVE.test(words[i - 1] as string);
    // Whatever one does that something be so is a way of saying it.
    const states = /^\p{Ll}{2,}ed$/u.test(word) && words[i + 1] === "that" && !PASSIVE.test(words[i - 1] as string);
    if (!ACTS.test(word) && !whose && !holds && !states) continue;
    let to = holds ? i - 1 : i;
    while (to > 0 && i - to < 4 && BETWEEN.test((words[to - 1] as string).toLowerCase())) to -= 1;
    const pronoun = /^(?:he|she)$/i.test(words[to - 1] ?? "") ? lastNameIn(words.slice(0, to - 1)) : null;
    if (pronoun !== null) return pronoun;
    if (/^(?:he|she)$/i.test(words[to - 1] ?? "")) return (words[to - 1] as string).toLowerCase();
    const phrase =
      whoBefore(words, to) ?? (SAYS.test(word) ? phraseAfter(words, i + 1) : null) ?? clauseBefore(words, to);
    if (phrase !== null) return phrase;
  }
  for (let i = 1; i < Math.min(words.length, 90); i += 1) {
    const word = (words[i] as string).toLowerCase();
    const after = word === "to" && /^according$/i.test(words[i - 1] as string) ? phraseAfter(words, i + 1) : null;
    if (after !== null) return after;
  }
  const kept = BOOKS.exec(sentence)?.[1];
  const keeper = kept === undefined ? null : phraseAfter(kept.split(" "), 0);
  if (keeper !== null && isOfHouse(keeper)) return keeper;
  const colon = words.findIndex((word) => word === ":");
  const label = colon > 0 && colon < 16 ? subjectOf(sentence) : null;
  if (label !== null && (label.match(/[\p{L}'’-]+/gu) ?? []).some((word) => INSTITUTIONS.has(lowerOf(word))))
    return label;
  const from =
    colon > 0 && colon < 12 ? words.findIndex((word, i) => i < colon && /^(?:from|by|via)$/i.test(word)) : -1;
  const sender = from === -1 ? null : phraseAfter(words.slice(0, colon), from + 1);
  if (sender !== null && isOfHouse(sender)) return sender;
  const counting = countingSubject(words) ?? giverIn(words);
  if (counting !== null) return counting;
  for (let i = 1; i + 1 < Math.min(words.length, 90); i += 1) {
    // "cases notified to the ministry"
    const known = words[i] === "to" && /^(?:notified|reported|known|declared)$/.test(words[i - 1] as string);
    if (known) {
      const holder = phraseAfter(words, i + 1);
      if (holder !== null && isOfHouse(holder)) return holder;
    }
    if (words[i] !== "by" || !/^(?:\p{Ll}{2,}ed|given|put|drawn|set|kept|known)$/u.test(words[i - 1] as string))
      continue;
    if (HARM.test(words[i - 1] as string)) continue;
    const doer = phraseAfter(words, i + 1);
    if (doer !== null && (REGISTERED.test(words[i - 1] as string) || isOfHouse(doer))) return doer;
  }
  const acting = personActing(words);
  if (acting !== null) return acting;
  const as = /^As ((?:the )?(?:\p{L}+ ){0,3}\p{Lu}\p{L}+) put it/u.exec(sentence)?.[1];
  return as ?? null;
}

/** "In the log of the rescue station": whoever keeps the books. */
const BOOKS =
  /^(?:In|By|From|On|Going by|Judging by) (?:the |its )?(?:log|books?|register|records?|files?|lists?|minutes|accounts?|figures|count) of (?:the )?((?:[\p{L}'’-]+ ){1,5})/u;

const REGISTERED =
  /^(?:announced|issued|ordered|measured|confirmed|given|reported|counted|published|estimated|recorded)$/;

/** Has a phrase a word for an institution or an office? */
const isOfHouse = (phrase: string): boolean =>
  (phrase.match(/[\p{L}'’-]+/gu) ?? []).map(lowerOf).some((word) => INSTITUTIONS.has(word) || OFFICES.has(word));

/** "That Marsh will leave he confirmed": the last name before the pronoun. */
function lastNameIn(words: readonly string[]): string | null {
  return words.findLast((word, i) => i > 0 && isCapital(word) && !NO_NAMES.test(word) && !isKnown(word)) ?? null;
}

const VERB = /^(?:has|have|had|is|are|was|were|will|would|lists|brought|took|moved|\p{Ll}{3,}ed)$/u;

const PASSIVE = /^(?:is|are|was|were|be|been|being)$/;

const AUXILIARY = /^(?:has|is|was|had|will|would|plans|wants|gives|puts|promises|pledges|may|must|can)$/;

const HARM =
  /^(?:killed|opened|stormed|charged|shot|fired|attacked|struck|hit|wounded|injured|destroyed|shelled|bombed|beaten|burnt|burned)$/;

const COUNT =
  /^(?:\d.*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\p{L}+teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\p{L}+)?|hundreds?|thousands?|million|billion|dozens?|(?:more|further|another|corrected|itself))$/iu;

/** An institution that is said to have done a number of things has counted them: "the office had moved 1,200 people". */
function countingSubject(words: readonly string[]): string | null {
  if (!words.some((word) => COUNT.test(word))) return null;
  for (let i = 1; i < Math.min(words.length, 40); i += 1) {
    if (!VERB.test(words[i] as string)) continue;
    if (words.slice(i, i + 3).some((word) => HARM.test(word))) return null;
    // "the savings bank, a private lender, is giving"
    const open = words[i - 1] === "," ? words.lastIndexOf(",", i - 2) : -1;
    const phrase = phraseBefore(words, open > 0 && i - open < 8 ? open : i);
    if (phrase === null) continue;
    const heads = (phrase.match(/[\p{L}'’-]+/gu) ?? []).map(lowerOf);
    return heads.some((word) => INSTITUTIONS.has(word) || OFFICES.has(word) || LEADING.has(word)) &&
      !isTrade(heads.at(-1) ?? "")
      ? phrase
      : null;
  }
  return null;
}

const isTrade = (word: string): boolean => TRADES.has(word) || TRADES.has(word.replace(/s$/, ""));

/** Does a sentence tell what its subject did to others, which it would hardly be the one to tell? */
export function isHarm(sentence: string, subject: string): boolean {
  const after = sentence
    .slice(sentence.indexOf(subject) + subject.length)
    .trim()
    .split(/\s+/)
    .slice(0, 3);
  return after.some((word) => HARM.test(word));
}

/** "The organisers of the march": whatever stands between the beginning of a clause and its verb. */
function clauseBefore(words: readonly string[], to: number): string | null {
  let from = to;
  while (from > 0 && to - from < 9 && /^[\p{L}\p{N}]/u.test(words[from - 1] as string)) from -= 1;
  const first = words[from] ?? "";
  if (PASSIVE.test(words[to - 1] ?? "")) return null;
  if (to - from < 1 || to - from > 8 || !(from === 0 || words[from - 1] === ",")) return null;
  if (/^(?:It|This|That|There|He|She|They|We|I|You|Who|What|And|But|No|Nobody)$/i.test(first)) return null;
  const many = from === 0 && /^\p{Lu}\p{Ll}+(?:ers|ors|ists|men|women)$/u.test(first);
  const last = words[to - 1] ?? "";
  // ", air traffic controllers said"
  const plural =
    from > 0 && /^\p{Ll}/u.test(first) && /^\p{Ll}{4,}s$/u.test(last) && SAYS.test((words[to] ?? "").toLowerCase());
  return many || plural || /^(?:the|an?|its|their)$/i.test(first) ? words.slice(from, to).join(" ") : null;
}

/** What stands behind a name without being what he does. */
const NO_ACT =
  /^(?:and|or|but|who|whom|whose|which|that|in|on|at|of|for|from|to|by|with|near|after|before|over|under|into|as|than|was|were|is|are|be|been|had|has|have|would|could|should|may|might|must|not|died|dies|fell|lost|died|resigned|survived|escaped|disappeared|vanished|drowned|arrived)$/;

/** What only people do. */
const HUMAN =
  /^(?:saw|sees|watched|heard|hears|counted|counts|measured|found|finds|reckons|reckoned|estimates|estimated|arrives|makes|thinks|believes|knows|remembers|recalls|pulled|carried|wrote|writes|insists|noticed|refuses|rules|concedes|sees)$/;

/** Of a paper, not its source. */
const STAFF = /^(?:reporter|correspondent|photographer|editor|journalist)s?$/;

/** "Returning officer Fay Muirden read out": somebody with office and name who does something, whatever the verb. */
function personActing(words: readonly string[]): string | null {
  for (let i = 2; i < Math.min(words.length, 60); i += 1) {
    const [word, last] = [words[i] as string, words[i - 1] as string];
    if (last === "," && /^\p{Ll}{3,}$/u.test(word) && !NO_ACT.test(word) && !HARM.test(word)) {
      const known = introduced(words, i - 1);
      if (known !== null) return known;
    }
    if (!/^\p{Ll}{3,}$/u.test(word) || NO_ACT.test(word) || HARM.test(word) || !isCapital(last) || isKnown(last))
      continue;
    const phrase = phraseBefore(words, i);
    const before = (phrase?.match(/[\p{L}'’-]+/gu) ?? []).slice(0, -1).map(lowerOf);
    const human =
      HUMAN.test(word) &&
      !before.some((one) => STAFF.test(one)) &&
      isCapital(words[i - 2] as string) &&
      !isKnown(words[i - 2] as string);
    if (human && phrase !== null && i - phrase.split(" ").length >= 0 && !NO_NAMES.test(words[i - 2] as string))
      return phrase;
    if (
      before.some((one) => OFFICES.has(one) || LEADING.has(one) || /^officers?$/.test(one)) &&
      !before.some((one) => STAFF.test(one))
    ) {
      // "returning officer": the word before tells which, where nothing else stands before it.
      const at = i - (phrase ?? "").split(" ").length;
      const which = /^\p{Ll}{4,}$/u.test(words[at - 1] ?? "") && !/^\p{L}/u.test(words[at - 2] ?? ",");
      return which ? `${words[at - 1] ?? ""} ${phrase ?? ""}` : phrase;
    }
  }
  return null;
}

/** "Vera Molk, the verger, made it seventeen": a name and what its bearer is, up to the comma at `to`. */
function introduced(words: readonly string[], to: number): string | null {
  const from = words.lastIndexOf(",", to - 1);
  if (from < 2 || to - from > 9 || !/^(?:the|a|an|its|his|her|who)$/.test(words[from + 1] ?? "")) return null;
  let start = from;
  while (
    start > 0 &&
    from - start < 4 &&
    isCapital(words[start - 1] as string) &&
    !NO_NAMES.test(words[start - 1] as string)
  )
    start -= 1;
  const name = words.slice(start, from);
  return name.length >= 2 && !name.slice(-2).some((word) => isKnown(word) && !ADDRESS.has(lowerOf(word)))
    ? words.slice(start, to).join(" ")
    : null;
}

const MONEY = /^(?:[$€£¥]|million|billion|crowns?|euros?|dollars?|pounds?|francs?|marks?|shillings?|grant|loan)$/;

/** "will be rebuilt with £2 million from the foundation": whoever the money is from. */
function giverIn(words: readonly string[]): string | null {
  const from = words.findIndex((word) => MONEY.test(word));
  if (from === -1) return null;
  const by = words.findIndex((word, i) => i > from && i < from + 8 && /^(?:from|by)$/.test(word));
  const giver = by === -1 ? null : phraseAfter(words, by + 1);
  return giver !== null && (giver.match(/[\p{L}'’-]+/gu) ?? []).some((word) => INSTITUTIONS.has(lowerOf(word)))
    ? giver
    : null;
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
  // "Norvelt is giving": one name alone, as what follows shows.
  const [only, next] = [phrase[0] ?? "", words[phrase.length] ?? ""];
  if (
    phrase.length === 1 &&
    /^\p{Lu}\p{Ll}{3,}$/u.test(only) &&
    AUXILIARY.test(next) &&
    !COUNT.test(only) &&
    !NO_NAMES.test(only)
  )
    return only;
  const telling = phrase.filter(
    (w, i) =>
      isKnown(w) || (isCapital(w) && (i > 0 || phrase.length > 1) && !/^(?:The|A|An|In|On|At|By|It|He|She)$/.test(w)),
  );
  return telling.length > 0 ? phrase.join(" ") : null;
}
