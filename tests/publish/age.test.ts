import { readFileSync } from "node:fs";
import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { ageAt, instantOf, msOf, parseInstant, type Instant } from "../../src/model/time.ts";
import { ageBand, ageNotice, agePhrase } from "../../src/publish/age.ts";
import { html } from "../../src/publish/html.ts";
import { localeOf } from "../../src/publish/locale.ts";
import { messagesIn } from "../../src/publish/messages.ts";
import { sampleHistory } from "./fixture.ts";
import { documentOf } from "./pages.ts";

const script = readFileSync(new URL("../../src/publish/assets/age.js", import.meta.url), "utf8");
const { office } = sampleHistory({ editions: 0, statementsPerEdition: 0 });
if (office === null) throw new Error("no office");

/** What a reader with scripts sees of the band at `now`; null while it is hidden. */
function readAt(lang: string, bandHtml: string, now: Instant): string | null {
  const document = documentOf(`<!doctype html><html lang="${lang}"><body>${bandHtml}</body></html>`);
  const band = document.querySelector("aside");
  if (band === null) throw new Error("no band");
  class Now extends Date {
    constructor(...args: [] | [string | number | Date]) {
      if (args.length === 0) super(msOf(now));
      else super(args[0]);
    }
  }
  // The script sets the property; linkedom keeps the attribute.
  Object.defineProperty(band, "hidden", {
    set: (value: boolean) => {
      if (value) band.setAttribute("hidden", "");
      else band.removeAttribute("hidden");
    },
  });
  runInNewContext(script, { document, Date: Now, Intl, Map });
  return band.hasAttribute("hidden") ? null : (band.querySelector("span")?.textContent ?? null);
}

const from = parseInstant("2031-01-31T09:30:00Z");
const due = parseInstant("2031-01-31T18:00:00Z");

test.each(["en", "uk"])("%s: a page that nobody rebuilds tells its age in the words of one that is", (lang) => {
  const locale = localeOf(office, lang, "test");
  const noticeAt = (at: Instant, until: Instant | null) =>
    ageNotice(locale, { old: "age.edition", fresh: "…", onward: () => html`onward`, from, due: until, at });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 5 * 366 * 24 * 60 }), fc.boolean(), (minutes, always) => {
      const now = instantOf(msOf(from) + minutes * 60_000);
      const until = always ? null : due;
      const old = noticeAt(from, until);
      const fresh = noticeAt(now, until);
      expect(readAt(lang, ageBand(locale, old).toString(), now)).toBe(fresh.shown ? fresh.sentence : null);
    }),
    { numRuns: 300 },
  );
});

test("ages are whole grammatical words", () => {
  const words = (lang: string, at: string) => agePhrase(messagesIn(lang), ageAt(from, parseInstant(at)));
  expect(words("en", "2032-09-01T00:00:00Z")).toBe("1 year and 7 months");
  expect(words("uk", "2033-03-02T00:00:00Z")).toBe("2 роки і 1 місяць");
  expect(words("en", "2031-02-01T10:30:00Z")).toBe("25 hours");
  expect(words("en", "2031-01-31T10:00:00Z")).toBe("");
});
