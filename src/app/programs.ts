import { secret, type Fields } from "./config-fields.ts";
import { composeLetter } from "../deliver/compose.ts";
import { brokerAddress, brokerName } from "../deliver/mqtt/address.ts";
import { createMqttChannel, type MqttOptions } from "../deliver/mqtt/channel.ts";
import type { PublicState } from "../deliver/mqtt/messages.ts";
import type { DeliveryChannel } from "../deliver/ports.ts";
import { createWebhookChannel, type WebhookChannel } from "../deliver/webhook/channel.ts";
import { createWebsubChannel } from "../deliver/websub/channel.ts";
import { systemResolve } from "../intake/fetch-guard.ts";
import type { Channel } from "../model/channel.ts";
import type { History } from "../model/history.ts";
import type { EntryId } from "../model/id.ts";
import { textIn, type Lang } from "../model/language.ts";
import { parseAllowList } from "../model/public-address.ts";
import type { Clock } from "../model/time.ts";
import { absolute, paths } from "../publish/paths.ts";

/** What `delivery.json` says about channels to programs. */
export interface ProgramSettings {
  /** Private addresses of receivers that may be connected to; strangers name them, so this is a list of its own. */
  readonly webhookAllow: readonly string[];
  /** Null: none is set up. */
  readonly mqtt: MqttOptions | null;
  readonly websub: { readonly hub: string; readonly allow: readonly string[] } | null;
}

/** A subscriber that is no person: the office's own hub or broker. */
export interface SystemSubscriber {
  readonly channel: Channel;
  readonly address: string;
  readonly lang: Lang;
}

export interface Programs {
  readonly webhooks: WebhookChannel;
  readonly channels: readonly DeliveryChannel[];
  /** Who is to be subscribed, as the office is now. */
  systemSubscribers(): readonly SystemSubscriber[];
}

export interface ProgramPorts {
  readonly history: () => History;
  readonly baseUrl: () => string;
  readonly clock: Clock;
}

const TIMEOUT_MS = 10_000;
const TOPIC_PREFIX = "tocsin";

/** Throws CONFIG_INVALID, naming the field. */
export async function programSettingsOf(fields: Fields, folder: string): Promise<ProgramSettings> {
  const [webhook, mqtt, websub] = [fields.part("webhook"), fields.part("mqtt"), fields.part("websub")];
  return {
    webhookAllow: webhook?.texts("allow") ?? [],
    mqtt: mqtt === null ? null : await mqttOptionsOf(mqtt, folder),
    websub: websub === null ? null : { hub: websub.text("hub"), allow: websub.texts("allow") },
  };
}

async function mqttOptionsOf(fields: Fields, folder: string): Promise<MqttOptions> {
  const user = fields.optional("user");
  return {
    url: fields.text("url"),
    user,
    password: user === null ? null : await secret(fields, "passwordFile", folder),
    ca: fields.optional("caFile") === null ? null : await secret(fields, "caFile", folder),
    prefix: fields.optional("prefix") ?? TOPIC_PREFIX,
    timeoutMs: TIMEOUT_MS,
  };
}

/** The channels to programs. Webhooks need no setting. Throws CONFIG_INVALID. */
export function openPrograms(settings: ProgramSettings, { history, baseUrl, clock }: ProgramPorts): Programs {
  const { mqtt, websub, webhookAllow } = settings;
  const languages = (): readonly Lang[] => history().office?.languages ?? [];
  const ticks = (): number => performance.now();
  const webhooks = createWebhookChannel(
    { allow: parseAllowList(webhookAllow) },
    { clock, resolve: systemResolve, ticks },
  );
  const feeds = (): readonly string[] =>
    languages().flatMap((lang) =>
      [paths.rss(lang), paths.atom(lang), paths.jsonFeed(lang)].map((path) => absolute(baseUrl(), path)),
    );
  const broker = mqtt === null ? null : createMqttChannel(mqtt, { state: publicState(history), clock });
  const hub =
    websub === null
      ? null
      : createWebsubChannel(
          { hub: websub.hub, allow: parseAllowList(websub.allow) },
          { feeds, clock, resolve: systemResolve },
        );
  return {
    webhooks,
    channels: [webhooks, broker, hub].filter((channel) => channel !== null),
    systemSubscribers() {
      const [first] = languages();
      const subscribed: SystemSubscriber[] = [];
      if (hub !== null && websub !== null && first !== undefined)
        subscribed.push({ channel: "websub", address: hub.address(websub.hub), lang: first });
      if (mqtt !== null)
        for (const lang of languages())
          subscribed.push({ channel: "mqtt", address: brokerAddress(brokerName(mqtt.url), lang), lang });
      return subscribed;
    },
  };
}

/** The latest edition as it stands now, for whoever reads it from a broker. */
function publicState(history: () => History): PublicState {
  return {
    edition(lang, sections, area) {
      const now = history();
      const number = now.editions.length;
      if (number === 0) return null;
      const variant = { lang, topics: sections, area, entries: [`edition:${number}` as EntryId] };
      return composeLetter(now, variant, { lane: "edition", why: "subscribed" });
    },
    areas() {
      const { office, statements } = history();
      const names = [...statements.values()].flatMap(({ versions }) =>
        versions.map(({ value }) => textIn(value.area, office?.languages[0] ?? "", []).text),
      );
      return [...new Set(names)].filter((name) => name !== "");
    },
  };
}
