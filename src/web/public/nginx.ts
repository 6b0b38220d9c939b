import { CACHE_ERRORS, CACHE_PAGES, CACHE_RULES } from "./caching.ts";
import { CONTENT_TYPES, CONTENT_TYPE_OF_UNKNOWN, TYPES_BY_PATH } from "./content-type.ts";
import { FEED_PATTERN, feedLinkOf } from "./feed-hub.ts";
import { OPEN_DATA_PATTERN } from "./open-data.ts";
import { LIMITS } from "./limits.ts";
import { checkSiteConfig, DESK_BODY_MIB_MAX, SUBSCRIBE_BODY_KIB_MAX } from "./site-config.ts";
import type { SiteConfig } from "./site-config.ts";
import { STRICT_TRANSPORT_SECURITY } from "./server.ts";

/**
 * A file for nginx's `conf.d` (it stands within `http { }`), for nginx 1.18 or newer, by which nginx answers as the
 * built-in server does. Throws CONFIG_INVALID for values that cannot stand in it.
 */
export function nginxConfig(config: SiteConfig): string {
  checkSiteConfig(config);
  const blocks = [
    "# Public site and desk. Written by tocsin; write it anew after an upgrade rather than change it by hand.",
    maps(config),
    config.deskUpstream === null ? "" : upstream(config.deskUpstream),
    config.tls !== undefined && config.listen === undefined ? redirectToTls(config.serverName) : "",
    server(config),
  ];
  return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
}

function maps({ hub = null }: SiteConfig): string {
  const caches = CACHE_RULES.map(({ pattern, cacheControl }) => `    "~${pattern}" "${cacheControl}";`);
  return `map $uri $tocsin_cache_of_path {
    default "${CACHE_PAGES}";
${caches.join("\n")}
}
map $status $tocsin_cache {
    default "${CACHE_ERRORS}";
    "~^(200|206|304)$" $tocsin_cache_of_path;
}
map $uri $tocsin_open_path {
    default "";
    "~${OPEN_DATA_PATTERN}" "*";
}
map $uri $tocsin_link_path {
    default "";
${hub === null ? "" : `    "~${FEED_PATTERN}" '${feedLinkOf(hub, "$uri")}';\n`}}
map $status $tocsin_link {
    default "";
    "~^(200|206|304)$" $tocsin_link_path;
}
map $status $tocsin_open {
    default "";
    "~^(200|206|304)$" $tocsin_open_path;
}
map $status $tocsin_allow {
    default "";
    405 "GET, HEAD";
}
map $uri $tocsin_language_folder {
    default "";
    "~^/(?<tocsin_language>[a-z][a-z][a-z]?(-[A-Za-z0-9]+)*)(/|$)" "/$tocsin_language";
}`;
}

function upstream(address: string): string {
  return `limit_req_zone $binary_remote_addr zone=tocsin_desk:1m rate=20r/s;
upstream tocsin_desk {
    server ${address};
    keepalive 8;
}`;
}

function redirectToTls(serverName: string): string {
  return `server {
    listen 80;
    listen [::]:80;
    server_name ${serverName};
    server_tokens off;
    return 301 https://${serverName}$request_uri;
}`;
}

