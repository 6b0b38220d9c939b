import type { Span } from "../model/span.ts";
import { placeOf } from "./carrier.ts";
import type { Found } from "./found.ts";
import type { Papers } from "./paper.ts";
import type { Reading } from "../language/sentences.ts";
import type { Token } from "../language/tokens.ts";

const at = (reading: Reading, i: number): Token => reading.tokens[i] as Token;

/** Ends a content where the next attribution of the same sentence begins beside it: "…, adding", "…, while B said". */
export function cutAtNext(reading: Reading, found: Found[]): void {
  for (const one of found) {
    if (!/^(?:right|participle|adjective|noun|heard|citing|passive)$/.test(one.rule)) continue;
    const cueEnd = one.cue.at(-1)?.to ?? 0;
    let cut = Number.POSITIVE_INFINITY;
    for (const other of found) {
      if (other === one) continue;
      const otherCue = other.cue[0]?.from ?? 0;
      if (otherCue < cueEnd) continue;
      const border = borderOf(reading, other, otherCue, cueEnd);
      if (border !== null) cut = Math.min(cut, border);
    }
    if (cut === Number.POSITIVE_INFINITY) continue;
    const ended = endedAt(one.content, cut);
    // "told him, she says, that …": the content stands behind.
    if (ended.length > 0) one.content = ended;
  }
}

function borderOf(reading: Reading, other: Found, cue: number, floor: number): number | null {
  const comma = (i: number): number | null => {
    if (i <= floor) return null;
    const before = at(reading, i - 1);
    if (before.tag === "comma") return before.start;
    return before.tag === "quote" && at(reading, i - 2).tag === "comma" ? before.end : null;
  };
  const inside = other.source !== null && other.source.from > floor;
  if (other.rule === "participle") return inside ? null : comma(cue);
  // "said that, according to the office, …" goes on behind it.
  if (other.rule === "according") return cue > floor + 2 && at(reading, cue - 2).lower !== "that" ? comma(cue) : null;
  const heardBefore = other.rule === "heard" && (other.content[0]?.[0] ?? 0) < at(reading, cue).start;
  if (heardBefore) {
    const subject = other.via[0]?.from ?? cue;
    return subject > floor ? comma(subject) : null;
  }
  if (other.rule === "left" || other.rule === "inverted") {
    const start = Math.min(cue, other.source?.from ?? cue);
    return start > floor ? comma(start) : null;
  }
  if (other.rule !== "right" || other.source === null) return null;
  // Same source, further verb: "said A and called B".
  const start = other.source.to <= floor ? cue : other.source.from;
  const before = start - 1 > floor ? at(reading, start - 1) : null;
  if (before === null) return null;
  if (/^(?:and|but|while|although|though|whereas|as|yet)$/.test(before.lower)) {
    const separated = at(reading, start - 2).tag === "comma";
    if (before.lower === "as" && !separated) return null;
    if (before.lower === "and" && !separated && other.source.to > floor) return null;
    return separated ? at(reading, start - 2).start : before.start;
  }
  return null;
}

function endedAt(spans: readonly Span[], cut: number): Span[] {
  const out: Span[] = [];
  for (const [start, end] of spans) {
    if (start >= cut) continue;
    out.push([start, Math.min(end, cut)]);
  }
  return out;
}

/** What is told inside a noun's clause ends with it: "the report that she denied the theft | was read out". */
export function clipInside(reading: Reading, found: readonly Found[]): void {
  for (const outer of found) {
    const last = outer.content.at(-1);
    if (outer.rule !== "noun" || last === undefined) continue;
    for (const one of found) {
      const cue = one.cue[0];
      const end = one.content.at(-1);
      if (one === outer || cue === undefined || end === undefined || end[1] <= last[1]) continue;
      const { start } = at(reading, cue.from);
      if (start < (outer.content[0]?.[0] ?? 0) || start >= last[1]) continue;
      const clipped = endedAt(one.content, last[1]);
      if (clipped.length > 0) one.content = clipped;
    }
  }
}

/** One attribution for a cue: of two, the one that names a source, else the first. */
export function dropDuplicates(found: readonly Found[]): Found[] {
  const byCue = new Map<number, Found>();
  const taken = new Set<number>();
  for (const one of found) {
    if (one.content.length === 0) continue;
    const key = one.cue[0]?.from ?? -1;
    const known = byCue.get(key);
    if (
      known === undefined
        ? one.cue.some((c) => taken.has(c.from) || taken.has(c.to - 1))
        : known.source !== null || one.source === null
    )
      continue;
    byCue.set(key, one);
    for (const { from, to } of one.cue) for (let i = from; i < to; i += 1) taken.add(i);
  }
  return [...byCue.values()].sort((a, b) => (a.cue[0]?.from ?? 0) - (b.cue[0]?.from ?? 0));
}

/** In order of the text. */
export function inOrder(reading: Reading, found: readonly Found[]): Found[] {
  return found.toSorted((a, b) => placeOf(reading, a) - placeOf(reading, b));
}

/** Words that say of a source that it is many, or a woman, or a man; enough to tell that a pronoun means another. */
const MANY = /^(?:they|we|people|police|both|many|several|two|three|four|five|officials|experts|others)$/;
const WOMAN =
  /^(?:she|her|woman|spokeswoman|mother|wife|daughter|sister|ms\.?|mrs\.?|queen|princess|congresswoman|chairwoman|widow|actress)$/;
const MAN = /^(?:he|him|man|spokesman|father|husband|son|brother|mr\.?|king|prince|congressman|chairman|widower)$/;

/**
 * Drops what inside somebody's content is no further link: thoughts of the same speaker ("said she hopes"), and bare
 * objects, which are part of what is said ("said that the mayor backed the plan").
 */
export function dropEchoes(
  reading: Reading,
  found: readonly Found[],
  parents: readonly (number | null)[],
  papers: Papers,
): Found[] {
  return found.filter((one, i) => {
    const parent = parents[i] === null || parents[i] === undefined ? undefined : found[parents[i]];
    if (parent === undefined || parent.source === null || one.source === null) return true;
    const quoted = one.content.some(([from, to]) => /["“‘«„]/.test(reading.text.slice(from, to)));
    if (one.rule === "participle" && one.object === true && !quoted) return false;
    // "The Courier reported that the chancellor had offered her resignation": the paper tells of a remark.
    const said = parent.cue.at(-1);
    const reports =
      said !== undefined &&
      (/^report(?:s|ed|ing)?$/.test(at(reading, said.to - 1).lower) || papers.nameOf(parent.source) !== null);
    if ((one.bare === true && !(reports && one.spoken)) || (one.rule === "noun" && !one.spoken)) return false;
    const conditional = one.signals.includes("conditional");
    if (one.spoken && !conditional) return true;
    if (one.source.to - one.source.from > 1) return !conditional;
    const { lower } = at(reading, one.source.from);
    if (/^(?:i|we|you|it|who|which|that|those)$/.test(lower)) return false;
    if (!/^(?:he|she|they)$/.test(lower)) return !conditional;
    const words = reading.tokens.slice(parent.source.from, parent.source.to);
    if (lower === "they") return words.every((t) => !MANY.test(t.lower) && t.pos !== "NOUNS");
    return words.some((t) => MANY.test(t.lower) || t.pos === "NOUNS" || (lower === "he" ? WOMAN : MAN).test(t.lower));
  });
}
