import { describeDeliveryChannel } from "../contract/channel.ts";
import { createMemoryChannel } from "../../../src/deliver/memory/channel.ts";
import { aChannel, aRelay, startRelay } from "./relay-server.ts";

const addresses = [
  ["anna.berg@far.example", "anna.berg@far.example"],
  [" anna.berg@FAR.Example ", "anna.berg@far.example"],
] as const;

describeDeliveryChannel("mail over a real server", async () => {
  const server = await startRelay();
  return {
    channel: aChannel([aRelay(server.port)]),
    recipients: {
      accepts: "accepts@recipients.example",
      refuses: "vanished@recipients.example",
      later: "tarrying@recipients.example",
      hangs: "hangs@recipients.example",
      garbage: "garbage@recipients.example",
    },
    addresses: [...addresses, ["Anna@Überall.example", "Anna@xn--berall-2ya.example"]],
    invalid: ["", "nobody", "@far.example", "nobody@", "no body@far.example", "a@b@far", "a@[127.0.0.1]", "a@10.0.0.1"],
    arrived: (address) => server.received.filter(({ to }) => to === address).length,
    connections: () => server.connections(),
    close: () => server.close(),
  };
});

describeDeliveryChannel("memory", () => {
  const channel = createMemoryChannel("email", ({ address }) => {
    if (address.startsWith("hangs")) return "hang";
    if (address.startsWith("refuses")) return { outcome: "failed", code: "REFUSED", reason: "no", permanent: true };
    if (address.startsWith("later")) return { outcome: "failed", code: "LATER", reason: "not now", permanent: false };
    return { outcome: "accepted" };
  });
  return Promise.resolve({
    channel,
    recipients: {
      accepts: "accepts@recipients.example",
      refuses: "refuses@recipients.example",
      later: "later@recipients.example",
      hangs: "hangs@recipients.example",
      garbage: null,
    },
    addresses,
    invalid: ["", "nobody"],
    arrived: (address) => channel.arrived.filter(({ outgoing }) => outgoing.address === address).length,
    connections: () => Promise.resolve(null),
    close: () => Promise.resolve(),
  });
});
