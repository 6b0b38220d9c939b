import { describe, expect, test } from "vitest";
import { endNotice, noticeEntries, publishNotice, replaceNotice, type NoticeWords } from "../../src/desk/notice.ts";
import type { NoticeId } from "../../src/model/id.ts";
import { noticeStates, standingNotices } from "../../src/model/notice.ts";
import { instantOf, msOf } from "../../src/model/time.ts";
import { at, given } from "./given.ts";

const n1 = "n1" as NoticeId;
const now = at(7);

function words(over: Partial<NoticeWords> = {}): NoticeWords {
  return {
    headline: { en: "Boil tap water", uk: "Кип’ятіть воду з крана" },
    text: { en: "Three minutes, in Ostrin.", uk: "Три хвилини, в Острині." },
    area: {},
    expires: at(19),
    ...over,
  };
}

const over = { headline: { en: "Water is clean", uk: "Вода чиста" }, text: { en: "Drink it.", uk: "Можна пити." } };
const refusal = (code: string) => expect.objectContaining({ code });
const published = given(publishNotice(words(), given(), now));

describe("a notice", () => {
  test("has the next number, one line in each language, and stands until its time is over", () => {
    const [entry] = publishNotice(words({ headline: { en: " Boil\ntap  water ", uk: "Вода" } }), given(), now);
    expect(entry).toEqual({
      kind: "notice",
      payload: {
        ...words(),
        id: "n1",
        headline: { en: "Boil tap water", uk: "Вода" },
        replaces: null,
        ends: false,
      },
    });
    expect(standingNotices(published, at(18)).map(({ value }) => value.id)).toEqual([n1]);
    expect(standingNotices(published, at(19))).toEqual([]);
  });

  test.each([
    ["without a headline in every language", { headline: { en: "Boil tap water" } }, "INPUT_INVALID"],
    ["without a text in every language", { text: { en: "Now.", uk: "  " } }, "INPUT_INVALID"],
    ["with a headline that a small screen would cut", { headline: { en: "x".repeat(121), uk: "y" } }, "INPUT_INVALID"],
    ["with a text that nobody reads standing up", { text: { en: "x", uk: "y".repeat(501) } }, "INPUT_INVALID"],
    ["for longer than a week", { expires: instantOf(msOf(now) + 7 * 86_400_000 + 1000) }, "INPUT_INVALID"],
    ["whose time is over already", { expires: now }, "NOTICE_EXPIRED"],
  ])("is refused %s", (_, wrong, code) => {
    expect(() => publishNotice(words(wrong), given(), now)).toThrowError(refusal(code));
  });

  test("counts characters as people do: 120 of them fit, whatever they take in memory", () => {
    const headline = { en: "🌊".repeat(120), uk: "ї".repeat(120) };
    const expires = instantOf(msOf(now) + 7 * 86_400_000);
    expect(publishNotice(words({ headline, expires }), given(), now)).toHaveLength(1);
  });

  test("is not published twice, unless it was ended between", () => {
    expect(() => publishNotice(words(), published, now)).toThrowError(refusal("CONFLICT"));
    const ended = given(publishNotice(words(), given(), now), endNotice(n1, over, published, now));
    expect(publishNotice(words(), ended, now)[0]?.payload).toMatchObject({ id: "n3", replaces: null });
  });
});

describe("replacing and ending", () => {
  const better = words({ text: { en: "Ten minutes.", uk: "Десять хвилин." } });

  test("a replacement stands in the place of what it replaces", () => {
    const after = given(publishNotice(words(), given(), now), replaceNotice(n1, better, published, at(8)));
    expect([...noticeStates(after, at(9)).values()].map(({ state }) => state)).toEqual(["replaced", "standing"]);
    expect(after.notices.get("n2" as NoticeId)?.value).toMatchObject({ replaces: n1, ends: false });
  });

  test("an end concerns whom the notice concerned, and stands nowhere itself", () => {
    const [entry] = endNotice(n1, over, published, at(8));
    expect(entry?.payload).toMatchObject({ id: "n2", replaces: n1, ends: true, expires: at(19), area: {} });
    const after = given(publishNotice(words(), given(), now), endNotice(n1, over, published, at(8)));
    expect([...noticeStates(after, at(9)).values()].map(({ state }) => state)).toEqual(["ended", "end"]);
    expect(() => endNotice("n2" as NoticeId, over, after, at(9))).toThrowError(refusal("NOTICE_UNKNOWN"));
  });

  test("what was replaced or ended meanwhile is a conflict, also for who saw it standing", () => {
    const replaced = given(publishNotice(words(), given(), now), replaceNotice(n1, better, published, at(8)));
    const ended = given(publishNotice(words(), given(), now), endNotice(n1, over, published, at(8)));
    for (const history of [replaced, ended]) {
      expect(() => replaceNotice(n1, words({ expires: at(18) }), history, at(9))).toThrowError(refusal("CONFLICT"));
      expect(() => endNotice(n1, over, history, at(9))).toThrowError(refusal("CONFLICT"));
    }
  });

  test("what never was or is over can be neither replaced nor ended", () => {
    expect(() => replaceNotice("n7" as NoticeId, better, published, at(8))).toThrowError(refusal("NOTICE_UNKNOWN"));
    expect(() => endNotice(n1, over, published, at(19))).toThrowError(refusal("NOTICE_EXPIRED"));
  });

  test("what two people agreed on becomes what it was written for", () => {
    const kinds = [
      { ...words({ expires: at(12) }), replaces: null, ends: false },
      { ...better, replaces: n1, ends: false },
      { ...words(), ...over, replaces: n1, ends: true },
    ].map((content) => noticeEntries(content, published, at(8))[0]?.payload);
    expect(kinds).toMatchObject([
      { id: "n2", replaces: null, ends: false },
      { id: "n2", replaces: n1, ends: false },
      { id: "n2", replaces: n1, ends: true },
    ]);
    expect(() => noticeEntries({ ...words(), replaces: null, ends: true }, published, at(8))).toThrowError(
      refusal("INPUT_INVALID"),
    );
  });
});
