import type { Token } from "./tokens.ts";

/**
 * What the models look at in each token, as 32-bit hashes, computed once for a text: one array a property, indexed by
 * token. No property is ever 0, so that 0 can stand for "no token there".
 */
export interface Forms {
  readonly count: number;
  /** The word as printed. */
  readonly form: Int32Array;
  /** In small letters, digits as one sign: `1,200` and `3,500` are alike. */
  readonly lower: Int32Array;
  /** First three letters, small. */
  readonly prefix: Int32Array;
  /** Last one, two, three, four letters, small; the whole word where it is shorter. */
  readonly suffix1: Int32Array;
  readonly suffix2: Int32Array;
  readonly suffix3: Int32Array;
  readonly suffix4: Int32Array;
  /** What may be left of the small form without its ending (-s, -ed, -ing, -ly), in two spellings; 0 for none. */
  readonly stem1: Int32Array;
  readonly stem2: Int32Array;
  /** Which ending that is: 0 none, 1 -s, 2 -ed, 3 -ing, 4 -ly. */
  readonly ending: Uint8Array;
  /** Capitals, small letters, digits and marks, runs shortened: `McDonald` is `XxXx`. */
  readonly shape: Int32Array;
  /**
   * Bits: 1 word, 2 begins with a capital, 4 capitals only (two or more), 8 has a digit, 16 has a hyphen; of a word with
   * a capital: 32 stands in small letters elsewhere in the text, 64 stands with a capital behind a small word somewhere.
   */
  readonly flags: Uint8Array;
}

export const WORD = 1;
export const CAPITAL = 2;
export const CAPITALS = 4;
const DIGIT = 8;
const HYPHEN = 16;
const SMALL_ELSEWHERE = 32;
const CAPITAL_INSIDE = 64;

const FNV = 0x01000193;
const SEED = 0x811c9dc5;

/**
 * Joins a hash and one more value, so that the order counts. The hash is spread first: small numbers of templates and
 * small values must not cancel each other out.
 */
export function mix(hash: number, value: number): number {
  return stir(seed(hash) ^ value);
}

/** First half of `mix`: `stirAll` makes `mix(hash, value)` of `seed(hash) ^ value`. */
export function seed(hash: number): number {
  return Math.imul(hash, 0x9e3779b1);
}

/** Second half of `mix`, for the first `count` values of an array; many at once are quicker. Returns `count`. */
export function stirAll(values: Int32Array, count: number): number {
  for (let i = 0; i < count; i += 1) values[i] = stir(values[i] as number);
  return count;
}

function stir(value: number): number {
  const h = Math.imul(value ^ (value >>> 15), 0x85ebca77);
  return h ^ (h >>> 13);
}

/** Hash of a string, as `formsOf` hashes `lower`. For word lists. */
export function hashOf(word: string): number {
  let h = SEED;
  for (let i = 0; i < word.length; i += 1) h = Math.imul(h ^ digitAsOne(word.charCodeAt(i)), FNV);
  return finish(h);
}

/** What `wordForm` writes for one word. */
export const FORM_INTS = 12;
const PREFIX_AT = 2;
const SUFFIX_AT = 3;
const STEM1_AT = 7;
const STEM2_AT = 8;
const ENDING_AT = 9;
const SHAPE_AT = 10;
export const FLAGS_AT = 11;

/** Properties of all tokens of a text. Linear in its length: of a long token only its first and last letters count. */
export function formsOf(tokens: readonly Token[]): Forms {
  const properties = new Int32Array(tokens.length * FORM_INTS);
  tokens.forEach(({ text, lower, word, capital }, i) =>
    wordForm(text, lower, (word ? WORD : 0) | (capital ? CAPITAL : 0), properties, i * FORM_INTS),
  );
  return gathered(
    properties,
    FORM_INTS,
    tokens.map((_, i) => i),
  );
}

