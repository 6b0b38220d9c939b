import type { IncomingMessage } from "node:http";
import type { App } from "./open.ts";
import { href } from "../publish/paths.ts";
import { securityHeaders } from "../publish/headers.ts";
import { standingNotices } from "../model/notice.ts";
import { listedPages } from "../web/live/event.ts";
import { createLiveHandler, type LiveHandler } from "../web/live/handler.ts";

/** Where readers' pages listen; assets/live.js names it. */
const LIVE_PATH = "/live";

/** Is this request for live events? `url` as in a request line. */
export function isLiveUrl(url: string): boolean {
  return url === LIVE_PATH || url.startsWith(`${LIVE_PATH}?`);
}

/** Live pages over the bus of an opened house: publications of this process are told, and those of others heard. */
export function startLive(app: App): LiveHandler {
  const { press, clock, config } = app.context;
  const handler = createLiveHandler({
    headers: securityHeaders,
    addressOf: (req) => addressOf(req, config.trustProxy),
    number: press.history().publicationCount,
  });
  app.bus.listen((event) => handler.tell(event));
  app.onPublication((number, changed) => {
    const history = press.history();
    const pages = changed?.filter((path) => path.endsWith(".html")).map((path) => href("", path)) ?? null;
    app.bus.publish({
      number,
      edition: history.editions.length,
      pages: pages === null ? null : listedPages(pages),
      notices: standingNotices(history, clock()).length,
    });
  });
  return handler;
}

/** Behind a proxy the address that the proxy saw. */
function addressOf(req: IncomingMessage, trustProxy: boolean): string {
  const forwarded = trustProxy ? String(req.headers["x-forwarded-for"] ?? "") : "";
  const seen = forwarded.split(",").at(-1)?.trim() ?? "";
  return seen === "" ? (req.socket.remoteAddress ?? "unknown") : seen;
}
