import type { GumDocument, GumToken } from "./gum.ts";
import { POS } from "../src/language/pos.ts";
import type { Pos } from "../src/language/pos.ts";
import { formsOf } from "../src/language/features.ts";
import type { Forms } from "../src/language/features.ts";
import { tokenize } from "../src/language/tokens.ts";
import type { Token } from "../src/language/tokens.ts";

/** A document cut up as the program cuts it, with GUM's labels on the program's tokens. */
export interface AlignedDocument {
  readonly id: string;
  readonly genre: string;
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly forms: Forms;
  /** Index in `POS`; -1 where GUM has nothing. */
  readonly pos: Int8Array;
  /** UPOS of GUM; empty where it has nothing. */
  readonly upos: readonly string[];
  /** Token index of the head, -1 for a root. */
  readonly heads: Int32Array;
  readonly relations: readonly string[];
  /** GUM's sentences as token indexes `[first, last)`. */
  readonly sentences: readonly (readonly [number, number])[];
}

/**
 * Puts GUM's labels on our tokens. A token of ours over several of GUM's takes the labels of the first whose head lies
 * outside; of several of ours in one of GUM's the last word takes them and the others hang on it.
 */
export function alignedOf(document: GumDocument): AlignedDocument {
  const tokens = tokenize(document.text);
  const count = tokens.length;
  const ofGum = document.tokens;
  /** Our token that stands for a token of GUM, and GUM's first and last token within ours. */
  const standsFor = new Int32Array(ofGum.length).fill(-1);
  const from = new Int32Array(count).fill(-1);
  const to = new Int32Array(count).fill(-1);
  let g = 0;
  for (let i = 0; i < count; i += 1) {
    const token = tokens[i] as Token;
    while (g < ofGum.length && (ofGum[g] as GumToken).end <= token.start) g += 1;
    for (let k = g; k < ofGum.length && (ofGum[k] as GumToken).start < token.end; k += 1) {
      if (from[i] === -1) from[i] = k;
      to[i] = k + 1;
      const other = standsFor[k] as number;
      // Of several of ours in one of GUM's the last word stands for it.
      if (other === -1 || token.word || !(tokens[other] as Token).word) standsFor[k] = i;
    }
  }
  const pos = new Int8Array(count).fill(-1);
  const heads = new Int32Array(count).fill(-1);
  const upos: string[] = [];
  const relations: string[] = [];
  for (let i = 0; i < count; i += 1) {
    const top = from[i] === -1 ? -1 : topOf(ofGum, from[i] as number, to[i] as number);
    const gum = ofGum[top];
    upos.push(gum?.upos ?? "");
    relations.push("dep");
    if (gum === undefined) continue;
    const standIn = standsFor[top] as number;
    if (standIn !== i && to[i] === (from[i] as number) + 1) {
      heads[i] = standIn;
      const mark = !(tokens[i] as Token).word && !/\d/.test((tokens[i] as Token).text);
      relations[i] = mark ? "punct" : "flat";
      if (mark) upos[i] = "PUNCT";
      pos[i] = mark ? POS.indexOf("PUNCT") : posOf(gum);
      continue;
    }
    pos[i] = posOf(gum);
    heads[i] = gum.head === -1 ? -1 : (standsFor[gum.head] as number);
    relations[i] = gum.relation;
  }
  const sentences = document.sentences
    .map((s): readonly [number, number] => [lowerBound(tokens, s.start), lowerBound(tokens, s.end)])
    .filter(([first, last]) => last > first);
  return {
    id: document.id,
    genre: document.genre,
    text: document.text,
    tokens,
    forms: formsOf(tokens),
    pos,
    upos,
    heads,
    relations,
    sentences,
  };
}

function topOf(tokens: readonly GumToken[], from: number, to: number): number {
  let mark = -1;
  for (let i = from; i < to; i += 1) {
    const { head, upos } = tokens[i] as GumToken;
    if (head >= from && head < to) continue;
    if (upos !== "PUNCT") return i;
    if (mark === -1) mark = i;
  }
  return mark === -1 ? from : mark;
}

function lowerBound(tokens: readonly Token[], offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((tokens[middle] as Token).start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Our part of speech for a token of GUM. */
function posOf({ upos, xpos }: GumToken): number {
  return POS.indexOf(namedPos(upos, xpos));
}

function namedPos(upos: string, xpos: string): Pos {
  if (upos === "NOUN") return xpos === "NNS" || xpos === "NNPS" ? "NOUNS" : "NOUN";
  if (upos === "PRON" && (xpos === "PRP$" || xpos === "WP$")) return "POSS";
  if (upos === "VERB") return /^VB[PZDNG]$/.test(xpos) ? (xpos as Pos) : "VB";
  return (POS as readonly string[]).includes(upos) ? (upos as Pos) : "X";
}

/** UPOS for one of ours. */
export function uposOf(pos: Pos): string {
  if (pos === "NOUNS") return "NOUN";
  if (pos === "POSS") return "PRON";
  return pos.startsWith("VB") ? "VERB" : pos;
}
