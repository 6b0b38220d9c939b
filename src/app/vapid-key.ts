import { createPrivateKey, generateKeyPairSync, type KeyObject } from "node:crypto";
import { mkdir, open, readFile, stat } from "node:fs/promises";
import { dirname } from "node:path";
import type { VapidKeys } from "../deliver/push/vapid.ts";
import { TocsinError } from "../model/error.ts";
import type { Office } from "../model/office.ts";

const FIX = "Restore key/push.pem from the backup that the database came from.";
const CURVE = "P-256";

/** Makes the key pair for web push (RFC 8292) if there is none: PKCS#8 PEM, readable by its owner alone. */
export async function ensureVapidKey(file: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  try {
    const handle = await open(file, "wx", 0o600);
    try {
      const { privateKey } = generateKeyPairSync("ec", { namedCurve: CURVE });
      await handle.writeFile(privateKey.export({ type: "pkcs8", format: "pem" }));
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
}

/**
 * The key pair of a data folder. A folder without one gets one, unless `subscribers` says that browsers subscribed
 * already: their push services would refuse messages under a new key. Throws DELIVERY_KEY, KEY_PERMISSIONS,
 * KEY_INVALID.
 */
export async function openVapidKey(file: string, subscribers: () => Promise<number>): Promise<VapidKeys> {
  let info = await stat(file).catch(() => null);
  if (info === null) {
    if ((await subscribers()) > 0) {
      throw new TocsinError("DELIVERY_KEY", `Browsers have subscribed, but there is no push key at ${file}.`, {
        fix: FIX,
      });
    }
    await ensureVapidKey(file);
    info = await stat(file);
  }
  if ((info.mode & 0o077) !== 0) {
    throw new TocsinError("KEY_PERMISSIONS", `The push key ${file} can be read by others on this machine.`, {
      fix: `Run: chmod 600 ${file}. Whoever copied it can send in this office's name to those whose address they know.`,
    });
  }
  return rawKeys(privateKeyIn(await readFile(file, "utf8"), file));
}

function privateKeyIn(pem: string, file: string): KeyObject {
  try {
    const key = createPrivateKey(pem);
    if (key.asymmetricKeyDetails?.namedCurve === "prime256v1") return key;
  } catch {
    // Said below.
  }
  throw new TocsinError("KEY_INVALID", `The push key ${file} is damaged or of another kind.`, { fix: FIX });
}

function rawKeys(key: KeyObject): VapidKeys {
  const { x = "", y = "", d = "" } = key.export({ format: "jwk" });
  const point = Buffer.concat([Buffer.from([4]), Buffer.from(x, "base64url"), Buffer.from(y, "base64url")]);
  return { publicKey: point.toString("base64url"), privateKey: d };
}

/** Whom a push service may write to when something is wrong with our messages (RFC 8292 §2.1). */
export function vapidSubject({ contact, baseUrl }: Pick<Office, "contact" | "baseUrl">): string {
  const [mail] = /[^\s<>@:]+@[^\s<>@]+\.[^\s<>@]+/.exec(contact) ?? [];
  if (mail !== undefined) return `mailto:${mail}`;
  return baseUrl.startsWith("https://") ? baseUrl : "mailto:webmaster@office.invalid";
}
