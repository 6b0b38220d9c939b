import type { Clock } from "../../model/time.ts";
import { TocsinError } from "../../model/error.ts";
import type { Office } from "../../model/office.ts";
import type { ChannelProblem, DeliveryChannel, Result, Sealer, SystemMailer } from "../ports.ts";
import { TROUBLE_CODES } from "../trouble-codes.ts";
import { mailAddress, needsSmtpUtf8 } from "./address.ts";
import { contentOf } from "./content.ts";
import { createSign, type DkimOptions } from "./dkim.ts";
import { createMailIds, type MailIds } from "./mail-id.ts";
import { letterMail, type Mail, type Sender } from "./message.ts";
import { createRelay, type RelayOptions, type RelayState } from "./relay.ts";
import { resultOf } from "./result.ts";
import { isLocal } from "./session.ts";
import { createSwitch } from "./switch.ts";
import { systemMail } from "./system-mail.ts";

export interface MailOptions {
  readonly sender: Sender;
  /** Domain of Message-IDs. */
  readonly host: string;
  /** Where bounces are received, each at an address of its own; null: at the sender's address. */
  readonly bounceDomain: string | null;
  /** At least one. */
  readonly relays: readonly RelayOptions[];
  /** Null: mail goes out unsigned. */
  readonly dkim: DkimOptions | null;
}

export interface MailPorts {
  readonly sealer: Pick<Sealer, "sign" | "read">;
  readonly clock: Clock;
  /** Whose mail it is, as the record has it now. */
  readonly office: () => Office;
  /** Milliseconds that never go back. */
  readonly ticks: () => number;
}

/** Mail, with what only mail has. */
export interface MailChannel extends DeliveryChannel {
  /** Mails about subscriptions, over the same relays. Throws DELIVERY_CHANNEL, without the address. */
  readonly mailer: SystemMailer;
  /** For readers of bounces. */
  readonly ids: MailIds;
  relays(): readonly RelayState[];
}

/** How many seconds' worth of messages one block may have under way, so that none waits long for its relay's rate. */
const RATE_SECONDS = 5;
/** How long a mail about a subscription may take. */
const SYSTEM_MS = 45_000;
/** Characters after which most mail programs cut a subject. */
const SUBJECT_LONG = 120;

/** Throws CONFIG_INVALID. */
export function createMailChannel(options: MailOptions, { sealer, clock, office, ticks }: MailPorts): MailChannel {
  checkRelays(options.relays);
  checkNames(options);
  const sign = options.dkim === null ? null : createSign(options.dkim);
  const ids = createMailIds(sealer, { host: options.host, bounce: options.bounceDomain }, clock);
  const relays = options.relays.map((relay) => createRelay(relay, ticks));
  const way = createSwitch(relays);
  const ending = new AbortController();

  async function hand(mail: Mail, signal: AbortSignal): Promise<Result> {
    const signed = sign === null ? mail : { ...mail, bytes: await sign(mail.bytes) };
    const handed = await way.hand(signed, needsSmtpUtf8(mail.envelope.to), signal);
    return resultOf(handed, signal.aborted);
  }

  const safely = async (making: () => Mail, signal: AbortSignal): Promise<Result> => {
    try {
      return await hand(making(), AbortSignal.any([signal, ending.signal]));
    } catch {
      // The message could not be made: nothing was sent. The error may hold the address.
      return { outcome: "failed", code: "INTERNAL", reason: TROUBLE_CODES.INTERNAL, permanent: false };
    }
  };

  function address(text: string): string {
    const found = mailAddress(text);
    // Refused only where every relay has said that it cannot.
    if (needsSmtpUtf8(found) && relays.every(({ utf8 }) => utf8 === false))
      throw new TocsinError("ADDRESS_INVALID", TROUBLE_CODES.ADDRESS_NEEDS_SMTPUTF8, {
        detail: { code: "ADDRESS_NEEDS_SMTPUTF8" },
      });
    return found;
  }

  return {
    name: "email",
    width: options.relays.reduce((sum, relay) => sum + widthOf(relay), 0),
    check: (letter) => checkLetter(contentOf(letter)),
    address,
    mailer: {
      address,
      async send(mail) {
        const making = (): Mail =>
          systemMail(office(), mail, { sender: options.sender, host: options.host, now: clock() });
        const result = await safely(making, AbortSignal.timeout(SYSTEM_MS));
        if (result.outcome === "accepted" || result.outcome === "left") return;
        throw new TocsinError("DELIVERY_CHANNEL", result.reason, { detail: { code: result.code } });
      },
    },
    ids,
    send: (outgoing, signal) => safely(() => letterMail(outgoing, options.sender, ids, clock()), signal),
    relays: () => relays.map((relay) => relay.state()),
    async close() {
      ending.abort();
      for (const relay of relays) relay.close();
      return Promise.resolve();
    },
  };
}

const widthOf = ({ connections, rate }: RelayOptions): number =>
  rate === null ? connections : Math.max(1, Math.min(connections, Math.floor(rate * RATE_SECONDS)));

function checkLetter({ title, parts, cut }: ReturnType<typeof contentOf>): readonly ChannelProblem[] {
  const problems: ChannelProblem[] = [];
  const problem = (code: string, message: string, blocks: boolean): number => problems.push({ code, message, blocks });
  if (title === "") problem("MAIL_NO_SUBJECT", "The mail would have no subject.", true);
  if (parts.length === 0) problem("MAIL_EMPTY", "The mail would have no text.", true);
  if (title.length > SUBJECT_LONG) problem("MAIL_SUBJECT_LONG", "Most mail programs will cut the subject.", false);
  if (cut > 0) problem("MAIL_CUT", `${cut} paragraphs do not fit in the mail; it leads to the page instead.`, false);
  return problems;
}

/** They stand in headers and in Message-IDs as they are. */
function checkNames({ sender, host, bounceDomain, dkim }: MailOptions): void {
  const domains = [sender.listId, host, bounceDomain, dkim?.domain, dkim?.selector];
  const addresses = [sender.address, sender.replyTo];
  const wrong =
    domains.find((name) => typeof name === "string" && !/^[a-z0-9]([a-z0-9.-]{0,250}[a-z0-9])?$/i.test(name)) ??
    addresses.find((address) => typeof address === "string" && !isPlain(address));
  if (typeof wrong === "string")
    throw new TocsinError(
      "CONFIG_INVALID",
      `“${wrong.slice(0, 80)}” can be neither a domain nor an address of a sender.`,
    );
}

/** A sender's address is read by every program, so it keeps to ASCII. */
function isPlain(address: string): boolean {
  try {
    return mailAddress(address) === address && !needsSmtpUtf8(address);
  } catch {
    return false;
  }
}

function checkRelays(relays: readonly RelayOptions[]): void {
  const invalid = (message: string, fix: string): TocsinError => new TocsinError("CONFIG_INVALID", message, { fix });
  if (relays.length === 0) throw invalid("There is no mail relay.", "Name at least one.");
  for (const { name, connections, rate, weight, tls, user, host } of relays) {
    if (!(Number.isInteger(connections) && connections >= 1) || !(rate === null || rate > 0) || !(weight > 0))
      throw invalid(`The mail relay “${name}” can take nothing.`, "Connections, rate and weight are above zero.");
    if (user !== null && tls === "none" && !isLocal(host))
      throw invalid(
        `The password of “${name}” would travel in the clear.`,
        "Set its TLS mode to starttls or implicit.",
      );
  }
}
