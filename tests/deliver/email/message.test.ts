import { generateKeyPairSync } from "node:crypto";
import fc from "fast-check";
import { parseHTML } from "linkedom";
import { dkimVerify } from "mailauth";
import { describe, expect, test } from "vitest";
import { contentOf } from "../../../src/deliver/email/content.ts";
import { createSign } from "../../../src/deliver/email/dkim.ts";
import { createMailIds } from "../../../src/deliver/email/mail-id.ts";
import { letterMail, type Mail } from "../../../src/deliver/email/message.ts";
import { plainWords } from "../../../src/deliver/email/plain-words.ts";
import { textBody } from "../../../src/deliver/email/text-part.ts";
import { systemMail } from "../../../src/deliver/email/system-mail.ts";
import type { Letter, Outgoing } from "../../../src/deliver/letter.ts";
import type { DispatchId, SubscriberNumber } from "../../../src/model/id.ts";
import type { Instant } from "../../../src/model/time.ts";
import { aLetter, anOutgoing } from "../letter.ts";
import { readMail } from "./read-mail.ts";
import { anOffice, NOW, testSealer } from "./relay-server.ts";

const sender = { address: "news@tarn.example", replyTo: "desk@tarn.example", listId: "briefings.tarn.example" };
const ids = createMailIds(testSealer, { host: "tarn.example", bounce: "bounce.tarn.example" }, () => NOW);
const mail = (changes: Partial<Outgoing> = {}, letter: Partial<Letter> = {}): Mail =>
  letterMail(anOutgoing("anna@recipients.example", { letter: aLetter(letter), ...changes }), sender, ids, NOW);

