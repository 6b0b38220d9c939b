import { createConnection } from "node:net";
import { afterAll, describe, expect, test } from "vitest";
import { anOutgoing } from "../letter.ts";
import { aChannel, aRelay } from "./relay-server.ts";

/**
 * A mail server as offices run it: Postfix or OpenSMTPD as Debian installs them, on this machine. It must know the user
 * `root` and no `nobody-of-that-name` at `localhost`. `TOCSIN_TEST_SMTP` names another port.
 */
const port = Number(process.env["TOCSIN_TEST_SMTP"] ?? 25);
const there = await greets(port);
if (!there) process.stderr.write(`No mail server on 127.0.0.1:${port}: its tests are left out.\n`);

describe.runIf(there)("an installed mail server", () => {
  const channel = aChannel([aRelay(port, { connections: 2 })], { bounceDomain: null });
  afterAll(() => channel.close());
  const signal = new AbortController().signal;

  test("takes a letter for a user that it has", async () => {
    expect(await channel.send(anOutgoing("root@localhost"), signal)).toEqual({ outcome: "accepted" });
  });

  test("says that there is no such user, and goes on", async () => {
    const gone = { outcome: "failed", code: "MAILBOX_UNKNOWN", permanent: true, gone: true };
    expect(await channel.send(anOutgoing("nobody-of-that-name@localhost"), signal)).toMatchObject(gone);
    expect(await channel.send(anOutgoing("root@localhost"), signal)).toEqual({ outcome: "accepted" });
    expect(channel.relays()[0]).toMatchObject({ accepted: 2, refused: 1, faults: {} });
  });

  test("takes many over two connections", async () => {
    const all = await Promise.all(Array.from({ length: 40 }, () => channel.send(anOutgoing("root@localhost"), signal)));
    expect(all.filter(({ outcome }) => outcome !== "accepted")).toEqual([]);
  });
});

function greets(at: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ host: "127.0.0.1", port: at });
    const done = (yes: boolean): void => {
      socket.destroy();
      resolve(yes);
    };
    socket.setTimeout(3000, () => done(false));
    socket.on("error", () => done(false));
    socket.once("data", (chunk) => done(chunk.toString("latin1").startsWith("220")));
  });
}
