import { formsOf, hashOf } from "../src/language/features.ts";
import { POS } from "../src/language/pos.ts";
import type { Pos } from "../src/language/pos.ts";
import type { Token } from "../src/language/tokens.ts";
import type { AlignedDocument } from "./aligned.ts";
import { drawing } from "./order.ts";
import { ADDRESSEES, MOMENTS, SPEAKERS, VERBS, namesFor } from "./speakers.ts";

/** One word of a sentence that is being put together; `head` counts in the sentence, -1 for its root. */
interface Word {
  readonly text: string;
  readonly pos: number;
  readonly head: number;
  readonly relation: string;
}

type Draw = (below: number) => number;

/**
 * Sentences of a document told again as somebody's words: “…,” said the mayor; according to officials, … A corpus that
 * is no press has few of them, and they are what the program is for. Labels as GUM's own.
 */
export function composedOf(document: AlignedDocument): AlignedDocument {
  const draw = drawing(hashOf(document.id));
  const words: Word[] = [];
  const sentences: [number, number][] = [];
  for (const [first, last] of document.sentences) {
    const said = clauseOf(document, first, last);
    if (said === null || draw(2) > 0) continue;
    const from = words.length;
    for (const word of told(said, draw)) words.push({ ...word, head: word.head < 0 ? -1 : word.head + from });
    sentences.push([from, words.length]);
  }
  const tokens = words.map(({ text, pos }) => tokenOf(text, pos));
  return {
    ...document,
    tokens,
    forms: formsOf(tokens),
    pos: Int8Array.from(words, ({ pos }) => pos),
    upos: [],
    heads: Int32Array.from(words, ({ head }) => head),
    relations: words.map(({ relation }) => relation),
    sentences,
  };
}

