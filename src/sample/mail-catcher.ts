import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { callbackify } from "node:util";
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer } from "smtp-server";
import { escaped } from "./markup.ts";

/** Local parts that the catcher does not know, so that a demonstration shows a failure too. */
const UNKNOWN = new Set(["moved-away"]);
const MESSAGES_MAX = 2000;

/** A message that came in, taken apart. */
export interface CaughtMail {
  readonly number: number;
  readonly to: string;
  readonly mail: Email;
}

/** A mail server for one machine that keeps what it gets and shows it on a page. Nothing leaves it. */
export interface MailCatcher {
  /** Where mail is handed over. */
  readonly port: number;
  /** Address of the page that shows it. */
  readonly origin: string;
  readonly caught: readonly CaughtMail[];
  stop(): Promise<void>;
}

/** Listens on 127.0.0.1, for mail and for the page that shows it, each on any free port. */
export async function startMailCatcher(): Promise<MailCatcher> {
  const caught: CaughtMail[] = [];
  let count = 0;
  async function take(raw: Buffer, recipients: readonly string[]): Promise<undefined> {
    const mail = await PostalMime.parse(raw);
    for (const to of recipients) {
      count += 1;
      caught.push({ number: count, to, mail });
    }
    caught.splice(0, caught.length - MESSAGES_MAX);
    return undefined;
  }
  const smtp = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    disableReverseLookup: true,
    logger: false,
    closeTimeout: 100,
    onRcptTo({ address }, _session, callback) {
      const known = !UNKNOWN.has(address.split("@")[0] ?? "");
      callback(known ? null : Object.assign(new Error("5.1.1 No such mailbox"), { responseCode: 550 }));
    },
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => void chunks.push(chunk));
      stream.on("end", () => {
        const recipients = session.envelope.rcptTo.map(({ address }) => address);
        callbackify(take)(Buffer.concat(chunks), recipients, callback);
      });
    },
  });
  smtp.on("error", () => {
    // A client that breaks off is no concern of ours.
  });
  await new Promise<void>((resolve) => void smtp.listen(0, "127.0.0.1", () => resolve()));
  const pages = createServer((request, response) => respond(request, response, caught));
  await new Promise<void>((resolve) => pages.listen(0, "127.0.0.1", () => resolve()));
  return {
    port: (smtp.server.address() as AddressInfo).port,
    origin: `http://127.0.0.1:${(pages.address() as AddressInfo).port}`,
    caught,
    async stop() {
      await new Promise<void>((resolve) => smtp.close(() => resolve()));
      pages.closeAllConnections();
      await new Promise<void>((resolve) => pages.close(() => resolve()));
    },
  };
}

const CSP = "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; form-action 'none'; base-uri 'none'";

function respond(request: IncomingMessage, response: ServerResponse, caught: readonly CaughtMail[]): void {
  const [, number, part] = /^\/(\d+)(\/html)?$/.exec(request.url ?? "/") ?? [];
  const found = number === undefined ? undefined : caught.find((one) => one.number === Number(number));
  if (number !== undefined && found === undefined) return send(response, 404, "<p>There is no such message.</p>", CSP);
  if (found === undefined) return send(response, 200, list(caught), CSP);
  if (part === undefined) return send(response, 200, message(found), CSP);
  // The message as a mail program shows it: without scripts, forms or anything from elsewhere.
  return send(response, 200, found.mail.html ?? "", "sandbox; default-src 'none'; style-src 'unsafe-inline'");
}

function send(response: ServerResponse, status: number, body: string, policy: string): void {
  const bytes = Buffer.from(body);
  response.writeHead(status, {
    "content-type": "text/html; charset=utf-8",
    "content-length": bytes.length,
    "content-security-policy": policy,
    "cache-control": "no-store",
  });
  response.end(bytes);
}

const STYLE = `body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:0 auto;padding:1rem;color-scheme:light dark}
h1{font-size:1.4rem}ol{list-style:none;padding:0}ol ol{padding-inline-start:1.5rem}li{border-top:1px solid #8886;padding:.5rem 0}
small,dt{opacity:.75}dl{display:grid;grid-template-columns:max-content 1fr;gap:.1rem 1rem}dd{margin:0;overflow-wrap:anywhere}
pre{white-space:pre-wrap;font:14px/1.5 ui-monospace,monospace;border:1px solid #8886;padding:1rem}
iframe{width:100%;height:40rem;border:1px solid #8886;background:#fff}a{font-weight:600}`;

function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)}</title><style>${STYLE}</style></head><body>${body}</body></html>
`;
}

/** Newest first; what answers a message stands under it, as in a mail program. */
function list(caught: readonly CaughtMail[]): string {
  const people = [...new Set(caught.map(({ to }) => to))].sort();
  const byId = new Set(caught.map(({ mail }) => mail.messageId ?? ""));
  const rows = (to: string, under: string | null): string => {
    const own = caught.filter((one) => one.to === to && (parentIn(one, byId) ?? null) === under);
    if (own.length === 0) return "";
    const items = (under === null ? own.toReversed() : own).map(
      (one) =>
        `<li><a href="/${one.number}">${escaped(one.mail.subject ?? "")}</a> <small>${escaped(one.mail.date ?? "")}</small>${rows(to, one.mail.messageId ?? "")}</li>`,
    );
    return `<ol>${items.join("")}</ol>`;
  };
  const boxes = people.map((to) => `<h2>${escaped(to)}</h2>${rows(to, null)}`).join("");
  const empty = "<p>Nothing has come in yet.</p>";
  return page(
    "Caught mail",
    `<h1>Caught mail</h1><p>Mail of the demonstration. None of it leaves this machine.</p>${boxes || empty}`,
  );
}

function parentIn({ mail }: CaughtMail, known: ReadonlySet<string>): string | undefined {
  const references = `${mail.inReplyTo ?? ""} ${mail.references ?? ""}`.match(/<[^<>\s]+>/g) ?? [];
  return references.find((one) => known.has(one) && one !== mail.messageId);
}

function message({ number, to, mail }: CaughtMail): string {
  const shown = ["from", "list-id", "list-unsubscribe", "message-id", "in-reply-to", "auto-submitted"];
  const headers = mail.headers.filter(({ key }) => shown.includes(key));
  const rows = [{ key: "to", value: to }, ...headers].map(
    ({ key, value }) => `<dt>${escaped(key)}</dt><dd>${escaped(value)}</dd>`,
  );
  const links = [...(mail.text ?? "").matchAll(/https?:\/\/[^\s<>]+/g)].map(
    ([link]) => `<li><a href="${escaped(link)}">${escaped(link)}</a></li>`,
  );
  return page(
    mail.subject ?? "Message",
    `<p><a href="/">All mail</a></p><h1>${escaped(mail.subject ?? "")}</h1><dl>${rows.join("")}</dl>
<h2>As a mail program shows it</h2><iframe src="/${number}/html" sandbox title="The message"></iframe>
<h2>Text part</h2><pre>${escaped(mail.text ?? "")}</pre><h2>Links</h2><ol>${links.join("")}</ol>`,
  );
}
