import { describeDeliveryChannel } from "../contract/channel.ts";
import { aWebhookChannel, secret, startReceiver } from "./receiver.ts";

const at = (url: unknown, other: unknown = secret): string => JSON.stringify({ url, secret: other });
const form = at("https://program.example/hooks/tocsin");

describeDeliveryChannel("webhooks over a real server", async () => {
  const receiver = await startReceiver();
  const { address } = receiver;
  const name = (text: string): string =>
    new URL((JSON.parse(text) as { url: string }).url).pathname.split("/")[1] ?? "";
  return {
    channel: aWebhookChannel(receiver.port),
    recipients: {
      accepts: address("accepts"),
      refuses: address("refuses"),
      later: address("later"),
      hangs: address("hangs"),
      garbage: address("garbage"),
    },
    addresses: [
      [form, form],
      [` {"secret":"${secret}","more":1,"url":"https://PROGRAM.example:443/hooks/tocsin#part"}`, form],
      [at("https://program.example:8443/x"), at("https://program.example:8443/x")],
    ],
    invalid: [
      "",
      "nobody",
      "null",
      "[]",
      "{}",
      at(4),
      at("program.example/x"),
      at("http://program.example/x"),
      at("https://user:pass@program.example/x"),
      at("https://localhost/x"),
      at("https://program.example:25/x"),
      at("https://10.0.0.1/x"),
      at("https://127.1/x"),
      at("https://0x7f000001/x"),
      at("https://[::1]/x"),
      at("https://[::ffff:10.0.0.1]/x"),
      at("https://169.254.169.254/latest/meta-data"),
      at("ftp://program.example/x"),
      at("javascript:alert(1)"),
      at(`https://program.example/${"x".repeat(2100)}`),
      at("https://program.example/x", "whsec_c2hvcnQ="),
      at("https://program.example/x", "geheim"),
      at("https://program.example/x", `whsec_${Buffer.alloc(65).toString("base64")}`),
      at("https://program.example/x", null),
      "[".repeat(4000),
    ],
    arrived: (to) => receiver.got.filter(({ path }) => path === name(to)).length,
    connections: () => receiver.connections(),
    close: () => receiver.close(),
  };
});
