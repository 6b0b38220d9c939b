import fc from "fast-check";
import { expect, test } from "vitest";
import { mailAddress, needsSmtpUtf8 } from "../../../src/deliver/email/address.ts";

test.each([
  ["Anna.Berg+news@Far.Example", "Anna.Berg+news@far.example"],
  ["  o'neil@far.example\n", "o'neil@far.example"],
  ["anna@пошта.приклад", "anna@xn--80a1acn3a.xn--80aikifvh"],
  ["anna@far。example", "anna@far.example"],
  ["anna@far.example.", "anna@far.example"],
  ["ганна@far.example", "ганна@far.example"],
  [`${"a".repeat(64)}@far.example`, `${"a".repeat(64)}@far.example`],
])("%s has the one form %s", (typed, form) => {
  expect(mailAddress(typed)).toBe(form);
});

test.each([
  "anna",
  "@far.example",
  "anna@",
  "anna@far",
  "anna@far..example",
  "anna@-far.example",
  "anna@[192.0.2.1]",
  "anna@192.0.2.1",
  ".anna@far.example",
  "an..na@far.example",
  '"an na"@far.example',
  "anna@berg@far.example",
  "anna@far.example, eva@far.example",
  "anna@far.example\r\nBcc: eva@far.example",
  "an\u0000na@far.example",
  "anna@f%61r.example",
  "anna@far_field.example",
  "<anna@far.example>",
  `${"a".repeat(65)}@far.example`,
  `${"ї".repeat(33)}@far.example`,
  `anna@${"a".repeat(64)}.example`,
  `anna@${"a.".repeat(125)}example`,
])("%j is no address", (typed) => {
  expect(() => mailAddress(typed)).toThrow(expect.objectContaining({ code: "ADDRESS_INVALID" }));
});

test("only letters beyond ASCII before the @ need SMTPUTF8", () => {
  expect(needsSmtpUtf8(mailAddress("anna@пошта.приклад"))).toBe(false);
  expect(needsSmtpUtf8(mailAddress("ганна@far.example"))).toBe(true);
});

test("whatever is typed: one form that stays, one line, within the limits, or a clear refusal", () => {
  const typed = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.emailAddress(),
    fc.tuple(fc.string(), fc.string({ unit: "grapheme" })).map(([name, domain]) => `${name}@${domain}.example`),
  );
  fc.assert(
    fc.property(typed, (text) => {
      let form: string;
      try {
        form = mailAddress(text);
      } catch (error) {
        expect(error).toMatchObject({ code: "ADDRESS_INVALID" });
        return;
      }
      expect(mailAddress(form)).toBe(form);
      // oxlint-disable-next-line no-control-regex -- they must not be there
      expect(form).not.toMatch(/[\s\u0000-\u001f\u007f<>(),:;"[\]\\]/);
      expect(Buffer.byteLength(form)).toBeLessThanOrEqual(254);
    }),
    { numRuns: 2000 },
  );
});
