import { AUXILIARIES, IRREGULAR_PAST, MODALS, PRESENT } from "../language/words.ts";
import type { ClaimCandidate } from "./claims.ts";
import { tellingWords } from "./likeness.ts";

const LENGTH_MAX = 140;
const LENGTH_MIN = 18;
const LOOKED_AT = 40;
/** At these a sentence may end before its end: what follows is a clause or phrase of its own. */
const BORDER =
  /[,;:—–]\s+(?=(?:which|who|whose|where|when|while|but|and|after|before|because|although|though|with|as|according|including|said|says|most|many|some|\p{Lu}|\p{Ll}+ing\b))|\s+(?=(?:because|although|though|while|after|before|unless|according to)\b)|[;:]\s+|,\s+/gu;
const PRONOUN =
  /^(?:he|she|it|they|we|i|you|this|that|these|those|his|her|its|their|our|my|your|who|which|what|one|both|such|here)\b/i;
const FRAGMENT =
  /^(?:to|of|whether|if|for|with|by|as|and|but|or|than|from|because|about|how|why|also|not|no longer|being|having)\b/i;
const FIRST_PERSON = /\b(?:I|we|my|our|me|us|you|your)\b/i;
/** "VARN, May 3 (Tarn Wire) - " and "TW – ". */
export const DATELINE = /^(?:\p{Lu}[\p{L}\p{N}\s,.'’-]{1,60}?\s*\([^()]{2,40}\)\s*[—–-]|\p{Lu}{2,8}\s*[—–])\s*/u;
/** "…, the health officer, Dr Rask, said on Monday" and "Rask told the press on Monday that …". */
const SAID_AFTER =
  /,["”]?\s+(?:[^,“”]{3,60},\s+)?[^,“”]{3,60},?\s(?:said|says|told|announced|reported|declared|confirmed)\b[^,“”]{0,40}$/u;
const SAID_BEFORE =
  /^[^“”;:]{3,90}?\s(?:said|says|told|announced|reported|declared|confirmed)\b[^,;:“”]{0,40}?\sthat\s+/u;
/** "Harbour Times that 340 …": the beginning of the sentence is missing. */
const HEADLESS = /^(?:\S+\s){1,4}that\s|^(?:\d+\s)?[ap]\.m\.|^[^\p{L}\p{N}]/iu;
const FINITE = new Set([...AUXILIARIES, ...MODALS, ...IRREGULAR_PAST, ...PRESENT, "died", "said", "saw"]);

interface Wording {
  readonly text: string;
  readonly stems: ReadonlySet<string>;
  /** What speaks for it as a sentence, without regard to the others. */
  readonly form: number;
}

/**
 * A title for what `items` say: one sentence that could be true or false, in the words of the item that says it best,
 * at most 140 characters, ending where a clause ends. A headline serves where no item has a whole sentence.
 */
export function titleOf(items: readonly ClaimCandidate[]): string {
  const some = items.slice(0, LOOKED_AT);
  const wordings = new Map<string, Wording>();
  const add = (text: string, bonus: number): void => {
    if (text.length >= LENGTH_MIN && !wordings.has(text)) wordings.set(text, worded(text, bonus));
  };
  for (const item of some) add(clauseOf(item), item.figureValue === null ? 0.05 : 0);
  const contents = [...wordings.values()];
  for (const item of some) if (item.reportTitle !== undefined) add(plain(item.reportTitle), -0.35);
  const ranked = [...wordings.values()]
    .map((one) => ({ one, rank: one.form + nearness(one, contents) }))
    .sort((a, b) => b.rank - a.rank || (a.one.text < b.one.text ? -1 : 1));
  return ranked[0]?.one.text ?? cut(plain(some[0]?.text ?? ""));
}

/** Without who says it, quotation marks, a dateline and a leading "that". */
function clauseOf(item: ClaimCandidate): string {
  let text = item.text.replaceAll(/\s+/g, " ").replace(DATELINE, "");
  if (item.figureValue !== null) {
    const source = item.sourceText ?? "";
    const at = source === "" ? -1 : text.indexOf(source);
    if (at > LENGTH_MIN && /,["”]?\s*(?:\p{Ll}+\s+)?$/u.test(text.slice(0, at)))
      text = text.slice(0, at).replace(/,["”]?\s*(?:\p{Ll}+\s+)?$/u, "");
    text = text
      .replace(/^According to [^,]{3,80},\s*/u, "")
      .replace(SAID_AFTER, "")
      .replace(SAID_BEFORE, "");
  }
  return cut(plain(text));
}

function plain(text: string): string {
  const bare = text
    .replaceAll(/\s+/g, " ")
    .replace(/\s*\([^()]{2,40}\)\s*\.?$/, "")
    .replace(/^[\s“”"‘’'«»„…]+|[\s“”"‘’'«»„,.;:…—–-]+$/g, "")
    .replaceAll(/["“”„«»]/g, "")
    .replace(/^(?:that|as|and|but|so|because)\s+(?=\p{L})/iu, "")
    .trim();
  return bare.charAt(0).toUpperCase() + bare.slice(1);
}

/** At most 140 characters, ending at the border of a clause; between two words where there is none. */
function cut(text: string): string {
  // Sentences after the first are other claims.
  const first = /^.{30,}?[.!?]["”’]?(?=\s+["“]?\p{Lu})/u.exec(text)?.[0].replace(/[.]["”’]?$/, "") ?? text;
  if (first.length <= LENGTH_MAX) return first;
  let end = -1;
  for (const border of first.matchAll(BORDER)) if (border.index >= 40 && border.index <= LENGTH_MAX) end = border.index;
  if (end !== -1) return first.slice(0, end).replace(/[\s,;:—–-]+$/, "");
  const space = first.lastIndexOf(" ", LENGTH_MAX - 1);
  return `${first.slice(0, space > 60 ? space : LENGTH_MAX - 1).replace(/[\s,;:—–-]+$/, "")}…`;
}

function worded(text: string, bonus: number): Wording {
  const words = text.toLowerCase().match(/[\p{L}'’]+/gu) ?? [];
  const finite = words.slice(1).some((word) => FINITE.has(word) || /[^e]ed$/.test(word));
  let form = bonus + (finite ? 0.5 : 0);
  if (PRONOUN.test(text)) form -= 0.7;
  if (FRAGMENT.test(text) || (HEADLESS.test(text) && !words.slice(0, 4).some((word) => FINITE.has(word)))) form -= 0.7;
  if (FIRST_PERSON.test(text)) form -= 0.3;
  if (text.endsWith("…")) form -= 0.2;
  if (text.includes("?") || text.includes("!")) form -= 0.3;
  if (words.length < 5) form -= 0.25;
  if (text.length > 100) form -= (text.length - 100) / 200;
  // A name behind the first word tells whom and where it is about.
  if (/\s\p{Lu}\p{Ll}/u.test(text)) form += 0.15;
  return { text, form, stems: new Set([...tellingWords(text)].map(([, stem]) => stem)) };
}

/** Share of its words that the others have, on average: a title says what most of them say. */
function nearness(one: Wording, all: readonly Wording[]): number {
  let sum = 0;
  for (const other of all) {
    if (other === one || one.stems.size === 0 || other.stems.size === 0) continue;
    let shared = 0;
    for (const stem of one.stems) if (other.stems.has(stem)) shared += 1;
    sum += shared / Math.sqrt(one.stems.size * other.stems.size);
  }
  return all.length <= 1 ? 0 : sum / (all.length - 1);
}
