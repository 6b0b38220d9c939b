import { CACHE_ERRORS, CACHE_PAGES, CACHE_RULES } from "./caching.ts";
import { CONTENT_TYPES, CONTENT_TYPE_OF_UNKNOWN, TYPES_BY_PATH } from "./content-type.ts";
import { FEED_PATTERN, feedLinkOf } from "./feed-hub.ts";
import { OPEN_DATA_PATTERN } from "./open-data.ts";
import { LIMITS } from "./limits.ts";
import { checkSiteConfig, DESK_BODY_MIB_MAX, SUBSCRIBE_BODY_KIB_MAX } from "./site-config.ts";
import type { SiteConfig } from "./site-config.ts";
import { STRICT_TRANSPORT_SECURITY } from "./server.ts";

/**
 * A whole Caddyfile, for Caddy 2.6 or newer, by which Caddy answers as the built-in server does. Throws
 * CONFIG_INVALID for values that cannot stand in it.
 */
export function caddyConfig(config: SiteConfig): string {
  checkSiteConfig(config);
  return `# Public site and desk. Written by tocsin; write it anew after an upgrade rather than change it by hand.
{
	servers {
		max_header_size ${LIMITS.headerBytesMax / 1024}KiB
		timeouts {
			read_header ${LIMITS.headersTimeoutMs / 1000}s
			read_body ${LIMITS.requestTimeoutMs / 1000}s
			idle ${LIMITS.keepAliveTimeoutMs / 1000}s
		}
	}
}

${address(config)} {
${[...tls(config), ...site(config), ...errors()].map((line) => `\t${line}`).join("\n")}
}
`;
}

function address(config: SiteConfig): string {
  const scheme = config.tls === undefined ? "http" : "https";
  if (config.listen === undefined) return `${scheme}://${config.serverName}`;
  // Whatever name readers use: a proxy in front decides.
  return `${scheme}://:${/\d+$/.exec(config.listen)?.[0] ?? ""}`;
}

function tls(config: SiteConfig): string[] {
  const host = config.listen?.replace(/:?\d+$/, "") ?? "";
  return [
    ...(host === "" ? [] : [`bind ${host}`]),
    ...(config.tls === undefined ? [] : [`tls "${config.tls.certificate}" "${config.tls.key}"`]),
  ];
}

function site(config: SiteConfig): string[] {
  return [
    "# A publication goes live by a new link `current`, which is followed at each request.",
    `root * "${config.siteDirectory}/current"`,
    "route {",
    ...indent([
      "header -Server",
      ...(config.tls === undefined ? [] : [`header Strict-Transport-Security "${STRICT_TRANSPORT_SECURITY}"`]),
      ...(config.deskUpstream === null ? [] : desk(config.deskUpstream)),
      ...Object.entries(config.headers).map(([name, value]) => `header ${name} "${value}"`),
      "@writing not method GET HEAD",
      "handle @writing {",
      `	header Cache-Control "${CACHE_ERRORS}"`,
      '	header Allow "GET, HEAD"',
      '	respond "This address can only be read." 405',
      "}",
      "# Hidden files are never public, but for the folder of RFC 8615.",
      "@hidden {",
      '	path_regexp "/\\."',
      "	not path /.well-known/*",
      "}",
      "error @hidden 404",
      "map {path} {tocsin_type} {",
      '	"~/$" "text/html; charset=utf-8"',
      ...TYPES_BY_PATH.map(({ pattern, type }) => `	"~${pattern}" "${type}"`),
      ...Object.entries(CONTENT_TYPES).map(([ending, type]) => `	"~\\.${ending}$" "${type}"`),
      `	default "${CONTENT_TYPE_OF_UNKNOWN}"`,
      "}",
      "map {path} {tocsin_cache} {",
      ...CACHE_RULES.map(({ pattern, cacheControl }) => `	"~${pattern}" "${cacheControl}"`),
      `	default "${CACHE_PAGES}"`,
      "}",
      "header Content-Type {tocsin_type}",
      "header Cache-Control {tocsin_cache}",
      `@open path_regexp "${OPEN_DATA_PATTERN}"`,
      "header @open Access-Control-Allow-Origin *",
      ...(config.hub === undefined || config.hub === null
        ? []
        : [`@feeds path_regexp "${FEED_PATTERN}"`, `header @feeds Link \`${feedLinkOf(config.hub, "{path}")}\``]),
      "# Caddy says this only where it found a twin that the client takes; caches must always know.",
      "header {",
      "	Vary Accept-Encoding",
      "	defer",
      "}",
      "file_server {",
      "	precompressed br gzip",
      "}",
    ]),
    "}",
  ];
}

function desk(upstream: string): string[] {
  return [
    "@desk path /desk /desk/*",
    "handle @desk {",
    "	request_body {",
    `		max_size ${DESK_BODY_MIB_MAX}MiB`,
    "	}",
    '	header X-Robots-Tag "noindex"',
    `	reverse_proxy ${upstream} {`,
    "		flush_interval -1",
    "	}",
    "}",
    "# Addresses here let somebody change a subscription: with an access log, keep them out of it.",
    "@subscribers path /subscribe /subscribe/*",
    "handle @subscribers {",
    "	request_body {",
    `		max_size ${SUBSCRIBE_BODY_KIB_MAX}KiB`,
    "	}",
    '	header X-Robots-Tag "noindex"',
    `	reverse_proxy ${upstream}`,
    "}",
    "handle /live {",
    `	reverse_proxy ${upstream} {`,
    "		flush_interval -1",
    "	}",
    "}",
  ];
}

function errors(): string[] {
  return [
    "handle_errors {",
    ...indent([
      `header Cache-Control "${CACHE_ERRORS}"`,
      "header -Access-Control-Allow-Origin",
      "header -Link",
      "map {path} {tocsin_language_folder} {",
      '	"~^/([a-z][a-z][a-z]?(?:-[A-Za-z0-9]+)*)(?:/|$)" "/${1}"',
      '	default ""',
      "}",
      "@page {",
      "	expression {err.status_code} == 404",
      "	file {tocsin_language_folder}/404.html /404.html",
      "}",
      "handle @page {",
      "	rewrite * {file_match.relative}",
      '	header Content-Type "text/html; charset=utf-8"',
      "	file_server {",
      "		precompressed br gzip",
      "	}",
      "}",
      "handle {",
      '	header Content-Type "text/plain; charset=utf-8"',
      '	respond "{err.status_code} {err.status_text}" {err.status_code}',
      "}",
    ]),
    "}",
  ];
}

function indent(lines: readonly string[]): string[] {
  return lines.map((line) => `\t${line}`);
}