describe("a letter as mail", () => {
  test("has the headers that a list owes its readers", async () => {
    const { header, headers } = readMail(mail().bytes);
    expect(header("from")).toBe("Tarn Valley Information Office <news@tarn.example>");
    expect(header("to")).toBe("anna@recipients.example");
    expect(header("reply-to")).toBe("desk@tarn.example");
    expect(header("subject")).toBe("Edition 12: the water in Lower Tarn, 14:00");
    expect(header("date")).toBe("Mon, 03 Mar 2031 14:00:00 +0000");
    expect(header("list-id")).toBe("<briefings.tarn.example>");
    expect(header("list-unsubscribe")).toBe("<https://tarn.example/leave/llllllll>");
    expect(header("list-unsubscribe-post")).toBe("List-Unsubscribe=One-Click");
    expect(header("auto-submitted")).toBe("auto-generated");
    expect(header("content-language")).toBe("en");
    for (const none of ["precedence", "x-mailer", "bcc", "in-reply-to"]) expect(headers.has(none)).toBe(false);
  });

  test("offers one click over HTTPS alone", async () => {
    const links = { manage: "http://tarn.example/m", leave: "http://tarn.example/l" };
    const { header, headers } = readMail(mail({ links }).bytes);
    expect(header("list-unsubscribe")).toBe("<http://tarn.example/l>");
    expect(headers.has("list-unsubscribe-post")).toBe(false);
  });

  test("keeps its name when it is sent again, and nobody else has it", async () => {
    const name = async (changes: Partial<Outgoing>): Promise<string> =>
      readMail(mail(changes).bytes).header("message-id");
    expect(await name({})).toMatch(/^<d12\.4711\.[0-9a-f]{20}@tarn\.example>$/);
    expect(await name({})).toBe(await name({}));
    expect(await name({ subscriber: 4712 as SubscriberNumber })).not.toContain((await name({})).slice(9));
    expect(ids.read(await name({}))).toEqual({ dispatch: 12, subscriber: 4711 });
  });

  test("a correction threads under what the same person got, without “Re:”", async () => {
    const threads = [
      { id: "correction:k2/email" as DispatchId, number: 15, ref: null },
      { id: "edition:12/email" as DispatchId, number: 12, ref: null },
    ];
    const original = readMail(mail().bytes).header("message-id");
    const { header, text } = readMail(mail({ dispatchNumber: 17, threads }, { kind: "correction" }).bytes);
    const between = ids.messageId({ dispatch: 15, subscriber: 4711 as SubscriberNumber });
    expect(header("in-reply-to")).toBe(between);
    expect(header("references")).toBe(`${original} ${between}`);
    expect(header("subject")).not.toMatch(/^re:/i);
    expect(text).toContain("because you were sent what it corrects");
  });

  test("comes back to an address that names the message, and fits in a local part", async () => {
    const { envelope } = mail({ dispatchNumber: 9_999_999, subscriber: 9_999_999_999 as SubscriberNumber });
    expect(envelope.from).toMatch(/^bounce\+[a-z2-7]+@bounce\.tarn\.example$/);
    expect(envelope.from.split("@")[0]?.length).toBeLessThanOrEqual(64);
    expect(ids.read(envelope.from)).toEqual({ dispatch: 9_999_999, subscriber: 9_999_999_999 });
  });

  test("as text: wrapped, without markup, with both links", async () => {
    const { text } = readMail(mail().bytes);
    expect(text).toMatchInlineSnapshot(`
      "Edition 12: the water in Lower Tarn, 14:00


      At a glance

        Confirmed:
        The water main in Lower Tarn is shut until tomorrow noon.
        As of 13:40 · Lower Tarn
        https://tarn.example/en/statements/s14

        Not known:
        Nobody knows yet how many wells are affected.


      What to do

        Boil water for at least one minute before you drink it.

      -- 
      Tarn Valley Information Office
      You get this because you subscribed to Tarn Valley Information Office.

      Read this on the website:
      https://tarn.example/en/editions/12
      Change what you get, or leave:
      https://tarn.example/subscription/mmmmmmmm
      Leave at once:
      https://tarn.example/leave/llllllll
      "
    `);
  });

  test("as HTML: the same words, its language and direction, nothing from elsewhere", async () => {
    const item = { text: "المياه مقطوعة حتى الظهر", label: "", note: "", url: "https://tarn.example/ar/s14" };
    const letter = { lang: "ar", dir: "rtl", parts: [{ heading: "", items: [item] }], lead: item.text } as const;
    const { html } = readMail(mail({}, letter).bytes);
    const { document } = parseHTML(html);
    for (const element of [document.documentElement, document.querySelector("body > div")])
      expect([element?.getAttribute("lang"), element?.getAttribute("dir")]).toEqual(["ar", "rtl"]);
    expect(document.querySelector("p + h1 + p")?.textContent).toContain(item.text);
    expect(document.querySelectorAll("img,script,link,iframe,form,object,video").length).toBe(0);
    expect(html).not.toMatch(/url\(|@import|src=|(text-align|float|margin|padding)(-left|-right|:\s*(left|right))/i);
    const links = [...document.querySelectorAll("a")].map((a) => a.getAttribute("href"));
    expect(links).toEqual([
      item.url,
      "https://tarn.example/en/editions/12",
      "https://tarn.example/subscription/mmmmmmmm",
      "https://tarn.example/leave/llllllll",
    ]);
  });

  test("that is too long ends early in both parts, says so, and stays under 30 KB", async () => {
    const items = Array.from({ length: 300 }, (_, i) => ({
      text: `Паром ${i} ходить <за розкладом> & «без змін» ${"до вечора ".repeat(20)}`,
      label: "Підтверджено",
      note: "",
      url: "",
    }));
    const letter = { lang: "uk", lead: "", parts: [{ heading: "Переправи", items }] };
    const { text, html } = readMail(mail({}, letter).bytes);
    expect(Buffer.byteLength(html)).toBeLessThan(30_720);
    expect(contentOf(aLetter(letter)).cut).toBeGreaterThan(200);
    for (const part of [text, html]) expect(part.replace(/\s+/g, " ")).toMatch(/Ще \d+ абзац\S* — на сайті\./);
  });
});

describe("a signed mail", () => {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const key = privateKey.export({ type: "pkcs8", format: "pem" }).toString();
  const record = `v=DKIM1; k=rsa; p=${publicKey.export({ type: "spki", format: "der" }).toString("base64")}`;
  const sign = createSign({ domain: "tarn.example", selector: "s1", key });
  const verify = async (bytes: Buffer): Promise<readonly { status: string; headers: string }[]> => {
    const { results } = await dkimVerify(bytes, {
      resolver: (name: string) => Promise.resolve(name === "s1._domainkey.tarn.example" ? [[record]] : []),
    });
    return results.map((one) => ({
      status: one.status.result,
      headers: String(one.signingHeaders?.keys).toLowerCase(),
    }));
  };

  test("is found good by another's verifier, with both one-click headers (RFC 8058 §4)", async () => {
    const signed = await sign(mail().bytes);
    const [only, ...others] = await verify(signed);
    expect([only?.status, others]).toEqual(["pass", []]);
    for (const name of ["from", "subject", "list-unsubscribe", "list-unsubscribe-post", "message-id"])
      expect(only?.headers).toContain(name);
  });

  test.each([
    ["a word", "Boil water", "Drink water"],
    ["where one click leads", "https://tarn.example/leave/llllllll>", "https://elsewhere.example/leave/llllllll>"],
  ])("is found bad when somebody changes %s", async (_what, from, to) => {
    const signed = (await sign(mail().bytes)).toString("latin1");
    expect(signed).toContain(from);
    const [only] = await verify(Buffer.from(signed.replaceAll(from, to), "latin1"));
    expect(only?.status).not.toBe("pass");
  });

  test("is never left unsigned by a key that does not do", () => {
    const pem = (pair: { privateKey: typeof privateKey }): string =>
      pair.privateKey.export({ type: "pkcs8", format: "pem" }).toString();
    for (const bad of ["", "no key", pem(generateKeyPairSync("ed25519"))])
      expect(() => createSign({ domain: "tarn.example", selector: "s1", key: bad })).toThrow(
        expect.objectContaining({ code: "CONFIG_INVALID" }),
      );
  });
});

test.each(["en", "uk"] as const)("mails about a subscription, in %s", async (lang) => {
  for (const kind of ["confirm", "known"] as const) {
    const link = `https://tarn.example/${kind}/tttttttt`;
    const until = "2031-03-04T14:00:00Z" as Instant;
    const one = { kind, to: "anna@recipients.example", lang, link, until };
    const { envelope, bytes } = systemMail(anOffice, one, { sender, host: "tarn.example", now: NOW });
    const { text, html, header, headers } = readMail(bytes);
    expect(envelope).toEqual({ from: "news@tarn.example", to: "anna@recipients.example" });
    expect(header("subject")).toContain(anOffice.name[lang]);
    for (const part of [text, html]) expect(part).toContain(link);
    expect(header("auto-submitted")).toBe("auto-generated");
    expect(headers.has("list-unsubscribe")).toBe(false);
  }
});

test("whatever a letter, an office or an address says: the same headers, and every part decodes back", async () => {
  const plain = readMail(mail().bytes).names;
  const words = fc.oneof(
    fc.string({ unit: "binary", maxLength: 200 }),
    fc.string({ unit: "grapheme", maxLength: 200 }),
    fc.constantFrom(
      "\r\nBcc: eve@far.example",
      "\n\nbody",
      "a\r\n\r\n<b>",
      "\u0000",
      "\uD800",
      "=?utf-8?Q?=0D=0ABcc:_e?=",
      "\r\n.\r\n",
    ),
    fc.tuple(fc.string(), fc.constantFrom("\r\n", "\n", "\r", "\u2028"), fc.string()).map((parts) => parts.join("")),
  );
  const item = fc.record({ text: words, label: words, note: words, url: words });
  const letter = fc.record({
    title: words,
    office: words,
    lead: words,
    lang: fc.constantFrom("en", "uk", "ar", "x\r\nBcc: y"),
    parts: fc.array(fc.record({ heading: words, items: fc.array(item, { maxLength: 3 }) }), { maxLength: 3 }),
  });
  const squeezed = (text: string): string => text.replace(/\s+/g, "");
  await fc.assert(
    fc.asyncProperty(letter, words, async (changes, address) => {
      const made = aLetter(changes);
      const to = `a${address}@recipients.example`;
      if (/[\s\p{Cc}<>(),:;"[\]\\@]/u.test(address))
        expect(() => mail({ letter: made, address: to })).toThrow(TypeError);
      const { bytes } = mail({ letter: made });
      const { names, text, html, header } = readMail(bytes);
      const needless = changes.office.trim() === "" || changes.title.trim() === "";
      if (!needless) expect(names.filter((name) => !plain.includes(name))).toEqual([]);
      expect(names.filter((name) => /bcc/i.test(name))).toEqual([]);
      expect(new Set(names).size).toBe(names.length);
      const content = contentOf(made);
      expect(squeezed(header("subject"))).toBe(squeezed(plainWords(made.title)));
      expect(squeezed(text).startsWith(squeezed(textBody(content)))).toBe(true);
      const shown = parseHTML(html).document.querySelector("h1")?.textContent ?? "";
      expect(squeezed(shown)).toBe(squeezed(content.title));
      for (const line of bytes.toString("latin1").split("\r\n")) {
        expect(line).not.toMatch(/[\r\n]/);
        expect(line.length).toBeLessThanOrEqual(998);
      }
    }),
    { numRuns: 300 },
  );
});
