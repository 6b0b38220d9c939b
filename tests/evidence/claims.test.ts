import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { suggestClaims } from "../../src/evidence/claims.ts";
import type { ClaimCandidate } from "../../src/evidence/claims.ts";
import type { Claim } from "../../src/model/claim.ts";
import type { Figure } from "../../src/model/figure.ts";
import type { AttributionId, ClaimId, FigureId, PublisherId, ReportId } from "../../src/model/id.ts";
import { instantOf } from "../../src/model/time.ts";

const DAY_MS = 86_400_000;
const START_MS = Date.UTC(2031, 2, 3);

/** A candidate of report `report`, the `n`th of that report, published `day` days after the first. */
function candidate(
  report: number,
  n: number,
  text: string,
  over: Partial<ClaimCandidate> & { day?: number } = {},
): ClaimCandidate {
  const { day = 0, ...rest } = over;
  const figure = (rest.figureValue ?? null) !== null;
  return {
    report: `r${report}` as ReportId,
    attribution: figure ? null : (`a${report}-${n}` as AttributionId),
    figure: figure ? (`q${report}-${n}` as FigureId) : null,
    text,
    sourceName: null,
    carriers: [],
    stance: "says",
    figureValue: null,
    publisher: `p${report}` as PublisherId,
    publisherName: `Paper ${report}`,
    ownerGroup: "",
    publishedAt: instantOf(START_MS + day * DAY_MS),
    reportText: text,
    ...rest,
  };
}

const killed = (value: number): Figure => ({
  text: `${value} killed`,
  span: [0, 1],
  kind: "casualties",
  value,
  max: null,
  unit: null,
  qualifier: "exactly",
  counts: "killed",
});

const NEWS = [
  candidate(1, 0, "that the Harl dam was damaged by shelling on Monday night"),
  candidate(2, 0, "shelling damaged the Harl dam during Monday night", { day: 1 }),
  candidate(3, 0, "that schools in Varen will stay closed until Friday"),
  candidate(4, 0, "“Schools in Varen stay closed until at least Friday,”", { day: 1 }),
  candidate(5, 0, "the price of bread has doubled since winter"),
  candidate(1, 1, "At least 35 were killed when missiles struck the Orsk depot", { figureValue: killed(35) }),
  candidate(2, 1, "The strike on the depot at Orsk killed 20 people", { figureValue: killed(20), day: 1 }),
  candidate(6, 0, "In the port of Lund 35 sheep were killed by wolves", {
    figureValue: { ...killed(35), counts: "sheep" },
  }),
];

const groups = (items: readonly ClaimCandidate[], existing: readonly Claim[] = []): string[][] =>
  suggestClaims(items, existing).claims.map((c) =>
    c.items.map((i) => `${i.report}${i.figure === null ? "" : "f"}`).sort(),
  );

function kept(
  status: Claim["status"],
  items: readonly ClaimCandidate[],
  title = "The Harl dam was damaged by shelling",
): Claim {
  return {
    id: "c1" as ClaimId,
    title,
    status,
    grade: { reliability: "F", credibility: 6 },
    items: items.map(({ report, attribution, figure }) => ({
      report,
      attribution,
      figure,
      stance: "says",
      origin: "x",
      confidence: null,
      reasons: [],
    })),
    apart: [],
    proposed: [],
    mergedInto: null,
    outline: null,
    revision: 1,
  };
}

describe("suggested claims", () => {
  test("gathers what several reports say of the same thing, and nothing else", () => {
    expect(
      groups(NEWS)
        .map((g) => g.join(" "))
        .toSorted(),
    ).toEqual(["r1 r2", "r1f r2f", "r3 r4"]);
  });

  test("the title is a short sentence of the reports, without quotation marks and “that”", () => {
    expect(suggestClaims(NEWS, []).claims.map((c) => c.title)).toEqual(
      expect.arrayContaining([
        "Shelling damaged the Harl dam during Monday night",
        "Schools in Varen stay closed until at least Friday",
      ]),
    );
  });

  test("one report alone makes no claim", () => {
    expect(
      groups([
        candidate(1, 0, "the Harl dam was damaged by shelling"),
        candidate(1, 1, "the shelling damaged the Harl dam"),
      ]),
    ).toEqual([]);
  });

  test("the same words a month later are another event", () => {
    expect(
      groups([
        candidate(1, 0, "the Harl dam was damaged by shelling"),
        candidate(2, 0, "the Harl dam was damaged by shelling", { day: 30 }),
      ]),
    ).toEqual([]);
  });

  test("what a claim holds is not suggested again, whatever its status", () => {
    for (const status of ["suggested", "kept", "rejected"] as const) {
      const { claims, additions } = suggestClaims(NEWS.slice(0, 2), [kept(status, NEWS.slice(0, 2))]);
      expect(claims).toEqual([]);
      expect(additions).toEqual([]);
    }
  });

  test("a new report joins the claim that is there, unless that was rejected", () => {
    const late = candidate(7, 0, "the dam at Harl was damaged when shelling hit it on Monday", { day: 2 });
    const { claims, additions } = suggestClaims([...NEWS.slice(0, 2), late], [kept("kept", NEWS.slice(0, 2))]);
    expect(claims).toEqual([]);
    expect(additions.map((one) => [one.claim, one.items.map((item) => item.report)])).toEqual([["c1", ["r7"]]]);
    for (const status of ["rejected", "merged"] as const)
      expect(suggestClaims([...NEWS.slice(0, 2), late], [kept(status, NEWS.slice(0, 2))])).toEqual({
        claims: [],
        additions: [],
      });
  });

  test("an item comes with how surely it belongs, why, and where it comes from", () => {
    const [claim] = suggestClaims(
      [
        candidate(1, 0, "the Harl dam was damaged by shelling", {
          sourceName: "Ana Brod",
          sourceText: "Mayor Ana Brod",
        }),
        candidate(2, 0, "shelling damaged the Harl dam", { sourceName: "Brod", sourceText: "Brod" }),
      ],
      [],
    ).claims;
    expect(new Set(claim?.items.map((item) => item.origin))).toEqual(new Set(["Mayor Ana Brod"]));
    for (const item of claim?.items ?? []) {
      expect(item.confidence).toBeGreaterThan(0.8);
      expect(item.reasons.map((reason) => reason.code)).toEqual(
        expect.arrayContaining(["same-names", "same-words", "same-speaker"]),
      );
    }
  });

  test("the order of the input does not matter", () => {
    const expected = suggestClaims(NEWS, []);
    fc.assert(
      fc.property(fc.shuffledSubarray(NEWS, { minLength: NEWS.length }), (shuffled) => {
        expect(suggestClaims(shuffled, [])).toEqual(expected);
      }),
      { numRuns: 50 },
    );
  });
});
