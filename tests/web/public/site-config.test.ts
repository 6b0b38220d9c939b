import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { securityHeaders } from "../../../src/publish/headers.ts";
import { caddyConfig } from "../../../src/web/public/caddy.ts";
import { nginxConfig } from "../../../src/web/public/nginx.ts";
import type { SiteConfig } from "../../../src/web/public/site-config.ts";
import { freePort, isInstalled, nginxMain, startCaddy, startNginx } from "./peers.ts";
import type { Peer } from "./peers.ts";
import { switchTo, writeWithTwins } from "./site.ts";

const hasNginx = isInstalled("nginx", "-v");
const hasCaddy = isInstalled("caddy", "version");
const hasOpenssl = isInstalled("openssl", "version");
const directory = mkdtempSync(join(tmpdir(), "tocsin-config-"));
const config: SiteConfig = {
  siteDirectory: directory,
  serverName: "tocsin.example",
  deskUpstream: "127.0.0.1:8080",
  headers: securityHeaders,
};
const tls = { certificate: join(directory, "cert.pem"), key: join(directory, "key.pem") };

beforeAll(() => {
  for (const tree of ["a", "b"]) writeWithTwins(join(directory, tree, "index.html"), `<p>tree ${tree}</p>`);
  switchTo(directory, "a");
  if (!hasOpenssl) return;
  const args = `req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj /CN=tocsin.example -days 2 -keyout ${tls.key} -out ${tls.certificate}`;
  spawnSync("openssl", args.split(" "));
});
afterAll(() => rmSync(directory, { recursive: true }));

describe("configurations for other servers", () => {
  test.each([
    ["a server name that ends its line", { serverName: "x; return 200 'mine'" }],
    ["a folder with a quote", { siteDirectory: '/srv/"; evil' }],
    ["a folder that is not absolute", { siteDirectory: "site" }],
    ["an upstream that is more than an address", { deskUpstream: "127.0.0.1:80; }" }],
    ["a header with a variable", { headers: { "X-A": "$request_body" } }],
    ["a header with a placeholder", { headers: { "X-A": "{env.SECRET}" } }],
    ["a header over two lines", { headers: { "X-A": "a\nb" } }],
    ["a hub that ends its text", { hub: { hub: "https://hub.example/'; evil", baseUrl: "https://tocsin.example" } }],
  ])("refuse %s", (_what, change) => {
    for (const make of [nginxConfig, caddyConfig]) {
      expect(() => make({ ...config, ...change })).toThrow(expect.objectContaining({ code: "CONFIG_INVALID" }));
    }
  });

  test("promise TLS only where there is TLS", () => {
    for (const make of [nginxConfig, caddyConfig]) {
      expect(make(config)).not.toContain("Strict-Transport-Security");
      expect(make({ ...config, tls })).toContain("Strict-Transport-Security");
    }
  });

  test.skipIf(!hasNginx || !hasOpenssl)("nginx accepts ours, with desk and TLS (needs nginx and openssl)", () => {
    for (const one of [config, { ...config, tls }, { ...config, deskUpstream: null, tls }]) {
      const main = nginxMain(join(directory, "check"), nginxConfig(one));
      const { status, stderr } = spawnSync("nginx", ["-t", "-p", directory, "-c", main], { encoding: "utf8" });
      // A machine without IPv6 cannot open [::]; the rest of the file is read all the same.
      expect(status === 0 || /Address family not supported/.test(stderr) ? "" : stderr).toBe("");
      expect(stderr).not.toContain("[warn]");
    }
  });

  test.skipIf(!hasCaddy || !hasOpenssl)(
    "Caddy accepts ours, with desk and TLS, and finds it well formed (needs caddy and openssl)",
    () => {
      mkdirSync(join(directory, "caddy-check"), { recursive: true });
      for (const one of [config, { ...config, tls }, { ...config, deskUpstream: null, tls }]) {
        const file = join(directory, "caddy-check", "Caddyfile");
        writeFileSync(file, caddyConfig(one));
        const env = { ...process.env, HOME: directory, XDG_DATA_HOME: directory, XDG_CONFIG_HOME: directory };
        const args = ["validate", "--config", file, "--adapter", "caddyfile"];
        const { status, stderr } = spawnSync("caddy", args, { encoding: "utf8", env });
        expect(status === 0 ? "" : stderr).toBe("");
        expect(stderr).not.toContain("not formatted");
      }
    },
  );
});

