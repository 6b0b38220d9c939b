import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";
import { DEFAULT_FETCH_LIMITS, type FetchLimits } from "../../src/intake/fetch-limits.ts";
import { createFetcher, type Fetcher } from "../../src/intake/fetch.ts";
import type { Resolve } from "../../src/model/guarded-connect.ts";
import { parseInstant } from "../../src/model/time.ts";

const now = parseInstant("2031-03-03T12:00:00Z");
const running: { close(): unknown }[] = [];
afterEach(async () => {
  for (const one of running.splice(0)) await one.close();
});

async function serve(listener: RequestListener): Promise<number> {
  const server: Server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  running.push({
    close() {
      server.closeAllConnections();
      server.close();
    },
  });
  return (server.address() as AddressInfo).port;
}

function fetcher(limits: Partial<FetchLimits> = {}, resolve?: Resolve): Fetcher {
  const all = { ...DEFAULT_FETCH_LIMITS, ...limits };
  const made = createFetcher(all, { clock: () => now, ...(resolve && { resolve }) });
  running.push(made);
  return made;
}

/** Fetches the root of a server that answers with `listener`, as if it were allowed. */
async function get(listener: RequestListener, limits: Partial<FetchLimits> = {}, path = "/") {
  const port = await serve(listener);
  return fetcher({ ...limits, allow: [`127.0.0.1:${port}`] }).get(`http://127.0.0.1:${port}${path}`);
}

const failure = (code: string) => expect.objectContaining({ name: "TocsinError", code });

describe("fetching", () => {
  it("gives bytes, final address, type and validators", async () => {
    const result = await get(
      (request, response) => {
        if (request.url === "/old") {
          response.writeHead(302, { location: "/new#part" }).end();
          return;
        }
        response.writeHead(200, {
          "content-type": 'text/html; Charset="Windows-1251"',
          etag: '"a"',
          "last-modified": "L",
        });
        response.end("hello");
      },
      {},
      "/old",
    );
    expect(result).toMatchObject({
      kind: "content",
      status: 200,
      contentType: 'text/html; Charset="Windows-1251"',
      charset: "windows-1251",
      etag: '"a"',
      lastModified: "L",
      retrievedAt: now,
    });
    if (result.kind !== "content") throw new Error("no content");
    expect(new URL(result.url).pathname).toBe("/new");
    expect(result.url).not.toContain("#");
    expect(Buffer.from(result.bytes).toString()).toBe("hello");
  });

  it("says who asks, and what for when it has asked before", async () => {
    const seen: NodeJS.Dict<string | string[]>[] = [];
    const port = await serve((request, response) => {
      seen.push(request.headers);
      response.writeHead(request.headers["if-none-match"] === '"a"' ? 304 : 200).end();
    });
    const f = fetcher({ allow: [`127.0.0.1:${port}`], baseUrl: "https://office.example" });
    const url = `http://127.0.0.1:${port}/`;
    expect((await f.get(url)).kind).toBe("content");
    expect(await f.get(url, { etag: '"a"', lastModified: "Mon, 03 Mar 2031 12:00:00 GMT" })).toEqual({
      kind: "not-modified",
    });
    expect(seen[0]).toMatchObject({ "user-agent": "Tocsin/0.1 (+https://office.example)" });
    expect(seen[0]).not.toHaveProperty("if-none-match");
    expect(seen[1]).toMatchObject({ "if-modified-since": "Mon, 03 Mar 2031 12:00:00 GMT" });
    // A validator that could smuggle in a header line is left out.
    expect((await f.get(url, { etag: '"a"\r\nx-evil: 1' })).kind).toBe("content");
  });

  it.each([
    ["gzip", gzipSync("packed")],
    ["br", brotliCompressSync("packed")],
    ["deflate", deflateSync("packed")],
    ["gzip, br", brotliCompressSync(gzipSync("packed"))],
    ["identity", Buffer.from("packed")],
  ])("undoes the content encoding %s", async (encoding, body) => {
    const result = await get((_, response) => response.writeHead(200, { "content-encoding": encoding }).end(body));
    expect(result.kind === "content" && Buffer.from(result.bytes).toString()).toBe("packed");
  });

  it.each([404, 500, 304, 300])("refuses an answer of %i", async (status) => {
    await expect(get((_, response) => response.writeHead(status).end("no"))).rejects.toMatchObject({
      code: "FETCH_STATUS",
      detail: { status },
    });
  });

  it("names what else went wrong as FETCH_FAILED", async () => {
    const gone = await serve(() => {});
    for (const one of running.splice(0)) await one.close();
    await expect(fetcher({ allow: ["127.0.0.1/32"] }).get(`http://127.0.0.1:${gone}/`)).rejects.toEqual(
      failure("FETCH_FAILED"),
    );
    await expect(fetcher({}, async () => []).get("http://nowhere.example/")).rejects.toEqual(failure("FETCH_FAILED"));
    await expect(get((_, response) => response.socket?.destroy())).rejects.toEqual(failure("FETCH_FAILED"));
    const half = gzipSync("x".repeat(10_000)).subarray(0, 20);
    await expect(
      get((_, response) => response.writeHead(200, { "content-encoding": "gzip" }).end(half)),
    ).rejects.toEqual(failure("FETCH_FAILED"));
    await expect(
      get((_, response) => response.writeHead(200, { "content-encoding": "lzma" }).end("x")),
    ).rejects.toEqual(failure("FETCH_FAILED"));
    await expect(
      get((_, response) => response.writeHead(200, { "content-encoding": "br,br,br" }).end("x")),
    ).rejects.toEqual(failure("FETCH_FAILED"));
  });

  it("stops when the caller does", async () => {
    const stop = new AbortController();
    const port = await serve(() => stop.abort());
    const f = fetcher({ allow: [`127.0.0.1:${port}`] });
    await expect(f.get(`http://127.0.0.1:${port}/`, { signal: stop.signal })).rejects.toEqual(failure("FETCH_FAILED"));
  });
});

