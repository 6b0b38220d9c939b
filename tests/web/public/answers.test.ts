import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { securityHeaders } from "../../../src/publish/headers.ts";
import { caddyConfig } from "../../../src/web/public/caddy.ts";
import { limitServer, PUBLIC_SERVER_OPTIONS } from "../../../src/web/public/limits.ts";
import { nginxConfig } from "../../../src/web/public/nginx.ts";
import { createPublicHandler } from "../../../src/web/public/server.ts";
import { ask, fits, readExamples } from "./answers.ts";
import type { ServerName } from "./answers.ts";
import { freePort, isInstalled, startCaddy, startNginx } from "./peers.ts";
import type { Peer } from "./peers.ts";
import { writeExampleSite } from "./site.ts";

const examples = readExamples(new URL("answers.txt", import.meta.url));
const directory = mkdtempSync(join(tmpdir(), "tocsin-answers-"));

const hub = { hub: "https://hub.example/", baseUrl: "https://tocsin.example" };
const site = {
  siteDirectory: directory,
  serverName: "tocsin.example",
  deskUpstream: null,
  headers: securityHeaders,
  hub,
};

beforeAll(() => writeExampleSite(directory));
afterAll(() => rmSync(directory, { recursive: true }));

function play(name: ServerName, start: () => Promise<Peer>): void {
  let peer: Peer;
  let etagBefore = "";
  beforeAll(async () => {
    peer = await start();
  });
  afterAll(() => peer.stop());
  test.each(examples)("$title", async (example) => {
    const answer = await ask(peer.port, example, etagBefore);
    etagBefore = answer.headers.etag ?? etagBefore;
    const wrong: string[] = [];
    const compare = (what: string, actual: string, expected: string): void => {
      if (!fits(actual, expected)) wrong.push(`${what}: ${actual.slice(0, 300)} — expected: ${expected}`);
    };
    compare("status", String(answer.status), example.status[name]);
    for (const [header, expected] of example.answer) {
      if (header === "body") compare("body", answer.body, expected[name]);
      else compare(header, String(answer.headers[header.toLowerCase()] ?? "(none)"), expected[name]);
    }
    expect(wrong).toEqual([]);
  });
}

describe("the built-in server answers as answers.txt says", () => {
  play("tocsin", async () => {
    const handler = createPublicHandler({ directory, headers: securityHeaders, hub });
    const server = createServer(PUBLIC_SERVER_OPTIONS, handler);
    limitServer(server);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return {
      port: (server.address() as AddressInfo).port,
      stop: async () => {
        handler.close();
        await new Promise((resolve) => server.close(resolve));
      },
    };
  });
});

describe.skipIf(!isInstalled("nginx", "-v"))(
  "nginx with our configuration answers as answers.txt says (needs nginx)",
  () => {
    play("nginx", async () => {
      const port = await freePort();
      return startNginx(join(directory, "nginx"), nginxConfig({ ...site, listen: `127.0.0.1:${port}` }), port);
    });
  },
);

describe.skipIf(!isInstalled("caddy", "version"))(
  "Caddy with our configuration answers as answers.txt says (needs caddy)",
  () => {
    play("caddy", async () => {
      const port = await freePort();
      return startCaddy(join(directory, "caddy"), caddyConfig({ ...site, listen: `127.0.0.1:${port}` }), port);
    });
  },
);
