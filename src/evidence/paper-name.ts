import type { Reading } from "../language/sentences.ts";
import type { Token } from "../language/tokens.ts";
import { TIME_NOUNS } from "../language/words.ts";
import { kindOfHouse } from "./house-words.ts";
import { MATTERS } from "./source-words.ts";
import { BODIES, FIRST, KINDS, LAST, MASTHEADS, NEWS, NEWSPEOPLE } from "./paper-words.ts";

const at = (reading: Reading, i: number): Token => reading.tokens[i] as Token;

/** "a television crew" */
export function isCrew(reading: Reading, i: number): boolean {
  return (
    /^(?:crew|team)$/.test(at(reading, i).lower) &&
    /^(?:television|tv|camera|film|radio|news|reporting)$/.test(reading.tokens[i - 1]?.lower ?? "")
  );
}

/** Does the text itself call the name at `[i, to)` a paper, or say that it reports? */
export function isToldOf(reading: Reading, i: number, to: number): boolean {
  const before = i > 0 ? at(reading, i - 1).lower : "";
  const next = reading.tokens[to];
  const after = next?.lower ?? "";
  if (KINDS.has(before) && at(reading, i - 1).tag !== "name") return true;
  if (isSpokenTo(reading, i, to)) return true;
  if (next === undefined || bodily(reading, i, to)) return false;
  if (/^(?:newspaper|agency|broadcaster|tabloid|station|channel|website)$/.test(after) && to - i <= 3) return true;
  if (NEWSPEOPLE.has(after)) return true;
  if (/^(?:reported|reports|broadcast|aired)$/.test(after) && before !== "in") return true;
  // "Svet, a newspaper of the north, …"
  if (next.tag !== "comma") return false;
  for (let k = to + 1; k < Math.min(reading.tokens.length, to + 6); k += 1) {
    const { tag, lower } = at(reading, k);
    if (k > to + 1 && /^(?:newspaper|agency|broadcaster|tabloid|station|newswire|magazine|weekly|daily)$/.test(lower))
      return true;
    if (!/^(?:determiner|noun|name|possessive)$/.test(tag)) return false;
  }
  return false;
}

/** "Ledo 24 reported", "told Ledo 24 that": a number of a channel, and no count. */
export function isStation(reading: Reading, i: number): boolean {
  const { text, tag } = at(reading, i);
  if (tag !== "number" || text.length > 2 || i === 0 || at(reading, i - 1).tag !== "name") return false;
  const next = reading.tokens[i + 1];
  return (
    next === undefined ||
    !/^(?:noun|name|number|preposition)$/.test(next.tag) ||
    /^(?:on|outside|in|by|to)$/.test(next.lower)
  );
}

export function publication(reading: Reading, from: number, to: number): boolean {
  const { lower: whole } = at(reading, to - 1);
  // "the Post-Standard"
  const last = whole.slice(whole.lastIndexOf("-") + 1);
  // "Tellus Agency" brings news, "Energy Agency" does not.
  if (last === "agency") {
    const before = to - from >= 2 ? at(reading, to - 2) : null;
    return (
      before !== null && (NEWS.has(before.lower) || (before.tag === "name" && to - from === 2 && !isMatter(before)))
    );
  }
  return (
    LAST.has(last) ||
    (to - from >= 2 && FIRST.has(at(reading, from).lower)) ||
    (/(?:press|wire|news)$/.test(last) && last.length > 5)
  );
}

export function bodily(reading: Reading, from: number, to: number): boolean {
  for (let i = from; i < to; i += 1) if (BODIES.has(at(reading, i).lower)) return true;
  return false;
}

/** "Energy", "Harbour", "Border": what an office deals with, or a word that is no name. */
function isMatter(token: Token): boolean {
  return MATTERS.has(token.lower) || kindOfHouse(token.lower, false) !== null || BODIES.has(token.lower);
}

/** "in an interview with Canal Seven", "told viewers of SBK": nobody but a paper or a station is spoken to so. */
function isSpokenTo(reading: Reading, i: number, to: number): boolean {
  let k = i - 1;
  if (k > 0 && at(reading, k).tag === "determiner") k -= 1;
  const link = at(reading, Math.max(0, k)).lower;
  const noun = k > 0 ? at(reading, k - 1).lower : "";
  if (link === "of") return /^(?:viewers|listeners|readers|subscribers|airwaves|columns|pages)$/.test(noun);
  return /^(?:with|to)$/.test(link) && /^interviews?$/.test(noun) && to > i && !bodily(reading, i, to);
}

/** Goes a name that begins at `from` on with token `to`? "Osterland Today" is one. */
export function isNameWord(reading: Reading, from: number, to: number): boolean {
  const token = at(reading, to);
  if (to > from && token.line) return false;
  const next = reading.tokens[to + 1];
  if (token.capital && MASTHEADS.has(token.lower) && next?.tag === "name") return true;
  if (token.tag === "name") return true;
  if (token.capital && /\p{L}{3}(?:press|wire)$/u.test(token.lower)) return true;
  // "The Northern Mail": an adjective right behind the article at the head of a text.
  if (token.capital && token.tag === "noun" && !token.block && next?.tag === "name" && !TIME_NOUNS.has(token.lower))
    return true;
  if (to === from) return false;
  const before = at(reading, to - 1).lower;
  // "Channel Two", "Radio 4"
  if (isStation(reading, to)) return true;
  if (FIRST.has(before) && (token.pos === "NUM" || token.tag === "number")) return true;
  return token.capital && LAST.has(token.lower);
}
