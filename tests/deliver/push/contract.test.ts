import { describeDeliveryChannel } from "../contract/channel.ts";
import { addressOf, aPushChannel, pathOf, startPushService } from "./push-service.ts";

const endpoint = "https://push.example/wpush/v2/AbCdEf";
const form = addressOf(endpoint);
const { keys } = JSON.parse(form) as { keys: { p256dh: string; auth: string } };
const loose = JSON.stringify({
  expirationTime: null,
  keys: {
    auth: Buffer.from(keys.auth, "base64url").toString("base64"),
    p256dh: Buffer.from(keys.p256dh, "base64url").toString("base64"),
  },
  endpoint: "https://PUSH.example:443/wpush/v2/AbCdEf#part",
});
const offCurve = Buffer.from(keys.p256dh, "base64url");
offCurve[64] = (offCurve[64] ?? 0) ^ 1;

const at = (url: string): string => JSON.stringify({ endpoint: url, keys });
const withKeys = (other: object): string => JSON.stringify({ endpoint, keys: other });

describeDeliveryChannel("web push over a real service", async () => {
  const service = await startPushService();
  return {
    channel: aPushChannel(service),
    recipients: {
      accepts: service.subscription(),
      refuses: service.subscription({ status: 400 }),
      later: service.subscription({ status: 429, headers: { "retry-after": "120" } }),
      hangs: service.subscription("hangs"),
      garbage: service.subscription("garbage"),
    },
    addresses: [
      [form, form],
      [loose, form],
    ],
    invalid: [
      "",
      "nobody",
      "null",
      "[]",
      "{",
      "{}",
      JSON.stringify({ endpoint }),
      at("http://push.example/x"),
      at("https://push.example:8443/x"),
      at("https://user:pass@push.example/x"),
      at("https://localhost/x"),
      at("https://10.0.0.1/x"),
      at("https://127.1/x"),
      at("https://[::1]/x"),
      at("https://[::ffff:10.0.0.1]/x"),
      at("https://169.254.169.254/latest"),
      at("ftp://push.example/x"),
      at("javascript:alert(1)"),
      at("https://android.googleapis.com/gcm/send/x"),
      at(`https://push.example/${"x".repeat(2100)}`),
      withKeys({ ...keys, p256dh: offCurve.toString("base64url") }),
      withKeys({ ...keys, p256dh: Buffer.alloc(65, 4).toString("base64url") }),
      withKeys({ ...keys, p256dh: keys.p256dh.slice(0, 60) }),
      withKeys({ ...keys, auth: "AAAA" }),
      withKeys({ p256dh: keys.p256dh }),
      withKeys({ p256dh: 4, auth: [] }),
      JSON.stringify({ endpoint, keys, more: "x".repeat(1_000_000) }),
      "[".repeat(4000),
    ],
    arrived: (address) => service.received.filter(({ path }) => path === pathOf(address)).length,
    connections: () => service.connections(),
    close: () => service.close(),
  };
});
