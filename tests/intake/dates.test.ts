import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { datesIn, dateInUrl, parseDate } from "../../src/intake/dates.ts";
import { instantOf } from "../../src/model/time.ts";

describe("dates", () => {
  it.each([
    ["2031-03-03T12:20:00Z", "2031-03-03T12:20:00Z"],
    ["2031-03-03T12:20:00.123+0200", "2031-03-03T10:20:00Z"],
    ["2031-03-03 12:20", "2031-03-03T12:20:00Z"],
    ["20310303", "2031-03-03T00:00:00Z"],
    ["2031-03-03", "2031-03-03T00:00:00Z"],
    ["Mon, 03 Mar 2031 12:00:00 GMT", "2031-03-03T12:00:00Z"],
    ["Mon, 3 Mar 31 12:00 EST", "2031-03-03T17:00:00Z"],
    ["03 Mar 2031 12:00:00 +0100", "2031-03-03T11:00:00Z"],
    ["Mon Mar 03 2031 12:00:00 GMT+0100 (CET)", "2031-03-03T11:00:00Z"],
    ["March 3, 2031 at 2:20 p.m.", "2031-03-03T14:20:00Z"],
    ["12:20 3 March 2031", null],
    ["3rd March 2031, 14:20", "2031-03-03T14:20:00Z"],
    ["Sept. 5, 2031", "2031-09-05T00:00:00Z"],
    ["03.04.2031", "2031-04-03T00:00:00Z"],
    ["04/25/2031", "2031-04-25T00:00:00Z"],
    ["25/04/2031", "2031-04-25T00:00:00Z"],
    ["03/04/2031", null],
    ["Marble 3, 2031", null],
    ["2031-02-30", null],
    ["1931-02-03", null],
    ["2031-02-03T25:00:00Z", null],
    ["yesterday", null],
    ["", null],
  ])("%s → %s", (text, expected) => {
    expect(parseDate(text)).toBe(expected);
  });

  it("reads any time as JavaScript writes it", () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date("1970-01-02"), max: new Date("2199-12-30"), noInvalidDate: true }),
        (date) => {
          expect(parseDate(date.toISOString())).toBe(instantOf(date.getTime()));
          expect(parseDate(date.toUTCString())).toBe(instantOf(date.getTime()));
        },
      ),
    );
  });

  it.each([
    ["https://gazette.example/2031/03/04/bridge", "2031-03-04T00:00:00Z"],
    ["https://gazette.example/news/20310304/bridge", "2031-03-04T00:00:00Z"],
    ["https://gazette.example/2031/mar/04/bridge", "2031-03-04T00:00:00Z"],
    ["https://gazette.example/bridge-2031-03-04.html", "2031-03-04T00:00:00Z"],
    ["https://gazette.example/2031/bridge", null],
    ["https://gazette.example/20311304", null],
    ["file:/2031/03/04", "2031-03-04T00:00:00Z"],
    ["", null],
  ])("in the address %s → %s", (url, expected) => {
    expect(dateInUrl(url)).toBe(expected);
  });

  it.each([
    ["By Anna Vale | Posted on March 3, 2031 | 5 min read", ["2031-03-03"]],
    ["Published 3 March 2031, updated 5 March 2031 at 14:20", ["2031-03-03", "2031-03-05"]],
    ["Mar. 3, 2031 · 4 min", ["2031-03-03"]],
    ["3. März 2031, 14:20 Uhr", ["2031-03-03"]],
    ["Опубліковано 3 березня 2031 р., оновлено 5 трав. 2031", ["2031-03-03", "2031-05-05"]],
    ["3 de marzo de 2031", ["2031-03-03"]],
    ["le 1er août 2031", ["2031-08-01"]],
    ["16 December 2031", ["2031-12-16"]],
    ["2031. március 3.", ["2031-03-03"]],
    ["2031 m. kovo 3 d.", ["2031-03-03"]],
    ["2031/3/3 and 31.3.31", ["2031-03-03", "2031-03-31"]],
    ["two days ago, at 12:20", []],
    ["no date, 12 of 20, version 3.4.2031.1, 12 pro 2031, call 030 3204 2031", []],
  ])("in the line %j: %j", (line, days) => {
    expect(datesIn(line).map(({ readings }) => readings[0]?.slice(0, 10))).toEqual(days);
  });

  it("keeps both readings of digits until something tells which is meant", () => {
    expect(datesIn("3/4/31")).toMatchObject([
      { readings: ["2031-04-03T00:00:00Z", "2031-03-04T00:00:00Z"], isSure: false },
    ]);
    expect(parseDate("3/4/2031", "month-first")).toBe("2031-03-04T00:00:00Z");
    expect(parseDate("3/4/2031", "day-first")).toBe("2031-04-03T00:00:00Z");
    expect(datesIn("3.4.2031")).toMatchObject([{ isSure: true }]);
  });

  it("is not kept busy by a line made for it", () => {
    for (const line of [
      "1 ".repeat(400),
      "march ".repeat(400),
      "3/".repeat(400),
      "1 de ".repeat(300),
      "2031.".repeat(300),
    ])
      expect(datesIn(line)).toEqual([]);
  });
});
