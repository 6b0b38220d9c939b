/** Parts of one file, each behind its length (32 bits, little-endian). */
export function sectionsOf(bytes: Uint8Array, count: number): Uint8Array[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const sections: Uint8Array[] = [];
  let at = 0;
  while (at + 4 <= bytes.length) {
    const length = view.getUint32(at, true);
    at += 4;
    if (at + length > bytes.length) break;
    sections.push(bytes.subarray(at, at + length));
    at += length;
  }
  if (sections.length !== count || at !== bytes.length) throw new Error("This file of weights is cut off or too long.");
  return sections;
}

export function writeSections(sections: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(sections.reduce((sum, section) => sum + 4 + section.length, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const section of sections) {
    view.setUint32(at, section.length, true);
    bytes.set(section, at + 4);
    at += 4 + section.length;
  }
  return bytes;
}