describe("the fetch guard", () => {
  it.each([
    ["file:///etc/passwd", "FETCH_SCHEME"],
    ["ftp://gazette.example/", "FETCH_SCHEME"],
    ["data:text/html,hello", "FETCH_SCHEME"],
    ["javascript:alert(1)", "FETCH_SCHEME"],
    ["http://user:secret@gazette.example/", "FETCH_SCHEME"],
    ["not an address", "FETCH_SCHEME"],
    ["http://127.0.0.1/", "FETCH_ADDRESS_BLOCKED"],
    ["http://2130706433/", "FETCH_ADDRESS_BLOCKED"],
    ["http://0x7f.1/", "FETCH_ADDRESS_BLOCKED"],
    ["http://0177.0.0.1/", "FETCH_ADDRESS_BLOCKED"],
    ["http://[::1]/", "FETCH_ADDRESS_BLOCKED"],
    ["http://[::ffff:127.0.0.1]/", "FETCH_ADDRESS_BLOCKED"],
    ["http://169.254.169.254/latest/meta-data/", "FETCH_ADDRESS_BLOCKED"],
    ["http://１２７.0.0.1/", "FETCH_ADDRESS_BLOCKED"],
  ])("refuses %s with %s", async (url, code) => {
    await expect(fetcher().get(url)).rejects.toEqual(failure(code));
  });

  it("refuses a name that leads inside, and does not say where", async () => {
    const port = await serve((_, response) => response.end("secret"));
    const inside: Resolve = async () => [{ address: "127.0.0.1", family: 4 }];
    const refused = fetcher({}, inside).get(`http://gazette.example:${port}/`);
    await expect(refused).rejects.toEqual(failure("FETCH_ADDRESS_BLOCKED"));
    await expect(refused).rejects.not.toThrow(/127/);
    const mixed: Resolve = async () => [
      { address: "93.184.216.34", family: 4 },
      { address: "127.0.0.1", family: 4 },
    ];
    await expect(fetcher({}, mixed).get(`http://gazette.example:${port}/`)).rejects.toEqual(
      failure("FETCH_ADDRESS_BLOCKED"),
    );
  });

  it("connects to the very address that it checked, whatever the name says next", async () => {
    let asked = 0;
    const port = await serve((_, response) => response.setHeader("connection", "close").end(`answer ${asked}`));
    // 127.0.0.1 plays the public address, 127.0.0.2 the inside one that the name turns to.
    const rebinding: Resolve = async () => [{ address: ++asked === 1 ? "127.0.0.1" : "127.0.0.2", family: 4 }];
    const f = fetcher({ allow: [`127.0.0.1:${port}`] }, rebinding);
    expect((await f.get(`http://gazette.example:${port}/`)).kind).toBe("content");
    expect(asked).toBe(1);
    await expect(f.get(`http://gazette.example:${port}/`)).rejects.toEqual(failure("FETCH_ADDRESS_BLOCKED"));
    expect(asked).toBe(2);
  });

  it("opens a host that the configuration names, on that port only", async () => {
    const port = await serve((_, response) => response.end("inside"));
    const inside: Resolve = async () => [{ address: "127.0.0.1", family: 4 }];
    const f = fetcher({ allow: [`intranet.example:${port}`] }, inside);
    expect((await f.get(`http://intranet.example:${port}/`)).kind).toBe("content");
    await expect(f.get(`http://other.example:${port}/`)).rejects.toEqual(failure("FETCH_ADDRESS_BLOCKED"));
  });

  it("checks each redirect again", async () => {
    let reached = false;
    const inner = await serve((_, response) => {
      reached = true;
      response.end("secret");
    });
    for (const [to, code] of [
      [`http://127.0.0.1:${inner}/`, "FETCH_ADDRESS_BLOCKED"],
      [`http://localhost:${inner}/`, "FETCH_ADDRESS_BLOCKED"],
      ["file:///etc/passwd", "FETCH_SCHEME"],
      ["http://me:word@gazette.example/", "FETCH_SCHEME"],
    ] as const) {
      await expect(get((_, response) => response.writeHead(302, { location: to }).end())).rejects.toEqual(
        failure(code),
      );
    }
    expect(reached).toBe(false);
  });

  it("gives up on a loop of redirects", async () => {
    let hops = 0;
    const loop = get((_, response) => response.writeHead(301, { location: `/${(hops += 1)}` }).end(), {
      maxRedirects: 3,
    });
    await expect(loop).rejects.toEqual(failure("FETCH_REDIRECTS"));
    expect(hops).toBe(4);
  });

  it("gives up on a server that drips its header, or its body, or says nothing", async () => {
    const limits = { timeoutMs: 150 };
    const drip = (write: (n: number) => void) => {
      const timer = setInterval(() => write(1), 10);
      running.push({ close: () => clearInterval(timer) });
    };
    await expect(get(() => {}, limits)).rejects.toEqual(failure("FETCH_TIMEOUT"));
    await expect(
      get((_, response) => drip(() => response.socket?.write("HTTP/1.1 200 OK\r\nx: ".slice(0, 1))), limits),
    ).rejects.toMatchObject({ name: "TocsinError" });
    await expect(get((_, response) => drip(() => response.write("x")), limits)).rejects.toEqual(
      failure("FETCH_TIMEOUT"),
    );
    await expect(fetcher(limits, () => new Promise(() => {})).get("http://gazette.example/")).rejects.toEqual(
      failure("FETCH_TIMEOUT"),
    );
  });

  it("gives up on a body without end, announced or not", async () => {
    const limits = { maxBytes: 100_000 };
    let written = 0;
    const endless = get((_, response) => {
      const more = () => {
        while (!response.destroyed && response.write(Buffer.alloc(16_384))) written += 16_384;
      };
      response.on("drain", more);
      more();
    }, limits);
    await expect(endless).rejects.toEqual(failure("FETCH_TOO_LARGE"));
    expect(written).toBeLessThan(20_000_000);
    const announced = get(
      (_, response) => response.writeHead(200, { "content-length": "100001" }).flushHeaders(),
      limits,
    );
    await expect(announced).rejects.toEqual(failure("FETCH_TOO_LARGE"));
  });

  it.each([
    ["gzip", gzipSync(Buffer.alloc(50_000_000))],
    ["deflate", deflateSync(Buffer.alloc(50_000_000))],
    ["br", brotliCompressSync(Buffer.alloc(50_000_000), { params: {} })],
    ["gzip, gzip", gzipSync(gzipSync(Buffer.alloc(50_000_000)))],
  ])("gives up on a decompression bomb: %s", async (encoding, bomb) => {
    const fetched = get((_, response) => response.writeHead(200, { "content-encoding": encoding }).end(bomb), {
      maxBytes: 1_000_000,
    });
    await expect(fetched).rejects.toEqual(failure("FETCH_TOO_LARGE"));
  });

  it("gives up on a header without end", async () => {
    const fetched = get((_, response) => response.writeHead(200, { x: "y".repeat(12_000) }).end("x"), {
      maxHeaderBytes: 8_192,
    });
    await expect(fetched).rejects.toEqual(failure("FETCH_TOO_LARGE"));
  });
});
