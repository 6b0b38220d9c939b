import { createECDH } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import webPush from "web-push";
import { cutText, jsonBytes } from "../../../src/deliver/push/cut.ts";
import { PAYLOAD_BYTES_MAX, payloadOf, type PushPayload } from "../../../src/deliver/push/payload.ts";
import { aLetter } from "../letter.ts";
import { aReceiver, decrypt } from "./browser-side.ts";

/** Letters that come apart badly: families, flags, accents, jamo, Devanagari, what JSON escapes, broken pairs. */
const letters = fc.constantFrom(
  ...'👩‍👩‍👧‍👦|🇺🇦|e\u0301\u0323|각|क्षि|ย|漢|\u0000|\\|"|\n|\r\n|\ud800|\udc00|a|B|. |? | |…'.split("|"),
);
const words = fc.array(letters, { maxLength: 3000, size: "max" }).map((all) => all.join(""));
const text = fc.oneof(
  words,
  fc.string({ unit: "binary", maxLength: 6000, size: "max" }),
  fc.lorem({ maxCount: 400, size: "max" }),
);

describe("a payload", () => {
  test("fits into 4,096 bytes encrypted whatever the letter says, and is whole JSON", () => {
    const receiver = aReceiver();
    const record = fc.record({
      title: text,
      lead: text,
      url: text,
      thread: text,
      lang: fc.constantFrom("en", "th", "uk"),
    });
    fc.assert(
      fc.property(record, fc.constantFrom(PAYLOAD_BYTES_MAX, 2048), (changes, bytesMax) => {
        const { json, cut } = payloadOf(aLetter(changes), bytesMax);
        expect(Buffer.byteLength(json)).toBeLessThanOrEqual(bytesMax);
        const keys = [receiver.ecdh.getPublicKey("base64url"), receiver.auth.toString("base64url")] as const;
        const { cipherText } = webPush.encrypt(...keys, json, "aes128gcm");
        expect(cipherText.length).toBeLessThanOrEqual(4096);
        expect(decrypt(cipherText, receiver)).toBe(json);
        const payload = JSON.parse(json) as PushPayload;
        expect(payload.tag).toMatch(/^[\w-]{1,32}$/);
        expect(payload.body === changes.lead).toBe(!cut);
      }),
      { numRuns: 150 },
    );
  });

  test("uses the room that there is", () => {
    const { json } = payloadOf(aLetter({ lead: "Water. ".repeat(2000) }));
    expect(Buffer.byteLength(json)).toBeGreaterThan(PAYLOAD_BYTES_MAX - 10);
  });
});

describe("a cut", () => {
  test("leaves a beginning that ends between two graphemes and fits", () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 0, max: 700 }), (whole, bytesMax) => {
        const cut = cutText(whole, bytesMax, "en");
        expect(jsonBytes(cut)).toBeLessThanOrEqual(bytesMax);
        if (cut === whole) return;
        const kept = whole.startsWith(cut) ? cut : cut.slice(0, -1);
        expect(whole.startsWith(kept)).toBe(true);
        const rest = whole.slice(kept.length).length - whole.slice(kept.length).trimStart().length;
        // Between the last kept and the first lost there is a boundary, perhaps behind spaces.
        const ends = new Set<number>([0]);
        for (const { index } of new Intl.Segmenter("en", { granularity: "grapheme" }).segment(whole)) ends.add(index);
        expect([...Array(rest + 1).keys()].some((more) => ends.has(kept.length + more))).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  test.each([
    ["Boil water. Stay away from the river bank.", 30, "Boil water. Stay away from…"],
    ["Stay away from the river. Boil water.", 30, "Stay away from the river."],
    ["Unteilbareswortungetüm", 10, "Unteilb…"],
    ["a", 1, "a"],
    ["ab", 1, ""],
    ["ประเทศไทยประเทศไทย", 32, "ประเทศไทย…"],
  ])("%j in %i bytes", (whole, bytes, expected) => {
    expect(cutText(whole, bytes, "en")).toBe(expected);
  });

  test("takes no longer for a very long text", () => {
    const start = performance.now();
    cutText("a\u0301".repeat(5_000_000), 4000, "en");
    expect(performance.now() - start).toBeLessThan(500);
  });
});

test("our own reading of RFC 8291 reads its example (appendix A)", () => {
  const ecdh = createECDH("prime256v1");
  ecdh.setPrivateKey(Buffer.from("q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94", "base64url"));
  const message =
    "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN";
  const auth = Buffer.from("BTBZMqHH6r4Tts7J_aSIgg", "base64url");
  expect(decrypt(Buffer.from(message, "base64url"), { ecdh, auth })).toBe("When I grow up, I want to be a watermelon");
});