const SERVERS = [
  { name: "nginx", isHere: hasNginx, make: nginxConfig, start: startNginx },
  { name: "caddy", isHere: hasCaddy, make: caddyConfig, start: startCaddy },
];

for (const { name, isHere, make, start } of SERVERS) {
  describe.skipIf(!isHere)(`${name} in front of the desk (needs ${name})`, () => {
    let upstream: Server;
    let peer: Peer;
    let url: string;

    beforeAll(async () => {
      upstream = createServer((req, res) => {
        res.setHeader("Content-Security-Policy", "default-src 'self'");
        // A line that has no end.
        if (req.url?.startsWith("/live")) {
          res.writeHead(200, { "content-type": "text/event-stream" });
          return res.write(`data: ${req.url} ${String(req.headers["x-forwarded-for"])}\n\n`);
        }
        return res.end(JSON.stringify({ url: req.url, method: req.method, headers: req.headers }));
      });
      await new Promise<void>((resolve) => upstream.listen(0, "127.0.0.1", resolve));
      const deskUpstream = `127.0.0.1:${(upstream.address() as AddressInfo).port}`;
      const port = await freePort();
      peer = await start(join(directory, name), make({ ...config, deskUpstream, listen: `127.0.0.1:${port}` }), port);
      url = `http://127.0.0.1:${port}`;
    });
    afterAll(async () => {
      // First the line that has no end: a server in front that stops waits for it.
      upstream.closeAllConnections();
      await peer.stop();
      await new Promise((resolve) => upstream.close(resolve));
    });

    test("the desk gets its requests with the client's address, whatever the client says it is", async () => {
      const headers = { "X-Forwarded-For": "203.0.113.9", "X-Forwarded-Proto": "https" };
      const answer = await fetch(`${url}/desk/reports?page=2`, { method: "POST", body: "a=b", headers });
      const seen = (await answer.json()) as { url: string; method: string; headers: Record<string, string> };
      expect([seen.url, seen.method]).toEqual(["/desk/reports?page=2", "POST"]);
      expect(seen.headers["x-forwarded-for"]).toBe("127.0.0.1");
      expect(seen.headers["x-forwarded-proto"]).toBe("http");
      expect(seen.headers["host"]).toBe(url.slice("http://".length));
    });

    test("the desk's own headers stay alone", async () => {
      const answer = await fetch(`${url}/desk`);
      expect(answer.headers.get("content-security-policy")).toBe("default-src 'self'");
      expect(answer.headers.get("cache-control")).toBeNull();
      expect(answer.headers.get("x-robots-tag")).toBe("noindex");
    });

    test("subscribers' forms are passed on, small ones, and their pages keep their own headers", async () => {
      const headers = { "X-Forwarded-For": "203.0.113.9" };
      const answer = await fetch(`${url}/subscribe/leave/abc`, { method: "POST", body: "a=b", headers });
      const seen = (await answer.json()) as { url: string; method: string; headers: Record<string, string> };
      expect([seen.url, seen.method]).toEqual(["/subscribe/leave/abc", "POST"]);
      expect(seen.headers["x-forwarded-for"]).toBe("127.0.0.1");
      expect(answer.headers.get("content-security-policy")).toBe("default-src 'self'");
      const large = await fetch(`${url}/subscribe`, { method: "POST", body: "a".repeat(20_000) });
      // Caddy 2.6 says 502 where its limit cuts a body that it passes on.
      expect([413, 502]).toContain(large.status);
    });

    test("live events come through at once, with the client's address", async () => {
      const answer = await fetch(`${url}/live?since=3`, { headers: { "X-Forwarded-For": "203.0.113.9" } });
      const reader = answer.body?.getReader();
      const { value } = (await reader?.read()) ?? {};
      expect(new TextDecoder().decode(value)).toBe("data: /live?since=3 127.0.0.1\n\n");
      expect(answer.headers.get("content-security-policy")).toBe("default-src 'self'");
      await reader?.cancel();
    });

    test("a name that only starts like the desk's is not the desk's", async () => {
      for (const path of ["/desktop", "/subscribers", "/lively"]) expect((await fetch(url + path)).status).toBe(404);
    });

    test("a switch of the live tree is followed at once", async () => {
      expect(await (await fetch(url)).text()).toBe("<p>tree a</p>");
      switchTo(directory, "b");
      expect(await (await fetch(url)).text()).toBe("<p>tree b</p>");
      switchTo(directory, "a");
    });
  });
}
