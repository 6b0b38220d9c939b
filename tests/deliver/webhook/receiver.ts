import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { lookup } from "node:dns/promises";
import { Webhook } from "standardwebhooks";
import { createWebhookChannel, type WebhookChannel } from "../../../src/deliver/webhook/channel.ts";
import type { Resolve } from "../../../src/model/guarded-connect.ts";
import { parseAllowList } from "../../../src/model/public-address.ts";
import type { Instant } from "../../../src/model/time.ts";

/** A message whose signature held. */
export interface Got {
  readonly path: string;
  readonly id: string;
  readonly type: string;
  readonly timestamp: string;
  readonly data: Readonly<Record<string, unknown>>;
}

export interface Receiver {
  readonly origin: string;
  readonly port: number;
  readonly got: readonly Got[];
  /** Messages whose signature did not hold, or that came where nobody asked for any. */
  readonly complaints: readonly string[];
  /** A receiver on this server, as an address, that answers as its name says. */
  readonly address: (name: string) => string;
  connections(): Promise<number>;
  close(): Promise<void>;
}

export const secret = `whsec_${Buffer.alloc(32, 7).toString("base64")}`;

const STATUS: Readonly<Record<string, number>> = {
  accepts: 200,
  "empty-yes": 204,
  refuses: 400,
  gone: 410,
  later: 429,
  failing: 500,
  resting: 503,
};

/** Programs that keep to Standard Webhooks, and some that keep to nothing. */
export async function startReceiver(): Promise<Receiver> {
  const got: Got[] = [];
  const complaints: string[] = [];
  const open = new Set<NodeJS.Timeout>();

  function drip(response: ServerResponse, bytes: number, ms: number): void {
    const more = setInterval(() => response.write("x".repeat(bytes)), ms);
    open.add(more);
    response.on("close", () => clearInterval(more));
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString();
    const [, name = ""] = (request.url ?? "").split("/");
    try {
      const headers = Object.fromEntries(Object.entries(request.headers).map(([key, value]) => [key, String(value)]));
      const message = new Webhook(secret).verify(body, headers) as Pick<Got, "type" | "timestamp" | "data">;
      const taken = [
        "accepts",
        "empty-yes",
        "hangs",
        "garbage",
        "endless",
        "drips",
        "breaks",
        "answers",
        "says",
        "echo",
      ];
      if (taken.includes(name)) got.push({ path: name, id: headers["webhook-id"] ?? "", ...message });
    } catch (error) {
      complaints.push(`${name}: ${String(error)}`);
      return void response.writeHead(401).end();
    }
    const { challenge } = (JSON.parse(body) as { data: { challenge?: string } }).data;
    switch (name) {
      case "hangs":
        return;
      case "garbage":
        return void request.socket.end("250 2.0.0 Ok\r\n\r\n");
      case "breaks":
        return void request.socket.destroy();
      case "inside":
        return void response.writeHead(307, { location: `http://127.0.0.1:${port}/accepts` }).end();
      case "endless":
        response.writeHead(200);
        return drip(response, 10_000, 1);
      case "drips":
        response.writeHead(200);
        return drip(response, 1, 50);
      case "echo":
        return void response.end(body);
      case "says":
        return void response.end(` ${challenge}\n`);
      case "answers":
        return void response.setHeader("content-type", "application/json").end(JSON.stringify({ challenge }));
    }
    response.writeHead(STATUS[name] ?? 404, name === "later" ? { "retry-after": "120" } : {}).end(`about ${name}`);
  }

  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  return {
    origin,
    port,
    got,
    complaints,
    address: (name) => JSON.stringify({ url: `${origin}/${name}/hook-4711-private`, secret }),
    connections: () =>
      new Promise((resolve, reject) => {
        server.getConnections((error, count) => (error === null ? resolve(count) : reject(error)));
      }),
    async close() {
      for (const timer of open) clearInterval(timer);
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const systemResolve: Resolve = (host) => lookup(host, { all: true });

/** A channel for receivers on this server, and for whatever else is allowed. */
export function aWebhookChannel(
  port: number,
  options: { readonly timeoutMs?: number; readonly resolve?: Resolve; readonly allow?: readonly string[] } = {},
): WebhookChannel {
  return createWebhookChannel(
    {
      allow: parseAllowList(options.allow ?? [`127.0.0.1:${port}`]),
      ...(options.timeoutMs === undefined ? {} : { timeoutMs: options.timeoutMs }),
    },
    {
      // Signatures are as old as the message: the library looks at the machine's clock.
      clock: () => `${new Date().toISOString().slice(0, 19)}Z` as Instant,
      resolve: options.resolve ?? systemResolve,
      ticks: () => performance.now(),
    },
  );
}
