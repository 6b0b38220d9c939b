import { readFile } from "node:fs/promises";
import { dirname } from "node:path";
import { fieldsOf, secret, wrong, type Fields } from "./config-fields.ts";
import { programSettingsOf, type ProgramSettings } from "./programs.ts";
import { createMailChannel, type MailChannel, type MailOptions, type MailPorts } from "../deliver/email/channel.ts";
import type { RelayOptions } from "../deliver/email/relay.ts";
import { CHANNELS } from "../model/channel.ts";
import type { SelfCheckSettings } from "./self-check.ts";

/**
 * What `delivery.json` in the data folder says about channels; docs/delivery.md describes it. Secrets stand in files of
 * their own, named here.
 */
export interface DeliverySettings {
  readonly email: MailOptions | null;
  readonly check: SelfCheckSettings;
  readonly programs: ProgramSettings;
}

/** No file: no channel is set up. Throws CONFIG_INVALID, naming the field. */
export async function readDeliverySettings(file: string): Promise<DeliverySettings> {
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT")
      return await settingsIn(fieldsOf(file, {}, ""), dirname(file));
    throw wrong(file, "cannot be read", error);
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw wrong(file, "is no JSON", error);
  }
  return settingsIn(fieldsOf(file, value, ""), dirname(file));
}

async function settingsIn(fields: Fields, folder: string): Promise<DeliverySettings> {
  const email = fields.part("email");
  return {
    email: email === null ? null : await mailOptionsOf(email, folder),
    check: checkOf(fields.part("canary"), fields.number("urgentSeconds")),
    programs: await programSettingsOf(fields, folder),
  };
}

/** The mail channel of these settings; null: none is set up. Throws CONFIG_INVALID. */
export function mailChannelOf({ email }: DeliverySettings, ports: MailPorts): MailChannel | null {
  return email === null ? null : createMailChannel(email, ports);
}

/** Minutes between two checks, and seconds until an urgent dispatch that nobody accepts is an alarm. */
const CHECK_MINUTES = 15;
const URGENT_SECONDS = 120;

function checkOf(canary: Fields | null, urgentSeconds: number | null): SelfCheckSettings {
  const addresses = CHANNELS.flatMap((channel) => {
    const address = canary?.optional(channel) ?? null;
    return address === null ? [] : [[channel, address] as const];
  });
  return {
    minutes: canary?.number("minutes") ?? CHECK_MINUTES,
    addresses: Object.fromEntries(addresses),
    urgentSeconds: urgentSeconds ?? URGENT_SECONDS,
  };
}

async function mailOptionsOf(fields: Fields, folder: string): Promise<MailOptions> {
  const address = fields.text("from");
  const host = fields.optional("host") ?? address.split("@")[1] ?? "";
  const dkim = fields.part("dkim");
  return {
    sender: { address, replyTo: fields.optional("replyTo"), listId: fields.optional("listId") ?? `briefings.${host}` },
    host,
    bounceDomain: fields.optional("bounceDomain"),
    relays: await Promise.all(fields.parts("relays").map((relay) => relayOf(relay, folder))),
    dkim:
      dkim === null
        ? null
        : {
            domain: dkim.optional("domain") ?? host,
            selector: dkim.text("selector"),
            key: await secret(dkim, "keyFile", folder),
          },
  };
}

async function relayOf(fields: Fields, folder: string): Promise<RelayOptions> {
  const host = fields.text("host");
  const port = fields.number("port") ?? 587;
  const user = fields.optional("user");
  return {
    name: fields.optional("name") ?? host,
    host,
    port,
    tls: fields.choice("tls", ["starttls", "implicit", "maybe", "none"]) ?? (port === 465 ? "implicit" : "starttls"),
    user,
    password: user === null ? null : await secret(fields, "passwordFile", folder),
    ca: fields.optional("caFile") === null ? null : await secret(fields, "caFile", folder),
    connections: fields.number("connections") ?? 4,
    rate: fields.number("rate"),
    weight: fields.number("weight") ?? 1,
  };
}
