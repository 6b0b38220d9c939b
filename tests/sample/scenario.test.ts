import { describe, expect, test } from "vitest";
import { textOn, wordsOf, type SampleText } from "../../src/sample/outlet.ts";
import { press, sampleReport } from "../../src/sample/press.ts";
import { scenario } from "../../src/sample/scenario.ts";
import type { QuoteSelector, ScriptEdition, Step } from "../../src/sample/script/step.ts";
import { msOf } from "../../src/model/time.ts";

const steps = <K extends Step["do"]>(kind: K) =>
  scenario.steps.filter((step): step is Extract<Step, { do: K }> => step.do === kind);
const editions: readonly ScriptEdition[] = steps("publish").map(({ edition }) => edition);
const statements = editions.flatMap((edition) => edition.statements);

/** Every object in the script that has an English text: a text for the public. */
function localTexts(value: unknown, found: Record<string, string>[] = []): Record<string, string>[] {
  if (Array.isArray(value)) for (const one of value) localTexts(one, found);
  else if (typeof value === "object" && value !== null) {
    if ("en" in value && typeof value.en === "string") found.push(value as Record<string, string>);
    else for (const one of Object.values(value)) localTexts(one, found);
  }
  return found;
}

const versionsOf = (publisher: string, slug: string): readonly SampleText[] => {
  const { report } = sampleReport(publisher, slug);
  return [textOn(report, 12), textOn(report, 18)];
};

describe("passages", () => {
  for (const [name, quote] of Object.entries<QuoteSelector>(scenario.quotes)) {
    test(`${name} stands word for word in one paragraph of its report`, () => {
      const blocks = versionsOf(quote.publisher, quote.slug).flatMap((text) => text.blocks.map(wordsOf));
      expect(blocks.some((block) => block.includes(quote.quote))).toBe(true);
      expect(quote.quote).toContain(quote.find);
      expect(quote.quote).toContain(quote.figure?.text ?? "");
    });
  }

  test("each passage is used, and each name that is used exists", () => {
    const used = new Set<string>([
      ...statements.flatMap(({ evidence }) => evidence),
      ...steps("change").flatMap(({ change }) => change.evidence),
      ...steps("claim").flatMap(({ claim }) => claim.items.map((item) => item.quote)),
      ...steps("extend-claim").flatMap(({ items }) => items.map((item) => item.quote)),
      ...steps("decide").flatMap(({ accept }) => accept),
    ]);
    expect(used).toEqual(new Set(Object.keys(scenario.quotes)));
  });

  test("each suggestion to reject is about words that stand in the report", () => {
    const rejected = steps("decide").flatMap(({ reject }) => reject);
    expect(rejected.length).toBeGreaterThanOrEqual(2);
    for (const { publisher, slug, find } of rejected) {
      expect(JSON.stringify(versionsOf(publisher, slug)[0])).toContain(find);
    }
  });
});

describe("texts for the public", () => {
  const texts = localTexts(scenario);

  test("all exist in English and Ukrainian", () => {
    expect(texts.length).toBeGreaterThan(60);
    for (const text of texts) {
      expect(Object.keys(text).toSorted()).toEqual(["en", "uk"]);
      expect(text["uk"]).toMatch(/[А-Яа-яІіЇїЄєҐґ]{2}/);
    }
  });

  test("numbers are the same in both languages", () => {
    const numbers = (text: string) =>
      (
        text
          .replace(/[,.](?=\d{3}\b)/g, "")
          .replace(",", ".")
          .match(/\d+(\.\d+)?/g) ?? []
      ).toSorted();
    for (const { en = "", uk = "" } of texts)
      expect(numbers(uk.replace(/(\d),(\d)(?!\d\d)/g, "$1.$2"))).toEqual(numbers(en));
  });

  test("no exclamation marks, one or two sentences to a statement", () => {
    for (const text of texts) expect(Object.values(text).join("")).not.toContain("!");
    for (const { text } of statements) expect((text["en"] ?? "").length).toBeLessThan(260);
  });
});

describe("editions", () => {
  test("three, each with 8 to 12 statements in all sections and kinds that the desk would let out", () => {
    expect(editions).toHaveLength(3);
    for (const edition of editions) {
      const standing = [...edition.keep.map((key) => statements.find((s) => s.key === key)!), ...edition.statements];
      expect(standing.length).toBeGreaterThanOrEqual(8);
      expect(standing.length).toBeLessThanOrEqual(12);
      expect(new Set(standing.map(({ section }) => section)).size).toBe(3);
      expect(new Set(standing.map(({ kind }) => kind)).size).toBe(3);
      expect(msOf(edition.nextUpdate)).toBeGreaterThan(msOf(edition.asOf));
      expect(edition.glance.length).toBeGreaterThanOrEqual(3);
      expect(edition.glance.length).toBeLessThanOrEqual(5);
    }
  });

  test("what is known rests on evidence; what is confirmed on two origins", () => {
    const originsOf = (names: readonly string[]) =>
      new Set(
        names
          .map((name) => scenario.quotes[name]!)
          .flatMap(({ stance, origin }) => (stance === "says" ? [origin] : [])),
      ).size;
    const known = statements.filter(({ kind, section }) => kind === "known" && section !== "safety");
    expect(known.filter(({ evidence }) => evidence.length === 0)).toEqual([]);
    const graded = [...statements, ...steps("change").map(({ change }) => change)];
    const confirmed = graded.filter(({ grade }) => grade.credibility === 1);
    expect(confirmed.length).toBeGreaterThan(0);
    expect(confirmed.filter(({ evidence }) => originsOf(evidence) < 2)).toEqual([]);
  });

  test("evidence was out when the statement cites it", () => {
    const early = steps("publish").flatMap(({ at, edition }) =>
      edition.statements
        .flatMap(({ evidence }) => evidence)
        .filter((name) => {
          const { publisher, slug } = scenario.quotes[name]!;
          return Date.parse(sampleReport(publisher, slug).report.published) > msOf(at);
        }),
    );
    expect(early).toEqual([]);
  });

  test("steps are in the order of their times", () => {
    const times = scenario.steps.flatMap((step) => (step.do === "withdraw" ? [step.at, step.approvedAt] : [step.at]));
    expect(times).toEqual(times.toSorted());
  });
});

