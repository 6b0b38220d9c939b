import type { Found } from "./found.ts";
import { joined, spanOf, withoutStop } from "./found.ts";
import { nounPhraseAfter } from "./noun-phrase-after.ts";
import type { Reading, Sentence } from "../language/sentences.ts";
import { nounPhraseBefore } from "./noun-phrase-before.ts";
import { mainSubject, nextOf, verbGroupStart } from "./subject.ts";
import type { Range } from "../language/range.ts";
import type { Token } from "../language/tokens.ts";
import { wordFilterOf } from "../language/word-filter.ts";

const at = (reading: Reading, i: number): Token => reading.tokens[i] as Token;
const ANSWER = /^(?:respond(?:ed)?|repl(?:y|ied)|answer(?:ed)?|comment(?:ed)?)$/;
/** The last words of all cues of silence. */
const SILENT = new Set(
  "unanswered unreturned comment commented comments respond responded reply replied answer answered reached available reachable".split(
    " ",
  ),
);
const MAY_BE_SILENT = wordFilterOf(SILENT);
const ASKED =
  /^(?:attempts?|efforts?|requests?|calls?|emails?|e-mails?|messages?|questions?|inquir(?:y|ies)|enquir(?:y|ies)|letters?)$/;

/** Refusals and silence: "declined to comment", "have not responded", "gone unanswered", "could not be reached". */
export function silenceAttributions(reading: Reading, index: number, found: Found[]): void {
  const sentence = reading.sentences[index] as Sentence;
  for (let i = sentence.first; i < sentence.last; i += 1) {
    if (!MAY_BE_SILENT.mayBe(reading.forms, i)) continue;
    const token = at(reading, i);
    if (token.quote !== -1 || !SILENT.has(token.lower)) continue;
    const cue = silenceAt(reading, sentence, i);
    if (cue === null) continue;
    const source = silentOne(reading, sentence, cue);
    const end = withoutStop(reading, cue.to, sentence.last);
    const comma = nextOf(reading, cue.to, end, (t) => t.tag === "comma" || t.lower === "but" || t.lower === "and");
    const content = joined([spanOf(reading, cue.to, comma) ?? spanOf(reading, cue.to - 1, cue.to)]);
    if (content.length === 0) continue;
    found.push({
      rule: "silence",
      sentence: index,
      source,
      cue: [cue],
      content,
      signals: ["no-answer"],
      via: [],
      spoken: true,
    });
    i = cue.to;
  }
}

/** The cue that has its last word at `i`, without the object that follows it. */
function silenceAt(reading: Reading, sentence: Sentence, i: number): Range | null {
  const { lower } = at(reading, i);
  const group = (): number => {
    let from = verbGroupStart(reading, sentence, i);
    while (from < i && at(reading, from).tag === "adverb") from += 1;
    return from;
  };
  if (lower === "unanswered" || lower === "unreturned") {
    const from =
      i > sentence.first && /^(?:gone|went|go|goes|remain(?:s|ed)?|left|were|was)$/.test(at(reading, i - 1).lower)
        ? i - 1
        : i;
    return { from: Math.min(verbGroupStart(reading, sentence, from), from), to: i + 1 };
  }
  if (lower === "comment" || ANSWER.test(lower)) {
    const from = group();
    // "declined to comment", "refused to answer"
    if (from < i && at(reading, i - 1).tag === "to") {
      const refused = from < i - 1 ? from : i - 2;
      const verb = refused >= sentence.first ? at(reading, i - 2).lower : "";
      return /^(?:declin|refus)(?:e|es|ed|ing)$/.test(verb) ? { from: Math.min(refused, i - 2), to: i + 1 } : null;
    }
    // "could not answer the questions" is inability, not silence.
    const unable = nextOf(reading, from, i, (t) => t.tag === "modal") < i;
    const negated = !unable && nextOf(reading, from, i, (t) => t.tag === "not" || t.lower.endsWith("n't")) < i;
    if (negated && from < i) return { from, to: i + 1 };
    // "none of them have responded"
    const none = nextOf(
      reading,
      Math.max(sentence.first, i - 14),
      i,
      (t) => t.lower === "none" || t.lower === "nobody" || t.lower === "neither",
    );
    return none < i && from < i ? { from, to: i + 1 } : null;
  }
  if (lower === "reached" || lower === "available" || lower === "reachable") {
    const from = group();
    const negated =
      nextOf(
        reading,
        from,
        i,
        (t) => t.tag === "not" || t.lower === "cannot" || t.lower === "unable" || t.lower.endsWith("n't"),
      ) < i;
    const next = i + 2 < sentence.last ? at(reading, i + 2).lower : "";
    return negated && (lower === "reached" || next === "comment") ? { from, to: i + 1 } : null;
  }
  return null;
}

/** Who kept silent; behind "requests for comment from X" it is X. */
function silentOne(reading: Reading, sentence: Sentence, cue: Range): Range | null {
  const asked = nextOf(reading, sentence.first, cue.from, (t) => ASKED.test(t.lower));
  if (asked < cue.from) {
    const from = nextOf(reading, asked, cue.from, (t) => t.lower === "from");
    const to = from < cue.from ? from : nextOf(reading, asked, cue.from, (t) => t.tag === "to" || t.lower === "with");
    if (to + 1 < cue.from) {
      const one = nounPhraseAfter(reading, sentence, to + 1);
      if (one !== null && one.from < cue.from) return { from: one.from, to: Math.min(one.to, cue.from) };
    }
  }
  const none = nextOf(reading, sentence.first, cue.from, (t) => t.lower === "none" || t.lower === "neither");
  if (none < cue.from) return { from: none, to: cue.from };
  return nounPhraseBefore(reading, sentence, cue.from) ?? mainSubject(reading, sentence, sentence.first, cue.from);
}
