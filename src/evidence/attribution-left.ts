import type { Span } from "../model/span.ts";
import { after, contentRight, parentheticalAt, reportedAt } from "./continuation.ts";
import type { CueVerb } from "./cue-forms.ts";
import { ADDRESSEE_PRONOUNS } from "./cues.ts";
import { joined } from "./found.ts";
import type { Found } from "./found.ts";
import { leftSide } from "./left-side.ts";
import { NEWSPEOPLE } from "./paper-words.ts";
import type { RightSide } from "./right-side.ts";
import type { Reading, Sentence } from "../language/sentences.ts";
import type { Range } from "../language/range.ts";
import type { Token } from "../language/tokens.ts";
import { isTime } from "./time-noun.ts";
import { invertedAt } from "./verb-source.ts";

const at = (reading: Reading, i: number): Token => reading.tokens[i] as Token;

/** A cue verb with what stands round it: its group begins at `group`, behind it (and its particle) is `end`. */
export interface VerbPlace {
  readonly v: number;
  readonly group: number;
  readonly end: number;
  readonly verb: CueVerb;
  readonly subject: Range | null;
  readonly right: RightSide | null;
}

type Make = (rule: Found["rule"], source: Range | null, content: readonly Span[]) => Found | null;

/** Attributions whose content stands before the cue: “…,” said X; “…,” X said; …, X said, …; as X said. */
export function leftAt(
  reading: Reading,
  sentence: Sentence,
  { v, group, end, verb, subject, right }: VerbPlace,
  spoken: boolean,
  make: Make,
): Found | null {
  const beside = subject === null ? null : leftSide(reading, sentence, subject.from);
  const addressed =
    verb.frames.includes("a") && right?.kind === "object" && right.from === end && beside !== null && !right.addressee;
  // "…, a contractor admitted to the paper", "…, she told a reporter of the agency"
  const heard =
    right?.kind === "object" &&
    beside !== null &&
    ((right.from === end + 1 && at(reading, end).lower === "to") ||
      (at(reading, right.from).lower === "of" && NEWSPEOPLE.has(at(reading, right.from - 1).lower)));
  const afar = right?.kind === "that" && right.from > end && beside?.quoted === true;
  if (right !== null && !/^(?:clause|object|quote)$/.test(right.kind) && !afar) return null;
  // A quotation that closes right before its subject needs no subject behind the verb.
  const inverted =
    beside?.quoted === true || (verb.frames.includes("a") && (subject !== null || isAddressed(reading, end)))
      ? null
      : invertedAt(reading, sentence, v, group);
  if (inverted !== null) {
    const left = leftSide(reading, sentence, group);
    const apposed =
      left?.quoted === false && subject !== null && (left.spans[0]?.[0] ?? 0) >= at(reading, subject.from).start;
    // "The islanders, writes the editor, have long suspected …"
    const around = spoken && left?.quoted !== true ? parentheticalAt(reading, sentence, group, inverted.to) : null;
    if (around !== null) return make("inverted", inverted, around);
    if (left !== null && !apposed && (left.quoted || spoken))
      return make("inverted", inverted, [...left.spans, ...after(reading, sentence, inverted.to)]);
  }
  if (subject === null) return null;
  const reported = spoken ? reportedAt(reading, sentence, subject, end) : null;
  if (reported !== null) return make("left", subject, reported);
  if (right === null && /[ct]/.test(verb.frames) && endsRemark(reading, sentence, end, verb)) {
    const around = parentheticalAt(reading, sentence, subject.from, end);
    if (around !== null) return make("left", subject, around);
  }
  const left = right?.kind === "quote" && subject.from <= sentence.first ? null : beside;
  if (left === null) return null;
  const plain = (right === null || addressed || heard) && /[ct]/.test(verb.frames);
  if (!left.quoted && !(plain && endsRemark(reading, sentence, end, verb))) return null;
  const rest = right?.kind === "quote" ? contentRight(reading, sentence, right, v) : after(reading, sentence, end);
  return make("left", subject, joined([...left.spans, ...rest]));
}

/** "told them", "warned reporters": who stands behind the verb is spoken to. */
function isAddressed(reading: Reading, end: number): boolean {
  const next = reading.tokens[end];
  return next === undefined || ADDRESSEE_PRONOUNS.has(next.lower);
}

/** ", she said." and ", she said on Monday" end a remark; ", she had promised them a delay" does not. */
function endsRemark(reading: Reading, sentence: Sentence, end: number, verb: CueVerb): boolean {
  if (end >= sentence.last || verb.frames.includes("a")) return true;
  const next = at(reading, end);
  return !/^(?:noun|name|determiner|possessive|number)$/.test(next.tag) || isTime(reading, end) || next.lower === "him";
}
