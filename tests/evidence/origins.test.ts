import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { originGraphOf } from "../../src/evidence/origin-graph.ts";
import { originsOfItems } from "../../src/evidence/origins.ts";
import type { OriginItem } from "../../src/evidence/origins.ts";

function item(publisherName: string, over: Partial<OriginItem> = {}): OriginItem {
  const publisher = publisherName.toLowerCase().replaceAll(" ", "-");
  return {
    report: `r-${publisher}`,
    sourceName: null,
    carriers: [],
    publisher,
    publisherName,
    ownerGroup: "",
    reportText: `${publisherName} writes its own words.`,
    ...over,
  };
}

describe("origins", () => {
  test("five papers quoting one officer are one origin, labelled with name and office", () => {
    const labels = originsOfItems([
      item("Paper A", { sourceName: "Ana Brod", sourceText: "Col. Ana Brod, army spokeswoman" }),
      item("Paper B", { sourceName: "Ana Brod" }),
      item("Paper C", { sourceName: "Brod" }),
      item("Paper D", { sourceName: "Colonel Ana Brod" }),
      item("Paper E", { sourceName: "Ana Brod", carriers: ["Paper A"] }),
    ]);
    expect(labels).toEqual(Array(5).fill("Col. Ana Brod, army spokeswoman"));
  });

  test("different people are different origins; so are two people of one surname", () => {
    expect(
      new Set(originsOfItems([item("A", { sourceName: "Ana Brod" }), item("B", { sourceName: "Ivo Lenz" })])).size,
    ).toBe(2);
    expect(
      new Set(
        originsOfItems([
          item("A", { sourceName: "Ana Brod" }),
          item("B", { sourceName: "Tom Brod" }),
          item("C", { sourceName: "Brod" }),
        ]),
      ).size,
    ).toBe(3);
  });

  test("papers that cite a wire go back to the wire, with the wire’s own report", () => {
    const labels = originsOfItems([
      item("Varen Wire"),
      item("Paper A", { sourceName: "the Varen Wire" }),
      item("Paper B", { sourceName: "officials", carriers: ["Varen Wire"] }),
      item("Paper C"),
    ]);
    expect(labels).toEqual(["Varen Wire", "Varen Wire", "Varen Wire", "Paper C"]);
  });

  test("a wire that nobody has read here is an origin too", () => {
    expect(
      originsOfItems([
        item("A", { sourceName: "Reuters" }),
        item("B", { carriers: ["Reuters"], sourceName: "witnesses" }),
      ]),
    ).toEqual(["Reuters", "Reuters"]);
  });

  test("papers of one owner group are one voice when they name nobody", () => {
    const labels = originsOfItems([
      item("A", { ownerGroup: "Harl Media" }),
      item("B", { ownerGroup: "harl media" }),
      item("C", { ownerGroup: "Other" }),
    ]);
    expect(labels[0]).toBe(labels[1]);
    expect(labels[2]).not.toBe(labels[0]);
  });

  test("unnamed officials in two papers are two origins", () => {
    expect(originsOfItems([item("A", { sourceName: "officials" }), item("B", { sourceName: "officials" })])).toEqual([
      "officials, via A",
      "officials, via B",
    ]);
  });

  test("a near-copy of a report is no second origin", () => {
    const text =
      "Shelling damaged the dam at Harl during the night and water is rising in the lower town where four hundred people were led to safety before dawn.";
    const labels = originsOfItems([
      item("A", { reportText: text }),
      item("B", { reportText: `${text} More follows.` }),
      item("C", { reportText: "Bread is dear this winter and the mills of the north stand still for want of grain." }),
    ]);
    expect(labels).toEqual(["A", "A", "C"]);
  });

  test("papers that cite each other in a circle are one origin", () => {
    const labels = originsOfItems([
      item("Times A", { sourceName: "Post B" }),
      item("Post B", { sourceName: "News C" }),
      item("News C", { sourceName: "Times A" }),
    ]);
    expect(new Set(labels).size).toBe(1);
  });

  test("name and office, surname, office alone and a spokesman of the house are one", () => {
    const labels = originsOfItems([
      item("Paper A", { sourceName: "Ilse Marn", sourceText: "Defence Minister Ilse Marn" }),
      item("Paper B", { sourceName: "the defence ministry" }),
      item("Paper C", { sourceName: "Marn" }),
      item("Paper D", { sourceName: "a ministry spokesman" }),
    ]);
    expect(new Set(labels).size).toBe(1);
  });

  test("two ministries are two; “the ministry” may then be either and is its own", () => {
    const labels = originsOfItems([
      item("Paper A", { sourceName: "Ilse Marn", sourceText: "Defence Minister Ilse Marn" }),
      item("Paper B", { sourceName: "the interior ministry" }),
      item("Paper C", { sourceName: "the ministry" }),
    ]);
    expect(new Set(labels).size).toBe(3);
  });

  test("a short form of a given name with the same office is the same person", () => {
    const labels = originsOfItems([
      item("Paper A", { sourceName: "Olly Fenn", sourceText: "night guard Olly Fenn" }),
      item("Paper B", { sourceName: "Oliver Fenn", sourceText: "guard Oliver Fenn" }),
    ]);
    expect(new Set(labels).size).toBe(1);
  });

  test("credit lines lead to the agency: dateline, byline, brackets and a dash at the end", () => {
    const wire = item("Harbour Agency", { sourceName: "Oda Brisk", sourceText: "fire commander Oda Brisk" });
    const rest = [
      item("Paper A", { reportText: "VARN (Harbour Agency) — Nine people died in a fire." }),
      item("Paper B", { byline: "Harbour Agency" }),
      item("Paper C", { reportText: "Nine people died in a fire. (HA)" }),
      item("Paper D", { reportText: "Nine people died in a fire. — HA" }),
      item("Paper E", { reportText: "Nine people died.\n\nWith material from Harbour Agency." }),
      item("Paper F", { byline: "Staff and agencies" }),
    ];
    expect(new Set(originsOfItems([wire, ...rest])).size).toBe(1);
    expect(new Set(originsOfItems([wire, item("Paper G")])).size).toBe(2);
  });

  test("what somebody told a paper is that person’s, for all who cite the paper by its short name", () => {
    const labels = originsOfItems([
      item("Plain Dealer of Osk", {
        sourceName: "Bea Lund",
        text: "the till was open",
        sentence: "The till was open, Bea Lund told the Plain Dealer.",
      }),
      item("Daily Compass", {
        sourceName: "an insider",
        text: "the till was open",
        sentence: "The till was open, an insider has told the local Plain Dealer.",
      }),
      item("Northern Mirror", { sourceName: "the Compass", text: "the till was open" }),
    ]);
    expect(labels).toEqual(Array(3).fill("Bea Lund"));
  });

  test("eyewitnesses of one paper are origins of their own", () => {
    const labels = originsOfItems([
      item("Paper A", { report: "r1", text: "I saw eleven carriers", sentence: "I saw eleven carriers." }),
      item("Paper A", { report: "r2", sourceName: "Ottoline Grew", sourceText: "the mayor of Sabelle, Ottoline Grew" }),
    ]);
    expect(new Set(labels).size).toBe(2);
  });

  test("an institution, whoever speaks for it, its short form and its own notice are one", () => {
    const labels = originsOfItems([
      item("Paper A", { sourceName: "the national disaster agency" }),
      item("Paper B", { sourceName: "Samir Holt", sourceText: "NDA chief Samir Holt" }),
      item("Paper C", { sourceName: "the agency" }),
      item("National Disaster Agency, notice"),
    ]);
    expect(new Set(labels).size).toBe(1);
  });

  test("what describes a company is the company that is named; two unions of other trades are two", () => {
    const company = [
      item("Paper A", { sourceName: "the grid company Norrkraft" }),
      item("Paper B", { sourceName: "the operator" }),
      item("Paper C", { sourceName: "Norrkraft" }),
    ];
    expect(new Set(originsOfItems(company)).size).toBe(1);
    const unions = [
      item("Paper A", { sourceName: "the farmers' union" }),
      item("Paper B", { sourceName: "the anglers' union" }),
    ];
    expect(new Set(originsOfItems(unions)).size).toBe(2);
  });

  test("ministries of two countries are two, and a town is not the company that bears its name", () => {
    const countries = [
      item("Paper A", { sourceName: "the Ruvian defence ministry" }),
      item("Paper B", { sourceName: "the defence ministry in Oster" }),
    ];
    expect(new Set(originsOfItems(countries)).size).toBe(2);
    const town = [
      item("Paper A", { sourceName: "Caspar Holm", sourceText: "Caspar Holm, chief executive of Varn Oil" }),
      item("Paper B", { sourceName: "Lena Holm", sourceText: "the mayor of Varn, Lena Holm" }),
    ];
    expect(new Set(originsOfItems(town)).size).toBe(2);
  });

  test("a bare office takes its name from the rest of its report", () => {
    const labels = originsOfItems([
      item("Paper A", {
        sourceName: "the minister",
        reportText: "On Saturday Defence Minister Ilse Marn came. The minister said that the army would go.",
      }),
      item("Paper B", { sourceName: "Marn" }),
      item("Paper C", { sourceName: "the interior minister" }),
    ]);
    expect(new Set(labels).size).toBe(2);
    expect(labels[0]).toBe(labels[1]);
  });

  test("who saw it himself is no voice of the house that he works in", () => {
    const labels = originsOfItems([
      item("Paper A", { sourceName: "the hospital" }),
      item("Paper B", { sourceName: "Yusa Belak", sourceText: "the hospital surgeon Yusa Belak" }),
    ]);
    expect(new Set(labels).size).toBe(2);
  });

  test("a paper that has it twice from “a nurse” has it from one nurse", () => {
    const sentence = "The officer on the second floor was asleep when the fire began, a nurse said.";
    const labels = originsOfItems([
      item("Paper A", { report: "r1", sourceName: "a prison nurse", sentence }),
      item("Paper A", { report: "r2", sourceName: "a nurse", sentence: "A nurse said that the officer was asleep." }),
    ]);
    expect(new Set(labels).size).toBe(1);
  });

  test("a report that cites a paper in its passage goes back to it, however it is said", () => {
    for (const sentence of [
      "Inland24 has it that the plant is to close.",
      "It is known from Inland24 that the plant is to close.",
      "The plant is to close, reports Inland24.",
    ]) {
      const labels = originsOfItems([
        item("Inland24", { sourceName: "Ana Brod" }),
        item("Daily Zither", { text: sentence, sentence }),
      ]);
      expect(labels).toEqual(["Ana Brod", "Ana Brod"]);
    }
  });

  test("a ring of papers that cite one another is shown as one; with a source of its own it is none", () => {
    const ring = [
      item("Times A", { sourceName: "Post B" }),
      item("Post B", { sourceName: "News C" }),
      item("News C", { sourceName: "Times A" }),
    ];
    expect(originGraphOf(ring).circular).toEqual([{ publications: ["Times A", "Post B", "News C"], items: [0, 1, 2] }]);
    const sourced = [...ring.slice(0, 2), item("News C", { sourceName: "Ana Brod" })];
    expect(originGraphOf(sourced).circular).toEqual([]);
  });

  test("the picture leads from the origin to each report, each link with its reason", () => {
    const { origins, links } = originGraphOf([
      item("Varen Wire", { sourceName: "Ana Brod", sourceText: "Mayor Ana Brod" }),
      item("Paper A", { sourceName: "the Varen Wire" }),
    ]);
    expect(origins.map((one) => [one.kind, one.label, one.items])).toEqual([["person", "Mayor Ana Brod", [0, 1]]]);
    expect(links.map((one) => [one.how, one.reason.code])).toEqual([
      ["said", "same-speaker"],
      ["cited", "cites"],
    ]);
  });

  test("a label that a person gave stands, for the rest of its origin too", () => {
    const items = [item("Paper A", { sourceName: "Ana Brod" }), item("Paper B", { sourceName: "Brod" })];
    expect(originGraphOf(items, { chosen: ["the mayor", null] }).labels).toEqual(["the mayor", "the mayor"]);
  });

  test("any items: one label each, the same for the same input", () => {
    const arbitrary = fc.array(
      fc.record({
        report: fc.constantFrom("r1", "r2", "r3"),
        sourceName: fc.option(fc.oneof(fc.string(), fc.constantFrom("Ana Brod", "Post B", "he", "officials", ""))),
        carriers: fc.array(fc.constantFrom("Post B", "Times A", ""), { maxLength: 3 }),
        publisher: fc.constantFrom("a", "b"),
        publisherName: fc.constantFrom("Times A", "Post B", ""),
        ownerGroup: fc.constantFrom("", "G"),
        reportText: fc.constantFrom("", "one two three four five six", "other words"),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(arbitrary, (items) => {
        const labels = originsOfItems(items);
        expect(labels).toHaveLength(items.length);
        expect(labels.every((l) => l !== "")).toBe(true);
        expect(originsOfItems(items)).toEqual(labels);
      }),
    );
  });
});
