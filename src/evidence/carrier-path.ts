import type { Range } from "../language/range.ts";
import type { Reading, Sentence } from "../language/sentences.ts";
import type { Token } from "../language/tokens.ts";
import { isPerson } from "./antecedent.ts";
import { BROUGHT, HOLDS, SAYING, SPOKE, TELLING } from "./carrier-words.ts";
import type { Found } from "./found.ts";
import { STAFF } from "./paper-words.ts";
import type { Papers } from "./paper.ts";

const at = (reading: Reading, i: number): Token => reading.tokens[i] as Token;

/** Behind such a preposition a paper that hangs on the verb of saying carries it. */
const THROUGH = /^(?:to|in|on|via|through|with)$/;
/** What has to do with a paper and is no saying in it. */
const OTHER =
  /^(?:outside|steps|offices?|headquarters|building|towers?|owns|owned|owner|shares|against|about|sued|suing|ban|banned|raid|raided|without|declined|refused|denied|rejected|criticised|criticized|accused|accusing|blamed|attacked|not|never|nor)$/;

/**
 * Papers that the parse joins to a remark over words of telling, printing or obtaining, whatever stands between: "said in
 * testimony that had been obtained by the Courier". Outermost first. For remarks that no closer look gave a carrier.
 */
export function pathCarriers(
  reading: Reading,
  sentence: Sentence,
  one: Found,
  beside: readonly Found[],
  papers: Papers,
): string[] {
  const names: string[] = [];
  // "Delpress, picking up a report in the Argus, says": there the other paper is the one behind.
  if (one.source === null || papers.nameOf(one.source) !== null) return names;
  for (let i = sentence.first; i < sentence.last; i += 1) {
    const token = at(reading, i);
    if (!token.capital || token.quote !== -1 || !papers.isWord(i)) continue;
    const paper = papers.at(i, sentence.last);
    if (paper === null) continue;
    const mention = { from: i, to: paper.to };
    i = paper.to - 1;
    if (!papers.isSure(mention.from, mention.to) || isSaid(one, token) || isSource(one, mention)) continue;
    const cleft = isCleft(reading, sentence, mention) && (one.cue[0]?.from ?? 0) > mention.to;
    if (cleft) names.push(paper.name);
    else if (reading.parse(sentence) && carries(reading, sentence, one, beside, mention)) names.push(paper.name);
  }
  return names;
}

function isSaid(one: Found, token: Token): boolean {
  return one.content.some(([from, to]) => from <= token.start && token.start < to);
}

function isSource({ source }: Found, mention: Range): boolean {
  return source !== null && mention.to === source.to && mention.from - source.from <= 1;
}

/** Climbs from the paper to the remark: does it come to this one, over a word of carrying and none of anything else? */
function carries(reading: Reading, sentence: Sentence, one: Found, beside: readonly Found[], mention: Range): boolean {
  let top = mention.to - 1;
  for (let steps = 0; steps < 8 && isWithin(mention, at(reading, top).head); steps += 1) top = at(reading, top).head;
  const next = reading.tokens[mention.to];
  if (next?.tag === "possessive" || (next?.tag === "noun" && !TELLING.test(next.lower) && !STAFF.has(next.lower)))
    return false;
  let preposition = mention.from - 1;
  while (preposition > sentence.first && /^(?:determiner|noun|possessive)$/.test(at(reading, preposition).tag))
    preposition -= 1;
  const through = THROUGH.test(at(reading, preposition)?.lower ?? "");
  if (OTHER.test(at(reading, preposition)?.lower ?? "")) return false;
  const { relation } = at(reading, top);
  let seen = false;
  let walk = at(reading, top).head;
  for (let steps = 0; walk >= sentence.first && walk < sentence.last && steps < 30; steps += 1) {
    const token = at(reading, walk);
    for (const other of beside) {
      const cued = other.cue.some((c) => c.from <= walk && walk < c.to);
      const named = other.source !== null && isWithin(other.source, walk);
      if (!cued && !named) continue;
      const same = other === one || (other.source !== null && other.source.from === one.source?.from);
      if (!same) return false;
      return seen || (cued && through && /^(?:obl|obj|iobj)/.test(relation ?? ""));
    }
    // "telephoned the Courier and said"
    const coordinated = one.cue.some(
      (c) => at(reading, c.to - 1).head === walk && at(reading, c.to - 1).relation === "conj",
    );
    const word = token.lower;
    if (OTHER.test(word) || isDenied(reading, sentence, walk)) return false;
    const tells = BROUGHT.test(word) || SPOKE.test(word) || SAYING.test(word) || HOLDS.test(word) || TELLING.test(word);
    if (tells && token.tag !== "auxiliary") seen = true;
    if (seen && coordinated) return true;
    if (!tells && token.tag === "noun" && isPerson(word) && !STAFF.has(word)) return false;
    walk = token.head;
  }
  return false;
}

function isDenied(reading: Reading, sentence: Sentence, i: number): boolean {
  for (let k = i - 1; k >= sentence.first && k > i - 4; k -= 1) if (at(reading, k).tag === "not") return true;
  return false;
}

function isWithin({ from, to }: Range, i: number): boolean {
  return i >= from && i < to;
}

/** "It was to the Echo that the keeper admitted …", "It is on Radio Belcastle that …" */
function isCleft(reading: Reading, sentence: Sentence, { from, to }: Range): boolean {
  let k = from - 1;
  if (k > sentence.first && at(reading, k).tag === "determiner") k -= 1;
  if (k - 2 < sentence.first || !THROUGH.test(at(reading, k).lower)) return false;
  const be = /^(?:was|is)$/.test(at(reading, k - 1).lower) && at(reading, k - 2).lower === "it";
  return be && reading.tokens[to]?.lower === "that";
}
