import type { RemarkSignal } from "../model/attribution.ts";
import type { CueVerb } from "./cue-forms.ts";
import { OFTEN_NOUNS } from "./cues.ts";
import type { Found } from "./found.ts";
import type { Reading, Sentence } from "../language/sentences.ts";
import { nextOf } from "./subject.ts";
import type { Token } from "../language/tokens.ts";
import { PERSONAL } from "../language/words.ts";

const at = (reading: Reading, i: number): Token => reading.tokens[i] as Token;

/** Behind "declined to": whoever will not do this gives no answer. */
const ANSWERS = new Set(
  "comment say answer discuss disclose reveal elaborate respond identify name confirm explain address specify".split(
    " ",
  ),
);
const BE = /^(?:is|are|was|were|be|been|being|am|'s|\w+'(?:re|m))$/;

/** Tells the verb from the noun of the same form by its left neighbour. */
export function usedAsVerb(reading: Reading, sentence: Sentence, v: number, verb: CueVerb): boolean {
  // "had counted 41 violations"
  const figure = reading.tokens[v + 1];
  if (/^(?:count|tally)$/.test(verb.lemma) && figure?.tag !== "number" && figure?.pos !== "NUM") return false;
  if (v === sentence.first) return verb.form === "ing" || verb.form === "past";
  const before = at(reading, v - 1);
  // "he’s claiming"
  const contracted = before.lower === "'s" && v - 2 >= sentence.first && at(reading, v - 2).tag === "pronoun";
  if (verb.form === "ing" && contracted) return true;
  if (verb.form === "ing") return before.tag !== "determiner" && before.tag !== "possessive";
  const floats = /^(?:both|all|each)$/.test(before.lower);
  if ((before.tag === "determiner" && !floats) || before.tag === "possessive") return false;
  // "Ledo 24 reported"
  const station = before.tag === "number" && v - 2 >= sentence.first && at(reading, v - 2).tag === "name";
  if (before.tag === "number" && !station) return false;
  if (before.pos === "NUM" && !station && verb.form !== "past" && before.tag !== "pronoun") return false;
  if (before.tag === "preposition") return false;
  if (verb.form === "past") return true;
  // "who took notes"
  if (
    before.pos === "VBD" &&
    OFTEN_NOUNS.has(at(reading, v).lower) &&
    !/^(?:that|stop)$/.test(reading.tokens[v + 1]?.lower ?? "")
  )
    return false;
  const token = at(reading, v);
  const clear =
    before.tag === "modal" ||
    before.tag === "to" ||
    before.tag === "auxiliary" ||
    before.tag === "not" ||
    before.tag === "wh" ||
    (before.tag === "pronoun" && PERSONAL.has(before.lower));
  if (clear) return !(before.tag === "auxiliary" && BE.test(before.lower));
  if (/^VB[PZ]$/.test(at(reading, v).pos) || token.lower === "say") return true;
  if (verb.form === "base") {
    const plural =
      before.lower.endsWith("s") ||
      /^(?:people|police|they|we|i|you|and|who|officials|men|women|children|many|some|most|others|both|those|critics)$/.test(
        before.lower,
      );
    const that = v + 1 < sentence.last && at(reading, v + 1).lower === "that";
    const pair =
      before.tag === "name" && nextOf(reading, Math.max(sentence.first, v - 8), v, (t) => t.tag === "and") < v;
    if (!plural && !that && !pair && !(before.tag === "adverb") && before.tag !== "quote" && before.tag !== "comma")
      return false;
  }
  // "rules that could lead to more": what has no subject of its own hangs on a noun.
  const that = v + 2 < sentence.last && at(reading, v + 1).lower === "that" ? at(reading, v + 2) : null;
  if (that !== null && /^(?:modal|auxiliary)$/.test(that.tag) && !PERSONAL.has(before.lower)) return false;
  if (verb.form === "s" && /[ct]/.test(verb.frames) && closesClause(reading, sentence, v)) return true;
  if (!OFTEN_NOUNS.has(token.lower)) return true;
  if (before.tag === "noun" && /^NOUNS?$/.test(token.pos)) return false;
  const next = v + 1 < sentence.last ? at(reading, v + 1) : null;
  if ((before.tag === "name" || station) && verb.form === "s" && closesRemark(reading, sentence, v)) return true;
  if (before.tag === "name" || before.tag === "close")
    return next !== null && !/^(?:stop|comma|preposition|and)$/.test(next.tag);
  if (next === null) return false;
  return (
    next.lower === "that" ||
    next.tag === "quote" ||
    (verb.form === "s" && next.tag === "determiner") ||
    next.tag === "pronoun" ||
    before.tag === "quote"
  );
}