describe("what a newcomer meets", () => {
  const quotesOf = (names: readonly string[]) => names.map((name) => scenario.quotes[name]!);
  const claims = steps("claim").map(({ claim }) => claim);

  test("one origin repeated by four other papers, with rival figures", () => {
    const toll = quotesOf(claims[0]!.items.map(({ quote }) => quote));
    const repeated = toll.filter(({ origin }) => origin === "Lower Oltra Health Directorate");
    expect(new Set(repeated.map(({ publisher }) => publisher)).size).toBe(5);
    expect(repeated.filter(({ carriers }) => carriers.includes("Quarterline"))).toHaveLength(4);
    expect(new Set(toll.map(({ figure }) => figure?.value))).toEqual(new Set([35, 9]));
  });

  test("one sum announced by three persons or bodies at three times", () => {
    const sums = Object.values(scenario.quotes).filter(({ figure }) => figure?.kind === "money");
    const days = sums.map(({ publisher, slug }) => sampleReport(publisher, slug).report.day);
    expect(new Set(days)).toEqual(new Set([12, 14, 16]));
    expect(new Set(sums.map(({ figure }) => figure?.value))).toEqual(new Set([40_000_000]));
  });

  test("two corrections, an update, a withdrawal, a reply and a silence", () => {
    const kinds = steps("change").map(({ change }) => change.kind);
    expect(kinds.filter((kind) => kind === "correction")).toHaveLength(2);
    expect(kinds).toContain("update");
    expect(steps("withdraw")).toHaveLength(1);
    expect(new Set(steps("answer").map(({ outcome }) => outcome))).toEqual(new Set(["answered", "no-answer"]));
  });

  test("a request for comment without an answer, an end of exercise, a correction note, nested speech", () => {
    const all = press.flatMap(({ reports }) => reports.flatMap(({ title, blocks }) => [title, ...blocks])).join("\n");
    expect(all).toContain("did not respond to a request for");
    expect(all).toContain("until 20 February");
    expect(all).toContain("Correction to our report");
    expect(all).toMatch(/Quarterline reported that regional health officials said/);
    expect(all).toMatch(/denied/);
    expect(all).toMatch(/According to/i);
    expect(all).toMatch(/citing/);
  });

  test("at least 14 reports by at least 7 publishers, each graded with a reason", () => {
    expect(press.flatMap(({ reports }) => reports).length).toBeGreaterThanOrEqual(14);
    expect(press.length).toBeGreaterThanOrEqual(7);
    expect(scenario.publishers.map(({ id }) => id).toSorted()).toEqual(press.map(({ id }) => id).toSorted());
    for (const outlet of press) {
      expect(scenario.publishers.find(({ id }) => id === outlet.id)?.name).toBe(outlet.name);
    }
  });
});

describe("nothing real", () => {
  /** Word starts; countries, capitals, papers, agencies, parties and bodies that a reader might take the sample for. */
  const REAL = (
    "Ukrain Russia Moscow Kyiv Kiev Belarus Minsk Poland Polish Warsaw Roman Bucharest Moldov German Berlin France French " +
    "Paris London Brit Washington America Canad China Chin Turk Ankara Iran Israel Gaza Syria Georgia Armenia Azerbaijan " +
    "Serbia Kosovo Croat Sloven Bosnia Hungar Austria Vienna Swed Norw Oslo Danish Denmark Finland Eston Latvia Lithuan " +
    "Ital Rome Spain Spanish Madrid Greece Greek Europe NATO Brussels Reuters Interfax TASS Tass BBC CNN Bloomberg Pravda " +
    "Guardian Times Monde Spiegel Donetsk Luhansk Crimea Kherson Dnieper Danube Putin Zelensk Biden Trump Lukashenko " +
    "Labour Conservative Republicans Democrats Україн Росі Київ Москв Європ Польщ Херсон Дніпр Укрінформ Правда"
  ).split(" ");

  test("no name of a real country, city, paper, party or person", () => {
    const all = JSON.stringify([press, { ...scenario, office: { ...scenario.office, timeZone: "" } }]);
    // The language of one invented paper is the one real name.
    const text = all.replaceAll("Local newspaper in Ukrainian", "");
    for (const name of REAL) expect(text).not.toMatch(new RegExp(`(?<![\\p{L}])${name}`, "u"));
  });
});
