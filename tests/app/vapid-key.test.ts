import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { generateKeyPairSync } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import webPush from "web-push";
import { backupOffice, restoreApp } from "../../src/app/backup.ts";
import { readConfig } from "../../src/app/config.ts";
import { initDataDirectory } from "../../src/app/init.ts";
import { openVapidKey, vapidSubject } from "../../src/app/vapid-key.ts";

let folder = "";
let file = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tocsin-push-"));
  file = join(folder, "key", "push.pem");
});
afterEach(() => rmSync(folder, { recursive: true }));

const nobody = async (): Promise<number> => 0;
const somebody = async (): Promise<number> => 1;

test("a key pair is made once, is its owner's alone, and signs", async () => {
  const keys = await openVapidKey(file, nobody);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(await openVapidKey(file, somebody)).toEqual(keys);
  expect(Buffer.from(keys.publicKey, "base64url")).toHaveLength(65);
  expect(Buffer.from(keys.privateKey, "base64url")).toHaveLength(32);
  const { publicKey, privateKey } = keys;
  const headers = webPush.getVapidHeaders(
    "https://push.example",
    "mailto:a@b.example",
    publicKey,
    privateKey,
    "aes128gcm",
  );
  expect(headers.Authorization).toContain(`k=${publicKey}`);
});

test("one that is lost is not made anew under browsers that need the old one", async () => {
  await expect(openVapidKey(file, somebody)).rejects.toMatchObject({ code: "DELIVERY_KEY" });
});

test("one that others can read, that is damaged or of another kind is refused, and not shown", async () => {
  await openVapidKey(file, nobody);
  chmodSync(file, 0o644);
  await expect(openVapidKey(file, nobody)).rejects.toMatchObject({ code: "KEY_PERMISSIONS" });
  chmodSync(file, 0o600);
  const pem = readFileSync(file, "utf8");
  const { privateKey: other } = generateKeyPairSync("ed25519");
  for (const text of ["", pem.slice(0, 90), other.export({ type: "pkcs8", format: "pem" }).toString()]) {
    writeFileSync(file, text);
    const error = await openVapidKey(file, nobody).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: "KEY_INVALID" });
    expect(String(error)).not.toContain("BEGIN");
  }
});

test("it is made with the office and is in the backup", async () => {
  const data = join(folder, "data");
  await initDataDirectory(data, "https://tarn.example");
  const config = readConfig({ TOCSIN_DATA: data, TOCSIN_LOG: "silent" }, false);
  await backupOffice(config, join(folder, "backup"));
  await restoreApp(join(folder, "backup"), join(folder, "again"), null);
  const keyIn = (root: string) => openVapidKey(join(root, "key", "push.pem"), somebody);
  expect(await keyIn(join(folder, "again"))).toEqual(await keyIn(data));
});

test.each([
  ["press@tarn.example", "https://tarn.example", "mailto:press@tarn.example"],
  ["Press office <press@tarn.example>, 1 Mill Lane", "https://tarn.example", "mailto:press@tarn.example"],
  ["By letter: 1 Mill Lane", "https://tarn.example", "https://tarn.example"],
  ["By letter", "http://localhost:8080", "mailto:webmaster@office.invalid"],
])("push services may write to %j at %s as %s", (contact, baseUrl, subject) => {
  expect(vapidSubject({ contact, baseUrl })).toBe(subject);
});
