import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { feedOf, feedType } from "./feed.ts";
import { escaped } from "./markup.ts";
import { feedPath, reportPath } from "./outlet.ts";
import { frontPage, pageType, reportPage } from "./page.ts";
import { press, reportsUntil } from "./press.ts";
import { sha256 } from "../model/sha256.ts";

/** The invented press on a local port. */
export interface SampleServer {
  /** Listens on 127.0.0.1. `port` 0 or none: any free one. Rejects when the port is taken. */
  start(port?: number): Promise<{ readonly origin: string }>;
  /** Shows what is out on that day of February 2031, 12 to 18; reports that were changed by then show their new text. */
  setDay(day: number): void;
  stop(): Promise<void>;
}

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: Uint8Array;
}

/** Serves pages and feeds with ETag and Last-Modified; answers conditional requests (RFC 9110 §13) with 304. */
export function createSampleServer(): SampleServer {
  let day = 12;
  let origin = "http://127.0.0.1";
  const server = createServer((request, response) => respond(request, response, day, origin));
  return {
    start: (port = 0) =>
      new Promise((resolve, reject) => {
        server.once("error", reject);
        server.listen(port, "127.0.0.1", () => {
          server.off("error", reject);
          const address = server.address();
          if (typeof address === "object" && address !== null) origin = `http://127.0.0.1:${address.port}`;
          resolve({ origin });
        });
      }),
    setDay(next) {
      day = next;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function respond(request: IncomingMessage, response: ServerResponse, day: number, origin: string): void {
  if (request.method !== "GET" && request.method !== "HEAD") {
    response.writeHead(405, { allow: "GET, HEAD" }).end();
    return;
  }
  const path = (request.url ?? "/").split("?")[0] ?? "/";
  const { status, type, body } = answerFor(path, day, origin);
  const etag = `"${sha256(body).slice(0, 32)}"`;
  const headers: Record<string, string> = { "content-type": type };
  if (status === 200) {
    headers["etag"] = etag;
    headers["last-modified"] = new Date(Date.UTC(2031, 1, day)).toUTCString();
    headers["cache-control"] = "no-cache";
    if (request.headers["if-none-match"] === etag) {
      response.writeHead(304, headers).end();
      return;
    }
  }
  response.writeHead(status, { ...headers, "content-length": String(body.byteLength) });
  response.end(request.method === "HEAD" ? undefined : body);
}

/** What the sample server says at `path` on `day`: a report, a feed, a front page, robots.txt, or 404. */
function answerFor(path: string, day: number, origin: string): Answer {
  if (path === "/robots.txt") return text(200, "text/plain; charset=utf-8", "User-agent: *\nAllow: /\n");
  if (path === "/") return text(200, "text/html; charset=utf-8", newsstand());
  for (const outlet of press) {
    if (!path.startsWith(`/${outlet.id}/`)) continue;
    if (path === `/${outlet.id}/`) return { status: 200, type: pageType(outlet), body: frontPage(outlet, day) };
    if (path === feedPath(outlet)) return text(200, feedType(outlet), feedOf(outlet, day, origin));
    const report = reportsUntil(outlet, day).find((one) => reportPath(outlet, one) === path);
    if (report) return { status: 200, type: pageType(outlet), body: reportPage(outlet, report, day) };
  }
  return text(
    404,
    "text/html; charset=utf-8",
    '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>Page not found</title></head><body><h1>Page not found</h1><p>There is no page at this address.</p></body></html>\n',
  );
}

function text(status: number, type: string, body: string): Answer {
  return { status, type, body: Buffer.from(body) };
}

function newsstand(): string {
  const items = press.map(
    (outlet) =>
      `<li><a href="/${outlet.id}/">${escaped(outlet.name)}</a> (<a href="${feedPath(outlet)}">feed</a>)</li>`,
  );
  return `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Sample press</title></head>
<body><h1>Sample press</h1><p>Invented publishers of the invented country of Veshna. Nothing here is real.</p>
<ul>
${items.join("\n")}
</ul></body></html>
`;
}
