import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, chmodSync, unlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readConfig } from "../../../src/app/config.ts";
import { backupOffice, restoreApp } from "../../../src/app/backup.ts";
import { initDataDirectory } from "../../../src/app/init.ts";
import { openApp, type App } from "../../../src/app/open.ts";
import { startServer, type RunningServer } from "../../../src/app/server.ts";
import { mailAddress } from "../../../src/deliver/email/address.ts";
import type { SystemMail } from "../../../src/deliver/ports.ts";
import type { SubscriberNumber } from "../../../src/model/id.ts";
import { office } from "../../desk/given.ts";
import { form } from "./site.ts";

const ADDRESS = "somebody.to.erase@example.org";
let folder = "";
let app: App;
let server: RunningServer;
let mails: SystemMail[];
let lines: string[];

const config = (data: string) =>
  readConfig({ TOCSIN_DATA: data, TOCSIN_LOG: "json", TOCSIN_PORT: "0", TOCSIN_POLL: "off" }, false);

async function open(data: string): Promise<App> {
  const send = async (mail: SystemMail) => void mails.push(mail);
  return openApp(config(data), { write: (line) => void lines.push(line), mailer: { address: mailAddress, send } });
}

beforeEach(async () => {
  [mails, lines] = [[], []];
  folder = mkdtempSync(join(tmpdir(), "tocsin-erase-"));
  await initDataDirectory(join(folder, "data"), "https://office.example");
  app = await open(join(folder, "data"));
  await app.context.press.publish(() => [office], "administrator");
  server = await startServer(app);
});
afterEach(async () => {
  await server.close();
  await app.close();
  rmSync(folder, { recursive: true });
});

/** Which files of a folder have one of these texts in them. */
function filesWith(root: string, ...texts: readonly string[]): string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => join(one.parentPath, one.name))
    .filter((file) => texts.some((text) => readFileSync(file).includes(text)));
}

const call = (path: string, fields?: Record<string, string>) =>
  fetch(`${server.address}${path}`, {
    redirect: "manual",
    ...(fields === undefined ? {} : { method: "POST", body: new URLSearchParams(fields) }),
  });
const pathOf = (link = ""): string => link.replace("https://office.example", "");

test("who leaves is gone from the files too, never was in them in the clear, and is not in the log", async () => {
  expect((await call("/en/subscribe/")).status).toBe(200);
  expect((await call("/subscribe")).headers.get("location")).toBe("/en/subscribe/");
  await call("/subscribe", { ...form, address: ADDRESS });
  await app.subscriptions.settled();
  const confirmed = await (await call(pathOf(mails[0]?.link), {})).text();
  const manage = /href="(\/subscribe\/manage\/[a-z2-7]+)"/.exec(confirmed)?.[1] ?? "";
  const exported = (await (await call(`${manage}/export`, {})).json()) as { address: string; sent: unknown };
  expect(exported).toMatchObject({ address: ADDRESS, sent: [], status: "active" });
  const row = await app.context.store.subscribers.get(1 as SubscriberNumber);
  const { box = "", fingerprint: print = "" } = row?.sealed ?? {};
  expect(filesWith(folder, box).length).toBeGreaterThan(0);
  expect(filesWith(folder, ADDRESS, "somebody.to.erase")).toEqual([]);

  expect((await call(`${manage}/erase`, {})).status).toBe(200);
  expect(await app.context.store.subscribers.count()).toEqual([]);
  await app.close();
  expect(filesWith(folder, ADDRESS, "somebody.to.erase", box.slice(0, 40), print)).toEqual([]);
  expect(lines.join("")).toContain("subscription.ended");
  for (const secret of [
    ADDRESS,
    "somebody",
    ...mails.map(({ link }) => link.split("/").at(-1) ?? ""),
    manage.split("/").at(-1) ?? "",
  ]) {
    expect(lines.join("")).not.toContain(secret);
  }
});

test("the delivery key is its owner's alone, in the backup, and never made anew for addresses that need the old one", async () => {
  const data = join(folder, "data");
  const file = join(data, "key", "delivery.key");
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(Buffer.from(readFileSync(file, "utf8"), "base64")).toHaveLength(32);
  await call("/subscribe", { ...form, address: ADDRESS });
  await app.subscriptions.settled();
  await backupOffice(config(data), join(folder, "backup"));
  await app.close();

  await restoreApp(join(folder, "backup"), join(folder, "again"), null);
  const restored = await open(join(folder, "again"));
  const token = mails[0]?.link.split("/").at(-1) ?? "";
  expect((await restored.subscriptions.confirming(token))?.shownAddress).toBe("s…@example.org");
  await restored.close();

  const key = join(folder, "again", "key", "delivery.key");
  chmodSync(key, 0o640);
  await expect(open(join(folder, "again"))).rejects.toMatchObject({ code: "KEY_PERMISSIONS" });
  unlinkSync(key);
  await expect(open(join(folder, "again"))).rejects.toMatchObject({ code: "DELIVERY_KEY" });
});

test("an office from before there was delivery gets a key at its next start", async () => {
  await app.close();
  const key = join(folder, "data", "key", "delivery.key");
  unlinkSync(key);
  const again = await open(join(folder, "data"));
  await again.close();
  expect(statSync(key).mode & 0o777).toBe(0o600);
});