/** The same for words whose properties stand in `properties`, `width` numbers each. */
export function gathered(properties: Int32Array, width: number, words: readonly number[]): Forms {
  const count = words.length;
  const array = (): Int32Array => new Int32Array(count);
  const forms: Forms = {
    count,
    form: array(),
    lower: array(),
    prefix: array(),
    suffix1: array(),
    suffix2: array(),
    suffix3: array(),
    suffix4: array(),
    stem1: array(),
    stem2: array(),
    ending: new Uint8Array(count),
    shape: array(),
    flags: new Uint8Array(count),
  };
  const { form, lower, prefix, suffix1, suffix2, suffix3, suffix4, stem1, stem2, ending, shape, flags } = forms;
  for (let i = 0; i < count; i += 1) {
    const at = (words[i] as number) * width;
    form[i] = properties[at] as number;
    lower[i] = properties[at + 1] as number;
    prefix[i] = properties[at + PREFIX_AT] as number;
    suffix1[i] = properties[at + SUFFIX_AT] as number;
    suffix2[i] = properties[at + SUFFIX_AT + 1] as number;
    suffix3[i] = properties[at + SUFFIX_AT + 2] as number;
    suffix4[i] = properties[at + SUFFIX_AT + 3] as number;
    stem1[i] = properties[at + STEM1_AT] as number;
    stem2[i] = properties[at + STEM2_AT] as number;
    ending[i] = properties[at + ENDING_AT] as number;
    shape[i] = properties[at + SHAPE_AT] as number;
    flags[i] = properties[at + FLAGS_AT] as number;
  }
  noteCase(forms);
  return forms;
}

/** How else the text prints its capitalised words. */
function noteCase({ count, lower, flags }: Forms): void {
  let bits = 4;
  while (2 ** bits < count * 2) bits += 1;
  const mask = 2 ** bits - 1;
  const keys = new Int32Array(2 ** bits);
  const seen = new Uint8Array(2 ** bits);
  // So few steps that words chosen to collide cost no time; others never need as many.
  const placeOf = (hash: number): number => {
    let at = hash & mask;
    for (let step = 0; step < 256 && keys[at] !== 0 && keys[at] !== hash; step += 1) at = (at + 1) & mask;
    return at;
  };
  for (let i = 0; i < count; i += 1) {
    const own = flags[i] as number;
    if ((own & WORD) === 0) continue;
    const small = i > 0 && ((flags[i - 1] as number) & (WORD | CAPITAL)) === WORD;
    const note = (own & CAPITAL) === 0 ? SMALL_ELSEWHERE : small ? CAPITAL_INSIDE : 0;
    if (note === 0) continue;
    const at = placeOf(lower[i] as number);
    keys[at] = lower[i] as number;
    seen[at] = (seen[at] as number) | note;
  }
  for (let i = 0; i < count; i += 1) {
    const own = flags[i] as number;
    if ((own & CAPITAL) !== 0) flags[i] = own | (seen[placeOf(lower[i] as number)] as number);
  }
}

/** Letters of a token that count, from either end. */
const LETTERS_MAX = 40;

/** Writes the properties of one word into `out`, `FORM_INTS` numbers from `at` on; `base`: its flags `WORD` and `CAPITAL`. */
export function wordForm(text: string, lower: string, base: number, out: Int32Array, at: number): void {
  const length = Math.min(lower.length, LETTERS_MAX);
  let low = SEED;
  let prefix = 0;
  for (let k = 0; k < length; k += 1) {
    low = Math.imul(low ^ digitAsOne(lower.charCodeAt(k)), FNV);
    if (k === 2) prefix = low;
  }
  if (length < 3) prefix = low;
  let printed = SEED;
  let shape = SEED;
  let last = 0;
  let flags = base;
  let small = false;
  for (let k = 0; k < Math.min(text.length, LETTERS_MAX); k += 1) {
    const code = text.charCodeAt(k);
    printed = Math.imul(printed ^ digitAsOne(code), FNV);
    const kind = kindOf(code);
    if (kind !== last) shape = Math.imul(shape ^ kind, FNV);
    last = kind;
    if (kind === 2) small = true;
    else if (kind === 3) flags |= DIGIT;
    else if (code === 45) flags |= HYPHEN;
  }
  const initial = text.length === 2 && text.endsWith(".");
  if ((base & CAPITAL) !== 0 && !small && text.length > 1 && !initial) flags |= CAPITALS;
  out[at] = finish(printed);
  out[at + 1] = finish(low);
  out[at + PREFIX_AT] = finish(prefix);
  out[at + SHAPE_AT] = finish(Math.imul(shape ^ Math.min(text.length, 4), FNV));
  out[at + FLAGS_AT] = flags;
  if ((base & WORD) !== 0 && lower.length >= 4 && lower.length <= LETTERS_MAX) cutEnding(lower, out, at);
  let suffix = SEED;
  const end = lower.length;
  for (let k = 1; k <= 4; k += 1) {
    if (k <= end) suffix = Math.imul(suffix ^ digitAsOne(lower.charCodeAt(end - k)), FNV);
    out[at + SUFFIX_AT + k - 1] = finish(k <= end ? suffix : Math.imul(suffix ^ k, FNV));
  }
}

