import { TocsinError } from "../../model/error.ts";
import type { Lang } from "../../model/language.ts";

/** A tag of BCP 47, as far as a topic cares. */
const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]{1,8})*$/;

/** The one subscriber of a language on a broker: `mqtts://broker.example:8883#en`. Holds no credentials. */
export function brokerAddress(broker: string, lang: Lang): string {
  return `${broker}#${lang}`;
}

/** The language that an address stands for. Throws ADDRESS_INVALID for another broker's, or none at all. */
export function languageOf(address: string, broker: string): Lang {
  const text = address.trim();
  const lang = text.startsWith(`${broker}#`) ? text.slice(broker.length + 1) : "";
  if (!LANGUAGE.test(lang)) throw new TocsinError("ADDRESS_INVALID", "It is not a language of our MQTT broker.");
  return lang;
}

/** A broker's name in its one form: scheme, host and port. Throws CONFIG_INVALID. */
export function brokerName(url: string): string {
  const parsed = URL.parse(url);
  if (parsed === null || !/^mqtts?:$/.test(parsed.protocol) || parsed.hostname === "") {
    throw new TocsinError("CONFIG_INVALID", "That is not the address of an MQTT broker.", {
      fix: "Write it like mqtts://broker.example:8883, with user and password in fields of their own.",
    });
  }
  const port = parsed.port === "" ? (parsed.protocol === "mqtts:" ? "8883" : "1883") : parsed.port;
  return `${parsed.protocol}//${parsed.hostname}:${port}`;
}
