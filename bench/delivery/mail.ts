// Sends one letter to many. argv: "ours" or "peer" (a bare nodemailer pool), port of the sink, messages, DKIM key file or
// "". Prints messages a second of processor time of this process.
import { readFileSync } from "node:fs";
import { createTransport } from "nodemailer";
import type { DispatchId, SubscriberNumber } from "../../src/model/id.ts";
import { createMailChannel } from "../../src/deliver/email/channel.ts";
import { contentOf } from "../../src/deliver/email/content.ts";
import { htmlBody } from "../../src/deliver/email/html-part.ts";
import { textBody } from "../../src/deliver/email/text-part.ts";
import { linksOf } from "../../src/deliver/links.ts";
import { benchLetter } from "./letter.ts";
import { newSealer, NOW } from "./people.ts";

const [who = "", portText = "", messages = "", keyFile = ""] = process.argv.slice(2);
const [port, MESSAGES] = [Number(portText), Number(messages)];
const CONNECTIONS = 4;
const key = keyFile === "" ? null : readFileSync(keyFile, "utf8");
const sealer = newSealer();
const links = (i: number) => linksOf(sealer, "https://office.example", i as SubscriberNumber);

type Send = (i: number) => Promise<void>;

function ours(): { readonly send: Send; readonly close: () => Promise<void> } {
  const channel = createMailChannel(
    {
      sender: { address: "desk@office.example", replyTo: null, listId: "briefings.office.example" },
      host: "office.example",
      bounceDomain: null,
      relays: [
        {
          name: "sink",
          host: "127.0.0.1",
          port,
          tls: "none",
          user: null,
          password: null,
          ca: null,
          connections: CONNECTIONS,
          rate: null,
          weight: 1,
        },
      ],
      dkim: key === null ? null : { domain: "office.example", selector: "t1", key },
    },
    {
      sealer,
      clock: () => NOW,
      office: () => ({
        name: { en: "Tarn Valley Information Office" },
        languages: ["en"],
        timeZone: "UTC",
        baseUrl: "https://office.example",
        contact: "desk@office.example",
        about: {},
      }),
      ticks: () => performance.now(),
    },
  );
  const signal = new AbortController().signal;
  return {
    async send(i) {
      const result = await channel.send(
        {
          letter: benchLetter,
          dispatch: "edition:12/email" as DispatchId,
          dispatchNumber: 12,
          threads: [],
          subscriber: i as SubscriberNumber,
          address: `reader${i}@reader.example`,
          links: links(i),
        },
        signal,
      );
      if (result.outcome !== "accepted") throw new Error(JSON.stringify(result));
    },
    close: () => channel.close(),
  };
}

function peer(): { readonly send: Send; readonly close: () => Promise<void> } {
  const transport = createTransport({
    pool: true,
    host: "127.0.0.1",
    port,
    ignoreTLS: true,
    maxConnections: CONNECTIONS,
    maxMessages: Infinity,
    ...(key === null ? {} : { dkim: { domainName: "office.example", keySelector: "t1", privateKey: key } }),
  });
  const content = contentOf(benchLetter);
  const [text, html] = [textBody(content), htmlBody(content)];
  return {
    async send(i) {
      const { manage, leave } = links(i);
      await transport.sendMail({
        from: { name: "Tarn Valley Information Office", address: "desk@office.example" },
        to: `reader${i}@reader.example`,
        subject: benchLetter.title,
        text: `${text}\n${manage}\n${leave}\n`,
        html: `${html}<p><a href="${manage}">${manage}</a></p>`,
        headers: {
          "List-Unsubscribe": `<${leave}>`,
          "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
          "List-Id": "<briefings.office.example>",
          "Auto-Submitted": "auto-generated",
        },
      });
    },
    close: async () => transport.close(),
  };
}

async function sendAll(send: Send, count: number): Promise<void> {
  let at = 0;
  const one = async (): Promise<void> => {
    for (let i = at++; i < count; i = at++) await send(i + 1);
  };
  await Promise.all(Array.from({ length: CONNECTIONS * 2 }, one));
}

const { send, close } = who === "ours" ? ours() : peer();
// Connections and compiled code first.
await sendAll(send, MESSAGES / 10);
const before = process.cpuUsage();
await sendAll(send, MESSAGES);
const { user, system } = process.cpuUsage(before);
await close();
console.log(JSON.stringify({ perSecond: MESSAGES / ((user + system) / 1e6) }));
process.exit(0);
