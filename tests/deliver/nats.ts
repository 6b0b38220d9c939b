import { jetstreamManager } from "@nats-io/jetstream";
import { connectNats } from "../../src/app/nats.ts";

const DEFAULT_SERVER = "nats://127.0.0.1:4222";

/** A NATS server with JetStream for the tests; null when none answers. `TOCSIN_TEST_NATS` names another one. */
export const natsServer: string | null = await answering(process.env["TOCSIN_TEST_NATS"] ?? DEFAULT_SERVER);

/** Takes the queue of a bell with this prefix off the server. */
export async function removeQueue(prefix: string): Promise<void> {
  const connection = await connectNats(natsServer ?? "");
  const manager = await jetstreamManager(connection);
  await manager.streams.delete(`${prefix}.turn`.replaceAll(".", "-")).catch(() => false);
  await connection.close();
}

async function answering(server: string): Promise<string | null> {
  try {
    const connection = await connectNats(server);
    try {
      await jetstreamManager(connection);
      return server;
    } finally {
      await connection.close();
    }
  } catch {
    return null;
  }
}
