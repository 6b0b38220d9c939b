import type { Reading, Sentence } from "../language/sentences.ts";
import type { Token } from "../language/tokens.ts";
import type { Found } from "./found.ts";
import { joined, spanOf, withoutStop } from "./found.ts";
import type { Papers } from "./paper.ts";
import { nextOf } from "./subject.ts";

const at = (reading: Reading, i: number): Token => reading.tokens[i] as Token;

/**
 * Attributions by a colon beside the name of a paper, as headlines and round-ups have them: "Coastal Mirror: rates to
 * rise", "Treasurer to Coastal Mirror: rise certain", "Rates to rise: Coastal Mirror, citing governor".
 */
export function mastheadAttributions(reading: Reading, index: number, papers: Papers, found: Found[]): void {
  const sentence = reading.sentences[index] as Sentence;
  for (let i = sentence.first + 1; i + 1 < sentence.last; i += 1) {
    const colon = at(reading, i);
    if (colon.tag !== "colon" || colon.text !== ":" || colon.quote !== -1) continue;
    if (found.some((one) => one.rule === "label" && one.cue.some((c) => c.from === i))) continue;
    const made = headed(reading, sentence, index, i, papers) ?? tailed(reading, sentence, index, i, papers);
    if (made !== null) found.push(made);
  }
}

/** "Coastal Mirror: rates to rise", "Treasurer to Coastal Mirror: rise certain" */
function headed(reading: Reading, sentence: Sentence, index: number, colon: number, papers: Papers): Found | null {
  let from = colon;
  while (from > sentence.first && from > colon - 12 && !isBar(at(reading, from - 1))) from -= 1;
  if (from > sentence.first && !isBar(at(reading, from - 1))) return null;
  const to = nextOf(reading, from, colon, (t) => t.lower === "to" || t.lower === "on" || t.lower === "in");
  const start = to < colon ? to + 1 : from;
  const named = papers.at(start, colon);
  if (named === null || named.to !== colon || !papers.isSure(start, colon)) return null;
  const source = to < colon ? { from, to } : { from, to: colon };
  if (source.to <= source.from || nextOf(reading, source.from, source.to, isVerb) < source.to) return null;
  const end = nextOf(reading, colon + 1, sentence.last, isBar);
  const content = joined([spanOf(reading, colon + 1, withoutStop(reading, colon + 1, end))]);
  const addressee = to < colon ? { from: start, to: colon } : null;
  return made(index, source, colon, content, addressee);
}

/** "Rates to rise by May: Coastal Mirror" */
function tailed(reading: Reading, sentence: Sentence, index: number, colon: number, papers: Papers): Found | null {
  const end = withoutStop(reading, colon + 1, sentence.last);
  const comma = nextOf(reading, colon + 1, end, (t) => t.tag === "comma");
  const named = papers.at(colon + 1, comma);
  if (named === null || named.to !== comma || !papers.isSure(colon + 1, comma) || colon - sentence.first < 3)
    return null;
  if (comma < end && !/^(?:citing|quoting)$/.test(at(reading, comma + 1).lower)) return null;
  const content = joined([spanOf(reading, sentence.first, colon)]);
  return made(index, { from: colon + 1, to: comma }, colon, content, null);
}

function made(
  sentence: number,
  source: Found["source"],
  colon: number,
  content: Found["content"],
  addressee: Found["source"],
): Found | null {
  if (content.length === 0) return null;
  const cue = [{ from: colon, to: colon + 1 }];
  return { rule: "left", sentence, source, cue, content, signals: [], via: [], spoken: true, addressee };
}

function isBar(token: Token): boolean {
  return token.text === "|" || token.text === ";" || token.text === "•" || token.tag === "stop";
}

function isVerb(token: Token): boolean {
  return /^(?:past|verb|auxiliary|modal)$/.test(token.tag);
}
