import type { Config } from "./config.ts";
import { readDeliverySettings } from "./delivery-config.ts";
import { layoutOf } from "./layout.ts";
import { TocsinError } from "../model/error.ts";
import { securityHeaders } from "../publish/headers.ts";
import { caddyConfig } from "../web/public/caddy.ts";
import { nginxConfig } from "../web/public/nginx.ts";

/** The configuration of a web server that stands in front of this installation. Throws CONFIG_INVALID. */
export async function productionConfig(kind: "nginx" | "caddy", config: Config): Promise<string> {
  if (config.baseUrl === null) {
    throw new TocsinError("CONFIG_INVALID", "TOCSIN_BASE_URL is not set, so the site's name is not known.", {
      fix: "Set it to the public address: TOCSIN_BASE_URL=https://tocsin.example",
    });
  }
  const { site: siteDirectory, deliverySettings } = layoutOf(config.dataDirectory);
  const { websub } = (await readDeliverySettings(deliverySettings)).programs;
  const site = {
    siteDirectory,
    hub: websub === null ? null : { hub: websub.hub, baseUrl: config.baseUrl },
    serverName: new URL(config.baseUrl).hostname,
    deskUpstream: `${config.host.includes(":") ? `[${config.host}]` : config.host}:${config.port}`,
    headers: securityHeaders,
  };
  return kind === "nginx" ? nginxConfig(site) : caddyConfig(site);
}
