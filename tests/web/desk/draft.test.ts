import fc from "fast-check";
import { expect, test } from "vitest";
import type { DraftStatement, EditionDraftContent } from "../../../src/desk/draft.ts";
import { CREDIBILITIES, RELIABILITIES } from "../../../src/model/grade.ts";
import type { ReplyRequestId } from "../../../src/model/id.ts";
import { SECTIONS, STATEMENT_KINDS } from "../../../src/model/statement.ts";
import { instantOf } from "../../../src/model/time.ts";
import { decodeDraft, encodeDraft } from "../../../src/web/desk/draft-form.ts";
import { editDraft } from "../../../src/web/desk/draft-edit.ts";
import { differences, mergeDrafts } from "../../../src/web/desk/draft-merge.ts";
import { Form } from "../../../src/web/desk/form.ts";
import { evidenceFrom } from "../fake/history.ts";
import { fakeState } from "../fake/state.ts";

const { history } = fakeState();
const languages = ["en", "uk"];
const zone = "Europe/Kyiv";

const words = fc.string({ minLength: 1, maxLength: 12 }).map((text) => text.replace(/[\r\0]/g, "").trim());
const local = fc
  .record({ en: words, uk: words }, { requiredKeys: [] })
  .map((text) => Object.fromEntries(Object.entries(text).filter(([, value]) => value !== undefined && value !== "")));
const instant = fc.integer({ min: 1_900_000_000, max: 2_000_000_000 }).map((seconds) => instantOf(seconds * 1000));
const evidence = fc.constantFrom(
  evidenceFrom(1, "Marta Reznik", "We have never seen the water come this fast"),
  evidenceFrom(2, null, "At least 50 people", {
    figure: {
      kind: "count",
      value: 50,
      max: null,
      unit: null,
      qualifier: "at-least",
      counts: "person",
      text: "At least 50 people",
    },
    carriers: ["Northern Wire"],
    stance: "denies",
  }),
);
const statement = (key: string): fc.Arbitrary<DraftStatement> =>
  fc.record({
    key: fc.constant(key),
    carried: fc.constant(null),
    section: fc.constantFrom(...SECTIONS),
    kind: fc.constantFrom(...STATEMENT_KINDS),
    text: local,
    asOf: fc.option(instant),
    grade: fc.record({
      reliability: fc.constantFrom(...RELIABILITIES),
      credibility: fc.constantFrom(...CREDIBILITIES),
    }),
    evidence: fc.array(evidence, { maxLength: 2 }),
    area: local,
    replyRequests: fc.subarray(["y1" as ReplyRequestId]),
  });
const content: fc.Arbitrary<EditionDraftContent> = fc.record({
  asOf: fc.option(instant),
  nextUpdate: fc.option(instant),
  languages: fc.subarray(languages),
  glance: fc.array(local, { maxLength: 3 }),
  statements: fc
    .shuffledSubarray(["n1", "n2", "n3", "n4"])
    .chain((keys) => fc.tuple(...keys.map(statement)))
    .map((list) => [...list]),
});

function formOf(fields: Iterable<readonly [string, string]>): Form {
  const data = new FormData();
  for (const [name, value] of fields) data.append(name, value);
  return new Form(data);
}

test("a draft goes through its form and comes back as it was, to the second", () => {
  fc.assert(
    fc.property(content, (draft) => {
      const form = formOf(encodeDraft(draft, { zone, languages }));
      expect(decodeDraft(form, { zone, languages, history, before: draft })).toEqual(draft);
    }),
  );
});

test("texts in languages that the office does not show stay in the draft", () => {
  fc.assert(
    fc.property(content, (draft) => {
      const before = {
        ...draft,
        statements: draft.statements.map((one) => ({ ...one, text: { ...one.text, pl: "zostaje" } })),
      };
      const form = formOf(encodeDraft(before, { zone, languages }));
      const after = decodeDraft(form, { zone, languages, history, before });
      for (const one of after.statements) expect(one.text["pl"]).toBe("zostaje");
    }),
  );
});

