import { connect, type NatsConnection } from "@nats-io/transport-node";
import type { Logger } from "./log.ts";
import { TocsinError } from "../model/error.ts";

/** How often a lost connection is tried again, in milliseconds. */
const AGAIN_MS = 2000;

/** Names of an office on NATS: its record's origin, with what a subject cannot hold left out. */
export function natsPrefix(origin: string): string {
  return `tocsin.${origin.replace(/[^A-Za-z0-9-]+/g, "-")}`;
}

/**
 * Connects to one of the servers, comma-separated: `nats://user:password@host:4222` or `nats://token@host:4222`; tls://
 * demands TLS. A connection that is lost later is made again, however long that takes. Throws CONFIG_INVALID.
 */
export async function connectNats(servers: string): Promise<NatsConnection> {
  const addresses = servers.split(",").map((server) => new URL(server.trim()));
  const { username, password } = addresses[0] ?? { username: "", password: "" };
  const [user, pass] = [decodeURIComponent(username), decodeURIComponent(password)];
  const who = user === "" ? {} : pass === "" ? { token: user } : { user, pass };
  try {
    return await connect({
      servers: addresses.map(({ host }) => host),
      name: "tocsin",
      noEcho: true,
      maxReconnectAttempts: -1,
      reconnectTimeWait: AGAIN_MS,
      ...(addresses.some(({ protocol }) => protocol === "tls:") ? { tls: {} } : {}),
      ...who,
    });
  } catch (cause) {
    // The address may hold a password.
    throw new TocsinError("CONFIG_INVALID", "None of the NATS servers that are named can be reached.", {
      fix: "Check TOCSIN_NATS_URL, and that the servers run.",
      cause,
    });
  }
}

/** Logs when the connection is lost and when it is `back`; ends when it is closed. */
export async function watchNats(connection: NatsConnection, logger: Logger, back: () => void): Promise<void> {
  for await (const { type } of connection.status()) {
    if (type === "disconnect") logger({ level: "warn", event: "nats.disconnected" });
    if (type !== "reconnect") continue;
    logger({ level: "info", event: "nats.connected" });
    back();
  }
}
