import { describe, expect, test } from "vitest";
import type { ClaimCandidate } from "../../src/evidence/claims.ts";
import { pledgesOf } from "../../src/evidence/pledges.ts";
import type { FigureId, PublisherId, ReportId } from "../../src/model/id.ts";
import { instantOf } from "../../src/model/time.ts";

function announced(report: number, sentence: string, sum: string, value: number, source: string): ClaimCandidate {
  return {
    report: `r${report}` as ReportId,
    attribution: null,
    figure: `q${report}` as FigureId,
    text: sentence,
    sentence,
    sourceName: source,
    sourceText: source,
    carriers: [],
    stance: "says",
    figureValue: {
      text: sum,
      span: [0, 1],
      kind: "money",
      value,
      max: null,
      unit: "USD",
      qualifier: "exactly",
      counts: null,
    },
    publisher: `p${report}` as PublisherId,
    publisherName: `Paper ${report}`,
    ownerGroup: "",
    publishedAt: instantOf(Date.UTC(2033, report, 1)),
    reportText: sentence,
  };
}

const FIRST = announced(
  1,
  "The government will spend $40 million on walls against the river, Minister Orso Kemal said.",
  "$40 million",
  40e6,
  "Minister Orso Kemal",
);
const AGAIN = announced(2, "Kemal announced $40 million for new river walls.", "$40 million", 40e6, "Kemal");
const MORE = announced(3, "Kemal promised another $40 million for the river walls.", "$40 million", 40e6, "Kemal");
const BANK = announced(
  4,
  "The Farm Bank will lend $40 million to farmers, its governor, Yonas Adal, said.",
  "$40 million",
  40e6,
  "Yonas Adal",
);

describe("pledges", () => {
  test("the same money announced again is one pledge", () => {
    const [pledge, ...others] = pledgesOf([FIRST, AGAIN]);
    expect(others).toEqual([]);
    expect(pledge).toMatchObject({ items: [0, 1], sum: "$40 million" });
    expect(pledge?.reasons.map((reason) => reason.code)).toEqual(["same-sum", "same-giver", "same-purpose"]);
  });

  test("more money, and another's money, is another pledge", () => {
    expect(pledgesOf([FIRST, MORE])).toEqual([]);
    expect(pledgesOf([FIRST, BANK])).toEqual([]);
    expect(pledgesOf([FIRST, AGAIN, MORE, BANK]).map((pledge) => pledge.items)).toEqual([[0, 1]]);
  });

  test("another country's money is not the same, though its minister gives as much for the same", () => {
    const tesk = announced(
      5,
      "Tesk has promised $15 million for clinics in the camps.",
      "$15 million",
      15e6,
      "its foreign minister, Ravi Senn",
    );
    const again = announced(
      6,
      "Senn said his government would give $15 million for the camps' clinics.",
      "$15 million",
      15e6,
      "Senn",
    );
    const other = announced(
      7,
      "Norrland is to give $15 million for clinics in the camps.",
      "$15 million",
      15e6,
      "its development minister, Runa Falk",
    );
    expect(pledgesOf([tesk, again, other]).map((pledge) => pledge.items)).toEqual([[0, 1]]);
  });

  test("who gives may stand behind the sum", () => {
    const fund = announced(
      8,
      "The Alder Fund is to pay $12 million for burn units.",
      "$12 million",
      12e6,
      "its chairwoman",
    );
    const behind = announced(
      9,
      "$12 million will come from the Alder Fund to equip burn units.",
      "$12 million",
      12e6,
      "a spokesman",
    );
    const club = announced(
      10,
      "The rowing club has collected $12 million for burn units.",
      "$12 million",
      12e6,
      "its treasurer",
    );
    const [pledge, ...others] = pledgesOf([fund, behind, club]);
    expect(others).toEqual([]);
    expect(pledge?.items).toEqual([0, 1]);
  });
});
