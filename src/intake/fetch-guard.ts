import { lookup as systemLookup } from "node:dns/promises";
import { Agent, buildConnector } from "undici";
import { TocsinError } from "../model/error.ts";
import { blockedAddress, guardedConnect, isBlockedLiteral, portOf, type Resolve } from "../model/guarded-connect.ts";
import type { AllowList } from "../model/public-address.ts";

export const systemResolve: Resolve = (host) => systemLookup(host, { all: true });

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
  if (isBlockedLiteral(allow, url.hostname, portOf(url.protocol, url.port))) throw blockedAddress(url.hostname);
  url.hash = "";
  return url;
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
    connect: guardedConnect(allow, resolve, (lookup, port) =>
      buildConnector({ lookup, timeout, allowH2: false, port }),
    ),
  });
}
