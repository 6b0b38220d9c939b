import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeBase32, encodeBase32 } from "../../src/deliver/base32.ts";
import { createSealer } from "../../src/deliver/sealer.ts";
import { CHANNELS } from "../../src/model/channel.ts";
import { instantOf, parseInstant } from "../../src/model/time.ts";

const secret = new Uint8Array(32).fill(7);
const random = (bytes: number): Uint8Array => randomBytes(bytes);
const sealer = createSealer(secret, random);
const other = createSealer(new Uint8Array(32).fill(8), random);
const now = parseInstant("2031-03-04T06:00:00Z");
const later = parseInstant("2031-03-06T06:00:00Z");

const address = fc.string({ unit: "grapheme", maxLength: 300 }).filter((text) => !text.includes("\0"));
const channel = fc.constantFrom(...CHANNELS);

describe("addresses at rest", () => {
  test("whatever is sealed comes back, under its own channel and key alone", () => {
    fc.assert(
      fc.property(channel, address, (name, text) => {
        const sealed = sealer.seal(name, text);
        expect(sealer.open(name, sealed)).toBe(text);
        expect(sealed.fingerprint).toBe(sealer.fingerprint(name, text));
        expect(() => other.open(name, sealed)).toThrow(expect.objectContaining({ code: "DELIVERY_KEY" }));
        const elsewhere = CHANNELS.find((one) => one !== name) ?? "push";
        expect(() => sealer.open(elsewhere, sealed)).toThrow(expect.objectContaining({ code: "DELIVERY_KEY" }));
      }),
    );
  });

  test("a box that was changed in any bit, cut or lengthened is refused, and the error names no address", () => {
    const sealed = sealer.seal("email", "anna@example.org");
    const bytes = Buffer.from(sealed.box, "base64");
    const open = (box: Buffer): string => sealer.open("email", { ...sealed, box: box.toString("base64") });
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const changed = Buffer.from(bytes);
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(() => open(changed)).toThrow(expect.objectContaining({ code: "DELIVERY_KEY" }));
    }
    for (let length = 0; length < bytes.length; length++)
      expect(() => open(bytes.subarray(0, length))).toThrow("another delivery key");
    expect(() => open(Buffer.concat([bytes, Buffer.alloc(1)]))).toThrow(
      expect.not.objectContaining({ message: expect.stringContaining("anna") }),
    );
  });

  test("one row's box does not pass for another's: the fingerprint beside it must be of the same address", () => {
    const [anna, borys] = ["anna@example.org", "borys@example.org"].map((one) => sealer.seal("email", one));
    const swapped = { box: anna?.box ?? "", fingerprint: borys?.fingerprint ?? "" };
    expect(() => sealer.open("email", swapped)).toThrow(expect.objectContaining({ code: "DELIVERY_KEY" }));
  });

  test("equal addresses look different in each box and are as long as others, but have one fingerprint", () => {
    const [one, two] = [sealer.seal("email", "a@example.org"), sealer.seal("email", "a@example.org")];
    expect(one.box).not.toBe(two.box);
    expect(one.fingerprint).toBe(two.fingerprint);
    expect(sealer.seal("email", "somebody.with.a.long.name@example.org").box).toHaveLength(one.box.length);
    expect(sealer.fingerprint("email", "Anna@Example.org")).toBe(sealer.fingerprint("email", "anna@example.org"));
    expect(sealer.fingerprint("telegram", "a@example.org")).not.toBe(one.fingerprint);
    expect(other.fingerprint("email", "a@example.org")).not.toBe(one.fingerprint);
  });

  test("a secret of another length is no key", () => {
    expect(() => createSealer(new Uint8Array(31), random)).toThrow(expect.objectContaining({ code: "KEY_INVALID" }));
  });
});

describe("links", () => {
  test("a link says who it is for until it expires, and lasts where no end was set", () => {
    const token = sealer.sign("confirm", "4711", later);
    expect(token).toMatch(/^[a-z2-7]{40,60}$/);
    expect(sealer.read("confirm", token, now)).toBe("4711");
    expect(sealer.read("confirm", token.toUpperCase(), now)).toBe("4711");
    expect(sealer.read("confirm", token, later)).toBeNull();
    expect(sealer.read("manage", sealer.sign("manage", "4711", null), parseInstant("2099-01-01T00:00:00Z"))).toBe(
      "4711",
    );
  });

  test("no link of one purpose or key serves another", () => {
    const purposes = ["confirm", "manage", "leave", "bounce"] as const;
    for (const purpose of purposes) {
      const token = sealer.sign(purpose, "1", null);
      for (const reading of purposes) expect(sealer.read(reading, token, now)).toBe(reading === purpose ? "1" : null);
      expect(other.read(purpose, token, now)).toBeNull();
    }
  });

  test("every changed character, cut and addition makes it worthless", () => {
    const token = sealer.sign("leave", "4711", later);
    for (let at = 0; at < token.length; at++) {
      for (const letter of "abz27-A1=") {
        const changed = token.slice(0, at) + letter + token.slice(at + 1);
        if (changed.toLowerCase() !== token) expect(sealer.read("leave", changed, now)).toBeNull();
      }
      expect(sealer.read("leave", token.slice(0, at), now)).toBeNull();
    }
    for (const more of ["a", "aaaaaaaa", "=", " ", "%00"]) expect(sealer.read("leave", token + more, now)).toBeNull();
  });

  test("any text at all is read without a crash", () => {
    fc.assert(fc.property(fc.string({ maxLength: 400 }), (text) => sealer.read("manage", text, now) === null));
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 90 }), (bytes) => {
        expect(sealer.read("manage", encodeBase32(bytes), now)).toBeNull();
        expect(decodeBase32(encodeBase32(bytes))).toEqual(bytes);
      }),
    );
    const ends = fc.integer({ min: 2, max: 4_000_000_000 });
    fc.assert(
      fc.property(fc.string({ maxLength: 16 }), ends, (subject, seconds) => {
        const token = sealer.sign("bounce", subject, instantOf(seconds * 1000));
        expect(sealer.read("bounce", token, instantOf((seconds - 1) * 1000))).toBe(subject.toWellFormed());
      }),
    );
  });
});
