import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { actor, openOffice, type TestOffice } from "./office.ts";

const editor = actor("editor");
let server: Server;
let origin = "";
let office: TestOffice;
/** What the paper does before it answers. */
let before: (path: string) => Promise<void> | void = () => {};
let broken = true;
let conditional = 0;

const article = (path: string): string =>
  `<html><head><title>On ${path}</title></head><body><article><p>The mayor said that ${path} is open again. ` +
  `Traffic has been moving since the morning, and crews go on working.</p></article></body></html>`;

beforeAll(async () => {
  server = createServer((req, res) => void answer(req, res));
  const answer = async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    const path = req.url ?? "/";
    await before(path);
    if (path === "/feed") {
      if (req.headers["if-none-match"] !== undefined) {
        conditional += 1;
        res.writeHead(304).end();
        return;
      }
      const items = ["/1", "/2"].map((at) => `<item><title>On ${at}</title><link>${origin}${at}</link></item>`);
      res.writeHead(200, { "content-type": "application/rss+xml", etag: '"one"' });
      res.end(`<rss version="2.0"><channel><title>Paper</title>${items.join("")}</channel></rss>`);
    } else if (path === "/2" && broken) res.writeHead(503).end();
    else res.writeHead(200, { "content-type": "text/html" }).end(article(path));
  };
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  origin = `http://${address}`;
  office = await openOffice(address);
});
afterAll(async () => {
  await office.close();
  server.close();
});

test("an entry that failed is tried again, although the feed has not changed", async () => {
  const { source, outcomes } = await office.desk.intake.addSource(editor, {
    url: `${origin}/feed`,
    publisher: "Paper",
    everyMinutes: 30,
  });
  expect(outcomes.map((one) => one.outcome)).toEqual(["new", "failed"]);
  broken = false;
  const again = await office.desk.intake.pollSource(editor, source.id);
  expect(again.map((one) => one.outcome)).toEqual(["same", "new"]);
  await office.desk.intake.pollSource(editor, source.id);
  expect(conditional).toBe(1);
});

test("a pause that somebody asks for while the source is polled holds", async () => {
  const [source] = await office.desk.intake.sources(editor);
  if (!source) throw new Error("added above");
  before = async (path) => {
    if (path === "/feed") await office.desk.intake.setSourcePaused(editor, source.id, true);
  };
  await office.desk.intake.pollSource(editor, source.id);
  before = () => {};
  expect((await office.desk.intake.sources(editor))[0]?.paused).toBe(true);
});

test("a poll that is cut short leaves the source due", async () => {
  const { store } = office.app.context;
  const [source] = await store.sources.list();
  if (!source) throw new Error("added above");
  await store.sources.save({ ...source, paused: false, etag: "" });
  const stopping = new AbortController();
  before = (path) => {
    if (path === "/feed") stopping.abort();
  };
  await office.desk.intake.pollDue(10, stopping.signal);
  before = () => {};
  expect(await store.sources.get(source.id)).toEqual({ ...source, paused: false, etag: "" });
});

test("files of one name from two publishers are two reports", async () => {
  const take = (publisher: string, text: string) =>
    office.desk.intake.importFile(editor, { name: "article.txt", bytes: Buffer.from(text), publisher });
  const first = await take("Paper One", "Bridge open\n\nThe mayor said the bridge is open.");
  const other = await take("Paper Two", "Bridge shut\n\nThe governor said the bridge is shut.");
  expect([first.outcome, other.outcome]).toEqual(["new", "new"]);
  expect(other.report).not.toBe(first.report);
  const next = await take("Paper Two", "Bridge shut\n\nThe governor said the bridge stays shut.");
  expect(next).toMatchObject({ outcome: "changed", report: other.report });
});
