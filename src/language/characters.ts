/** What a character may be in a word or number, as bits. */
export const LETTER = 1;
/** Letter, mark, number or joiner: what a word goes on with. */
export const INSIDE = 2;
/** Any numeral: `²` and `Ⅳ` too. */
export const NUMBER = 4;
/** Decimal digit of any script. */
export const DIGIT = 8;
export const SPACE = 16;
/** Joins two parts of one word: `-` `.` `'` `’` `&` `_`. */
export const JOINT = 32;
/** Half of a character beyond the first 65,536. */
const HALF = 64;
/** Such a character: it takes two UTF-16 units. */
export const PAIR = 128;

/** Later ones are closer. */
const KINDS: readonly (readonly [number, RegExp])[] = [
  [INSIDE, /[\p{L}\p{M}\p{N}\u200c\u200d]+/gu],
  [INSIDE | LETTER, /\p{L}+/gu],
  [INSIDE | NUMBER, /\p{N}+/gu],
  [INSIDE | NUMBER | DIGIT, /\p{Nd}+/gu],
  [SPACE, /\s+/gu],
  [JOINT, /[-.’'&_]+/gu],
];

/** Bits of every UTF-16 unit. */
export const CHARACTERS: Uint8Array = unitsOf();

function unitsOf(): Uint8Array {
  const units = new Uint16Array(0x10000);
  for (let unit = 0; unit < units.length; unit += 1) units[unit] = unit;
  // Halves of pairs would come together to pairs.
  units.fill(0, 0xd800, 0xe000);
  let all = "";
  for (let from = 0; from < units.length; from += 4096)
    all += String.fromCharCode(...units.subarray(from, from + 4096));
  const bits = new Uint8Array(units.length);
  for (const [own, pattern] of KINDS)
    for (const { 0: run, index } of all.matchAll(pattern)) bits.fill(own, index, index + run.length);
  return bits.fill(HALF, 0xd800, 0xe000);
}

/** The UTF-16 units of a text and two zeros behind it, so that one may look past its end. Much quicker than the text. */
export function unitsIn(text: string): Uint16Array {
  const units = new Uint16Array(text.length + 2);
  for (let i = 0; i < text.length; i += 1) units[i] = text.charCodeAt(i);
  return units;
}

/** Bits of the character that begins at a place of a text's units, with `PAIR` where it takes two; 0 behind the end. */
export function characterAt(units: Uint16Array, at: number): number {
  const bits = CHARACTERS[units[at] as number] as number;
  return bits === HALF ? pairAt(units, at) : bits;
}

function pairAt(units: Uint16Array, at: number): number {
  const character = String.fromCharCode(units[at] as number, units[at + 1] as number);
  if ((character.codePointAt(0) as number) < 0x10000) return 0;
  let bits = 0;
  for (const [own, pattern] of KINDS) if (character.search(pattern) === 0) bits = own;
  return bits | PAIR;
}
