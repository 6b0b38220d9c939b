import { describe, expect, test } from "vitest";
import { parseDraftContent } from "../../src/desk/draft-content.ts";
import { checkPassword } from "../../src/desk/password.ts";
import { demand, may, PERMISSIONS } from "../../src/desk/permission.ts";
import { askForReply, recordReply } from "../../src/desk/reply.ts";
import { afterFailure, secondsToWait, type Attempts } from "../../src/desk/sign-in-limit.ts";
import type { ReplyRequestId } from "../../src/model/id.ts";
import { instantOf, msOf } from "../../src/model/time.ts";
import { at, draft, given, statement } from "./given.ts";

describe("roles", () => {
  test("an analyst decides on suggestions but publishes nothing", () => {
    expect(PERMISSIONS.filter((p) => may("analyst", p)).toSorted()).toEqual([
      "claim.edit",
      "claim.grade",
      "desk.read",
      "password.change",
      "report.import",
      "report.mark",
      "suggestion.decide",
    ]);
  });

  test("an editor writes but does not publish; an approver does", () => {
    expect([may("editor", "draft.edit"), may("editor", "edition.publish"), may("approver", "edition.publish")]).toEqual(
      [true, false, true],
    );
  });

  test("refusal names the role that is needed", () => {
    expect(() => demand("editor", "statement.correct")).toThrowError(/approver/);
  });
});

describe("passwords", () => {
  test.each([
    ["short", "tiger7"],
    ["repetitive", "aaaaaaaaaaaaaa"],
    ["the person's name", "MiraDoleva12"],
  ])("a %s one is refused", (_, password) => {
    expect(() => checkPassword(password, ["mira@office.example", "MiraDoleva"])).toThrowError(
      expect.objectContaining({ code: "PASSWORD_WEAK" }),
    );
  });

  test("a sentence without digits or signs is fine", () => {
    expect(() => checkPassword("river lantern copper noon", ["mira@office.example"])).not.toThrow();
  });
});

describe("the sign-in limit", () => {
  const after = (failures: number): Attempts => {
    let attempts: Attempts | undefined;
    for (let i = 0; i < failures; i += 1) attempts = afterFailure(attempts, at(7));
    if (attempts === undefined) throw new Error("no failures");
    return attempts;
  };

  test("lets five mistakes pass, then makes each wait longer, up to a quarter of an hour", () => {
    expect([4, 5, 6, 7, 30].map((n) => secondsToWait(after(n), at(7)))).toEqual([0, 15, 30, 60, 900]);
  });

  test("is over when the time is", () => {
    expect(secondsToWait(after(5), instantOf(msOf(at(7)) + 15_000))).toBe(0);
  });

  test("forgets after an hour", () => {
    expect(afterFailure(after(9), at(9)).failures).toBe(1);
  });
});

describe("reply requests", () => {
  const asked = askForReply({ to: "Ministry of Defence", question: { en: "How many?" }, askedAt: at(6) }, given());
  const id = "y1" as ReplyRequestId;

  test("an answer is a new version; what was asked stays", () => {
    const [entry] = recordReply({ id, outcome: "answered", answer: { en: "Nine." }, at: at(8) }, given(asked));
    expect(entry?.payload).toMatchObject({
      id,
      version: 2,
      to: "Ministry of Defence",
      outcome: "answered",
      answeredAt: at(8),
    });
  });

  test("silence has no words and no time of answer", () => {
    const [entry] = recordReply({ id, outcome: "no-answer", answer: { en: "ignored" }, at: at(8) }, given(asked));
    expect(entry?.payload).toMatchObject({ outcome: "no-answer", answer: {}, answeredAt: null });
  });

  test("an answer without words is refused", () => {
    expect(() => recordReply({ id, outcome: "answered", answer: { en: " " }, at: at(8) }, given(asked))).toThrowError(
      /words/,
    );
  });
});

describe("a draft from a page", () => {
  test("may be unfinished", () => {
    const content = draft({ asOf: null, statements: [statement("a", { text: {} })] });
    expect(parseDraftContent(content)).toEqual(content);
  });

  test.each([
    ["two statements with one key", draft({ statements: [statement("a"), statement("a")] })],
    ["an impossible section", draft({ statements: [statement("a", { section: "gossip" as "safety" })] })],
    ["a time that is none", draft({ asOf: "yesterday" as ReturnType<typeof at> })],
    ["a thousand statements", draft({ statements: Array.from({ length: 1000 }, (_, i) => statement(String(i))) })],
    ["a language that is none", draft({ statements: [statement("a", { text: { "<b>": "x" } })] })],
  ])("is refused with %s", (_, content) => {
    expect(() => parseDraftContent(content)).toThrowError(expect.objectContaining({ code: "INPUT_INVALID" }));
  });
});
