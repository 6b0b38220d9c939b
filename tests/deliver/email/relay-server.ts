import { once } from "node:events";
import { createServer, type AddressInfo, type Server, type Socket } from "node:net";
import { SMTPServer } from "smtp-server";
import { createMailChannel, type MailChannel, type MailOptions } from "../../../src/deliver/email/channel.ts";
import type { RelayOptions } from "../../../src/deliver/email/relay.ts";
import { createSealer } from "../../../src/deliver/sealer.ts";
import type { Office } from "../../../src/model/office.ts";
import type { Instant } from "../../../src/model/time.ts";

/** What a relay was handed. */
export interface Received {
  readonly from: string;
  readonly to: string;
  readonly raw: Buffer;
}

export interface RelayServer {
  readonly port: number;
  readonly received: Received[];
  connections(): Promise<number>;
  close(): Promise<void>;
}

/** Answers by local part; `hangs`, `garbage` and `wordy` are answered after the message, others are accepted. */
const AT_RECIPIENT: Readonly<Record<string, string>> = {
  vanished: "550 5.1.1 <vanished@recipients.example>: Recipient address rejected: User unknown in table",
  tarrying: "450 4.7.1 <tarrying@recipients.example>: Greylisted, come back in 300 seconds",
  crammed: "452 4.2.2 crammed@recipients.example is over quota",
  shunned: "554 5.7.1 shunned@recipients.example is not welcome",
  nameless: "550 No such user nameless@recipients.example",
  mute: "550 mute@recipients.example: access denied",
};

export interface ServerOptions {
  readonly utf8?: boolean;
  readonly user?: { readonly name: string; readonly password: string };
  readonly tls?: { readonly key: string; readonly cert: string };
}

/** A real SMTP server that enforces the protocol and answers as the recipient's name says. */
export async function startRelay(options: ServerOptions = {}): Promise<RelayServer> {
  const received: Received[] = [];
  const refusal = (text: string): Error => {
    const [, code = "550", rest = ""] = /^(\d+) (.*)$/s.exec(text) ?? [];
    return Object.assign(new Error(rest), { responseCode: Number(code) });
  };
  const server = new SMTPServer({
    ...options.tls,
    disabledCommands: [
      ...(options.tls === undefined ? ["STARTTLS"] : []),
      ...(options.user === undefined ? ["AUTH"] : []),
    ],
    authOptional: options.user === undefined,
    hideSMTPUTF8: options.utf8 === false,
    hideENHANCEDSTATUSCODES: true,
    disableReverseLookup: true,
    closeTimeout: 50,
    logger: false,
    onAuth({ username, password }, _session, callback) {
      const right = username === options.user?.name && password === options.user?.password;
      callback(right ? null : new Error("no"), right ? { user: username } : undefined);
    },
    onRcptTo({ address }, _session, callback) {
      const answer = AT_RECIPIENT[address.split("@")[0] ?? ""];
      callback(answer === undefined ? null : refusal(answer));
    },
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const to = session.envelope.rcptTo[0]?.address ?? "";
        const { mailFrom } = session.envelope;
        received.push({ from: mailFrom === false ? "" : mailFrom.address, to, raw: Buffer.concat(chunks) });
        const name = to.split("@")[0];
        if (name === "hangs") return;
        if (name === "garbage") callback(refusal("999 what?"));
        else if (name === "wordy") callback(refusal("554 5.6.0 wordy@recipients.example wants no such thing"));
        else callback();
      });
    },
  });
  server.on("error", () => {});
  server.listen(0, "127.0.0.1");
  await once(server.server, "listening");
  return {
    port: (server.server.address() as AddressInfo).port,
    received,
    connections: () => new Promise((resolve) => server.server.getConnections((_error, count) => resolve(count))),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** A server that says what a script says: for what no honest server does. Null ends the connection. */
export async function startScript(
  answer: (line: string, socket: Socket) => string | null | undefined,
  greeting: string | null = "220 script ESMTP",
): Promise<{ readonly port: number; readonly lines: string[]; close(): Promise<void> }> {
  const lines: string[] = [];
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => {});
    if (greeting === null) {
      socket.destroy();
      return;
    }
    socket.write(`${greeting}\r\n`);
    let data = false;
    let rest = "";
    socket.on("data", (chunk) => {
      const parts = (rest + chunk.toString("latin1")).split("\r\n");
      rest = parts.pop() ?? "";
      for (const line of parts) {
        if (data && line !== ".") continue;
        data = false;
        lines.push(line);
        const said = answer(line, socket);
        if (said === null) socket.destroy();
        else if (said !== undefined) socket.write(`${said}\r\n`);
        data = said?.startsWith("354") ?? false;
      }
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    port: (server.address() as AddressInfo).port,
    lines,
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}

/** What an ordinary server answers, for scripts that differ in one place. */
export function ordinary(line: string): string {
  if (line.startsWith("EHLO")) return "250-script\r\n250 ENHANCEDSTATUSCODES";
  if (line === "DATA") return "354 go on";
  return line === "QUIT" ? "221 bye" : "250 2.0.0 OK";
}

export const NOW = "2031-03-03T14:00:00Z" as Instant;

export function aRelay(port: number, changes: Partial<RelayOptions> = {}): RelayOptions {
  return {
    name: `relay-${port}`,
    host: "127.0.0.1",
    port,
    tls: "none",
    user: null,
    password: null,
    ca: null,
    connections: 4,
    rate: null,
    weight: 1,
    ...changes,
  };
}

export const testSealer = createSealer(new Uint8Array(32).fill(7), (bytes) => new Uint8Array(bytes).fill(1));

export const anOffice: Office = {
  name: { en: "Tarn Valley Information Office", uk: "Інформаційний офіс долини Тарн" },
  languages: ["en", "uk"],
  timeZone: "UTC",
  baseUrl: "https://tarn.example",
  contact: "desk@tarn.example",
  about: {},
};

/** A mail channel over these relays. `ticks` as in `MailPorts`. */
export function aChannel(
  relays: readonly RelayOptions[],
  changes: Partial<MailOptions> = {},
  ticks: () => number = () => performance.now(),
): MailChannel {
  const options: MailOptions = {
    sender: { address: "news@tarn.example", replyTo: null, listId: "briefings.tarn.example" },
    host: "tarn.example",
    bounceDomain: "bounce.tarn.example",
    relays,
    dkim: null,
    ...changes,
  };
  return createMailChannel(options, { sealer: testSealer, clock: () => NOW, office: () => anOffice, ticks });
}
