import { takesStop } from "./abbreviations.ts";
import { CAPITAL, FLAGS_AT, FORM_INTS, WORD, wordForm } from "./features.ts";
import { wordMarks } from "./tags.ts";

/** Numbers for each word in `Lexicon.forms`: what `wordForm` writes, then the rest. */
export const LEXICON_INTS = 16;
/** Where its `wordMarks` stand; `TAKES_STOP` is added to them. */
export const MARKS_AT = FORM_INTS;
const HASH_AT = FORM_INTS + 1;
/** Its letters: where they begin and end in the pool. */
const FROM_AT = FORM_INTS + 2;
const TO_AT = FORM_INTS + 3;

/** A full stop right behind it belongs to it. */
const TAKES_STOP = 1 << 14;

const FNV = 0x01000193;
/** A word that finds no place among so many is taken for a new one each time: letters chosen to collide cost no more. */
const PROBES_MAX = 64;

/**
 * Words, numbers and marks met so far, each once, with a number: what is known of one by itself is worked out the first
 * time. Says nothing about any text. It only grows: when it is `full`, take a new one for the next text.
 */
export class Lexicon {
  /** By number: as printed, and in small letters with plain apostrophes. */
  readonly text: string[] = [];
  readonly lower: string[] = [];
  /** `LEXICON_INTS` for each. */
  forms = new Int32Array(64 * LEXICON_INTS);
  #slots = new Int32Array(128);
  #units = new Uint16Array(512);
  #letters = 0;

  get size(): number {
    return this.text.length;
  }

  /** Does it hold more than is good for the memory? */
  get full(): boolean {
    return this.size > 50_000 || this.#letters > 1_000_000;
  }

  /** The number of the word, number or mark `[start, end)` of a text's units; `word` is the same whenever its letters are. */
  numberOf(units: Uint16Array, start: number, end: number, word: boolean): number {
    const hash = hashIn(units, start, end);
    const mask = this.#slots.length - 1;
    for (let probe = 0; probe < PROBES_MAX; probe += 1) {
      const number = (this.#slots[(hash + probe) & mask] as number) - 1;
      if (number < 0) break;
      if (this.#isSame(number, hash, units, start, end)) return number;
    }
    return this.#add(units, start, end, word, hash);
  }

  isCapital(number: number): boolean {
    return ((this.forms[number * LEXICON_INTS + FLAGS_AT] as number) & CAPITAL) !== 0;
  }

  /** Does a full stop right behind it belong to it? */
  takesStop(number: number): boolean {
    return ((this.forms[number * LEXICON_INTS + MARKS_AT] as number) & TAKES_STOP) !== 0;
  }

  #isSame(number: number, hash: number, units: Uint16Array, start: number, end: number): boolean {
    const own = number * LEXICON_INTS;
    const forms = this.forms;
    const pool = this.#units;
    if (forms[own + HASH_AT] !== hash) return false;
    let at = forms[own + FROM_AT] as number;
    if ((forms[own + TO_AT] as number) - at !== end - start) return false;
    for (let i = start; i < end; i += 1, at += 1) if (pool[at] !== units[i]) return false;
    return true;
  }

  #add(units: Uint16Array, start: number, end: number, word: boolean, hash: number): number {
    const number = this.size;
    const from = this.#letters;
    const to = from + end - start;
    while (to > this.#units.length) this.#units = longer(this.#units, new Uint16Array(this.#units.length * 2));
    this.#units.set(units.subarray(start, end), from);
    this.#letters = to;
    // Made anew, because a piece of a text keeps the whole text in memory.
    let own = "";
    for (let i = from; i < to; i += 64) own += String.fromCharCode(...this.#units.subarray(i, Math.min(i + 64, to)));
    const lower = own.toLowerCase().replaceAll("’", "'");
    const capital = word && isCapital(own);
    this.text.push(own);
    this.lower.push(lower);
    const at = number * LEXICON_INTS;
    if (at === this.forms.length) this.forms = longer(this.forms, new Int32Array(at * 2));
    const { forms } = this;
    wordForm(own, lower, (word ? WORD : 0) | (capital ? CAPITAL : 0), forms, at);
    forms[at + MARKS_AT] = wordMarks(own, lower, word, capital) | (word && takesStop(own) ? TAKES_STOP : 0);
    forms[at + HASH_AT] = hash;
    forms[at + FROM_AT] = from;
    forms[at + TO_AT] = to;
    if (this.size * 2 > this.#slots.length) this.#spread();
    else this.#place(number);
    return number;
  }

  /** Twice as many slots. */
  #spread(): void {
    this.#slots = new Int32Array(this.#slots.length * 2);
    for (let number = 0; number < this.size; number += 1) this.#place(number);
  }

  #place(number: number): void {
    const hash = this.forms[number * LEXICON_INTS + HASH_AT] as number;
    const mask = this.#slots.length - 1;
    for (let probe = 0; probe < PROBES_MAX; probe += 1) {
      const slot = (hash + probe) & mask;
      if (this.#slots[slot] !== 0) continue;
      this.#slots[slot] = number + 1;
      return;
    }
  }
}

function hashIn(units: Uint16Array, start: number, end: number): number {
  let hash = end - start;
  for (let i = start; i < end; i += 1) hash = Math.imul(hash ^ (units[i] as number), FNV);
  return hash ^ (hash >>> 15);
}

function isCapital(text: string): boolean {
  const first = text.charCodeAt(0);
  return first < 128 ? first >= 65 && first <= 90 : text.charAt(0) !== text.charAt(0).toLowerCase();
}

function longer<T extends Int32Array | Uint16Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
