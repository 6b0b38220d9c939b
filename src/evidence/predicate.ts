import { addresseeEnd } from "./right-side-phrase.ts";
import type { Reading, Sentence } from "../language/sentences.ts";
import { nextOf } from "./subject.ts";
import type { Token } from "../language/tokens.ts";

const at = (reading: Reading, i: number): Token => reading.tokens[i] as Token;

/** Verbs that judge by a second noun phrase or an adjective: "called it a lie"; without one they tell nothing. */
const JUDGING = /^(?:call|label|dub|brand|paint|depict|find|compare)$/;

/** "reads ‘The Long Way Home’": a title, no remark. */
export function isTitle(reading: Reading, lemma: string, quote: number): boolean {
  const quotation = reading.quotes[quote];
  if (quotation === undefined || !/^(?:read|write|sing)$/.test(lemma)) return false;
  const text = reading.text.slice(quotation.inner[0], Math.min(quotation.inner[1], quotation.inner[0] + 120));
  const words = text.match(/\p{L}{4,}/gu) ?? [];
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word)).length;
  return words.length > 0 && capitals * 5 >= words.length * 3 && !/[.,!?]$/.test(text);
}

/** Is what is said of the object missing: "called a colleague", "found the keys", "painted doors"? */
export function lacksPredicate(reading: Reading, sentence: Sentence, lemma: string, from: number): boolean {
  if (!JUDGING.test(lemma)) return false;
  const limit = Math.min(sentence.last, from + 25);
  const border = nextOf(reading, from, limit, (t) => /^(?:comma|stop)$/.test(t.tag) && t.quote === -1);
  if (nextOf(reading, from, border, (t) => t.tag === "quote" || t.lower === "as") < border) return false;
  if (lemma === "compare") return nextOf(reading, from, border, (t) => t.tag === "to") >= border;
  const pronoun = /^(?:it|this|that|them|him|her|us|me|these|those)$/.test(at(reading, from).lower);
  if (pronoun && from + 1 < border && lemma !== "find")
    return !/^(?:noun|name|determiner|past|adverb|number)$/.test(at(reading, from + 1).tag);
  const end = Math.min(addresseeEnd(reading, from, border), border);
  const last = at(reading, Math.max(from, end - 1));
  // "called the plan intolerable and asked …"
  const and = nextOf(reading, from + 2, end, (t) => t.tag === "and");
  if (and < end && at(reading, and - 1).pos === "ADJ") return false;
  if (end > from + 1 && (last.pos === "ADJ" || last.pos === "VBN")) return false;
  const next = end < border ? at(reading, end) : null;
  return next === null || !(next.tag === "determiner" || next.pos === "ADJ" || next.pos === "VBN");
}
