import { connect, type IClientOptions, type MqttClient } from "mqtt";
import type { TroubleCode } from "../trouble-codes.ts";
import type { MqttMessage } from "./messages.ts";

export interface BrokerOptions {
  /** `mqtts://broker.example:8883` */
  readonly url: string;
  readonly user: string | null;
  readonly password: string | null;
  /** Certificates that are trusted in place of the usual ones, PEM. */
  readonly ca: string | null;
  /** How long connecting or an answer may take. */
  readonly timeoutMs: number;
}

/** How publishing ended. `sent`: something may have gone out. */
export type Published =
  | { readonly kind: "acknowledged" }
  /** Reason code of MQTT 5.0 §2.4. */
  | { readonly kind: "refused"; readonly reason: number }
  | { readonly kind: "lost"; readonly sent: boolean; readonly code: TroubleCode };

/** A connection that is made when something is to be said, and made again after it broke. */
export interface BrokerLink {
  /** All of them at quality of service 1; the first that is refused decides. */
  publish(messages: readonly MqttMessage[], signal: AbortSignal): Promise<Published>;
  close(): Promise<void>;
}

interface Line {
  readonly client: MqttClient;
  /** Resolves when it is over. */
  readonly ended: Promise<"ended">;
  /** The next message gets a new one. */
  readonly forget: () => void;
}

const KEEPALIVE_S = 60;

export function createBrokerLink(options: BrokerOptions): BrokerLink {
  const { timeoutMs } = options;
  let line: Promise<Line> | null = null;
  let newest: MqttClient | null = null;
  let closed = false;

  function open(): Promise<Line> {
    const client = connect(options.url, clientOptions(options));
    newest = client;
    const forget = (): void => {
      if (line === opening) line = null;
    };
    const opening = new Promise<Line>((resolve, reject) => {
      // What goes wrong shows in what is being published; without a listener it would end the process.
      client.on("error", (error) => {
        reject(error);
        client.end(true);
      });
      const ended = new Promise<"ended">((over) => {
        client.once("close", () => {
          forget();
          over("ended");
          reject(new Error("closed"));
        });
      });
      client.once("connect", () => resolve({ client, ended, forget }));
    });
    return opening;
  }

  async function publish(messages: readonly MqttMessage[], signal: AbortSignal): Promise<Published> {
    if (signal.aborted || closed) return { kind: "lost", sent: false, code: "NOT_SENT" };
    line ??= open();
    const opening = line;
    const stopped = whenAborted(signal);
    let opened: Line | "aborted";
    try {
      opened = await Promise.race([opening, stopped]);
    } catch (error) {
      if (line === opening) line = null;
      // CONNACK said no: user, password, or that we may not be there at all (MQTT 5.0 §3.2.2.2).
      const reason = (error as { code?: unknown }).code;
      const denied = typeof reason === "number" && reason >= 0x80;
      return { kind: "lost", sent: false, code: denied ? "BROKER_AUTH" : "BROKER_UNREACHABLE" };
    }
    if (opened === "aborted") return { kind: "lost", sent: false, code: "NOT_SENT" };
    const { client, ended, forget } = opened;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<"late">((resolve) => {
      timer = setTimeout(() => resolve("late"), timeoutMs);
    });
    const said = Promise.all(messages.map((message) => publishOne(client, message)));
    const answer = await Promise.race([said, ended, late, stopped]);
    clearTimeout(timer);
    if (answer === "aborted") return { kind: "lost", sent: true, code: "ABORTED" };
    if (answer === "ended") return { kind: "lost", sent: true, code: "ANSWER_LOST" };
    if (answer === "late") {
      // Whoever does not answer may not answer the next either.
      forget();
      client.end(true);
      return { kind: "lost", sent: true, code: "BROKER_SLOW" };
    }
    const refused = answer.find((reason) => reason !== 0);
    return refused === undefined ? { kind: "acknowledged" } : { kind: "refused", reason: refused };
  }

  return {
    publish,
    async close() {
      closed = true;
      const opening = line;
      newest?.end(true);
      await (
        await opening?.catch(() => null)
      )?.ended;
    },
  };
}

/** Reason code; 0: taken. Where the connection breaks it stays open: the connection's end says so. */
function publishOne(client: MqttClient, { topic, payload, retain, expiry }: MqttMessage): Promise<number> {
  const properties = expiry === null ? {} : { properties: { messageExpiryInterval: expiry } };
  return new Promise((resolve) => {
    client.publish(topic, payload, { qos: 1, retain, ...properties }, (error) => {
      const reason = (error as { code?: unknown } | null | undefined)?.code;
      if (error === null || error === undefined) resolve(0);
      else if (typeof reason === "number") resolve(reason);
    });
  });
}

function clientOptions({ user, password, ca, timeoutMs }: BrokerOptions): IClientOptions {
  return {
    protocolVersion: 5,
    clean: true,
    reconnectPeriod: 0,
    connectTimeout: timeoutMs,
    keepalive: KEEPALIVE_S,
    ...(user === null ? {} : { username: user }),
    ...(password === null ? {} : { password }),
    ...(ca === null ? {} : { ca }),
  };
}

function whenAborted(signal: AbortSignal): Promise<"aborted"> {
  return new Promise((resolve) => {
    signal.addEventListener("abort", () => resolve("aborted"), { once: true });
  });
}
