import ipaddr from "ipaddr.js";

/** Bits that one household, mast or server room usually holds together. */
const PREFIX = { ipv4: 24, ipv6: 48 } as const;

/**
 * The network of a client's address, by which sign-ups are counted: /24 of IPv4, /48 of IPv6; IPv4 within IPv6
 * (RFC 4291 §2.5.5.2) counts as IPv4. Whatever is no address is one network of its own.
 */
export function networkOf(address: string): string {
  const bare = address.replace(/^\[|\](:\d+)?$/g, "").replace(/%.*$/, "");
  if (!ipaddr.isValid(bare)) return "unknown";
  const ip = ipaddr.process(bare);
  const kind = ip.kind();
  const bytes = ip.toByteArray().slice(0, PREFIX[kind] / 8);
  return `${kind}/${Buffer.from(bytes).toString("hex")}`;
}
