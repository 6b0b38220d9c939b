import { createServer as createHttpServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { createServer as createHttpsServer } from "node:https";
import type { AddressInfo } from "node:net";
import { lookup } from "node:dns/promises";
import webPush from "web-push";
import { createPushChannel, type PushChannel, type PushOptions } from "../../../src/deliver/push/channel.ts";
import { parseAllowList } from "../../../src/model/public-address.ts";
import type { Instant } from "../../../src/model/time.ts";
import { aReceiver, checkVapid, decrypt, type Receiver } from "./browser-side.ts";
import { madeCertificate } from "./certificate.ts";

/** How the service treats a subscription: it takes messages; answers so; never answers; answers no HTTP. */
export type Manner =
  | "accepts"
  | "hangs"
  | "garbage"
  | "breaks"
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly endless?: true }
  /** Takes bodies up to so many bytes. */
  | { readonly bodyMax: number };

export interface Message {
  readonly path: string;
  readonly json: string;
  readonly ttl: number;
  readonly urgency: string;
  readonly topic: string | null;
  readonly bodyBytes: number;
  readonly token: string;
}

export interface PushService {
  readonly origin: string;
  readonly port: number;
  readonly ca: string | undefined;
  /** What was taken, decrypted. */
  readonly received: readonly Message[];
  /** Rules of the RFCs that were broken. */
  readonly complaints: readonly string[];
  /** A new subscription, as an address. */
  subscription(manner?: Manner): string;
  connections(): Promise<number>;
  /** Connections that there have ever been. */
  readonly opened: number;
  close(): Promise<void>;
}

const tls = madeCertificate();
export const vapid = webPush.generateVAPIDKeys();
const BODY_MAX = 4096;

/** A push service that takes nothing which RFC 8030, 8188, 8291 or 8292 do not allow. Over HTTPS where openssl is. */
export async function startPushService(): Promise<PushService> {
  const received: Message[] = [];
  const complaints: string[] = [];
  const known = new Map<string, { readonly manner: Manner; readonly receiver: Receiver }>();
  let opened = 0;
  let origin = "";

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const path = request.url ?? "";
    const end = (status: number, headers: Readonly<Record<string, string>> = {}): void => {
      response.writeHead(status, headers).end(`about ${path}`);
    };
    const subscription = known.get(path);
    if (subscription === undefined) return end(404);
    const { manner, receiver } = subscription;
    if (typeof manner === "object" && "status" in manner) {
      if (manner.endless !== true) return end(manner.status, manner.headers);
      response.writeHead(manner.status, manner.headers);
      const more = setInterval(() => response.write("x".repeat(10_000)), 1);
      response.on("close", () => clearInterval(more));
      return;
    }
    if (manner === "garbage") return void request.socket.end("250 2.0.0 Ok\r\n\r\n");
    if (manner === "breaks") return void request.socket.destroy();
    if (typeof manner === "object" && body.length > manner.bodyMax) return end(413);
    const wrong = wrongIn(request, body, origin);
    if (wrong !== null) {
      complaints.push(wrong);
      return end(wrong === "too large" ? 413 : 400);
    }
    const { headers } = request;
    received.push({
      path,
      json: decrypt(body, receiver),
      ttl: Number(headers["ttl"]),
      urgency: String(headers["urgency"] ?? "normal"),
      topic: typeof headers["topic"] === "string" ? headers["topic"] : null,
      bodyBytes: body.length,
      token: headers.authorization ?? "",
    });
    if (manner !== "hangs") end(201, { Location: `${origin}/message/${received.length}` });
  }

  const listener = (request: IncomingMessage, response: ServerResponse): void => {
    answer(request, response).catch((error: unknown) => {
      complaints.push(String(error));
      response.writeHead(400).end();
    });
  };
  const server: Server = tls === null ? createHttpServer(listener) : createHttpsServer(tls, listener);
  server.on(tls === null ? "connection" : "secureConnection", () => (opened += 1));
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  const { port } = server.address() as AddressInfo;
  origin = `${tls === null ? "http" : "https"}://localhost:${port}`;
  return {
    origin,
    port,
    ca: tls?.cert,
    received,
    complaints,
    subscription(manner = "accepts") {
      const receiver = aReceiver();
      const path = `/wpush/v2/${receiver.ecdh.getPublicKey("hex").slice(10, 40)}`;
      known.set(path, { manner, receiver });
      return addressOf(origin + path, receiver);
    },
    connections: () => new Promise((resolve) => server.getConnections((_error, count) => resolve(count))),
    get opened() {
      return opened;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** A subscription as a browser gives it. */
export function addressOf(endpoint: string, { ecdh, auth }: Receiver = aReceiver()): string {
  return JSON.stringify({
    endpoint,
    keys: { p256dh: ecdh.getPublicKey("base64url"), auth: auth.toString("base64url") },
  });
}

export const pathOf = (address: string): string =>
  new URL((JSON.parse(address) as { endpoint: string }).endpoint).pathname;

function wrongIn({ method, headers }: IncomingMessage, body: Buffer, origin: string): string | null {
  if (method !== "POST") return "method (RFC 8030 §5)";
  if (!/^\d+$/.test(String(headers["ttl"]))) return "TTL (RFC 8030 §5.2)";
  if (!/^(very-low|low|normal|high)$/.test(String(headers["urgency"] ?? "normal"))) return "Urgency (RFC 8030 §5.3)";
  if (!/^[\w-]{1,32}$/.test(String(headers["topic"] ?? "t"))) return "Topic (RFC 8030 §5.4)";
  if (headers["content-encoding"] !== "aes128gcm") return "Content-Encoding (RFC 8291 §4)";
  if (body.length > BODY_MAX) return "too large";
  const checked = checkVapid(headers.authorization ?? "", origin, Date.now());
  if ("wrong" in checked) return `vapid: ${checked.wrong} (RFC 8292 §2)`;
  return checked.key === vapid.publicKey ? null : "another key than the subscription's (RFC 8292 §4.2)";
}

export const NOW = "2031-03-03T14:00:00Z" as Instant;

/** A channel to one service alone. */
export function aPushChannel(
  service: Pick<PushService, "port" | "ca">,
  options: Partial<PushOptions> & { readonly now?: () => Instant; readonly ticks?: () => number } = {},
): PushChannel {
  const { now = () => NOW, ticks = () => performance.now(), ...changes } = options;
  return createPushChannel(
    {
      keys: vapid,
      allow: parseAllowList([`localhost:${service.port}`]),
      ...(service.ca === undefined ? {} : { ca: service.ca }),
      ...changes,
    },
    { clock: now, ticks, resolve: (host) => lookup(host, { all: true }), subject: () => "mailto:desk@tarn.example" },
  );
}
