import { TocsinError } from "../../model/error.ts";
import type { FeedHub } from "./feed-hub.ts";

/** What a configuration for another web server needs to know. */
export interface SiteConfig {
  /** Holds the link `current`; absolute. */
  readonly siteDirectory: string;
  /** Public host name: `tocsin.example`. */
  readonly serverName: string;
  /** Where the desk answers: `127.0.0.1:8080`; null where this host has no desk. */
  readonly deskUpstream: string | null;
  /** Security headers of every public file. */
  readonly headers: Readonly<Record<string, string>>;
  /** Certificate chain and key as PEM files. Without them the site is plain HTTP, as behind a proxy with TLS. */
  readonly tls?: { readonly certificate: string; readonly key: string };
  /** Named by the feeds; none when left out. */
  readonly hub?: FeedHub | null;
  /** Address and port in place of all addresses and the usual ports: `127.0.0.1:8081`. */
  readonly listen?: string;
}

/** Largest upload to the desk: reports that are dropped on it, in MiB. */
export const DESK_BODY_MIB_MAX = 32;

/** Largest form of a subscriber, in KiB. */
export const SUBSCRIBE_BODY_KIB_MAX = 16;

/** Throws CONFIG_INVALID for values that would mean something else, or more, inside a configuration file. */
export function checkSiteConfig(config: SiteConfig): void {
  check("siteDirectory", config.siteDirectory, /^\/[^"'`\\${}\p{Cc}]*$/u);
  check("serverName", config.serverName, /^[A-Za-z0-9.-]+$/);
  if (config.deskUpstream !== null) check("deskUpstream", config.deskUpstream, /^[A-Za-z0-9.[\]:-]+:\d+$/);
  if (config.listen !== undefined) check("listen", config.listen, /^(?:[A-Za-z0-9.[\]:-]+:)?\d+$/);
  const address = /^https?:\/\/[^\s"'`\\${}<>;]+$/;
  for (const value of Object.values(config.hub ?? {})) check("hub", value, address);
  if (config.tls !== undefined) {
    check("tls.certificate", config.tls.certificate, /^\/[^"'`\\${}\p{Cc}]*$/u);
    check("tls.key", config.tls.key, /^\/[^"'`\\${}\p{Cc}]*$/u);
  }
  for (const [name, value] of Object.entries(config.headers)) {
    check("headers", name, /^[A-Za-z0-9-]+$/);
    check(`headers.${name}`, value, /^[^"`\\${}\p{Cc}]*$/u);
  }
}

function check(name: string, value: string, form: RegExp): void {
  if (form.test(value)) return;
  throw new TocsinError("CONFIG_INVALID", `“${value.slice(0, 80)}” cannot stand in a web server's configuration.`, {
    fix: `Change ${name}.`,
    detail: { name },
  });
}
