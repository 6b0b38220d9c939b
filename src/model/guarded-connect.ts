import { isIP, type LookupFunction } from "node:net";
import { TocsinError } from "./error.ts";
import { isAllowedAddress, isAllowedHost, type AllowList } from "./public-address.ts";

/** Host name → all its addresses. A port, so that tests can answer like a hostile name server. */
export type Resolve = (host: string) => Promise<readonly { readonly address: string; readonly family: number }[]>;

/** How undici's connectors are called, as far as the guard looks at it. */
interface Target {
  readonly hostname: string;
  readonly protocol: string;
  readonly port: string;
}
type Connect<Options extends Target, Socket> = (
  options: Options,
  callback: (...result: [null, Socket] | [Error, null]) => void,
) => void;

/**
 * A connector that opens nothing but connections that the list allows: the address that was checked is the one that is
 * connected to. `make` gives the connector that does the work with this lookup. Fails with FETCH_ADDRESS_BLOCKED.
 */
export function guardedConnect<Options extends Target, Socket>(
  allow: AllowList,
  resolve: Resolve,
  make: (lookup: LookupFunction, port: number) => Connect<Options, Socket>,
): Connect<Options, Socket> {
  return (options, callback) => {
    const port = portOf(options.protocol, options.port);
    // net.connect does not look up what is an address already.
    if (isBlockedLiteral(allow, options.hostname, port)) callback(blockedAddress(options.hostname), null);
    else make(guardedLookup(allow, port, resolve), port)(options, callback);
  };
}

/** Is this host an IP address, bare or in brackets, that may not be connected to? */
export function isBlockedLiteral(allow: AllowList, hostname: string, port: number): boolean {
  const host = bare(hostname);
  return isIP(host) !== 0 && !isAllowedHost(allow, hostname, port) && !isAllowedAddress(allow, host, port);
}

/** A blocked address never says which one it was: that would tell the outside how the inside is numbered. */
export function blockedAddress(host: string): TocsinError {
  return new TocsinError(
    "FETCH_ADDRESS_BLOCKED",
    `${bare(host)} leads to an address that this office does not connect to.`,
    {
      fix: "If it is meant to be reached, an administrator can allow it in the configuration.",
      detail: { host: bare(host) },
    },
  );
}

/**
 * A lookup for `net.connect` that hands out an address only after the check: a name that changes its answer between
 * two questions gains nothing. One blocked address among several refuses the name: a public name has no business
 * pointing inside.
 */
function guardedLookup(allow: AllowList, port: number, resolve: Resolve): LookupFunction {
  return (host, options, callback) => {
    const answer = async () => {
      const all = await resolve(host);
      const open = isAllowedHost(allow, host, port);
      if (!open && !all.every(({ address }) => isAllowedAddress(allow, address, port))) throw blockedAddress(host);
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

/** `[::1]` → `::1`. */
function bare(host: string): string {
  return host.startsWith("[") ? host.slice(1, -1) : host;
}

/** Port of an address; that of its scheme where none is named. */
export function portOf(protocol: string, port: string): number {
  return port === "" ? (protocol === "https:" ? 443 : 80) : Number(port);
}
