import { describe, expect, it } from "vitest";
import { isAllowedAddress, isAllowedHost, parseAllowList } from "../../src/model/public-address.ts";

const nothing = parseAllowList([]);

describe("addresses that may be connected to", () => {
  it.each([
    "93.184.216.34",
    "2606:2800:220:1:248:1893:25c8:1946",
    "::ffff:93.184.216.34",
    "64:ff9b::5db8:d822", // NAT64 of 93.184.216.34
    "2002:5db8:d822::1", // 6to4 of 93.184.216.34
  ])("public: %s", (address) => {
    expect(isAllowedAddress(nothing, address, 443)).toBe(true);
  });

  it.each([
    ["private", "10.0.0.1"],
    ["private", "172.16.5.4"],
    ["private", "192.168.1.1"],
    ["loopback", "127.0.0.1"],
    ["loopback", "127.255.255.254"],
    ["loopback", "::1"],
    ["link-local, where clouds keep their keys", "169.254.169.254"],
    ["link-local", "fe80::1"],
    ["CGNAT", "100.64.0.1"],
    ["multicast", "224.0.0.1"],
    ["multicast", "ff02::1"],
    ["unspecified", "0.0.0.0"],
    ["unspecified", "::"],
    ["this network", "0.1.2.3"],
    ["broadcast", "255.255.255.255"],
    ["reserved", "240.0.0.1"],
    ["documentation", "192.0.2.1"],
    ["documentation", "2001:db8::1"],
    ["benchmarking", "198.18.0.1"],
    ["unique local", "fd00::1"],
    ["site-local, deprecated", "fec0::1"],
    ["IPv4-mapped loopback", "::ffff:127.0.0.1"],
    ["IPv4-mapped, in hexadecimal", "::ffff:7f00:1"],
    ["IPv4-compatible loopback, deprecated", "::127.0.0.1"],
    ["IPv4-translated private", "::ffff:0:10.0.0.1"],
    ["6to4 of loopback", "2002:7f00:1::1"],
    ["6to4 of private", "2002:0a00:0001::1"],
    ["NAT64 of private", "64:ff9b::10.0.0.1"],
    ["NAT64 of link-local", "64:ff9b::a9fe:a9fe"],
    ["local NAT64 prefix", "64:ff9b:1::5db8:d822"],
    ["Teredo", "2001:0:4136:e378:8000:63bf:3fff:fdd2"],
    ["outside global unicast", "4000::1"],
    ["no address at all", "localhost"],
    ["empty", ""],
  ])("refused, %s: %s", (_why, address) => {
    expect(isAllowedAddress(nothing, address, 443)).toBe(false);
  });
});

describe("the configured exceptions", () => {
  it("opens a range, an address, or one port of one", () => {
    const allow = parseAllowList(["10.1.0.0/16", "192.168.7.7", "fd12::/16", "127.0.0.1:8123", "[::1]:8124", " "]);
    expect(isAllowedAddress(allow, "10.1.2.3", 80)).toBe(true);
    expect(isAllowedAddress(allow, "::ffff:10.1.2.3", 80)).toBe(true);
    expect(isAllowedAddress(allow, "10.2.0.1", 80)).toBe(false);
    expect(isAllowedAddress(allow, "192.168.7.7", 80)).toBe(true);
    expect(isAllowedAddress(allow, "192.168.7.8", 80)).toBe(false);
    expect(isAllowedAddress(allow, "fd12::9", 80)).toBe(true);
    expect(isAllowedAddress(allow, "127.0.0.1", 8123)).toBe(true);
    expect(isAllowedAddress(allow, "127.0.0.1", 8124)).toBe(false);
    expect(isAllowedAddress(allow, "::1", 8124)).toBe(true);
  });

  it("opens a host by name and port", () => {
    const allow = parseAllowList(["Intranet.example:8080"]);
    expect(isAllowedHost(allow, "INTRANET.example", 8080)).toBe(true);
    expect(isAllowedHost(allow, "intranet.example", 80)).toBe(false);
  });

  it("names an entry that it cannot read", () => {
    for (const entry of ["10.0.0.0/99", "just words", "host", "http://host:80"]) {
      expect(() => parseAllowList([entry])).toThrowError(expect.objectContaining({ code: "CONFIG_INVALID" }));
    }
  });
});
