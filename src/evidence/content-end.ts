import { CUE_FORMS } from "./cue-forms.ts";
import { isCueForm } from "./cues.ts";
import { hasFinite } from "./left-side.ts";
import { clauseAt } from "./right-side-phrase.ts";
import type { RightSide } from "./right-side.ts";
import type { Reading, Sentence } from "../language/sentences.ts";
import { nextOf } from "./subject.ts";
import type { Token } from "../language/tokens.ts";
import { TIME_NOUNS } from "../language/words.ts";

const at = (reading: Reading, i: number): Token => reading.tokens[i] as Token;

/** What a speech is held at or in; behind it in "criticised the plan in a speech" the content has ended. */
const OCCASIONS =
  /^(?:statements?|interviews?|speech(?:es)?|letters?|e-?mails?|tweets?|posts?|messages?|reports?|articles?|columns?|memos?|sermons?|voice|conferences?|briefings?|debates?|hearings?|address|diatribe|remarks|comments|rall(?:y|ies)|videos?|filings?|editorials?|papers?|news|telephone|phone|email)$/;

/** Where a noun phrase or infinitive as content ends: before ", who …", ", but …", "after he …", "in a speech". */
export function objectEnd(
  reading: Reading,
  sentence: Sentence,
  from: number,
  end: number,
  cue: number,
  kind: RightSide["kind"],
): number {
  const judged = CUE_FORMS.get(at(reading, cue).lower)?.frames.includes("f") === true;
  let gerund = false;
  const inside = kind === "object" && isRelative(reading, sentence, cue);
  // "denied it in a low voice": a pronoun is all of the object.
  const first = at(reading, from);
  const second = from + 1 < end ? at(reading, from + 1) : null;
  if (kind === "object" && !judged && /^(?:it|this|that|them|him|her|us|me)$/.test(first.lower) && second !== null)
    if (!/^(?:noun|name|number|ing)$/.test(second.tag)) return from + 1;
  for (let i = from + 1; i < end; i += 1) {
    const token = at(reading, i);
    if (token.quote !== -1) continue;
    if (token.tag === "dash" || token.tag === "colon" || token.text === ";") return i;
    const next = i + 1 < end ? at(reading, i + 1) : null;
    if (next === null) break;
    if (token.tag === "comma") {
      if (/^(?:who|which|but|as|while|after|when|before|where|although|though|whose|because|even)$/.test(next.lower))
        return i;
      if (next.tag === "ing" || next.tag === "adverb" || /^(?:in|at|on|by|with|without|including)$/.test(next.lower))
        return i;
      if (leavesContent(reading, sentence, i, end, cue)) return i;
    }
    // "Remarks in which he compared the levy to theft | were carried by …"
    if (inside && /^(?:auxiliary|modal)$/.test(token.tag)) return i;

    // "accused her of being asleep when the calls came": inside, not beside.
    if (/^(?:of|for)$/.test(token.lower) && next.pos === "VBG") gerund = true;
    // "declined to say when it opens"
    if (kind === "infinitive" && isCueForm(at(reading, i - 1).lower)) continue;
    // "told them to leave before dark"
    const inner =
      kind === "infinitive" && /^(?:after|before|during|since)$/.test(token.lower) && !clauseAt(reading, i + 1, end);
    if (!gerund && !inner && /^(?:after|while|during|when|before|because|although|though|but|since)$/.test(token.lower))
      return i;
    if (token.lower === "as" && clauseAt(reading, i + 1, Math.min(end, i + 5))) return i;
    if (
      token.lower === "and" &&
      (next.lower === "that" ||
        next.tag === "past" ||
        (next.tag === "verb" && !(kind === "infinitive" && /^VBP?$/.test(next.pos))) ||
        next.tag === "auxiliary" ||
        next.tag === "modal")
    )
      return at(reading, i - 1).tag === "comma" ? i - 1 : i;
    if (i > from + 1 && kind === "object" && isCircumstance(reading, i, end) && !(judged && goesOn(reading, i, end)))
      return i;
  }
  return end;
}

/** Does the cue stand in a relative clause of the sentence's subject: "Remarks in which he compared …"? */
function isRelative(reading: Reading, sentence: Sentence, cue: number): boolean {
  if (cue < sentence.first) return false;
  const which = nextOf(reading, Math.max(sentence.first, cue - 12), cue, (t) => /^(?:which|whom)$/.test(t.lower));
  if (which >= cue || which <= sentence.first) return false;
  const { tag } = at(reading, which - 1);
  return tag === "preposition" && !hasFinite(reading, sentence.first, which);
}

/** "called his remarks on Saturday “a wake-up call”": what he called them is still to come. */
function goesOn(reading: Reading, i: number, end: number): boolean {
  const next = nextOf(reading, i + 1, Math.min(end, i + 8), (t) => t.tag === "quote" || t.lower === "as");
  return next < Math.min(end, i + 8);
}

/** "in a speech", "at the rally", "on Monday", "last week". */
function isCircumstance(reading: Reading, i: number, end: number): boolean {
  const token = at(reading, i);
  if (TIME_NOUNS.has(token.lower) && token.capital && token.lower.includes("day")) return true;
  if (!/^(?:in|at|on|by|via|during)$/.test(token.lower)) return false;
  for (let k = i + 1; k < Math.min(end, i + 6); k += 1) {
    const inside = at(reading, k);
    if (OCCASIONS.test(inside.lower)) return !(token.lower === "on" || (token.lower === "by" && k > i + 1));
    if (TIME_NOUNS.has(inside.lower) && inside.capital && token.lower === "on") return true;
    if (!/^(?:determiner|possessive|noun|name|adverb)$/.test(inside.tag)) return false;
  }
  return false;
}

