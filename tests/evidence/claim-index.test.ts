import { describe, expect, test } from "vitest";
import { createClaimIndex } from "../../src/evidence/claim-index.ts";
import type { ClaimCandidate, SuggestedClaim } from "../../src/evidence/claims.ts";
import type { Claim } from "../../src/model/claim.ts";
import type { AttributionId, ClaimId, PublisherId, ReportId } from "../../src/model/id.ts";
import { UNGRADED } from "../../src/model/grade.ts";
import { instantOf } from "../../src/model/time.ts";

const DAY_MS = 86_400_000;

function said(report: number, text: string, day = 0): ClaimCandidate {
  return {
    report: `r${report}` as ReportId,
    attribution: `a${report}` as AttributionId,
    figure: null,
    text,
    sourceName: null,
    carriers: [],
    stance: "says",
    figureValue: null,
    publisher: `p${report}` as PublisherId,
    publisherName: `Paper ${report}`,
    ownerGroup: "",
    publishedAt: instantOf(Date.UTC(2031, 2, 3) + day * DAY_MS),
    reportText: text,
  };
}

const ONE = said(1, "the Harl dam was damaged by shelling on Monday night");
const TWO = said(2, "shelling damaged the Harl dam during Monday night", 1);
const THREE = said(3, "the dam at Harl was damaged when shelling hit it on Monday", 2);

function stored(suggested: SuggestedClaim | undefined, over: Partial<Claim> = {}): Claim {
  return {
    id: "c1" as ClaimId,
    title: suggested?.title ?? "",
    status: "suggested",
    grade: UNGRADED,
    items: suggested?.items ?? [],
    apart: [],
    proposed: [],
    mergedInto: null,
    outline: null,
    revision: 1,
    ...over,
  };
}

describe("the index of claims", () => {
  test("a claim comes with the report that makes it two, and is suggested once", () => {
    const index = createClaimIndex();
    expect(index.add([ONE]).claims).toEqual([]);
    expect(index.add([TWO]).claims.map((claim) => claim.items.map((item) => item.report).sort())).toEqual([
      ["r1", "r2"],
    ]);
    expect(index.add([ONE, TWO])).toEqual({ claims: [], additions: [] });
    expect(index.add([THREE])).toEqual({ claims: [], additions: [] });
  });

  test("what came before the claim had its id is added once it has", () => {
    const index = createClaimIndex();
    const [claim] = index.add([ONE, TWO]).claims;
    index.add([THREE]);
    index.know([stored(claim)]);
    expect(index.add([]).additions.map((one) => [one.claim, one.items.map((item) => item.report)])).toEqual([
      ["c1", ["r3"]],
    ]);
    expect(index.add([])).toEqual({ claims: [], additions: [] });
  });

  test("claims may be known before their items", () => {
    const [claim] = createClaimIndex().add([ONE, TWO]).claims;
    const index = createClaimIndex();
    index.know([stored(claim)]);
    expect(index.add([ONE, TWO])).toEqual({ claims: [], additions: [] });
    expect(index.add([THREE]).additions.map((one) => one.items.length)).toEqual([1]);
  });

  test("an item that a person took out is not put back", () => {
    const index = createClaimIndex();
    const [claim] = index.add([ONE, TWO, THREE]).claims;
    const kept = claim?.items.filter((item) => item.report !== "r3") ?? [];
    const { report, attribution, figure } = THREE;
    index.know([stored(claim, { items: kept, apart: [{ report, attribution, figure }], revision: 2 })]);
    index.drop([THREE]);
    expect(index.add([THREE]).additions).toEqual([]);
  });

  test("a rejected claim swallows what is like it", () => {
    const index = createClaimIndex();
    const [claim] = index.add([ONE, TWO]).claims;
    index.know([stored(claim, { status: "rejected" })]);
    expect(index.add([THREE, said(4, "shelling has damaged the dam of Harl", 2)])).toEqual({
      claims: [],
      additions: [],
    });
  });

  test("an origin that a person renamed is the origin of what is added", () => {
    const index = createClaimIndex();
    const by = (item: ClaimCandidate): ClaimCandidate => ({ ...item, sourceName: "Ana Brod", sourceText: "Ana Brod" });
    const [claim] = index.add([by(ONE), by(TWO)]).claims;
    const items = claim?.items.map((item) => ({ ...item, origin: "the mayor of Harl" })) ?? [];
    index.know([stored(claim, { items, revision: 2 })]);
    expect(index.add([by(THREE)]).additions[0]?.items[0]?.origin).toBe("the mayor of Harl");
  });

  test("what is dropped is gone", () => {
    const index = createClaimIndex();
    index.add([ONE]);
    index.drop([ONE]);
    expect(index.size).toBe(0);
    expect(index.add([TWO]).claims).toEqual([]);
  });

  test("an older picture of a claim does not replace a newer one", () => {
    const index = createClaimIndex();
    const [claim] = index.add([ONE, TWO]).claims;
    index.know([stored(claim, { status: "rejected", revision: 3 })]);
    index.know([stored(claim, { revision: 2 })]);
    expect(index.add([THREE]).additions).toEqual([]);
  });

  test("the same sentence in reports about other things is another claim", () => {
    const filler = "Nobody at the office answered the telephone on Monday evening";
    const about = (report: number, text: string): ClaimCandidate => ({
      ...said(report, filler),
      reportText: `${text} ${filler}.`,
    });
    const { claims } = createClaimIndex().add([
      about(1, "The Harl dam burst after shells struck its northern wall, and four villages were led to safety."),
      about(2, "Bread grew dearer in Lund, where bakers blame the mills and millers blame the weather of the spring."),
    ]);
    expect(claims).toEqual([]);
  });

  test("an addition costs no more when there is much", () => {
    const words = Array.from({ length: 4000 }, (_, i) => `w${i.toString(36)}ord`);
    const many = (from: number, n: number): ClaimCandidate[] =>
      Array.from({ length: n }, (_, k) => {
        const i = from + k;
        return said(
          i,
          Array.from({ length: 12 }, (__, w) => words[(i * 37 + w * 131 + (i % 7) * w * w) % 4000]).join(" "),
        );
      });
    const measure = (index: ReturnType<typeof createClaimIndex>, from: number): number => {
      const start = process.cpuUsage();
      index.add(many(from, 300));
      return process.cpuUsage(start).user / 1000;
    };
    const index = createClaimIndex();
    measure(index, 10_000);
    const few = measure(index, 20_000);
    index.add(many(30_000, 3000));
    expect(measure(index, 50_000)).toBeLessThan(few * 8 + 300);
  });
});