test("evidence that somebody made up in the form is refused", () => {
  const draft = { asOf: null, nextUpdate: null, languages: [], glance: [], statements: [] };
  const fields = [
    ["key", "n1"],
    ["s.n1.section", "situation"],
    ["s.n1.kind", "known"],
    ["s.n1.grade.reliability", "A"],
    ["s.n1.grade.credibility", "1"],
  ] as const;
  const real = evidenceFrom(1, "Marta Reznik", "fast");
  const broken = [
    "",
    "null",
    "[]",
    "{",
    JSON.stringify({ ...real, quote: "x".repeat(601) }),
    JSON.stringify({ ...real, stance: "maybe" }),
    JSON.stringify({ ...real, report: { ...real.report, sha256: "abc" } }),
    JSON.stringify({ ...real, report: { ...real.report, id: "../../etc" } }),
    JSON.stringify({ ...real, figure: { kind: "count", value: "many" } }),
  ];
  for (const json of broken) {
    const form = formOf([...fields, ["s.n1.evidence", json]]);
    expect(() => decodeDraft(form, { zone, languages, history, before: draft })).toThrow(/evidence/);
  }
});

test("two versions differ nowhere but where they differ, and either can be taken whole", () => {
  fc.assert(
    fc.property(content, content, (mine, theirs) => {
      const found = new Set(differences(mine, theirs, null).map(({ path }) => path));
      const asked = new Set<string>();
      const pick = (side: "mine" | "theirs") => (path: string) => {
        asked.add(path);
        return side;
      };
      const tidy = (draft: EditionDraftContent) => ({
        ...draft,
        glance: draft.glance.filter((line) => Object.keys(line).length > 0),
      });
      expect(tidy(mergeDrafts(mine, theirs, pick("mine")))).toEqual(tidy(mine));
      expect(tidy(mergeDrafts(mine, theirs, pick("theirs")))).toEqual(tidy(theirs));
      for (const path of asked) expect([...found]).toContain(path);
    }),
  );
});

test("with the common beginning known, the suggested choice keeps what each of two people did", () => {
  fc.assert(
    fc.property(
      content,
      instant,
      words.filter((text) => text !== ""),
      (base, time, text) => {
        const mine = { ...base, nextUpdate: time };
        const theirs = {
          ...base,
          statements: base.statements.map((one) => ({ ...one, text: { ...one.text, uk: text } })),
        };
        const suggested = new Map(differences(mine, theirs, base).map((one) => [one.path, one.suggested]));
        const merged = mergeDrafts(mine, theirs, (path) => suggested.get(path) ?? "mine");
        expect(merged.nextUpdate).toBe(time);
        expect(merged.statements.map((one) => one.text["uk"])).toEqual(base.statements.map(() => text));
      },
    ),
  );
});

test("moving a statement up and down again changes nothing, and nothing is ever lost", () => {
  const random = (n: number): Uint8Array => new Uint8Array(n);
  fc.assert(
    fc.property(content, fc.constantFrom("n1", "n2", "n3", "n4"), (draft, key) => {
      const given = { random, history };
      const up = editDraft(draft, `up:${key}`, given).content;
      expect(up.statements.map((one) => one.key).toSorted()).toEqual(draft.statements.map((one) => one.key).toSorted());
      if (up !== draft && up.statements !== draft.statements) {
        expect(editDraft(up, `down:${key}`, given).content).toEqual(draft);
      }
      const grown = editDraft(draft, "carry:s2", given).content;
      expect(grown.statements.at(-1)?.carried).toBe("s2");
      expect(editDraft(grown, "carry:s2", given).content).toBe(grown);
      expect(editDraft(draft, "no such:thing", given).content).toBe(draft);
    }),
  );
});
