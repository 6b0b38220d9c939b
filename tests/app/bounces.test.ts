import { expect, test } from "vitest";
import { createBounces } from "../../src/app/bounces.ts";
import { createMailIds } from "../../src/deliver/email/mail-id.ts";
import { createSealer } from "../../src/deliver/sealer.ts";
import type { DispatchId, SubscriberNumber } from "../../src/model/id.ts";
import { at } from "../desk/given.ts";

const sealer = createSealer(new Uint8Array(32).fill(7), (bytes) => new Uint8Array(bytes));
const ids = createMailIds(sealer, { host: "office.example", bounce: "back.office.example" }, () => at(9));
const subject = { dispatch: 12, subscriber: 4711 as SubscriberNumber };

function report(returnPath: string): Uint8Array {
  const text = [
    `To: ${returnPath}`,
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
    "",
    "--b",
    "Content-Type: text/plain",
    "",
    "It did not arrive.",
    "--b",
    "Content-Type: message/delivery-status",
    "",
    "Reporting-MTA: dns; mx.example",
    "",
    "Final-Recipient: rfc822; gone@reader.example",
    "Action: failed",
    "Status: 5.1.1",
    "--b--",
    "",
  ];
  return new TextEncoder().encode(text.join("\r\n"));
}

function receiver() {
  const noted: unknown[] = [];
  const changed: unknown[] = [];
  const take = createBounces({
    ids,
    clock: () => at(9),
    logger: (event) => void noted.push(event),
    ledger: {
      dispatch: (id) =>
        Promise.resolve(
          id === 12
            ? {
                id: "edition:1/email" as DispatchId,
                number: 12,
                channel: "email",
                lane: "edition",
                why: "subscribed",
                threads: [],
                plannedAt: at(7),
                notAfter: null,
                paused: false,
              }
            : null,
        ),
      bounce(trouble) {
        noted.push(trouble);
        return Promise.resolve(true);
      },
    },
    subscribers: {
      change(number, to) {
        changed.push([number, to]);
        return Promise.resolve(null);
      },
    },
  });
  return { take, noted, changed };
}

test("mail that came back is failed in the ledger, and a mailbox that is no more is written to no longer", async () => {
  const { take, noted, changed } = receiver();
  expect(await take("message/rfc822", report(ids.returnPath(subject) ?? ""))).toBe("noted");
  expect(noted[0]).toMatchObject({ dispatch: "edition:1/email", subscriber: 4711 });
  expect(changed).toEqual([[4711, { status: "suspended" }]]);
  expect(JSON.stringify(noted)).not.toContain("reader.example");
  const hook = { event: "bounce", messageId: ids.messageId(subject), status: "5.1.1", reply: "550 no such user" };
  expect(await take("application/json", Buffer.from(JSON.stringify(hook)))).toBe("noted");
});

test("what is forged, unsigned, no report or no JSON changes nothing", async () => {
  const { take, noted, changed } = receiver();
  const forged = (ids.returnPath(subject) ?? "").replace(/\+(.)/, (_all, first: string) =>
    first === "a" ? "+b" : "+a",
  );
  expect(await take("message/rfc822", report(forged))).toBe("ignored");
  expect(await take("message/rfc822", report("bounce@back.office.example"))).toBe("ignored");
  expect(await take("message/rfc822", new TextEncoder().encode("Subject: holiday\r\n\r\nI am away."))).toBe("ignored");
  expect(await take("application/json", new TextEncoder().encode("{"))).toBe("ignored");
  expect(await take("", new Uint8Array())).toBe("ignored");
  const unknown = { dispatch: 99, subscriber: subject.subscriber };
  expect(await take("message/rfc822", report(ids.returnPath(unknown) ?? ""))).toBe("ignored");
  expect([noted, changed]).toEqual([[], []]);
});
