import { isTocsinError, TocsinError } from "../../model/error.ts";
import type { Clock } from "../../model/time.ts";
import { failure } from "../failure.ts";
import type { Letter, Outgoing } from "../letter.ts";
import { isWordless } from "../letter-json.ts";
import type { ChannelProblem, DeliveryChannel, Result } from "../ports.ts";
import { TROUBLE_CODES } from "../trouble-codes.ts";
import { brokerAddress, brokerName, languageOf } from "./address.ts";
import { createBrokerLink, type BrokerOptions, type Published } from "./link.ts";
import { messagesOf, type PublicState } from "./messages.ts";

export interface MqttOptions extends BrokerOptions {
  /** First level of all topics. */
  readonly prefix: string;
}

export interface MqttPorts {
  readonly state: PublicState;
  readonly clock: Clock;
}

const WIDTH = 4;
/** Reason codes that trying again does not mend: not authorised, topic name, payload format. */
const NEVER = new Set([0x87, 0x90, 0x99]);

/**
 * The office's own broker (MQTT 5.0), with one subscriber for each language. What is published twice does no harm: it
 * is the state as it stands. Throws CONFIG_INVALID.
 */
export function createMqttChannel(options: MqttOptions, { state, clock }: MqttPorts): DeliveryChannel {
  const { prefix } = options;
  const broker = brokerName(options.url);
  if (!/^[^+#$/\p{Cc}]+(\/[^+#/\p{Cc}]+)*$/u.test(prefix) || prefix.length > 200)
    throw new TocsinError("CONFIG_INVALID", "The prefix of MQTT topics has characters that cannot stand in a topic.");
  const link = createBrokerLink(options);
  const ending = new AbortController();

  async function send({ address, letter }: Outgoing, signal: AbortSignal): Promise<Result> {
    const messages = messagesOf(letter, languageOf(address, broker), prefix, state, clock());
    return resultOf(await link.publish(messages, AbortSignal.any([signal, ending.signal])));
  }

  return {
    name: "mqtt",
    width: WIDTH,
    check,
    address: (text) => brokerAddress(broker, languageOf(text, broker)),
    async send(outgoing, signal) {
      try {
        return await send(outgoing, signal);
      } catch (error) {
        // A broker that was set up before is another one now: its subscribers are given up.
        return isTocsinError(error, "ADDRESS_INVALID")
          ? { ...failure("ADDRESS_INVALID", true), gone: true }
          : failure("INTERNAL", false);
      }
    },
    async close() {
      ending.abort();
      await link.close();
    },
  };
}

function resultOf(published: Published): Result {
  if (published.kind === "acknowledged") return { outcome: "accepted" };
  if (published.kind === "refused")
    return failure("BROKER_REFUSED", NEVER.has(published.reason), `0x${published.reason.toString(16)}`);
  const { code, sent } = published;
  return sent && code === "ABORTED" ? { outcome: "unknown", code, reason: TROUBLE_CODES[code] } : failure(code, false);
}

function check(letter: Letter): readonly ChannelProblem[] {
  if (!isWordless(letter)) return [];
  return [{ code: "MQTT_EMPTY", message: "The message to the MQTT broker would be empty.", blocks: true }];
}