/** "…, the Courier reports.": a name between a comma and a verb that ends the sentence or stands before another comma. */
function closesRemark(reading: Reading, sentence: Sentence, v: number): boolean {
  const next = v + 1 < sentence.last ? at(reading, v + 1).tag : "stop";
  if (!/^(?:stop|comma|preposition)$/.test(next)) return false;
  let i = v - 1;
  while (i > sentence.first && i > v - 7 && /^(?:name|determiner|number)$/.test(at(reading, i).tag)) i -= 1;
  return i > sentence.first + 2 && /^(?:comma|quote)$/.test(at(reading, i).tag);
}

/** "Stocks will last nine days, a paper seen by the Courier | states.": the clause behind the comma has no other verb. */
function closesClause(reading: Reading, sentence: Sentence, v: number): boolean {
  const next = v + 1 < sentence.last ? at(reading, v + 1) : null;
  const then = reading.tokens[v + 2]?.lower ?? "";
  if (next !== null && next.tag !== "stop" && !(next.tag === "comma" && /^(?:according|citing|quoting)$/.test(then)))
    return false;
  const head = at(reading, v - 1);
  if (head.tag !== "name" && !(head.tag === "noun" && head.pos === "NOUN")) return false;
  let i = v - 1;
  while (
    i > sentence.first &&
    i > v - 20 &&
    /^(?:name|noun|determiner|number|preposition|possessive|past|and)$/.test(at(reading, i).tag)
  )
    i -= 1;
  if (at(reading, i).tag !== "comma" || !/^(?:determiner|possessive|name)$/.test(at(reading, i + 1).tag)) return false;
  return hasVerbBefore(reading, sentence, i);
}

function hasVerbBefore(reading: Reading, sentence: Sentence, to: number): boolean {
  return (
    nextOf(
      reading,
      Math.max(sentence.first, to - 40),
      to,
      (t) => /^(?:modal|auxiliary)$/.test(t.tag) || t.pos === "VBD",
    ) < to
  );
}

/** What keeps a remark from being a plain assertion: a question, a condition or the future, a negation. */
export function forceOf(reading: Reading, sentence: Sentence, made: Found, group: number, v: number): RemarkSignal[] {
  const signals: RemarkSignal[] = [];
  const from = Math.min(made.source?.from ?? Infinity, made.cue[0]?.from ?? Infinity);
  const before = from > sentence.first ? at(reading, from - 1) : null;
  const last = at(reading, sentence.last - 1);
  const first = at(reading, sentence.first);
  const asks =
    last.text === "?" &&
    last.quote === -1 &&
    made.rule === "right" &&
    (first.tag === "auxiliary" || first.tag === "modal" || first.tag === "wh" || /^(?:when|where)$/.test(first.lower));
  if (asks) signals.push("question");
  else if (
    (before !== null && /^(?:if|unless|whether)$/.test(before.lower)) ||
    (made.spoken &&
      nextOf(reading, group, v, (t) => t.tag === "modal" && !/^(?:can|must|cannot|can't)/.test(t.lower)) < v)
  )
    signals.push("conditional");
  const nobody =
    made.source !== null && /^(?:nobody|none|neither|no)$/.test(at(reading, made.source.from).lower) && !asks;
  const negated = nextOf(reading, group, v, (t) => t.tag === "not" || t.lower.endsWith("n't")) < v;
  if (nobody || negated) signals.push("negated");
  return signals;
}

export function hasBe(reading: Reading, from: number, to: number): boolean {
  for (let i = from; i < to; i += 1) if (BE.test(at(reading, i).lower)) return true;
  return false;
}

export function firstVerbal(reading: Reading, group: number, v: number): number {
  let i = group;
  while (i < v && at(reading, i).tag === "adverb") i += 1;
  return i;
}

export function signalsOf(reading: Reading, group: number, v: number, verb: CueVerb): RemarkSignal[] {
  const negated = nextOf(reading, group, v, (t) => t.tag === "not" || t.lower.endsWith("n't")) < v;
  if (/^(?:deny|refute|rebut)$/.test(verb.lemma)) return negated ? [] : ["denied"];
  const answer = v + 2 < reading.tokens.length ? at(reading, v + 2).lower : "";
  return /^(?:decline|refuse)$/.test(verb.lemma) && ANSWERS.has(answer) ? ["no-answer"] : [];
}
