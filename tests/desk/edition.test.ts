import { describe, expect, test } from "vitest";
import { editionProblems, previewEdition, publishEdition, startDraft } from "../../src/desk/edition.ts";
import { correctStatement, withdrawStatement } from "../../src/desk/correction.ts";
import type { StatementId } from "../../src/model/id.ts";
import { at, draft, evidence, given, statement, wire } from "./given.ts";

const codes = (content: ReturnType<typeof draft>, history = given()): readonly string[] =>
  editionProblems(content, history, at(7)).map((problem) => problem.code);

const s1 = "s1" as StatementId;

describe("an edition goes out", () => {
  test("given a complete draft, it becomes publisher, statements and edition, numbered on", () => {
    const entries = publishEdition(draft({ statements: [statement("a"), statement("b")] }), given(), [wire], at(7));
    expect(entries.map((e) => e.kind)).toEqual(["publisher", "statement", "statement", "edition"]);
    expect(entries.at(-1)?.payload).toMatchObject({
      number: 1,
      statements: [
        { id: "s1", version: 1 },
        { id: "s2", version: 1 },
      ],
    });
  });

  test("a publisher that the record has already, unchanged, is not repeated", () => {
    const first = publishEdition(draft(), given(), [wire], at(7));
    const second = publishEdition(draft({ nextUpdate: at(20) }), given(first), [wire], at(8));
    expect(second.map((e) => e.kind)).toEqual(["statement", "edition"]);
    expect(second.at(-1)?.payload).toMatchObject({ number: 2, statements: [{ id: "s2", version: 1 }] });
  });

  test("statements stand in reading order, whatever the order of writing", () => {
    const statements = [
      statement("safety", { section: "safety", kind: "being-done", evidence: [] }),
      statement("unknown", { kind: "not-known", evidence: [] }),
      statement("known"),
    ];
    const entries = publishEdition(draft({ statements }), given(), [wire], at(7));
    expect(entries.filter((e) => e.kind === "statement").map((e) => e.payload.text["en"])).toEqual([
      "Statement known.",
      "Statement unknown.",
      "Statement safety.",
    ]);
  });

  test("a carried statement is named in its standing version and not published again", () => {
    const first = publishEdition(draft(), given(), [wire], at(7));
    const corrected = correctStatement(
      {
        kind: "correction",
        statement: s1,
        fromVersion: 1,
        right: { ...statement("a"), text: { en: "Right.", uk: "Вірно." }, asOf: at(8), area: {} },
        reason: { en: "We misread.", uk: "Ми помилилися." },
      },
      given(first),
      [wire],
    );
    const history = given(first, corrected);
    const next = publishEdition(
      { ...startDraft(history), asOf: at(9), nextUpdate: at(20), glance: draft().glance },
      history,
      [wire],
      at(9),
    );
    expect(next.map((e) => e.kind)).toEqual(["edition"]);
    expect(next[0]?.payload).toMatchObject({ statements: [{ id: "s1", version: 2 }] });
  });

  test("a new draft leaves withdrawn statements behind", () => {
    const first = publishEdition(draft({ statements: [statement("a"), statement("b")] }), given(), [wire], at(7));
    const gone = withdrawStatement({ statement: s1, fromVersion: 1, reason: { en: "No.", uk: "Ні." } }, given(first));
    expect(startDraft(given(first, gone)).statements.map((s) => s.carried)).toEqual(["s2"]);
  });
});

describe("a draft is kept back", () => {
  test.each([
    ["without an as-of time", { asOf: null }, "AS_OF_MISSING"],
    ["without a promise", { nextUpdate: null }, "NEXT_UPDATE_MISSING"],
    ["when the promise is before the as-of time", { nextUpdate: at(6) }, "NEXT_UPDATE_TOO_EARLY"],
    ["when the promise is past already", { asOf: at(5), nextUpdate: at(6) }, "NEXT_UPDATE_TOO_EARLY"],
    ["without statements", { statements: [] }, "NO_STATEMENTS"],
    ["without a first-screen line", { glance: [] }, "GLANCE_MISSING"],
    ["when a language is missing", { statements: [statement("a", { text: { en: "Only English." } })] }, "TEXT_MISSING"],
    ["when something known rests on nothing", { statements: [statement("a", { evidence: [] })] }, "EVIDENCE_MISSING"],
    [
      "when a text is far too long",
      { statements: [statement("a", { text: { en: "x".repeat(2001), uk: "ї" } })] },
      "TEXT_TOO_LONG",
    ],
    [
      "when it carries what was never published",
      { statements: [statement("a", { carried: s1 })] },
      "STATEMENT_UNKNOWN",
    ],
  ])("%s", (_, over, code) => {
    expect(codes(draft(over))).toContain(code);
  });

  test("“confirmed” needs two independent origins, not two papers", () => {
    const confirmed = (origins: readonly string[]): ReturnType<typeof draft> =>
      draft({
        statements: [
          statement("a", { grade: { reliability: "B", credibility: 1 }, evidence: origins.map((o) => evidence(o)) }),
        ],
      });
    expect(codes(confirmed(["The governor", "The governor"]))).toEqual(["GRADE_NEEDS_ORIGINS"]);
    expect(codes(confirmed(["The governor", "The hospital"]))).toEqual([]);
  });

  test("a denial does not count as an origin that says it", () => {
    const grade = { reliability: "B", credibility: 1 } as const;
    const both = [evidence("The governor"), evidence("The ministry", { stance: "denies" })];
    expect(codes(draft({ statements: [statement("a", { grade, evidence: both })] }))).toEqual(["GRADE_NEEDS_ORIGINS"]);
  });

  test("publishing it throws, and says the first thing that is wrong", () => {
    expect(() => publishEdition(draft({ asOf: null }), given(), [wire], at(7))).toThrowError(/as of when/);
  });

  test("the preview shows it all the same, as far as it is written", () => {
    const content = draft({ nextUpdate: null, statements: [statement("a"), statement("b", { text: {} })] });
    const entries = previewEdition(content, given(), [wire], at(7));
    expect(entries.filter((e) => e.kind === "statement")).toHaveLength(1);
  });
});
