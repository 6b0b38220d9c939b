import { expect, test } from "vitest";
import type { Entry } from "../../../src/model/entry.ts";
import { evolve } from "../../../src/model/history.ts";
import type { EntryId, NoticeId } from "../../../src/model/id.ts";
import { parseInstant } from "../../../src/model/time.ts";
import { openPages, sample } from "./site.ts";

test("pages made for one reader show the urgent notices that stand too, without a script", async () => {
  const payload = {
    id: "n1" as NoticeId,
    headline: { en: "Boil tap water", uk: "Кип’ятіть воду" },
    text: { en: "Three minutes.", uk: "Три хвилини." },
    area: {},
    expires: parseInstant("2031-03-04T12:00:00Z"),
    replaces: null,
    ends: false,
  };
  const time = parseInstant("2031-03-04T05:00:00Z");
  const id = "notice:n1" as EntryId;
  const entry: Entry = { id, kind: "notice", time, role: "approver", payload };
  const page = await openPages({ history: evolve(sample, [entry]) }).get("/subscribe/confirm/forged");
  expect(page.status).toBe(404);
  expect(page.words).toContain("Urgent: Boil tap water");
  expect(page.document.querySelector("script")).toBeNull();
});
