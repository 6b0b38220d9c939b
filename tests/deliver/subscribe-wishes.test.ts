import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { networkOf } from "../../src/deliver/network.ts";
import { countedAddress, SIGN_UP_RATES, SignUpLimits } from "../../src/deliver/sign-up-limits.ts";
import { checkWishes, maskedAddress, signUpStep } from "../../src/deliver/subscribe.ts";
import { FREQUENCIES, TOPICS } from "../../src/model/subscriber.ts";
import { instantOf, parseInstant } from "../../src/model/time.ts";

const choices = { languages: ["en", "uk"], areas: ["Lomnet", "Oltra"] };
const typed = { lang: "uk", topics: ["safety", "situation"], area: "Oltra", frequency: "daily", hour: "6" };
const start = parseInstant("2031-03-04T06:00:00Z");
const after = (seconds: number) => instantOf(Date.parse(start) + seconds * 1000);

describe("wishes", () => {
  test("what was chosen is kept in one order, whatever the order of the fields", () => {
    expect(checkWishes(typed, choices)).toEqual({
      wishes: { lang: "uk", topics: ["situation", "safety"], area: "Oltra", frequency: "daily", hour: 6 },
    });
  });

  test("an hour means something for the daily summary alone, and urgent notices have every section", () => {
    expect(checkWishes({ ...typed, frequency: "each", hour: "99" }, choices)).toMatchObject({ wishes: { hour: 0 } });
    expect(checkWishes({ ...typed, frequency: "urgent", topics: ["corrections"] }, choices)).toMatchObject({
      wishes: { topics: ["situation", "measures", "safety"] },
    });
  });

  test("every field that is wrong is named", () => {
    const wrong = { lang: "xx", topics: [], area: "Nowhere", frequency: "daily", hour: "24" };
    const checked = checkWishes(wrong, choices);
    expect("problems" in checked ? checked.problems.map(({ field }) => field) : []).toEqual([
      "lang",
      "area",
      "hour",
      "topics",
    ]);
  });

  test("whatever is typed, only what the form offers comes out", () => {
    const some = fc.oneof(
      fc.string(),
      fc.constantFrom("en", "uk", "", "Oltra", "daily", "each", "urgent", "7", "situation"),
    );
    const any = fc.record({ lang: some, topics: fc.array(some), area: some, frequency: some, hour: some });
    fc.assert(
      fc.property(any, (input) => {
        const checked = checkWishes(input, choices);
        if ("problems" in checked) {
          expect(checked.problems.length).toBeGreaterThan(0);
          return;
        }
        const { lang, topics, area, frequency, hour } = checked.wishes;
        expect(choices.languages).toContain(lang);
        expect(["", ...choices.areas]).toContain(area);
        expect(FREQUENCIES).toContain(frequency);
        expect(TOPICS.filter((one) => topics.includes(one))).toEqual(topics);
        expect(Number.isInteger(hour) && hour >= 0 && hour <= 23 && topics.length > 0).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe("who asks again", () => {
  test("gets a second mail when the first is a quarter of an hour old, and a known one is told where to change", () => {
    expect(signUpStep(null, start)).toBe("add");
    expect(signUpStep({ status: "pending", since: start }, after(899))).toBe("wait");
    expect(signUpStep({ status: "pending", since: start }, after(900))).toBe("ask-again");
    expect(signUpStep({ status: "suspended", since: start }, after(900))).toBe("ask-again");
    expect(signUpStep({ status: "active", since: start }, after(1))).toBe("known");
  });
});

describe("limits", () => {
  test("an address gets three mails at once and three a day, from however many networks they are asked for", () => {
    const limits = new SignUpLimits();
    let passed = 0;
    for (let minute = 0; minute < 24 * 60; minute++) {
      const network = networkOf(`2001:db8:${minute.toString(16)}::1`);
      if (limits.take({ network, address: "victim" }, after(minute * 60)) === null) passed += 1;
    }
    // Three at once, and those that come free at 8 and 16 o'clock.
    expect(passed).toBeLessThanOrEqual(5);
    const next = new SignUpLimits();
    const burst = Array.from({ length: 9 }, () => next.take({ network: "n", address: "victim" }, start));
    expect(burst).toEqual([null, null, null, ...Array.from({ length: 6 }, () => "address")]);
  });

  test("a network cannot ask for many addresses, and everybody together cannot ask for too many", () => {
    const limits = new SignUpLimits();
    const one = Array.from({ length: 50 }, (_, i) => limits.take({ network: "n", address: `a${i}` }, start));
    expect(one.filter((limit) => limit === null)).toHaveLength(SIGN_UP_RATES.network.burst);
    expect(one.at(-1)).toBe("network");
    expect(limits.take({ network: "n", address: "z" }, after(30))).toBeNull();
    const all = new SignUpLimits();
    const many = Array.from({ length: 4000 }, (_, i) => all.take({ network: `n${i}`, address: `a${i}` }, start));
    expect(many.filter((limit) => limit === null)).toHaveLength(SIGN_UP_RATES.all.burst);
    expect(many.at(-1)).toBe("all");
  });

  test("in any order of events no key passes more often than its rate allows, and memory stays bounded", () => {
    const rates = {
      address: { burst: 2, everyMs: 10_000 },
      network: { burst: 3, everyMs: 4000 },
      all: { burst: 6, everyMs: 1000 },
    };
    const event = fc.record({ n: fc.nat(3), a: fc.nat(5), wait: fc.nat(5) });
    fc.assert(
      fc.property(fc.array(event, { maxLength: 200 }), (events) => {
        const limits = new SignUpLimits(rates, 50);
        const passed = new Map<string, number>();
        let seconds = 0;
        for (const { n, a, wait } of events) {
          seconds += wait;
          if (limits.take({ network: `n${n}`, address: `a${a}` }, after(seconds)) !== null) continue;
          for (const key of [`n${n}`, `a${a}`, "all"]) passed.set(key, (passed.get(key) ?? 0) + 1);
        }
        for (const [key, count] of passed) {
          const { burst, everyMs } = key === "all" ? rates.all : key.startsWith("n") ? rates.network : rates.address;
          expect(count).toBeLessThanOrEqual(burst + (seconds * 1000) / everyMs);
        }
      }),
    );
    const small = new SignUpLimits(SIGN_UP_RATES, 100);
    for (let i = 0; i < 1000; i++) small.take({ network: `n${i}`, address: `a${i}` }, start);
    expect(small.size).toBeLessThanOrEqual(100);
  });

  test.each([
    ["192.0.2.7", "192.0.2.200"],
    ["::ffff:192.0.2.7", "192.0.2.9"],
    ["2001:db8:1:2::1", "2001:db8:1:ffff::9"],
    ["fe80::1%eth0", "fe80::2"],
    ["[2001:db8:1::1]:443", "2001:db8:1::2"],
    ["unknown", "'; drop table"],
  ])("%s and %s are of one network", (one, two) => {
    expect(networkOf(one)).toBe(networkOf(two));
  });

  test.each([
    ["192.0.2.7", "192.0.3.7"],
    ["2001:db8:1::1", "2001:db8:2::1"],
    ["192.0.2.7", "unknown"],
  ])("%s and %s are of two networks", (one, two) => {
    expect(networkOf(one)).not.toBe(networkOf(two));
  });

  test("spellings of one mailbox count as one", () => {
    for (const spelling of ["Anna.Lis@example.org", "annalis+1@example.org", "a.n.n.a.l.i.s+x+y@EXAMPLE.org"]) {
      expect(countedAddress(spelling)).toBe("annalis@example.org");
    }
    expect(countedAddress("annalis@other.example")).not.toBe("annalis@example.org");
  });
});

test("an address is shown so that its owner knows it and nobody else learns it", () => {
  expect(maskedAddress({ channel: "email" }, "anna@example.org")).toBe("a…@example.org");
  expect(maskedAddress({ channel: "push" }, "https://push.example/secret@1")).toBe("");
});
