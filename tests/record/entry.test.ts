import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { Entry } from "../../src/model/entry.ts";
import { isTocsinError } from "../../src/model/error.ts";
import { canonicalBytes, canonicalText } from "../../src/record/canonical.ts";
import { decodeEntry, encodeEntry } from "../../src/record/entry.ts";
import { sampleEntries } from "../../vectors/sample-entries.ts";

const text = fc.string({ unit: "binary", maxLength: 40 });
const local = fc.dictionary(fc.constantFrom("en", "ar", "pt-BR", "zh-Hant", "de-easy"), text, { maxKeys: 3 });
const guidanceTime = fc.constantFrom("2031-03-03T12:00:00Z", "1999-12-31T23:59:59Z");

/** Reply requests hold most kinds of member: texts in languages, times, nulls, one of a few words. */
const anyEntry: fc.Arbitrary<Entry> = fc
  .record({
    id: fc.integer({ min: 1, max: 1e9 }).map((n) => `reply-request:y${n}:1`),
    kind: fc.constant("reply-request"),
    time: guidanceTime,
    role: fc.constantFrom("analyst", "editor", "approver", "administrator", "system"),
    payload: fc.record({
      id: fc.integer({ min: 1, max: 1e9 }).map((n) => `y${n}`),
      version: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
      to: text,
      question: local,
      askedAt: guidanceTime,
      outcome: fc.constantFrom("waiting", "answered", "declined", "no-answer"),
      answer: local,
      answeredAt: fc.option(guidanceTime),
    }),
  })
  .map((entry) => entry as unknown as Entry);

test("what is encoded is decoded again, to the same entry and the same bytes", () => {
  fc.assert(
    fc.property(anyEntry, (entry) => {
      const leaf = encodeEntry(entry);
      expect(decodeEntry(leaf)).toEqual(entry);
      expect(encodeEntry(decodeEntry(leaf))).toEqual(leaf);
    }),
  );
});

test("the order in which an entry's members were written makes no difference", () => {
  const reversed = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(reversed);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .map(([key, member]) => [key, reversed(member)] as const)
        .toReversed(),
    );
  };
  for (const entry of sampleEntries) expect(encodeEntry(reversed(entry) as Entry)).toEqual(encodeEntry(entry));
});

test("any change to a leaf gives another entry or none, and never another kind of error", () => {
  const leaves = sampleEntries.map(encodeEntry);
  fc.assert(
    fc.property(fc.constantFrom(...leaves), fc.nat(), fc.integer({ min: 1, max: 255 }), (leaf, place, mask) => {
      const changed = Uint8Array.from(leaf);
      const at = place % changed.length;
      changed[at] = (changed[at] ?? 0) ^ mask;
      let again: Uint8Array | null;
      try {
        again = encodeEntry(decodeEntry(changed));
      } catch (error) {
        again = isTocsinError(error, "ENTRY_INVALID") ? changed : null;
      }
      expect(again).toEqual(changed);
    }),
    { numRuns: 1000 },
  );
});

test("JSON from strangers is refused without a crash", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(() => decodeEntry(canonicalBytes(value))).toThrow(expect.objectContaining({ code: "ENTRY_INVALID" }));
    }),
  );
  const deep = Buffer.from("[".repeat(32_000) + "]".repeat(32_000));
  expect(() => decodeEntry(deep)).toThrow(expect.objectContaining({ code: "ENTRY_INVALID" }));
});

test("an entry is under 64 KiB, to the byte", () => {
  const publication = sampleEntries.find(({ kind }) => kind === "reply-request") as Entry;
  const withText = (length: number): Entry =>
    ({
      ...publication,
      payload: { ...publication.payload, question: { en: "x".repeat(45_000), uk: "x".repeat(length) } },
    }) as Entry;
  const room = 65_535 - encodeEntry(withText(0)).length;
  expect(encodeEntry(withText(room))).toHaveLength(65_535);
  expect(() => encodeEntry(withText(room + 1))).toThrow(expect.objectContaining({ code: "ENTRY_TOO_LARGE" }));
  expect(() => decodeEntry(canonicalBytes(withText(room + 1)))).toThrow(
    expect.objectContaining({ code: "ENTRY_TOO_LARGE" }),
  );
});

test("an entry that could not be read again is not written", () => {
  const [office] = sampleEntries;
  const bad = [
    { ...office, payload: { ...office?.payload, extra: 1 } },
    { ...office, payload: { ...office?.payload, contact: "\ud800" } },
    { ...office, payload: undefined },
    { ...office, note: undefined },
  ];
  for (const entry of bad) {
    expect(() => encodeEntry(entry as Entry)).toThrow(expect.objectContaining({ code: "ENTRY_INVALID" }));
  }
});

test("values without canonical JSON", () => {
  const loop: unknown[] = [];
  loop.push(loop);
  for (const value of [Number.NaN, Number.POSITIVE_INFINITY, "\udc00", undefined, loop, { "\ud800": 1 }]) {
    expect(() => canonicalText(value)).toThrow(expect.objectContaining({ code: "INPUT_INVALID" }));
  }
});