/** A plain statement without its full stop: words with heads counted from 0; null for anything else. */
function clauseOf(document: AlignedDocument, first: number, last: number): Word[] | null {
  const { tokens, pos, heads, relations } = document;
  if (last - first < 5 || last - first > 28 || tokens[last - 1]?.text !== "." || tokens[first]?.capital !== true)
    return null;
  const clause: Word[] = [];
  let subject = false;
  for (let i = first; i < last - 1; i += 1) {
    const head = heads[i] as number;
    const { text } = tokens[i] as Token;
    if ((pos[i] as number) < 0 || /^["“”‘’:;?!()]$/.test(text)) return null;
    if (head !== -1 && (head < first || head >= last - 1)) return null;
    if (head !== -1 && heads[head] === -1 && (relations[i] as string).startsWith("nsubj")) subject = true;
    const own = { text, pos: pos[i] as number, relation: relations[i] as string };
    clause.push({ ...own, head: head === -1 ? -1 : head - first });
  }
  return subject && clause.filter(({ head }) => head === -1).length === 1 ? clause : null;
}

/** The clause with somebody who says it, in one of the usual ways. */
function told(clause: readonly Word[], draw: Draw): Word[] {
  const plural = draw(4) === 0;
  const speaker = pick(
    SPEAKERS.filter((one) => one.plural === plural || one.plural === null),
    draw,
  ).words;
  const who = phrase(speaker, draw);
  const verb = pick(
    VERBS.filter((one) => one.plural === plural || one.plural === null),
    draw,
  );
  const when = draw(4) === 0 ? phrase(pick(MOMENTS, draw), draw) : [];
  const cue: Word = { text: verb.form, pos: POS.indexOf(verb.pos), head: -1, relation: "root" };
  const small = uncapitalised(clause);
  const stop = mark(".");
  const comma = mark(",");
  const [open, close] = pick(
    [
      ["“", "”"],
      ['"', '"'],
      ["‘", "’"],
    ] as const,
    draw,
  );
  const quoted = [mark(open), ...shifted(clause, 1), comma, mark(close)];
  const kind = draw(20);
  if (kind < 4)
    return joined(cue, [
      [quoted, "ccomp"],
      [null, ""],
      [who, "nsubj"],
      [when, "obl"],
      [[stop], "punct"],
    ]);
  if (kind < 7)
    return joined(cue, [
      [quoted, "ccomp"],
      [who, "nsubj"],
      [null, ""],
      [when, "obl"],
      [[stop], "punct"],
    ]);
  if (kind < 9)
    return joined(cue, [
      [clause, "ccomp"],
      [[comma], "punct"],
      [who, "nsubj"],
      [null, ""],
      [when, "obl"],
      [[stop], "punct"],
    ]);
  if (kind < 11)
    return joined(cue, [
      [capitalised(who), "nsubj"],
      [null, ""],
      [when, "obl"],
      [small, "ccomp"],
      [[stop], "punct"],
    ]);
  if (kind < 13) {
    const that = [word("that", "SCONJ", 1, "mark"), ...shifted(small, 1)].map((one, i) =>
      i === 0 ? { ...one, head: rootOf(small) + 1 } : one,
    );
    return joined(cue, [
      [capitalised(who), "nsubj"],
      [null, ""],
      [when, "obl"],
      [that, "ccomp"],
      [[stop], "punct"],
    ]);
  }
  if (kind < 15) {
    const addressee = phrase(pick(ADDRESSEES, draw), draw);
    const tell: Word = { text: "told", pos: POS.indexOf("VBD"), head: -1, relation: "root" };
    return joined(tell, [
      [capitalised(who), "nsubj"],
      [null, ""],
      [addressee, "iobj"],
      [small, "ccomp"],
      [[stop], "punct"],
    ]);
  }
  if (kind < 16)
    return joined(cue, [
      [capitalised(who), "nsubj"],
      [null, ""],
      [[mark(":")], "punct"],
      [[mark(open), ...shifted(clause, 1), stop, mark(close)], "ccomp"],
    ]);
  // "According to the mayor, …" and behind the clause.
  const source = according(who);
  const root = clause[rootOf(clause)] as Word;
  const ahead = kind < 18;
  const body = ahead ? small : clause;
  const parts: Part[] = ahead
    ? [
        [capitalised(source), "obl"],
        [[comma], "punct"],
        [body.slice(0, rootOf(body)), "inside"],
        [null, ""],
        [body.slice(rootOf(body) + 1), "inside"],
        [[stop], "punct"],
      ]
    : [
        [body.slice(0, rootOf(body)), "inside"],
        [null, ""],
        [body.slice(rootOf(body) + 1), "inside"],
        [[comma], "punct"],
        [source, "obl"],
        [[stop], "punct"],
      ];
  return around(root, body, parts);
}

type Part = readonly [words: readonly Word[] | null, relation: string];

/** Puts parts around a root (`null` is its place); the root of each part hangs on it with the part's relation. */
function joined(root: Word, parts: readonly Part[]): Word[] {
  const place = placeOf(parts);
  const out: Word[] = [];
  for (const [words, relation] of parts) {
    const from = out.length;
    if (words === null) out.push(root);
    else
      for (const one of words) {
        const top = rootOf(words);
        if (one.head === -1 && one !== words[top]) out.push({ ...one, head: from + top });
        else if (one.head === -1) out.push({ ...one, head: place, relation });
        else out.push({ ...one, head: one.head + from });
      }
  }
  return out;
}

/** The same for a root that has words of its own around it, given as parts "inside" that keep their relations. */
function around(root: Word, body: readonly Word[], parts: readonly Part[]): Word[] {
  const place = placeOf(parts);
  const shift = place - rootOf(body);
  const out: Word[] = [];
  for (const [words, relation] of parts) {
    const from = out.length;
    if (words === null) out.push(root);
    else if (relation === "inside") for (const one of words) out.push({ ...one, head: one.head + shift });
    else
      for (const one of words)
        out.push(one.head === -1 ? { ...one, head: place, relation } : { ...one, head: one.head + from });
  }
  return out;
}

function placeOf(parts: readonly Part[]): number {
  let place = 0;
  for (const [words] of parts) {
    if (words === null) return place;
    place += words.length;
  }
  return place;
}

/** The root of some words: the first without a head that is no mark. */
function rootOf(words: readonly Word[]): number {
  const at = words.findIndex(({ head, relation }) => head === -1 && relation !== "punct");
  return at === -1 ? 0 : at;
}

function according(who: readonly Word[]): Word[] {
  const head = rootOf(who) + 2;
  return [word("according", "VBG", head, "case"), word("to", "ADP", 0, "fixed"), ...shifted(who, 2)];
}

/** A phrase written as `word/POS/head/relation`, with names filled in. */
function phrase(written: string, draw: Draw): Word[] {
  const fill = namesFor(draw);
  return written.split(" ").map((piece) => {
    const [text = "", pos = "", head = "", relation = ""] = piece.split("/");
    return word(fill(text), pos as Pos, head === "-" ? -1 : Number(head), relation);
  });
}

function word(text: string, pos: Pos, head: number, relation: string): Word {
  return { text, pos: POS.indexOf(pos), head, relation };
}

function mark(text: string): Word {
  return word(text, "PUNCT", -1, "punct");
}

function shifted(words: readonly Word[], by: number): Word[] {
  return words.map((one) => (one.head === -1 ? one : { ...one, head: one.head + by }));
}

function capitalised(words: readonly Word[]): Word[] {
  return words.map((one, i) => (i > 0 ? one : { ...one, text: one.text.charAt(0).toUpperCase() + one.text.slice(1) }));
}

function uncapitalised(words: readonly Word[]): Word[] {
  const [first] = words;
  if (first === undefined || first.pos === POS.indexOf("PROPN") || /^I\b/.test(first.text)) return [...words];
  return words.map((one, i) => (i > 0 ? one : { ...one, text: one.text.charAt(0).toLowerCase() + one.text.slice(1) }));
}

function pick<T>(from: readonly T[], draw: Draw): T {
  return from[draw(from.length)] as T;
}

function tokenOf(text: string, pos: number): Token {
  const lower = text.toLowerCase().replaceAll("’", "'");
  const isWord = /^\p{L}|^['’]/u.test(text) && pos !== POS.indexOf("PUNCT");
  const rest = { block: false, line: false, tag: "other", pos: "X", head: -1, relation: null, quote: -1 } as const;
  return {
    start: 0,
    end: text.length,
    text,
    lower,
    capital: isWord && text.charAt(0) !== lower.charAt(0),
    word: isWord,
    ...rest,
  };
}
