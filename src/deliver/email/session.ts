import { Readable } from "node:stream";
import SMTPConnection from "nodemailer/lib/smtp-connection";
import type { TroubleCode } from "../trouble-codes.ts";
import type { Mail } from "./message.ts";

/** Where a relay is and how to speak to it. */
export interface RelayAddress {
  readonly host: string;
  readonly port: number;
  /** implicit: TLS from the first byte (465); starttls: required; maybe: STARTTLS where offered; none: never. */
  readonly tls: "implicit" | "starttls" | "maybe" | "none";
  readonly user: string | null;
  readonly password: string | null;
  /** Certificates to trust instead of the system's, PEM; null: the system's. */
  readonly ca: string | null;
}

/** How handing over one message ended. */
export type Handed =
  | { readonly kind: "accepted" }
  /** An answer of the server that is not yes. Its words may hold the address. */
  | { readonly kind: "refused"; readonly step: "sender" | "recipient" | "message"; readonly reply: string }
  /** No answer. `sent`: all of the message had been sent by then, so it may have arrived. */
  | { readonly kind: "lost"; readonly code: TroubleCode; readonly sent: boolean };

/** One connection to a relay, logged in. */
export interface Session {
  /** Messages handed over so far. */
  readonly count: number;
  /** False when the connection can take no more messages. */
  readonly alive: boolean;
  /** The server offers SMTPUTF8 (RFC 6531). */
  readonly utf8: boolean;
  hand(mail: Mail, signal: AbortSignal): Promise<Handed>;
  /** Says goodbye when it is idle. */
  quit(): void;
  /** Ends it at once. */
  close(): void;
}

const CONNECT_MS = 10_000;
const GREETING_MS = 10_000;
/** RFC 5321 §4.5.3.2 allows minutes between two answers; the caller's signal comes first. */
const SILENCE_MS = 5 * 60_000;
const RESPONSE_BYTES = 64 * 1024;

/** Opens a connection and logs in. Resolves to the reason where that is not possible. */
export function openSession(relay: RelayAddress, signal: AbortSignal): Promise<Session | TroubleCode> {
  const connection = new SMTPConnection({
    host: relay.host,
    port: relay.port,
    secure: relay.tls === "implicit",
    requireTLS: relay.tls === "starttls",
    ignoreTLS: relay.tls === "none",
    connectionTimeout: CONNECT_MS,
    greetingTimeout: GREETING_MS,
    socketTimeout: SILENCE_MS,
    socketCloseTimeout: 1000,
    maxResponseSize: RESPONSE_BYTES,
    tls: relay.ca === null ? {} : { ca: relay.ca },
  });
  return new Promise((resolve) => {
    const done = (result: Session | TroubleCode): void => {
      signal.removeEventListener("abort", abort);
      // First: closing says "end", which comes back here.
      resolve(result);
      if (typeof result === "string") connection.close();
    };
    const abort = (): void => done("RELAY_TIMEOUT");
    // It also keeps an error of an idle connection from ending the program.
    connection.on("error", (error) => done(faultOf(error)));
    connection.once("end", () => done("RELAY_UNREACHABLE"));
    if (signal.aborted) return abort();
    signal.addEventListener("abort", abort, { once: true });
    connection.connect((error) => {
      if (error !== undefined && error !== null) return done(faultOf(error));
      // The answer to EHLO, after STARTTLS to the second one.
      const utf8 = /^250[ -]SMTPUTF8\b/im.test(connection.lastServerResponse || "");
      if (relay.user === null) return done(sessionOn(connection, utf8));
      // Never a password in the clear, but to this machine.
      if (!connection.secure && !isLocal(relay.host)) return done("RELAY_TLS");
      connection.login({ user: relay.user, pass: relay.password ?? "" }, (refused) =>
        done(refused === null ? sessionOn(connection, utf8) : faultOf(refused)),
      );
    });
  });
}

export function isLocal(host: string): boolean {
  return host === "localhost" || host === "::1" || /^127\.\d+\.\d+\.\d+$/.test(host);
}

function sessionOn(connection: SMTPConnection, utf8: boolean): Session {
  let count = 0;
  /** The server did not take the last message and could not be set right again. */
  let spoilt = false;
  const finish = (resolve: (handed: Handed) => void, handed: Handed): void => {
    if (handed.kind === "lost") spoilt = true;
    if (handed.kind !== "refused" || connection.destroyed) return resolve(handed);
    // A connection that ends meanwhile never answers.
    const ended = (): void => resolve(handed);
    connection.once("end", ended);
    connection.reset((error) => {
      if (error !== null) spoilt = true;
      connection.removeListener("end", ended);
      resolve(handed);
    });
  };
  return {
    get count() {
      return count;
    },
    get alive() {
      return !spoilt && !connection.destroyed;
    },
    utf8,
    hand(mail, signal) {
      count += 1;
      return new Promise((resolve) => {
        const bytes = streamOf(mail.bytes);
        const lost = (code: TroubleCode): Handed => ({ kind: "lost", code, sent: bytes.readableEnded });
        const abort = (): void => {
          done(lost("RELAY_TIMEOUT"));
          connection.close();
        };
        const done = (handed: Handed): void => {
          signal.removeEventListener("abort", abort);
          finish(resolve, handed);
        };
        if (signal.aborted) return abort();
        signal.addEventListener("abort", abort, { once: true });
        connection.send({ ...mail.envelope, size: mail.bytes.length }, bytes, (error) => {
          if (error === null) return done({ kind: "accepted" });
          const { responseCode = 0, response } = error;
          const reply = typeof response === "string" ? response : "";
          if (responseCode >= 400 && responseCode < 600 && error.command !== "CONN")
            return done({ kind: "refused", step: stepOf(error.command), reply });
          // 421 between two answers: the relay goes away.
          done(lost(faultOf(error)));
        });
      });
    },
    quit() {
      connection.quit();
    },
    close() {
      connection.close();
    },
  };
}

/** A stream that tells whether all of it was read: then the message's end is on its way. */
function streamOf(bytes: Buffer): Readable {
  return new Readable({
    read() {
      this.push(bytes);
      this.push(null);
    },
  });
}

function stepOf(command: string | undefined): "sender" | "recipient" | "message" {
  if (command === "RCPT TO") return "recipient";
  return command === "DATA" ? "message" : "sender";
}

interface Fault {
  readonly code?: unknown;
  readonly responseCode?: unknown;
  /** What the system called it, where the library gave it a name of its own. */
  readonly originalCode?: unknown;
}

function faultOf({ code, responseCode, originalCode }: Fault): TroubleCode {
  if (code === "EAUTH" || code === "ENOAUTH") return "RELAY_AUTH";
  if (code === "ETLS") return "RELAY_TLS";
  if (typeof originalCode === "string" && /CERT|TLS|SSL|SIGN/.test(originalCode)) return "RELAY_TLS";
  if (code === "ETIMEDOUT") return "RELAY_TIMEOUT";
  if (responseCode === 421) return "RELAY_BUSY";
  if (typeof responseCode === "number" && responseCode >= 400 && responseCode < 600) return "RELAY_REFUSED";
  if (code === "EPROTOCOL" || code === "EENVELOPE" || code === "EMESSAGE") return "RELAY_GARBAGE";
  return "RELAY_UNREACHABLE";
}
