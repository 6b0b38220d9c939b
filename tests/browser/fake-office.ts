import { serve, type ServerType } from "@hono/node-server";
import type { AddressInfo } from "node:net";
import type { Browser, BrowserContext, BrowserContextOptions } from "playwright-core";
import { createDesk } from "../../src/web/desk/desk.ts";
import { fakeDesk } from "../web/fake-desk.ts";
import type { FakeState } from "../web/fake/state.ts";

/** The desk's real pages over an invented office, for what has to be looked at in a browser. */
export interface FakeOffice {
  readonly base: string;
  readonly state: FakeState;
  /** A browser in which this person is signed in: `noor`, `ida`, `ruben`, `olena`. */
  enter(browser: Browser, who: string, options?: BrowserContextOptions): Promise<BrowserContext>;
  stop(): void;
}

export async function startFakeOffice(options: { readonly ferry?: boolean } = {}): Promise<FakeOffice> {
  const { state, service } = fakeDesk(options);
  const app = createDesk({
    service,
    clock: () => state.now,
    random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
    secureCookies: false,
    publicSiteUrl: "",
    logger: () => {},
  });
  const server = await new Promise<ServerType>((resolve) => {
    // The icon belongs to the public site, which is not here.
    const fetch = (request: Request): Response | Promise<Response> =>
      new URL(request.url).pathname === "/favicon.ico" ? new Response(null, { status: 204 }) : app.fetch(request);
    const started = serve({ fetch, port: 0, hostname: "127.0.0.1" }, () => resolve(started));
  });
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    base,
    state,
    async enter(browser, who, more = {}) {
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "en", ...more });
      await context.addCookies([{ name: "tocsin_desk", value: `session-${who}`, url: base }]);
      return context;
    },
    stop: () => void server.close(),
  };
}
