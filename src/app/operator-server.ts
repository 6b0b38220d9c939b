import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Registry } from "prom-client";
import { TocsinError } from "../model/error.ts";
import { BOUNCE_BYTES_MAX, type TakeBounce } from "./bounces.ts";
import type { HealthPart } from "./health.ts";
import type { Logger } from "./log.ts";

export interface OperatorPages {
  readonly metrics: Registry;
  readonly health: () => Promise<readonly HealthPart[]>;
  /** Reports of mail that came back; left out: none are taken here. */
  readonly takeBounce?: TakeBounce;
  readonly logger: Logger;
}

export interface OperatorServer {
  /** `http://127.0.0.1:9464` */
  readonly address: string;
  close(): Promise<void>;
}

/**
 * Pages for those who run the program, on a port of their own that readers do not reach: `/metrics`, `/healthz` (the
 * process lives), `/readyz` (it does its work; else 503). A mail server or relay posts reports of mail that came back to
 * `/bounces`. Throws CONFIG_INVALID when it cannot listen.
 */
export async function startOperatorServer(
  { host, port }: { readonly host: string; readonly port: number },
  pages: OperatorPages,
): Promise<OperatorServer> {
  const server = createServer({ requestTimeout: 10_000, headersTimeout: 5_000 }, (request, response) => {
    answer(request, response, pages).catch((error: unknown) => {
      pages.logger({ level: "error", event: "operator.failed", message: String(error) });
      if (response.headersSent) response.destroy();
      else say(response, 500, "failed\n");
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", (cause) => {
      reject(
        new TocsinError("CONFIG_INVALID", `Nothing can listen on ${host}:${port} for metrics.`, {
          fix: "Set TOCSIN_METRICS to another port.",
          cause,
        }),
      );
    });
    server.listen(port, host, resolve);
  });
  const bound = (server.address() as AddressInfo).port;
  return {
    address: `http://${host.includes(":") ? `[${host}]` : host}:${bound}`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { metrics, health, takeBounce }: OperatorPages,
): Promise<void> {
  const { url = "/", method } = request;
  if (method === "POST" && url === "/bounces" && takeBounce !== undefined) {
    const bytes = await bodyOf(request);
    if (bytes === null) return say(response, 413, "too large\n");
    return say(response, 200, `${await takeBounce(request.headers["content-type"] ?? "", bytes)}\n`);
  }
  if (method !== "GET" && method !== "HEAD") return say(response, 405, "only GET\n");
  switch (url.replace(/\?.*$/, "")) {
    case "/metrics":
      return say(response, 200, await metrics.metrics(), metrics.contentType);
    case "/healthz":
      return say(response, 200, "ok\n");
    case "/readyz": {
      const parts = await health();
      const lines = parts.map(({ name, ok, detail }) => `${name} ${ok ? "ok" : detail}\n`);
      return say(response, parts.every(({ ok }) => ok) ? 200 : 503, lines.join(""));
    }
    default:
      return say(response, 404, "not found\n");
  }
}

/** Null: longer than any report. */
async function bodyOf(request: IncomingMessage): Promise<Uint8Array | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    chunks.push(chunk as Buffer);
    length += (chunk as Buffer).length;
    if (length > BOUNCE_BYTES_MAX) return null;
  }
  return Buffer.concat(chunks);
}

function say(response: ServerResponse, status: number, text: string, type = "text/plain; charset=utf-8"): void {
  response.writeHead(status, { "Content-Type": type, "Cache-Control": "no-store" }).end(text);
}
