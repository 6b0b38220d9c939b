import { createHash, timingSafeEqual } from "node:crypto";
import type { SubscriberNumber } from "../../model/id.ts";
import type { Clock } from "../../model/time.ts";
import type { Sealer } from "../ports.ts";

/** What a message is known by: which dispatch to whom. */
export interface MailSubject {
  /** Dispatch number. */
  readonly dispatch: number;
  readonly subscriber: SubscriberNumber;
}

/** Names for messages that nobody can forge and that say nothing of the address. */
export interface MailIds {
  /** `<d12.4711.3f…@host>`: the same for the same message whenever it is sent (RFC 5322 §3.6.4). */
  messageId(subject: MailSubject): string;
  /** `bounce+TOKEN@bounce.example`: where a bounce comes to; null where no domain is set for it. */
  returnPath(subject: MailSubject): string | null;
  /** Finds a name of either form in a text; null when there is none, or not one of ours. */
  read(text: string): MailSubject | null;
}

/** Hexadecimal digits of a Message-ID's signature: 80 bits. */
const MAC_DIGITS = 20;
/** Names in one text that are looked at. */
const TRIES = 8;

/** `bounce`: domain of return paths. A token is 39 octets for 12.4711 and 57, all there is room for, with 18 characters. */
export function createMailIds(
  sealer: Pick<Sealer, "sign" | "read">,
  domains: { readonly host: string; readonly bounce: string | null },
  clock: Clock,
): MailIds {
  const mac = (numbers: string): string =>
    createHash("sha256")
      .update(`message-id ${sealer.sign("bounce", numbers, null)}`)
      .digest("hex")
      .slice(0, MAC_DIGITS);
  const numbersOf = ({ dispatch, subscriber }: MailSubject): string => `${dispatch}.${subscriber}`;
  return {
    messageId(subject) {
      const numbers = numbersOf(subject);
      return `<d${numbers}.${mac(numbers)}@${domains.host}>`;
    },
    returnPath(subject) {
      if (domains.bounce === null) return null;
      return `bounce+${sealer.sign("bounce", numbersOf(subject), null)}@${domains.bounce}`;
    },
    read(text) {
      for (const [, token = ""] of [...text.matchAll(/\bbounce\+([a-z2-7]{20,57})@/gi)].slice(0, TRIES)) {
        const subject = subjectOf(sealer.read("bounce", token, clock()));
        if (subject !== null) return subject;
      }
      const names = [...text.matchAll(/\bd(\d{1,15}\.\d{1,15})\.([0-9a-f]{20})@/gi)];
      for (const [, numbers = "", found = ""] of names.slice(0, TRIES)) {
        if (timingSafeEqual(Buffer.from(mac(numbers)), Buffer.from(found.toLowerCase()))) return subjectOf(numbers);
      }
      return null;
    },
  };
}

function subjectOf(numbers: string | null): MailSubject | null {
  const found = /^(\d{1,15})\.(\d{1,15})$/.exec(numbers ?? "");
  return found === null ? null : { dispatch: Number(found[1]), subscriber: Number(found[2]) as SubscriberNumber };
}