/** Endings that words of four letters and more lose: "carries" to "carry", "planned" to "plan", "making" to "make". */
function cutEnding(lower: string, out: Int32Array, at: number): void {
  const end = lower.length;
  const last = lower.charCodeAt(end - 1);
  const ending =
    last === 115 && lower.charCodeAt(end - 2) !== 115
      ? 1
      : lower.endsWith("ed")
        ? 2
        : lower.endsWith("ing")
          ? 3
          : lower.endsWith("ly")
            ? 4
            : 0;
  if (ending === 0) return;
  out[at + ENDING_AT] = ending;
  const length = ending === 1 ? 1 : ending === 3 ? 3 : 2;
  const bare = end - length;
  const y = lower.charCodeAt(bare - 1) === 105;
  const doubled = lower.charCodeAt(bare - 1) === lower.charCodeAt(bare - 2);
  if (ending === 1) {
    const e = lower.charCodeAt(bare - 1) === 101;
    const ies = e && lower.charCodeAt(bare - 2) === 105;
    out[at + STEM1_AT] = hashStart(lower, bare, 0);
    if (e) out[at + STEM2_AT] = ies ? hashStart(lower, bare - 2, 121) : hashStart(lower, bare - 1, 0);
  } else if (ending === 2) {
    out[at + STEM1_AT] = hashStart(lower, bare + 1, 0);
    out[at + STEM2_AT] = y ? hashStart(lower, bare - 1, 121) : hashStart(lower, doubled ? bare - 1 : bare, 0);
  } else if (ending === 3) {
    out[at + STEM1_AT] = hashStart(lower, doubled ? bare - 1 : bare, 0);
    out[at + STEM2_AT] = hashStart(lower, bare, 101);
  } else {
    out[at + STEM1_AT] = hashStart(lower, bare, 0);
    if (y) out[at + STEM2_AT] = hashStart(lower, bare - 1, 121);
  }
}

/** Hash of the first letters, and one more behind them unless it is 0. */
function hashStart(lower: string, length: number, more: number): number {
  let h = SEED;
  for (let k = 0; k < length; k += 1) h = Math.imul(h ^ digitAsOne(lower.charCodeAt(k)), FNV);
  return finish(more === 0 ? h : Math.imul(h ^ more, FNV));
}

/** Never 0. */
function finish(hash: number): number {
  let h = hash ^ (hash >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  return h === 0 ? 1 : h;
}

function digitAsOne(code: number): number {
  return code >= 48 && code <= 57 ? 49 : code;
}

/** 1 capital, 2 small letter, 3 digit, 4 letter beyond Latin-1, 5 and up: the mark itself. */
function kindOf(code: number): number {
  if (code >= 97 && code <= 122) return 2;
  if (code >= 65 && code <= 90) return 1;
  if (code >= 48 && code <= 57) return 3;
  if (code < 0xc0) return code + 5;
  if (code < 0xdf) return 1;
  if (code < 0x100) return 2;
  return code >= 0x2010 && code <= 0x205f ? code : 4;
}
