import { foldLines } from "nodemailer/lib/mime-funcs";
import MimeNode from "nodemailer/lib/mime-node";
import { msOf, type Instant } from "../../model/time.ts";
import type { Letter, Outgoing } from "../letter.ts";
import { deliveryMessagesIn } from "../messages.ts";
import { contentOf, type MailContent, type MailFoot } from "./content.ts";
import { encodedPart, type EncodedPart } from "./encoded-part.ts";
import { htmlBody, htmlFoot } from "./html-part.ts";
import type { MailIds } from "./mail-id.ts";
import { textBody, textFoot } from "./text-part.ts";

/** Who writes. */
export interface Sender {
  /** Of the header From; its name is the office's. */
  readonly address: string;
  readonly replyTo: string | null;
  /** Unique name of the list, in the form of a domain (RFC 2919): `briefings.office.example`. */
  readonly listId: string;
}

/** A message ready to be handed over. */
export interface Mail {
  readonly envelope: { readonly from: string; readonly to: string };
  readonly bytes: Buffer;
}

/** What of a letter is the same for everybody, encoded once. */
export interface Mould {
  readonly content: MailContent;
  readonly text: EncodedPart;
  readonly html: EncodedPart;
  /** Header fields, each ended. */
  readonly head: string;
}

/** In References: the newest ones, so that the header stays short. */
const REFERENCES_MAX = 20;
/** Neither quoted-printable nor base64 ever contains `=_` (RFC 2045 §6.7), so it needs no chance. */
const BOUNDARY = "=_tocsin";

const moulds = new WeakMap<Letter, Mould>();

export function mouldFor(content: MailContent, sender: Sender): Mould {
  const field = (key: string, value: Parameters<typeof MimeNode.encodeHeaderValue>[1]): string =>
    `${foldLines(`${key}: ${MimeNode.encodeHeaderValue(key, value)}`, 76)}\r\n`;
  const title = headerWords(content.title);
  return {
    content,
    text: encodedPart("plain", textBody(content)),
    html: encodedPart("html", htmlBody(content)),
    head: [
      field("From", { name: headerWords(content.office), address: sender.address }),
      sender.replyTo === null ? "" : field("Reply-To", { name: "", address: sender.replyTo }),
      title === "" ? "" : field("Subject", title),
      `Content-Language: ${content.lang.replace(/[^A-Za-z0-9-]/g, "")}\r\n`,
      // RFC 3834 §5: so that no absence message answers it.
      "Auto-Submitted: auto-generated\r\n",
      "MIME-Version: 1.0\r\n",
      `Content-Type: multipart/alternative; boundary="${BOUNDARY}"\r\n`,
    ].join(""),
  };
}

/** What looks like an encoded word (RFC 2047 §2) would be decoded by the reader, so it is taken apart. */
const headerWords = (text: string): string => text.replaceAll("=?", "= ?");

/** A letter for one recipient as a message (RFC 5322, RFC 2045). */
export function letterMail(outgoing: Outgoing, sender: Sender, ids: MailIds, now: Instant): Mail {
  const { letter, links, subscriber } = outgoing;
  let mould = moulds.get(letter);
  if (mould === undefined) {
    mould = mouldFor(contentOf(letter), sender);
    moulds.set(letter, mould);
  }
  const messages = deliveryMessagesIn(letter.lang);
  const subject = { dispatch: outgoing.dispatchNumber, subscriber };
  const foot: MailFoot = {
    // Whoever subscribed to corrections gets this one for its own sake.
    why: messages.t(outgoing.threads.length > 0 ? "mail.whyCorrection" : "mail.why", { office: mould.content.office }),
    links: [
      { words: messages.t("mail.manage"), url: links.manage },
      { words: messages.t("mail.leave"), url: links.leave },
    ],
  };
  const fields = [`List-Id: <${sender.listId}>`, `List-Unsubscribe: <${new URL(links.leave).href}>`];
  // RFC 8058 §3.1: one click is for HTTPS alone.
  if (links.leave.startsWith("https:")) fields.push("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
  // The newest is what it answers; References begins with the oldest (RFC 5322 §3.6.4).
  const before = outgoing.threads.map(({ number }) => ids.messageId({ dispatch: number, subscriber }));
  if (before[0] !== undefined) {
    fields.push(`In-Reply-To: ${before[0]}`);
    fields.push(`References: ${before.slice(0, REFERENCES_MAX).toReversed().join("\r\n ")}`);
  }
  return built(mould, foot, {
    to: outgoing.address,
    returnPath: ids.returnPath(subject) ?? sender.address,
    messageId: ids.messageId(subject),
    now,
    fields,
  });
}

/** What one message has of its own. */
interface Dress {
  readonly to: string;
  readonly returnPath: string;
  readonly messageId: string;
  readonly now: Instant;
  /** Header fields, in ASCII and not ended. */
  readonly fields: readonly string[];
}

/** The mould with head and foot of one message. Throws INTERNAL for an address that is none. */
export function built(mould: Mould, foot: MailFoot, dress: Dress): Mail {
  const { content } = mould;
  const own = [
    `Date: ${new Date(msOf(dress.now)).toUTCString().replace("GMT", "+0000")}`,
    `Message-ID: ${dress.messageId}`,
    `To: ${dress.to}`,
    ...dress.fields,
  ];
  if ([dress.returnPath, ...own].some((line) => BROKEN.test(line)) || !PLAIN_ADDRESS.test(dress.to))
    throw new TypeError("a header field would be more than one line");
  const message = [
    `${mould.head}${own.join("\r\n")}\r\n`,
    `--${BOUNDARY}`,
    mould.text(textFoot(content, foot)),
    `--${BOUNDARY}`,
    mould.html(htmlFoot(content, foot)),
    `--${BOUNDARY}--\r\n`,
  ].join("\r\n");
  return { envelope: { from: dress.returnPath, to: dress.to }, bytes: Buffer.from(message) };
}

/** A line end that does not fold the field, or a control character. */
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const BROKEN = /\r\n(?! )|\r(?!\n)|(?<!\r)\n|[\u0000-\u0009\u000b\u000c\u000e-\u001f\u007f]/;
/** As `mailAddress` gives it: nothing that separates, quotes or comments. */
const PLAIN_ADDRESS = /^[^\s<>(),:;"[\]\\@]+@[^\s<>(),:;"[\]\\@]+$/;
