import { spawnSync } from "node:child_process";
import { afterEach, expect, test } from "vitest";
import type { RelayOptions } from "../../../src/deliver/email/relay.ts";
import type { Result } from "../../../src/deliver/ports.ts";
import { aLetter, anOutgoing } from "../letter.ts";
import { aChannel, aRelay, anOffice, NOW, startRelay, type RelayServer, type ServerOptions } from "./relay-server.ts";

/** A certificate for `localhost` that nobody signed; null where there is no openssl. */
const tls = madeCertificate();
const user = { name: "tarn", password: "correct horse" };
const login = { user: user.name, password: user.password };

let server: RelayServer | null = null;
afterEach(async () => {
  await server?.close();
  server = null;
});

async function sent(options: ServerOptions, relay: Partial<RelayOptions>): Promise<Result> {
  server = await startRelay(options);
  const channel = aChannel([aRelay(server.port, { host: "localhost", ...relay })]);
  const result = await channel.send(anOutgoing("anna@recipients.example"), new AbortController().signal);
  await channel.close();
  return result;
}

test("logs in", async () => {
  expect(await sent({ user }, { ...login })).toEqual({ outcome: "accepted" });
});

test("a wrong password is the relay's trouble, and in no result", async () => {
  const result = await sent({ user }, { ...login, password: "wrong horse" });
  expect(result).toMatchObject({ outcome: "failed", code: "RELAY_AUTH", permanent: false });
  expect(JSON.stringify(result)).not.toMatch(/horse|tarn/);
});

test.runIf(tls !== null)("speaks TLS with a server whose certificate it knows", async () => {
  const ca = tls?.cert ?? "";
  for (const mode of ["starttls", "maybe"] as const) {
    expect(await sent({ user, ...(tls === null ? {} : { tls }) }, { ...login, tls: mode, ca })).toEqual({
      outcome: "accepted",
    });
    await server?.close();
  }
});

test.runIf(tls !== null)("does not speak to a server that it does not know", async () => {
  for (const mode of ["starttls", "maybe"] as const) {
    const result = await sent(tls === null ? {} : { tls }, { tls: mode });
    expect(result).toMatchObject({ outcome: "failed", code: "RELAY_TLS", permanent: false });
    expect(server?.received).toEqual([]);
    await server?.close();
  }
});

test("does not speak to a server without TLS where TLS is required", async () => {
  expect(await sent({}, { tls: "starttls" })).toMatchObject({ outcome: "failed", permanent: false });
  expect(server?.received).toEqual([]);
});

test.each([
  ["without a relay", []],
  ["with a password in the clear", [aRelay(25, { host: "relay.example", ...login })]],
  ["with a relay that takes nothing", [aRelay(25, { connections: 0 })]],
])("is not set up %s", (_what, relays) => {
  expect(() => aChannel(relays)).toThrow(expect.objectContaining({ code: "CONFIG_INVALID" }));
});

test.each([
  { host: "tarn.example>\r\nBcc: <x" },
  { bounceDomain: "bounce tarn" },
  { sender: { address: "news@tärn.example", replyTo: null, listId: "briefings.tarn.example" } },
])("is not set up with a name that no header can hold: %j", (changes) => {
  expect(() => aChannel([aRelay(25)], changes)).toThrow(expect.objectContaining({ code: "CONFIG_INVALID" }));
});

test("tells the editor what mail programs will cut", () => {
  const channel = aChannel([aRelay(25)]);
  const items = Array.from({ length: 200 }, () => ({ text: "Long. ".repeat(60), label: "", note: "", url: "" }));
  const problems = channel.check(aLetter({ title: "Long ".repeat(30), parts: [{ heading: "", items }] }));
  expect(problems.map(({ code, blocks }) => [code, blocks])).toEqual([
    ["MAIL_SUBJECT_LONG", false],
    ["MAIL_CUT", false],
  ]);
});

test("mails about subscriptions go the same way; a failure does not name the address", async () => {
  server = await startRelay();
  const channel = aChannel([aRelay(server.port)]);
  const mail = { kind: "confirm", lang: "en", link: "https://tarn.example/c/t", until: NOW } as const;
  await channel.mailer.send({ ...mail, to: "anna@recipients.example" });
  expect(server.received[0]?.raw.toString()).toContain(`Confirm your subscription to ${anOffice.name["en"]}`);
  await expect(channel.mailer.send({ ...mail, to: "vanished@recipients.example" })).rejects.toMatchObject({
    code: "DELIVERY_CHANNEL",
    message: expect.not.stringContaining("vanished") as string,
    detail: { code: "MAILBOX_UNKNOWN" },
  });
  await channel.close();
});

function madeCertificate(): { readonly key: string; readonly cert: string } | null {
  const request =
    "req -x509 -newkey rsa:2048 -nodes -keyout - -out - -days 2 -subj /CN=localhost -addext subjectAltName=DNS:localhost";
  const { stdout, status } = spawnSync("openssl", request.split(" "), { encoding: "utf8" });
  if (status !== 0) return null;
  const [key = "", cert = ""] = stdout.match(/-----BEGIN [^-]+-----[^-]+-----END [^-]+-----/g) ?? [];
  return { key, cert };
}
