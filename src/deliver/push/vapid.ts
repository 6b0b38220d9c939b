import webPush from "web-push";

/** A key pair on P-256 by which push services know the office (RFC 8292), raw in base64url. */
export interface VapidKeys {
  /** 65 bytes, uncompressed. Browsers bind their subscriptions to it. */
  readonly publicKey: string;
  /** 32 bytes. */
  readonly privateKey: string;
}

/** Well within the 12 hours for which the library signs; RFC 8292 §2 allows 24. */
const RENEW_MS = 3 * 3_600_000;
const ORIGINS_MAX = 1000;

/** Gives the header that tells a push service who sends. */
export interface Vapid {
  authorization(origin: string): string;
  /** The service refused it: the next one is signed anew. */
  forget(origin: string): void;
}

/**
 * One signature for each push service and a few hours, as RFC 8292 §2 means it: signing costs more than encrypting.
 * `subject`: whom the service may write to (§2.1), `mailto:` or `https:`. `now` in milliseconds, never going back.
 */
export function createVapid({ publicKey, privateKey }: VapidKeys, subject: () => string, now: () => number): Vapid {
  const signed = new Map<string, { readonly header: string; readonly subject: string; readonly at: number }>();
  return {
    authorization(origin) {
      const known = signed.get(origin);
      const to = subject();
      const at = now();
      if (known !== undefined && known.subject === to && at - known.at < RENEW_MS) return known.header;
      const { Authorization: header } = webPush.getVapidHeaders(origin, to, publicKey, privateKey, "aes128gcm");
      signed.delete(origin);
      signed.set(origin, { header, subject: to, at });
      for (const oldest of signed.keys()) {
        if (signed.size <= ORIGINS_MAX) break;
        signed.delete(oldest);
      }
      return header;
    },
    forget: (origin) => void signed.delete(origin),
  };
}
