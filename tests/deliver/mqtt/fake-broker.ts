import { createServer, type AddressInfo, type Socket } from "node:net";

export interface FakeBroker {
  readonly port: number;
  /** Topics that were published to, refused ones left out. */
  readonly topics: readonly string[];
  connections(): Promise<number>;
  close(): Promise<void>;
}

/** Reason code of PUBACK by a word in the topic (MQTT 5.0 §3.4.2.1). */
const REASONS: Readonly<Record<string, number>> = { refuses: 0x87, later: 0x97 };

/**
 * As much of an MQTT 5.0 broker as is needed to answer badly: takes messages and never acknowledges them (`hangs`),
 * answers what is no MQTT (`garbage`), refuses. Those who connect as `stranger` are not let in.
 */
export async function startFakeBroker(): Promise<FakeBroker> {
  const topics: string[] = [];
  const sockets = new Set<Socket>();

  function packet(socket: Socket, type: number, body: Buffer): void {
    if (type === 1) {
      const denied = body.includes("stranger");
      socket.write(Buffer.from([0x20, 3, 0, denied ? 0x86 : 0, 0]));
    }
    if (type === 12) socket.write(Buffer.from([0xd0, 0]));
    if (type !== 3) return;
    const length = body.readUInt16BE(0);
    const topic = body.toString("utf8", 2, 2 + length);
    const [high = 0, low = 0] = body.subarray(2 + length);
    const word = Object.keys(REASONS).find((one) => topic.includes(one));
    if (word === undefined) topics.push(topic);
    if (topic.includes("hangs")) return;
    if (topic.includes("garbage")) socket.write("250 2.0.0 Ok\r\n");
    else socket.write(Buffer.from([0x40, 3, high, low, REASONS[word ?? ""] ?? 0]));
  }

  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket)).on("error", () => {});
    let rest = Buffer.alloc(0);
    socket.on("data", (chunk: Buffer) => {
      rest = Buffer.concat([rest, chunk]);
      for (;;) {
        // Remaining Length is 7 bits a byte, the last without the eighth (MQTT 5.0 §1.5.5).
        let [size, at, shift] = [0, 1, 0];
        for (;;) {
          const byte = rest[at];
          if (byte === undefined) return;
          size |= (byte & 0x7f) << shift;
          [at, shift] = [at + 1, shift + 7];
          if (byte < 0x80) break;
        }
        if (rest.length < at + size) return;
        const type = (rest[0] ?? 0) >> 4;
        const body = rest.subarray(at, at + size);
        rest = rest.subarray(at + size);
        packet(socket, type, body);
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.address() as AddressInfo).port,
    topics,
    connections: () => Promise.resolve(sockets.size),
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
