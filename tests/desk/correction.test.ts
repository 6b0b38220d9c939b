import { describe, expect, test } from "vitest";
import { correctStatement, withdrawStatement, type CorrectStatement } from "../../src/desk/correction.ts";
import { publishEdition } from "../../src/desk/edition.ts";
import type { StatementId } from "../../src/model/id.ts";
import { at, draft, evidence, given, statement, wire } from "./given.ts";

const published = publishEdition(draft(), given(), [wire], at(7));
const history = given(published);
const s1 = "s1" as StatementId;

function correction(over: Partial<CorrectStatement> = {}): CorrectStatement {
  return {
    kind: "correction",
    statement: s1,
    fromVersion: 1,
    right: { ...statement("a"), text: { en: "Nine people.", uk: "Дев’ять людей." }, asOf: at(9), area: {} },
    reason: { en: "We took the higher figure for confirmed.", uk: "Ми взяли вищу цифру за підтверджену." },
    ...over,
  };
}

describe("a correction", () => {
  test("says what we wrote, what is right, why, and which editions carried it", () => {
    const [entry] = correctStatement(correction(), history, [wire]);
    expect(entry?.payload).toMatchObject({
      id: "k1",
      kind: "correction",
      wrong: { en: "Statement a." },
      right: { id: "s1", version: 2, text: { en: "Nine people." } },
      editions: [1],
    });
  });

  test("keeps the section and the id of the statement", () => {
    const [entry] = correctStatement(correction(), history, [wire]);
    expect(entry?.payload).toMatchObject({ right: { section: "situation", id: "s1" } });
  });

  test.each([
    ["without a reason in every language", { reason: { en: "Because." } }, "REASON_MISSING"],
    ["of a statement that never was", { statement: "s9" as StatementId }, "STATEMENT_UNKNOWN"],
    ["of a version that was replaced meanwhile", { fromVersion: 2 }, "CONFLICT"],
    ["that loses a language", { right: { ...correction().right, text: { en: "Only English." } } }, "INPUT_INVALID"],
    [
      "that confirms from one origin",
      {
        right: {
          ...correction().right,
          grade: { reliability: "A", credibility: 1 } as const,
          evidence: [evidence("One")],
        },
      },
      "GRADE_NEEDS_ORIGINS",
    ],
  ])("is refused %s", (_, over, code) => {
    expect(() => correctStatement(correction(over), history, [wire])).toThrowError(expect.objectContaining({ code }));
  });

  test("is refused when nothing changes", () => {
    const same = { ...statement("a"), asOf: at(7), area: {} };
    expect(() => correctStatement(correction({ right: same }), history, [wire])).toThrowError(/nothing to correct/i);
  });

  test("after a second one, both are told apart by number and version", () => {
    const once = correctStatement(correction(), history, [wire]);
    const again = correction({
      kind: "update",
      fromVersion: 2,
      right: { ...correction().right, text: { en: "Ten.", uk: "Десять." } },
    });
    const [entry] = correctStatement(again, given(published, once), [wire]);
    expect(entry?.payload).toMatchObject({
      id: "k2",
      kind: "update",
      fromVersion: 2,
      wrong: { en: "Nine people." },
      editions: [],
    });
  });
});

describe("a withdrawal", () => {
  const command = { statement: s1, fromVersion: 1, reason: { en: "It cannot be upheld.", uk: "Не підтвердилося." } };

  test("leaves nothing standing", () => {
    const [entry] = withdrawStatement(command, history);
    expect(entry?.payload).toMatchObject({ kind: "withdrawal", right: null, editions: [1] });
    const after = given(published, withdrawStatement(command, history));
    expect(after.statements.get(s1)?.withdrawn).toBe(true);
  });

  test("cannot happen twice, and nothing can be corrected after it", () => {
    const after = given(published, withdrawStatement(command, history));
    const code = "STATEMENT_WITHDRAWN";
    expect(() => withdrawStatement(command, after)).toThrowError(expect.objectContaining({ code }));
    expect(() => correctStatement(correction(), after, [wire])).toThrowError(expect.objectContaining({ code }));
  });
});
