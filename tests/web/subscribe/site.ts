import { randomBytes } from "node:crypto";
import { createSubscriptions } from "../../../src/app/subscriptions.ts";
import type { PushSignUp } from "../../../src/app/push-subscriptions.ts";
import type { LogEvent } from "../../../src/app/log.ts";
import { mailAddress } from "../../../src/deliver/email/address.ts";
import { createMemorySubscriberStore } from "../../../src/deliver/memory/subscriber-store.ts";
import type { Ledger, SubscriberStore, SystemMail, SystemMailer } from "../../../src/deliver/ports.ts";
import { createSealer } from "../../../src/deliver/sealer.ts";
import type { History } from "../../../src/model/history.ts";
import { instantOf, msOf, parseInstant } from "../../../src/model/time.ts";
import { createSubscribePages, type SubscribeEvent } from "../../../src/web/subscribe/subscribe.ts";
import { sampleHistory } from "../../publish/fixture.ts";
import { documentOf, wordsOf, type Page } from "../../publish/pages.ts";

export const sealer = createSealer(new Uint8Array(32).fill(5), (bytes) => randomBytes(bytes));
export const BASE = "https://flood.example";
export const sample = sampleHistory({ editions: 1, statementsPerEdition: 8, languages: ["en", "uk"] });

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly html: string;
  readonly document: Page;
  readonly words: string;
}

/** Who signs up with the form as it comes. */
export const form = {
  address: "anna@example.org",
  in: "en",
  lang: "en",
  topics: "situation",
  area: "",
  frequency: "each",
  hour: "7",
};

/** The pages over a whole service in memory, with all mails and log lines. */
export function openPages(
  options: {
    readonly store?: SubscriberStore;
    readonly history?: History;
    readonly mail?: (mail: SystemMail) => Promise<void>;
    readonly closed?: boolean;
    readonly push?: PushSignUp;
    readonly sent?: Awaited<ReturnType<Ledger["sentTo"]>>;
  } = {},
) {
  const store = options.store ?? createMemorySubscriberStore();
  const mails: SystemMail[] = [];
  const events: (LogEvent | SubscribeEvent)[] = [];
  let now = parseInstant("2031-03-04T06:00:00Z");
  let network = "192.0.2.7";
  const mailer: SystemMailer = {
    address: mailAddress,
    send: async (mail) => {
      mails.push(mail);
      await options.mail?.(mail);
    },
  };
  const open = () =>
    createSubscriptions({
      subscribers: store,
      ledger: { sentTo: async () => options.sent ?? [] },
      sealer,
      mailer: options.closed === true ? null : mailer,
      push: options.push ?? null,
      history: () => options.history ?? sample,
      baseUrl: () => BASE,
      clock: () => now,
      logger: (event) => void events.push(event),
    });
  let service = open();
  const pagesOf = () =>
    createSubscribePages({
      service,
      random: (bytes) => randomBytes(bytes),
      program: "test",
      tls: true,
      addressOf: () => network,
      logger: (event) => void events.push(event),
    });
  let app = pagesOf();

  async function request(path: string, init: RequestInit = {}): Promise<Answer> {
    const response = await app.request(`${BASE}${path}`, init);
    const html = await response.text();
    const page = /^\s*</.test(html);
    return {
      status: response.status,
      headers: response.headers,
      html,
      document: documentOf(page ? html : "<html></html>"),
      words: page ? wordsOf(html) : html,
    };
  }

  const post = (path: string, fields: Readonly<Record<string, string>> = {}, headers: Record<string, string> = {}) =>
    request(path, { method: "POST", body: new URLSearchParams(fields), headers });

  return {
    store,
    mails,
    events,
    get: (path: string, headers: Record<string, string> = {}) => request(path, { headers }),
    post,
    request,
    settled: () => service.settled(),
    tidy: () => service.tidy(),
    wait(seconds: number) {
      now = instantOf(msOf(now) + seconds * 1000);
    },
    from(address: string) {
      network = address;
    },
    /** As after a restart: what was in memory is gone. */
    restart() {
      service = open();
      app = pagesOf();
    },
    /** Signs up and gives the path of the link in the last mail. */
    async signUp(fields: Partial<typeof form> = {}): Promise<string> {
      await post("/subscribe", { ...form, ...fields });
      await service.settled();
      return (mails.at(-1)?.link ?? "").slice(BASE.length);
    },
    /** Signs up, confirms, and gives the path of the page to manage. */
    async subscribe(fields: Partial<typeof form> = {}): Promise<string> {
      const confirmed = await post(await this.signUp(fields));
      return confirmed.document.querySelector("main a")?.getAttribute("href") ?? "";
    },
  };
}