/** A clause as content ends where ", but stopped short of …" takes up the source's own doing again. */
export function clauseEnd(reading: Reading, sentence: Sentence, from: number, end: number, cue: number): number {
  // "A report in which a guard says that the gate was open | was leaked"
  if (isRelative(reading, sentence, cue)) return nounClauseEnd(reading, from, end);
  for (let i = from + 2; i + 2 < end; i += 1) {
    const token = at(reading, i);
    if (token.quote !== -1) continue;
    if (token.text === ";") return i;
    if (token.tag !== "comma") continue;
    const next = at(reading, i + 1);
    if (next.lower === "but" && at(reading, i + 2).tag === "past") return i;
    if (hasFinite(reading, from, i) && leavesContent(reading, sentence, i, end, cue)) return i;
  }
  return end;
}

/** "the claim that the lists were forged | is before the court": the verb of the sentence ends the noun's clause. */
export function nounClauseEnd(reading: Reading, from: number, end: number): number {
  let verbs = 0;
  let verbal = false;
  for (let i = from + 1; i < end; i += 1) {
    const token = at(reading, i);
    // "the warning that the water smelled, | relayed by the clerk, …"
    if (
      token.tag === "comma" &&
      verbs > 0 &&
      i + 2 < end &&
      at(reading, i + 1).tag === "past" &&
      at(reading, i + 2).lower === "by"
    )
      return i;
    if (token.quote !== -1) {
      // A quotation that is the clause holds its own verb.
      if (i === from + 1) verbs = 1;
      verbal = false;
      continue;
    }
    if (/^(?:who|which|that|what|if|when|because|while|after|before|as|and|but|or)$/.test(token.lower)) verbs -= 1;
    const finite = /^(?:auxiliary|modal)$/.test(token.tag) || (/^VB[DPZ]$/.test(token.pos) && token.tag !== "noun");
    const before = at(reading, i - 1);
    const second =
      verbal &&
      before.tag === "past" &&
      (token.pos === "VBD" || /^(?:is|are|was|were|has|have|had|will)$/.test(token.lower));
    if (finite && (!verbal || second)) {
      verbs += 1;
      if (verbs > 1 && i > from + 3) return i;
      if (CUE_FORMS.get(token.lower)?.frames.includes("c") === true) verbs -= 1;
    }
    verbal = finite || (verbal && (token.tag === "past" || token.tag === "adverb" || token.tag === "not"));
  }
  return end;
}

/** Does what follows the comma at `i` hang on the cue itself, or above it, so that it is no content any more? */
function leavesContent(reading: Reading, sentence: Sentence, i: number, end: number, cue: number): boolean {
  let n = i + 1;
  // "While aides have suggested …, | the president is …", "Obama, who understood that …, | told"
  const opens = /^(?:as|when|while|although|though|after|since|if|because|before|even)$/.test(
    at(reading, sentence.first).lower,
  );
  if (opens && clauseAt(reading, n, end) && !hasComma(reading, sentence.first, cue)) return true;
  const within =
    nextOf(reading, Math.max(sentence.first, cue - 5), cue, (t) => t.lower === "who" || t.lower === "which") < cue;
  if (within && /^(?:VBD|VBZ|AUX)$/.test(at(reading, n).pos) && !isInverted(reading, n)) return true;
  // "…, a theory that the minister dismissed"
  if (/^an?$/.test(at(reading, n).lower)) {
    const noun = nextOf(reading, n + 1, Math.min(end, n + 4), (t) => t.tag === "noun" && t.pos !== "ADJ");
    if (noun + 2 >= end) return false;
    const then = at(reading, noun + 1);
    return (
      /^(?:that|which)$/.test(then.lower) ||
      (/^(?:determiner|possessive|name|pronoun)$/.test(then.tag) &&
        nextOf(reading, noun + 2, Math.min(end, noun + 8), (t) => isCueForm(t.lower)) < Math.min(end, noun + 8))
    );
  }
  while (n < end && /^(?:and|but)$/.test(at(reading, n).lower)) n += 1;
  if (n >= end || !clauseAt(reading, n, end) || !reading.parse(sentence)) return false;
  let top = n;
  for (let steps = 0; steps < 300; steps += 1) {
    const { head } = at(reading, top);
    if (head <= i) break;
    top = head;
  }
  const { head, relation } = at(reading, top);
  if (relation !== "conj" && relation !== "parataxis" && relation !== "advcl" && relation !== "root") return false;
  return head === cue || !hangsOn(reading, head, cue);
}

function hasComma(reading: Reading, from: number, to: number): boolean {
  return nextOf(reading, from, to, (t) => t.tag === "comma" && t.quote === -1) < to;
}

/** ", said the mayor" */
function isInverted(reading: Reading, i: number): boolean {
  return CUE_FORMS.get(at(reading, i).lower)?.frames.startsWith("cq") === true;
}

/** Is `top` above `i` in the parse? */
function hangsOn(reading: Reading, i: number, top: number): boolean {
  let walk = i;
  for (let steps = 0; walk >= 0 && steps < 300; steps += 1) {
    if (walk === top) return true;
    walk = at(reading, walk).head;
  }
  return false;
}