function server(config: SiteConfig): string {
  const port = config.tls === undefined ? "80" : "443";
  const mode = config.tls === undefined ? "" : " ssl http2";
  const listens = config.listen === undefined ? [port, `[::]:${port}`] : [config.listen];
  const lines = [
    ...listens.map((address) => `listen ${address}${mode};`),
    `server_name ${config.serverName};`,
    ...(config.tls === undefined
      ? []
      : [
          `ssl_certificate "${config.tls.certificate}";`,
          `ssl_certificate_key "${config.tls.key}";`,
          "ssl_protocols TLSv1.2 TLSv1.3;",
          "ssl_session_cache shared:tocsin_tls:4m;",
        ]),
    "",
    "# A publication goes live by a new link `current`; so no open files may be kept, and links must be followed.",
    `root "${config.siteDirectory}/current";`,
    "open_file_cache off;",
    "disable_symlinks off;",
    "index index.html;",
    "autoindex off;",
    "absolute_redirect off;",
    "server_tokens off;",
    "error_page 404 @tocsin_missing;",
    "",
    "gzip off;",
    "gzip_static on;",
    "gzip_vary on;",
    "gzip_proxied any;",
    "# With the module ngx_brotli_static take the sign off the next line: pages get about a sixth smaller.",
    "#brotli_static on;",
    "sendfile on;",
    "tcp_nopush on;",
    "",
    `client_header_timeout ${seconds(LIMITS.headersTimeoutMs)};`,
    `client_body_timeout ${seconds(LIMITS.headersTimeoutMs)};`,
    `send_timeout ${seconds(LIMITS.silenceTimeoutMs)};`,
    `keepalive_timeout ${seconds(LIMITS.keepAliveTimeoutMs)};`,
    "reset_timedout_connection on;",
    "client_max_body_size 1k;",
    `large_client_header_buffers 4 ${LIMITS.headerBytesMax / 1024}k;`,
    "",
    `default_type "${CONTENT_TYPE_OF_UNKNOWN}";`,
    "types {",
    ...[...endingsByType()].map(([type, endings]) => `    "${type}" ${endings.join(" ")};`),
    "}",
    "",
    'add_header Cache-Control "$tocsin_cache" always;',
    'add_header Access-Control-Allow-Origin "$tocsin_open" always;',
    'add_header Link "$tocsin_link" always;',
    'add_header Allow "$tocsin_allow" always;',
    ...Object.entries(config.headers).map(([name, value]) => `add_header ${name} "${value}" always;`),
    ...hsts(config),
    "",
    "location / {",
    ...READ_ONLY,
    "}",
    "location @tocsin_missing {",
    "    try_files $tocsin_language_folder/404.html /404.html =404;",
    "}",
    "# Hidden files are never public, but for the folder of RFC 8615.",
    'location ~ "/\\.(?!well-known(/|$))" {',
    "    return 404;",
    "}",
    ...TYPES_BY_PATH.flatMap(({ pattern, type }) => [
      `location ~ "${pattern}" {`,
      ...READ_ONLY,
      "    types { }",
      `    default_type "${type}";`,
      "}",
    ]),
    ...(config.deskUpstream === null
      ? []
      : [
          ...desk("= /desk", config),
          ...desk("^~ /desk/", config),
          ...subscribers("= /subscribe", config),
          ...subscribers("^~ /subscribe/", config),
          ...LIVE,
        ]),
  ];
  return `server {\n${lines.map((line) => (line === "" ? "" : `    ${line}`)).join("\n")}\n}`;
}

const READ_ONLY = ["    if ($request_method !~ ^(GET|HEAD)$) {", "        return 405;", "    }"];

function hsts(config: SiteConfig): string[] {
  return config.tls === undefined
    ? []
    : [`add_header Strict-Transport-Security "${STRICT_TRANSPORT_SECURITY}" always;`];
}

function desk(location: string, config: SiteConfig): string[] {
  return [
    `location ${location} {`,
    "    # The desk sends its own headers; one of its own here keeps those of the public site away.",
    '    add_header X-Robots-Tag "noindex" always;',
    ...hsts(config).map((line) => `    ${line}`),
    "    limit_req zone=tocsin_desk burst=100 nodelay;",
    "    limit_req_status 429;",
    `    client_max_body_size ${DESK_BODY_MIB_MAX}m;`,
    ...PROXY,
    "    proxy_buffering off;",
    "    proxy_read_timeout 300s;",
    "}",
  ];
}

function subscribers(location: string, config: SiteConfig): string[] {
  return [
    `location ${location} {`,
    "    # Its addresses let somebody change a subscription: they stay out of the log. It sends its own headers.",
    "    access_log off;",
    "    error_log /dev/null crit;",
    '    add_header X-Robots-Tag "noindex" always;',
    ...hsts(config).map((line) => `    ${line}`),
    "    limit_req zone=tocsin_desk burst=100 nodelay;",
    "    limit_req_status 429;",
    `    client_max_body_size ${SUBSCRIBE_BODY_KIB_MAX}k;`,
    ...PROXY,
    "}",
  ];
}

const PROXY = [
  "    proxy_pass http://tocsin_desk;",
  "    proxy_http_version 1.1;",
  '    proxy_set_header Connection "";',
  "    proxy_set_header Host $http_host;",
  "    proxy_set_header X-Forwarded-For $remote_addr;",
  "    proxy_set_header X-Forwarded-Proto $scheme;",
];

/** Live lines stay open for hours. They send their own headers. */
const LIVE = [
  "location = /live {",
  "    access_log off;",
  '    add_header X-Robots-Tag "noindex" always;',
  ...PROXY,
  "    proxy_buffering off;",
  "    proxy_read_timeout 75s;",
  "}",
];

function endingsByType(): Map<string, string[]> {
  const types = new Map<string, string[]>();
  for (const [ending, type] of Object.entries(CONTENT_TYPES)) types.set(type, [...(types.get(type) ?? []), ending]);
  return types;
}

function seconds(ms: number): string {
  return `${Math.round(ms / 1000)}s`;
}
