import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { TocsinError } from "../model/error.ts";

/** Everything that can be set from outside. Read once, at start. */
export interface Config {
  /** Absolute path of the folder that holds everything: database, captured pages, key, site. */
  readonly dataDirectory: string;
  /** PostgreSQL address; null: SQLite in the data folder. */
  readonly postgresUrl: string | null;
  /** NATS servers that tie several processes together; null: there is one process alone. */
  readonly natsUrl: string | null;
  readonly host: string;
  readonly port: number;
  /** Public address without trailing slash; null: derived from host and port. */
  readonly baseUrl: string | null;
  /** Addresses that the fetch guard lets through although they are private: CIDR blocks or `host:port`. */
  readonly fetchAllow: readonly string[];
  /** Poll feeds while the server runs. */
  readonly poll: boolean;
  readonly logFormat: "json" | "pretty" | "silent";
  /** The request came over TLS when the proxy in front says so (`X-Forwarded-Proto`), and its client address counts. */
  readonly trustProxy: boolean;
  /** The server's process hands over deliveries, too; false: workers of their own do (`tocsin work`). */
  readonly handOver: boolean;
  /** Where pages for operators are: metrics and health; null: nowhere. */
  readonly metrics: { readonly host: string; readonly port: number } | null;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Names of all variables, for `tocsin help configuration` and the documentation test. */
export const VARIABLES = {
  TOCSIN_DATA: "Folder that holds everything. Default: ./data",
  TOCSIN_DATABASE_URL: "postgres://… to use PostgreSQL instead of SQLite in the data folder",
  TOCSIN_NATS_URL: "nats://… to tie several processes together; comma-separated where there are several servers",
  TOCSIN_HOST: "Address to listen on. Default: 127.0.0.1",
  TOCSIN_PORT: "Port to listen on. Default: 8080",
  TOCSIN_BASE_URL: "Public address of the site, for links in feeds: https://tocsin.example",
  TOCSIN_FETCH_ALLOW: "Private addresses that may be fetched, comma-separated: 10.1.0.0/16, 127.0.0.1:8123",
  TOCSIN_POLL: "on or off: poll feeds while the server runs. Default: on",
  TOCSIN_LOG: "json, pretty or silent. Default: pretty on a terminal, else json",
  TOCSIN_TRUST_PROXY: "on when a proxy on the same machine sets X-Forwarded-Proto and X-Forwarded-For. Default: off",
  TOCSIN_HAND_OVER: "on or off: hand over deliveries in the server's process, too. Default: on",
  TOCSIN_METRICS: "host:port, or a port of this machine alone, for /metrics, /healthz and /readyz. Default: off",
} as const;

/** Reads and cross-checks the configuration. Throws CONFIG_INVALID, naming the variable and the fix. */
export function readConfig(environment: Environment, terminal: boolean): Config {
  const value = (name: keyof typeof VARIABLES): string | undefined => {
    const file = environment[`${name}_FILE`];
    if (file !== undefined && file !== "") return readSecretFile(name, file);
    const text = environment[name]?.trim();
    return text === "" ? undefined : text;
  };
  const baseUrl = value("TOCSIN_BASE_URL");
  return {
    dataDirectory: resolve(value("TOCSIN_DATA") ?? "data"),
    postgresUrl: postgresUrlOf(value("TOCSIN_DATABASE_URL")),
    natsUrl: natsUrlOf(value("TOCSIN_NATS_URL")),
    host: value("TOCSIN_HOST") ?? "127.0.0.1",
    port: portOf(value("TOCSIN_PORT") ?? "8080"),
    baseUrl: baseUrl === undefined ? null : baseUrlOf(baseUrl),
    fetchAllow: (value("TOCSIN_FETCH_ALLOW") ?? "")
      .split(",")
      .map((part) => part.trim())
      .filter((part) => part !== ""),
    poll: choice("TOCSIN_POLL", value("TOCSIN_POLL") ?? "on", ["on", "off"]) === "on",
    logFormat: choice("TOCSIN_LOG", value("TOCSIN_LOG") ?? (terminal ? "pretty" : "json"), [
      "json",
      "pretty",
      "silent",
    ]),
    trustProxy: choice("TOCSIN_TRUST_PROXY", value("TOCSIN_TRUST_PROXY") ?? "off", ["on", "off"]) === "on",
    handOver: choice("TOCSIN_HAND_OVER", value("TOCSIN_HAND_OVER") ?? "on", ["on", "off"]) === "on",
    metrics: metricsOf(value("TOCSIN_METRICS") ?? "off"),
  };
}

function invalid(name: string, what: string, fix: string): TocsinError {
  return new TocsinError("CONFIG_INVALID", `${name} ${what}.`, { fix, detail: { variable: name } });
}

function readSecretFile(name: string, file: string): string {
  try {
    return readFileSync(file, "utf8").trim();
  } catch (cause) {
    throw new TocsinError("CONFIG_INVALID", `${name}_FILE names a file that cannot be read: ${file}.`, {
      fix: "Check the path and that the program may read it.",
      cause,
    });
  }
}

function choice<T extends string>(name: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((one) => one === value.toLowerCase());
  if (found === undefined) throw invalid(name, `is “${value}”`, `Set it to one of: ${allowed.join(", ")}.`);
  return found;
}

/** `off`, `9464`, `10.0.0.5:9464`, `[::1]:9464`: without a host only this machine gets through. */
function metricsOf(text: string): Config["metrics"] {
  if (text === "off") return null;
  const [, host = "127.0.0.1", port = ""] = /^(?:(.+):)?(\d+)$/.exec(text) ?? [];
  return { host: host.replace(/^\[(.*)\]$/, "$1"), port: portOf(port, "TOCSIN_METRICS") };
}

function portOf(text: string, name = "TOCSIN_PORT"): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535) {
    throw invalid(name, `is “${text}”, which is no port`, "Set it to a number from 0 to 65535 (0: any free port).");
  }
  return port;
}

/** A public address: http(s), no path, query or user. Throws CONFIG_INVALID. */
export function baseUrlOf(text: string): string {
  const url = URL.parse(text);
  const plain =
    url !== null && /^https?:$/.test(url.protocol) && url.pathname === "/" && url.search === "" && url.hash === "";
  if (!plain || url.username !== "" || url.password !== "") {
    throw invalid(
      "TOCSIN_BASE_URL",
      `is “${text}”, which is no site's address`,
      "Write it like https://tocsin.example, without a path.",
    );
  }
  return url.origin;
}

function natsUrlOf(text: string | undefined): string | null {
  if (text === undefined) return null;
  const wrong = text.split(",").some((one) => !/^(nats|tls):\/\/[^\s]+$/.test(one.trim()));
  // The address may hold a password, so it is not repeated.
  if (wrong) throw invalid("TOCSIN_NATS_URL", "is no NATS address", "Write it like nats://host:4222.");
  return text;
}

function postgresUrlOf(text: string | undefined): string | null {
  if (text === undefined) return null;
  if (!/^postgres(ql)?:\/\//.test(text) || URL.parse(text) === null) {
    throw invalid(
      "TOCSIN_DATABASE_URL",
      "is no PostgreSQL address",
      "Write it like postgres://user@host:5432/database.",
    );
  }
  return text;
}
