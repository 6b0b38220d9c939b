import { createServer as createHttpServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context as HonoContext } from "hono";
import { isLiveUrl, startLive } from "./live.ts";
import type { App } from "./open.ts";
import { startOperatorServer } from "./operator-server.ts";
import { PROGRAM } from "./version.ts";
import { securityHeaders } from "../publish/headers.ts";
import { isSubscriptionUrl } from "../publish/subscription-paths.ts";
import { createDesk } from "../web/desk/desk.ts";
import { limitServer, PUBLIC_SERVER_OPTIONS } from "../web/public/limits.ts";
import { createPublicHandler } from "../web/public/server.ts";
import { createSubscribePages } from "../web/subscribe/subscribe.ts";

export interface RunningServer {
  readonly server: Server;
  /** `http://127.0.0.1:8080` */
  readonly address: string;
  readonly close: () => Promise<void>;
}

/** The client's address, for the limit on sign-ins: behind a proxy the one that the proxy saw. */
function addressOf(c: HonoContext, trustProxy: boolean): string {
  const forwarded = trustProxy ? c.req.header("x-forwarded-for")?.split(",").at(-1)?.trim() : undefined;
  return forwarded ?? getConnInfo(c).remote.address ?? "unknown";
}

/** Starts the HTTP edge: public files at /, the desk at /desk, the pages for subscribers at /subscribe. */
export async function startServer(app: App): Promise<RunningServer> {
  const { config, clock, random, logger } = app.context;
  const baseUrl = config.baseUrl ?? app.context.press.history().office?.baseUrl ?? "";
  const tls = baseUrl.startsWith("https://");
  const publicHandler = createPublicHandler({
    directory: app.layout.site,
    headers: securityHeaders,
    tls,
    hub: app.hub === null ? null : { hub: app.hub, baseUrl },
    onError: (error) => logger({ level: "error", event: "public.failed", message: String(error) }),
  });
  app.onPublication((publication) => publicHandler.release(publication));
  const live = startLive(app);
  const desk = createDesk({
    service: app.desk,
    clock,
    random,
    secureCookies: tls,
    publicSiteUrl: baseUrl,
    addressOf: (c) => addressOf(c, config.trustProxy),
    logger: ({ event, ...fields }) => logger({ level: event === "desk.error" ? "error" : "info", event, ...fields }),
  });
  const subscribe = createSubscribePages({
    service: app.subscriptions,
    random,
    program: PROGRAM,
    tls,
    addressOf: (c) => addressOf(c, config.trustProxy),
    logger: (event) => logger({ level: "error", ...event }),
  });
  const deskListener = getRequestListener(desk.fetch);
  const subscribeListener = getRequestListener(subscribe.fetch);
  const server = createHttpServer(PUBLIC_SERVER_OPTIONS, (request, response) => {
    const { url = "/" } = request;
    if (url === "/desk" || url.startsWith("/desk/") || url.startsWith("/desk?")) {
      void deskListener(request, response);
    } else if (isSubscriptionUrl(url)) void subscribeListener(request, response);
    else if (isLiveUrl(url)) live(request, response);
    else publicHandler(request, response);
  });
  limitServer(server);
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(config.port, config.host, () => {
      server.off("error", reject);
      // Out of file handles, say: those who are connected go on, and the next may get through.
      server.on("error", (error) => logger({ level: "error", event: "http.error", message: String(error) }));
      resolve();
    });
  });
  const operator =
    config.metrics === null
      ? null
      : await startOperatorServer(config.metrics, {
          metrics: app.operations.metrics(),
          health: app.operations.health,
          takeBounce: app.takeBounce,
          logger,
        });
  const { port } = server.address() as AddressInfo;
  const host = config.host.includes(":") ? `[${config.host}]` : config.host;
  return {
    server,
    address: `http://${host}:${port}`,
    async close() {
      publicHandler.close();
      await operator?.close();
      live.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** `preferred` when nobody listens there, else any free port. */
export async function freePort(host: string, preferred: number): Promise<number> {
  const attempt = (port: number): Promise<number | null> =>
    new Promise((resolve) => {
      const probe = createHttpServer();
      probe.once("error", () => resolve(null));
      probe.listen(port, host, () => {
        const bound = (probe.address() as AddressInfo).port;
        probe.close(() => resolve(bound));
      });
    });
  return (await attempt(preferred)) ?? (await attempt(0)) ?? preferred;
}
