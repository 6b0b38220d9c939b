import type { Span } from "../model/span.ts";
import type { VerbPlace } from "./attribution-left.ts";
import { CUE_FORMS } from "./cue-forms.ts";
import { joined, spanOf, withoutStop } from "./found.ts";
import type { Reading, Sentence } from "../language/sentences.ts";
import { nounPhraseBefore } from "./noun-phrase-before.ts";
import { nextOf } from "./subject.ts";
import { isTime } from "./time-noun.ts";
import type { Token } from "../language/tokens.ts";

const at = (reading: Reading, i: number): Token => reading.tokens[i] as Token;

/**
 * What a verb of a relative clause says something of: "a reproach that it rejected", "the charge, which she denied", "a
 * theory the minister dismissed as absurd". Null where the verb is in no such clause, or has a content of its own.
 */
export function relativeContent(
  reading: Reading,
  sentence: Sentence,
  { end, verb, subject, right }: VerbPlace,
): Span[] | null {
  if (subject === null || !/[ofcpa]/.test(verb.frames)) return null;
  const next = end < sentence.last ? at(reading, end) : null;
  const complement = next !== null && /^(?:as|for|of)$/.test(next.lower) && /f/.test(verb.frames);
  if (right !== null && right.kind !== "colon" && !complement) return null;
  if (next !== null && !complement && !/^(?:comma|stop|colon|dash|close|and)$/.test(next.tag)) return null;
  let head = subject.from;
  const before = head > sentence.first ? at(reading, head - 1) : null;
  if (before === null) return null;
  // "told Radio Oster on Sunday that …" has no relative clause.
  const named = subject.from - 2 >= sentence.first && at(reading, subject.from - 2);
  if (before.lower === "that" && named !== false && (named.tag === "name" || isTime(reading, subject.from - 2)))
    return null;
  const pronoun = before.lower === "that" || before.lower === "which";
  if (pronoun) head -= 1;
  else if (before.tag !== "noun") return null;
  const comma = head > sentence.first && at(reading, head - 1).tag === "comma";
  if (comma && before.lower !== "which") return null;
  const antecedent = nounPhraseBefore(reading, sentence, comma ? head - 1 : head);
  // "told the inquiry that guards had warned …": who is told, and no antecedent.
  const told = antecedent !== null && antecedent.from > sentence.first ? at(reading, antecedent.from - 1).lower : "";
  if (!comma && before.lower === "that" && CUE_FORMS.get(told)?.frames.includes("a") === true) return null;
  if (antecedent === null || (!pronoun && !/^(?:an?|the)$/.test(at(reading, antecedent.from).lower))) return null;
  if (!pronoun && at(reading, subject.from).tag === "pronoun" && !/^an?$/.test(at(reading, antecedent.from).lower))
    return null;
  const last = complement
    ? nextOf(reading, end, withoutStop(reading, end, sentence.last), (t) => t.tag === "comma" && t.quote === -1)
    : end;
  return joined([spanOf(reading, antecedent.from, antecedent.to), spanOf(reading, end, last)]);
}
