/** RFC 4648 §6 in lower case and without padding: links and return paths survive programs that change letter case. */
const ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
const VALUES = new Map(ALPHABET.split("").map((letter, value) => [letter, value]));

export function encodeBase32(bytes: Uint8Array): string {
  let text = "";
  let bits = 0;
  let value = 0;
  for (const byte of bytes) {
    value = (value << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += ALPHABET[(value >>> bits) & 31];
    }
    value &= (1 << bits) - 1;
  }
  return bits === 0 ? text : text + ALPHABET[(value << (5 - bits)) & 31];
}

/** Null for anything that `encodeBase32` does not write, letter case aside: each value has one spelling. */
export function decodeBase32(text: string): Uint8Array | null {
  const bytes: number[] = [];
  let bits = 0;
  let value = 0;
  for (const letter of text.toLowerCase()) {
    const five = VALUES.get(letter);
    if (five === undefined) return null;
    value = (value << 5) | five;
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((value >>> bits) & 255);
    value &= (1 << bits) - 1;
  }
  return bits >= 5 || value !== 0 ? null : Uint8Array.from(bytes);
}
