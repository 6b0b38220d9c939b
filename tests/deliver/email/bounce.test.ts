import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readBounce, readBounceHook } from "../../../src/deliver/email/bounce.ts";
import { createMailIds } from "../../../src/deliver/email/mail-id.ts";
import { readMime } from "../../../src/deliver/email/mime.ts";
import type { SubscriberNumber } from "../../../src/model/id.ts";
import { createSealer } from "../../../src/deliver/sealer.ts";
import { NOW, testSealer } from "./relay-server.ts";

const domains = { host: "tarn.example", bounce: "bounce.tarn.example" };
const ids = createMailIds(testSealer, domains, () => NOW);
const subject = { dispatch: 12, subscriber: 4711 as SubscriberNumber };
const ours = { messageId: ids.messageId(subject), returnPath: ids.returnPath(subject) ?? "" };

const foreign = createMailIds(
  createSealer(new Uint8Array(32).fill(9), (bytes) => new Uint8Array(bytes)),
  domains,
  () => NOW,
);

interface Parts {
  readonly to?: string;
  readonly messageId?: string;
  readonly action?: string;
  readonly status?: string;
  readonly diagnostic?: string;
}

/** A report as Postfix writes it. */
function report(parts: Parts = {}): Buffer {
  const { to = ours.returnPath, messageId = ours.messageId, action = "failed", status = "5.1.1" } = parts;
  const diagnostic = parts.diagnostic ?? "smtp; 550 5.1.1 <anna@recipients.example>: User unknown";
  return Buffer.from(
    `Return-Path: <>
From: MAILER-DAEMON@relay.example (Mail Delivery System)
Subject: Undelivered Mail Returned to Sender
To: ${to}
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status;
	boundary="4Yx1.1772546400/relay.example"

This is a MIME-encapsulated message.

--4Yx1.1772546400/relay.example
Content-Description: Notification
Content-Type: text/plain; charset=us-ascii

I'm sorry to have to inform you that your message could not be delivered.

--4Yx1.1772546400/relay.example
Content-Description: Delivery report
Content-Type: message/delivery-status

Reporting-MTA: dns; relay.example
Arrival-Date: Mon, 3 Mar 2031 14:00:00 +0000 (UTC)

Final-Recipient: rfc822; anna@recipients.example
Original-Recipient: rfc822;anna@recipients.example
Action: ${action}
Status: ${status}
Remote-MTA: dns; mx.recipients.example
Diagnostic-Code: ${diagnostic}

--4Yx1.1772546400/relay.example
Content-Description: Undelivered Message Headers
Content-Type: text/rfc822-headers

Return-Path: <x@tarn.example>
Message-ID: ${messageId}
Subject: Edition 12

--4Yx1.1772546400/relay.example--
`.replaceAll("\n", "\r\n"),
  );
}

