import ipaddr from "ipaddr.js";

/** Counts open lines by client address. */
export class Guests {
  readonly #counts = new Map<string, number>();

  /** Counts one more; null when this address has `max` already. Gives what `leave` wants. */
  enter(address: string, max: number): string | null {
    const key = keyOf(address);
    const count = this.#counts.get(key) ?? 0;
    if (count >= max) return null;
    this.#counts.set(key, count + 1);
    return key;
  }

  leave(key: string): void {
    const count = this.#counts.get(key) ?? 0;
    if (count <= 1) this.#counts.delete(key);
    else this.#counts.set(key, count - 1);
  }
}

/** An IPv4 address, or the /64 of an IPv6 one, which one household has to itself. */
function keyOf(address: string): string {
  if (!ipaddr.isValid(address)) return "unknown";
  const ip = ipaddr.process(address);
  return Buffer.from(ip.toByteArray().slice(0, 8)).toString("latin1");
}
