import { readFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { createMailChannel, type MailChannel, type MailOptions, type MailPorts } from "../deliver/email/channel.ts";
import type { RelayOptions } from "../deliver/email/relay.ts";
import { TocsinError } from "../model/error.ts";

/**
 * What `delivery.json` in the data folder says about channels; docs/delivery.md describes it. Secrets stand in files of
 * their own, named here.
 */
export interface DeliverySettings {
  readonly email: MailOptions | null;
}

type Json = Readonly<Record<string, unknown>>;

/** No file: no channel is set up. Throws CONFIG_INVALID, naming the field. */
export async function readDeliverySettings(file: string): Promise<DeliverySettings> {
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return { email: null };
    throw wrong(file, "cannot be read", error);
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw wrong(file, "is no JSON", error);
  }
  const reader = fieldsOf(file, value, "");
  const email = reader.part("email");
  return { email: email === null ? null : await mailOptionsOf(email, dirname(file)) };
}

/** The mail channel of these settings; null: none is set up. Throws CONFIG_INVALID. */
export function mailChannelOf({ email }: DeliverySettings, ports: MailPorts): MailChannel | null {
  return email === null ? null : createMailChannel(email, ports);
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

/** The content of a file that a field names; its path is from the settings' own folder. */
async function secret(fields: Fields, name: string, folder: string): Promise<string> {
  const file = resolve(folder, fields.text(name));
  try {
    return (await readFile(file, "utf8")).trim();
  } catch (error) {
    throw wrong(file, "cannot be read", error);
  }
}

/** Reads fields of one object and says where a wrong one stands. */
interface Fields {
  text(name: string): string;
  optional(name: string): string | null;
  number(name: string): number | null;
  choice<T extends string>(name: string, allowed: readonly T[]): T | null;
  part(name: string): Fields | null;
  parts(name: string): readonly Fields[];
}

function fieldsOf(file: string, value: unknown, path: string): Fields {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw wrong(file, `has something else than an object at “${path}”`);
  const object = value as Json;
  const at = (name: string): string => (path === "" ? name : `${path}.${name}`);
  const optional = (name: string): string | null => {
    const found = object[name];
    if (found === undefined || found === null || found === "") return null;
    if (typeof found !== "string") throw wrong(file, `needs a text at “${at(name)}”`);
    return found;
  };
  return {
    optional,
    text(name) {
      const found = optional(name);
      if (found === null) throw wrong(file, `lacks “${at(name)}”`);
      return found;
    },
    number(name) {
      const found = object[name];
      if (found === undefined || found === null) return null;
      if (typeof found !== "number" || !(found > 0)) throw wrong(file, `needs a positive number at “${at(name)}”`);
      return found;
    },
    choice(name, allowed) {
      const found = optional(name);
      if (found === null) return null;
      const known = allowed.find((one) => one === found);
      if (known === undefined) throw wrong(file, `needs one of ${allowed.join(", ")} at “${at(name)}”`);
      return known;
    },
    part: (name) =>
      object[name] === undefined || object[name] === null ? null : fieldsOf(file, object[name], at(name)),
    parts(name) {
      const found = object[name];
      if (!Array.isArray(found) || found.length === 0) throw wrong(file, `needs a list at “${at(name)}”`);
      return found.map((one: unknown, i) => fieldsOf(file, one, `${at(name)}[${i}]`));
    },
  };
}

function wrong(file: string, what: string, cause?: unknown): TocsinError {
  return new TocsinError("CONFIG_INVALID", `${file} ${what}.`, {
    fix: "See docs/delivery.md for what may stand there.",
    ...(cause === undefined ? {} : { cause }),
  });
}