describe("a delivery report", () => {
  test.each([
    ["5.1.1", "smtp; 550 5.1.1 no such user", { code: "MAILBOX_UNKNOWN", permanent: true, gone: true }],
    ["5.1.2", "smtp; 550 host not found", { code: "DOMAIN_UNKNOWN", permanent: true, gone: true }],
    ["5.2.1", "smtp; 550 disabled", { code: "MAILBOX_DISABLED", permanent: true, gone: true }],
    ["5.2.2", "smtp; 552 over quota", { code: "MAILBOX_FULL", permanent: true, gone: false }],
    ["5.7.1", "smtp; 550 5.7.1 user invalid by policy", { code: "POLICY_REFUSED", permanent: true, gone: false }],
    ["5.0.0", "smtp; 550 No such user here", { code: "MAILBOX_UNKNOWN", permanent: true, gone: true }],
    ["4.4.7", "smtp; 421 try later", { code: "EXPIRED", permanent: false, gone: false }],
    ["4.4.1", "X-Unix; 75", { code: "EXPIRED", permanent: false, gone: false }],
  ])("with status %s and “%s”", (status, diagnostic, expected) => {
    const reading = readBounce(report({ status, diagnostic }), ids);
    expect(reading).toMatchObject({ kind: "bounce", bounce: { ...subject, ...expected } });
    expect(JSON.stringify(reading)).not.toContain("anna");
  });

  test("is known by the message that came back where the return path says nothing", () => {
    expect(readBounce(report({ to: "news@tarn.example" }), ids)).toMatchObject({ bounce: subject });
  });

  test("is known by the envelope's recipient, whatever its letter case", () => {
    const bytes = report({ to: "news@tarn.example", messageId: "<other@tarn.example>" });
    expect(readBounce(bytes, ids)).toEqual({ kind: "none", why: "unsigned" });
    expect(readBounce(bytes, ids, { recipient: ours.returnPath.toUpperCase() })).toMatchObject({ bounce: subject });
  });

  test("is not believed when its names are forged", () => {
    const forged = [
      { to: foreign.returnPath(subject) ?? "", messageId: foreign.messageId(subject) },
      { to: "bounce+12.4711@bounce.tarn.example", messageId: ours.messageId.replace("4711", "4712") },
      { to: ours.returnPath.replace("+", "+a"), messageId: `<d12.4711.${"0".repeat(20)}@tarn.example>` },
    ];
    for (const parts of forged) expect(readBounce(report(parts), ids)).toEqual({ kind: "none", why: "unsigned" });
  });

  test("of a delay or of success is none of a failure, and an answer of a person is no report", () => {
    expect(readBounce(report({ action: "delayed", status: "4.4.1" }), ids)).toEqual({ kind: "none", why: "delay" });
    expect(readBounce(report({ action: "delivered", status: "2.0.0" }), ids)).toEqual({ kind: "none", why: "other" });
    const answer = Buffer.from(`To: ${ours.returnPath}\r\nSubject: Re: Edition 12\r\n\r\nThank you.\r\n`);
    expect(readBounce(answer, ids)).toEqual({ kind: "none", why: "other" });
  });

  test("is read through base64 and quoted-printable", () => {
    const status = "Reporting-MTA: dns; relay.example\n\nAction: failed\nStatus: 5.1.1\n";
    for (const [encoding, body] of [
      ["base64", Buffer.from(status).toString("base64")],
      ["quoted-printable", status.replaceAll(":", "=3A").replace("relay", "re=\nlay")],
    ]) {
      const text = `To: ${ours.returnPath}\nContent-Type: multipart/report; boundary=b\n\n--b\nContent-Type: message/delivery-status\nContent-Transfer-Encoding: ${encoding}\n\n${body}\n--b--\n`;
      expect(readBounce(Buffer.from(text), ids)).toMatchObject({ bounce: { code: "MAILBOX_UNKNOWN" } });
    }
  });
});

describe("a webhook's call", () => {
  test.each([
    [
      { event: "bounce", messageId: ours.messageId, status: "5.1.1" },
      { code: "MAILBOX_UNKNOWN", gone: true },
    ],
    [
      { event: "bounce", returnPath: ours.returnPath, reply: "452 4.2.2 full" },
      { code: "MAILBOX_FULL", permanent: false },
    ],
    [
      { event: "complaint", messageId: ours.messageId },
      { code: "COMPLAINT", permanent: true, gone: true },
    ],
  ])("%j", (body, expected) => {
    expect(readBounceHook(body, ids)).toMatchObject({ kind: "bounce", bounce: { ...subject, ...expected } });
  });

  test.each([null, 7, "bounce", [], { event: "open", messageId: ours.messageId }, { event: ["bounce"] }])(
    "%j says nothing",
    (body) => {
      expect(readBounceHook(body, ids)).toEqual({ kind: "none", why: "other" });
    },
  );

  test("with a forged name is not believed", () => {
    const body = { event: "complaint", messageId: foreign.messageId(subject) };
    expect(readBounceHook(body, ids)).toEqual({ kind: "none", why: "unsigned" });
  });
});

test("any bytes are read without a failure, and believed by nobody", () => {
  const cut = fc.tuple(fc.nat(2000), fc.string({ unit: "binary" })).map(([at, text]) => {
    const whole = report({ to: "news@tarn.example", messageId: "" }).toString("latin1");
    return Buffer.from(whole.slice(0, at) + text + whole.slice(at), "latin1");
  });
  fc.assert(
    fc.property(fc.oneof(fc.uint8Array({ maxLength: 500 }), cut), (bytes) => {
      readMime(bytes);
      expect(readBounce(bytes, ids).kind).toBe("none");
    }),
    { numRuns: 500 },
  );
});
