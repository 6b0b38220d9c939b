import ipaddr from "ipaddr.js";
import { TocsinError } from "./error.ts";

type Address = ipaddr.IPv4 | ipaddr.IPv6;

/** What a configured `allow` list comes to. */
export interface AllowList {
  readonly ranges: readonly (readonly [Address, number])[];
  /** `host:port` pairs; an IPv6 host stands in brackets. */
  readonly hosts: ReadonlySet<string>;
}

/**
 * Reads entries such as `10.1.0.0/16`, `192.0.2.7`, `fd00::/8`, `127.0.0.1:8123`, `intranet.example:80`.
 * Throws CONFIG_INVALID naming the entry that is none of these.
 */
export function parseAllowList(entries: readonly string[]): AllowList {
  const ranges: (readonly [Address, number])[] = [];
  const hosts = new Set<string>();
  for (const entry of entries.map((e) => e.trim()).filter(Boolean)) {
    if (ipaddr.isValidCIDR(entry)) ranges.push(ipaddr.parseCIDR(entry));
    else if (ipaddr.isValid(entry)) {
      const address = ipaddr.parse(entry);
      ranges.push([address, address.kind() === "ipv4" ? 32 : 128]);
    } else if (/^(\[[0-9a-f:.]+\]|[a-z0-9.-]+):\d{1,5}$/i.test(entry)) hosts.add(entry.toLowerCase());
    else {
      throw new TocsinError("CONFIG_INVALID", `“${entry}” is neither an address range nor a host with a port.`, {
        fix: "Write it like 10.1.0.0/16 or intranet.example:8080.",
      });
    }
  }
  return { ranges, hosts };
}

/** Is this host name with this port allowed as a whole, wherever it leads? */
export function isAllowedHost(allow: AllowList, host: string, port: number): boolean {
  return allow.hosts.has(`${host.toLowerCase()}:${port}`);
}

/**
 * May we connect to this IP address (no brackets) at this port? Public unicast addresses only, unless configured.
 * Fails closed: what cannot be read as an address is refused.
 */
export function isAllowedAddress(allow: AllowList, text: string, port: number): boolean {
  if (!ipaddr.isValid(text)) return false;
  const address = unwrapped(ipaddr.parse(text));
  const named = address.kind() === "ipv6" ? `[${address.toString()}]` : address.toString();
  if (allow.hosts.has(`${named}:${port}`)) return true;
  if (allow.ranges.some(([base, bits]) => base.kind() === address.kind() && address.match(base, bits))) return true;
  return isPublic(address);
}

/**
 * Public IPv4 is what no special registry lists (RFC 6890 and its heirs, as ipaddr.js keeps them). Public IPv6 is the
 * same within 2000::/3, the only block that IANA hands out for global unicast (RFC 4291 §2.4).
 */
function isPublic(address: Address): boolean {
  if (address.range() !== "unicast") return false;
  return address.kind() === "ipv4" || ((address as ipaddr.IPv6).parts[0]! & 0xe000) === 0x2000;
}

/**
 * The IPv4 address that an IPv6 address stands for: IPv4-mapped (RFC 4291), IPv4-translated (RFC 7915), NAT64 with the
 * well-known prefix (RFC 6052), 6to4 (RFC 3056). Any other address as it is.
 */
function unwrapped(address: Address): Address {
  if (address.kind() === "ipv4") return address;
  const { parts } = address as ipaddr.IPv6;
  const v4 = (high: number, low: number) =>
    new ipaddr.IPv4([parts[high]! >> 8, parts[high]! & 255, parts[low]! >> 8, parts[low]! & 255]);
  const range = (address as ipaddr.IPv6).range();
  if (range === "ipv4Mapped" || range === "rfc6145") return v4(6, 7);
  // The local prefix 64:ff9b:1::/48 (RFC 8215) leaves open where the IPv4 address stands: refused as not global.
  if (range === "rfc6052" && parts[2] === 0) return v4(6, 7);
  return range === "6to4" ? v4(1, 2) : address;
}
