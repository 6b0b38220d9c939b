import { lookup as systemLookup } from "node:dns/promises";
import { isIP, type LookupFunction } from "node:net";
import { Agent, buildConnector } from "undici";
import { TocsinError } from "../model/error.ts";
import { isAllowedAddress, isAllowedHost, type AllowList } from "./address.ts";

/** Host name → all its addresses. A port, so that tests can answer like a hostile name server. */
export type Resolve = (host: string) => Promise<readonly { readonly address: string; readonly family: number }[]>;

export const systemResolve: Resolve = (host) => systemLookup(host, { all: true });

/** A blocked address never says which one it was: that would tell the outside how the inside is numbered. */
function blocked(host: string): TocsinError {
  return new TocsinError("FETCH_ADDRESS_BLOCKED", `${host} leads to an address that this office does not fetch from.`, {
    fix: "If it is meant to be read, an administrator can allow it in the configuration.",
    detail: { host },
  });
}

/** Text → URL that may be asked for at all: http or https, no credentials, no blocked IP address as host. */
export function checkUrl(text: string, allow: AllowList, base?: URL): URL {
  const url = URL.parse(text, base?.href);
  if (url === null) throw new TocsinError("FETCH_SCHEME", `“${text.slice(0, 200)}” is not a web address.`);
  if (url.protocol !== "http:" && url.protocol !== "https:") {
    throw new TocsinError("FETCH_SCHEME", `Addresses that start with ${url.protocol} are not fetched.`, {
      fix: "Use an address that starts with https:// or http://.",
    });
  }
  if (url.username !== "" || url.password !== "") {
    throw new TocsinError("FETCH_SCHEME", "Addresses with a user name or password are not fetched.");
  }
  const host = bare(url.hostname);
  const port = portOf(url.protocol, url.port);
  if (isIP(host) !== 0 && !isAllowedHost(allow, url.hostname, port) && !isAllowedAddress(allow, host, port)) {
    throw blocked(host);
  }
  url.hash = "";
  return url;
}

/**
 * A lookup for `net.connect` that hands out an address only after the check, so that the address that was checked is
 * the one that is connected to: a name that changes its answer between two questions gains nothing.
 * One blocked address among several refuses the name: a public name has no business pointing inside.
 */
export function guardedLookup(allow: AllowList, port: number, resolve: Resolve): LookupFunction {
  return (host, options, callback) => {
    const answer = async () => {
      const all = await resolve(host);
      const open = isAllowedHost(allow, host, port);
      if (!open && !all.every(({ address }) => isAllowedAddress(allow, address, port))) throw blocked(host);
      const wanted = options.family === 4 || options.family === 6 ? options.family : 0;
      const usable = all.filter(({ family }) => wanted === 0 || family === wanted);
      if (usable.length === 0) throw Object.assign(new Error(`no address for ${host}`), { code: "ENOTFOUND" });
      return usable;
    };
    const done = (usable: Awaited<ReturnType<typeof answer>>) => {
      if (options.all === true) callback(null, [...usable]);
      else callback(null, usable[0]!.address, usable[0]!.family);
    };
    const failed = (error: NodeJS.ErrnoException) => callback(error, "");
    // oxlint-disable-next-line promise/no-callback-in-promise -- net.connect takes a callback
    answer().then(done, failed);
  };
}

/** An undici Agent whose every connection, also a pooled one, was made through the guard. HTTP/1.1 only. */
export function guardedAgent(
  allow: AllowList,
  limits: { readonly timeoutMs: number; readonly maxHeaderBytes: number },
  resolve: Resolve,
): Agent {
  const timeout = limits.timeoutMs;
  return new Agent({
    maxHeaderSize: limits.maxHeaderBytes,
    headersTimeout: timeout,
    bodyTimeout: timeout,
    pipelining: 1,
    allowH2: false,
    connect(options, callback) {
      const port = portOf(options.protocol, options.port);
      // net.connect does not look up what is an address already, so it is checked here as well as in checkUrl.
      const host = bare(options.hostname);
      if (isIP(host) !== 0 && !isAllowedHost(allow, options.hostname, port) && !isAllowedAddress(allow, host, port)) {
        callback(blocked(host), null);
        return;
      }
      const lookup = guardedLookup(allow, port, resolve);
      buildConnector({ lookup, timeout, allowH2: false, port })(options, callback);
    },
  });
}

/** `[::1]` → `::1`. */
function bare(host: string): string {
  return host.startsWith("[") ? host.slice(1, -1) : host;
}

function portOf(protocol: string, port: string): number {
  return port === "" ? (protocol === "https:" ? 443 : 80) : Number(port);
}
