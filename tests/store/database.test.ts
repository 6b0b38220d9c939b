import { describe, expect, test } from "vitest";
import { describeClaimStore } from "../evidence/contract/claim-store.ts";
import { describeDecisionStore } from "../evidence/contract/decision-store.ts";
import { describeSuggestionStore } from "../evidence/contract/suggestion-store.ts";
import { aReport } from "../intake/contract/examples.ts";
import { describeBoilerplateStore } from "../intake/contract/boilerplate-store.ts";
import { describeIntakeFailureStore } from "../intake/contract/failure-store.ts";
import { describePublisherStore } from "../intake/contract/publisher-store.ts";
import { describeReportStore } from "../intake/contract/report-store.ts";
import { describeSourceStore } from "../intake/contract/source-store.ts";
import type { Store } from "../../src/store/store.ts";
import { describeAccessStores } from "./contract/access-stores.ts";
import { describeDeskStores } from "./contract/desk-stores.ts";
import { describeDraftStore } from "./contract/draft-store.ts";
import { describeLogStore } from "./contract/log-store.ts";
import { keepEmptying, onEachDatabase } from "./places.ts";

onEachDatabase((kind, makePlace) => {
  const empty = keepEmptying(makePlace);
  const close = async (): Promise<void> => {};
  const one = async <Name extends keyof Store>(name: Name) => ({ store: (await empty())[name], close });
  const all = async () => ({ ...(await empty()), close });

  describeLogStore(kind, () => one("log"));
  describeReportStore(kind, async () => {
    const store = await empty();
    return {
      store: store.reports,
      publishers: store.publishers,
      suggestions: store.suggestions,
      claims: store.claims,
      close,
    };
  });
  describeSourceStore(kind, async () => {
    const store = await empty();
    return { store: store.sources, publishers: store.publishers, close };
  });
  describePublisherStore(kind, () => one("publishers"));
  describeIntakeFailureStore(kind, () => one("failures"));
  describeSuggestionStore(kind, async () => (await empty()).suggestions);
  describeClaimStore(kind, async () => (await empty()).claims);
  describeBoilerplateStore(kind, async () => (await empty()).boilerplate);
  describeDecisionStore(kind, async () => (await empty()).decisions);
  describeDraftStore(kind, () => one("drafts"));
  describeAccessStores(kind, all);
  describeDeskStores(kind, all);

  describe("reports beyond the contract", () => {
    test("an address belongs to one report", async () => {
      const store = await empty();
      await store.reports.insert(aReport(1));
      await expect(store.reports.insert(aReport(2, { url: aReport(1).url }))).rejects.toMatchObject({
        code: "CONFLICT",
      });
      const both = await Promise.allSettled([
        store.reports.insert(aReport(3, { url: "https://gazette.example/same" })),
        store.reports.insert(aReport(4, { url: "https://gazette.example/same" })),
      ]);
      expect(both.filter((outcome) => outcome.status === "fulfilled")).toHaveLength(1);
      expect((await store.reports.counts()).all).toBe(2);
    });

    test("a version may not leave a gap", async () => {
      const store = await empty();
      await store.reports.insert(aReport(1));
      await expect(store.reports.insert(aReport(1, { version: 3 }))).rejects.toMatchObject({ code: "CONFLICT" });
      await expect(store.reports.insert(aReport(2, { version: 2 }))).rejects.toMatchObject({ code: "CONFLICT" });
      expect(await store.reports.versions(aReport(1).id)).toHaveLength(1);
    });

    test("keeps texts with characters that a database may stumble over; U+0000 becomes U+FFFD", async () => {
      const store = await empty();
      const text = 'a\0b \u{1F56F} \uFEFF \u202E x\' "y" \\z $1 ? :p %_';
      await store.reports.insert(aReport(1, { text, title: "\0" }));
      expect(await store.reports.get(aReport(1).id)).toMatchObject({
        text: text.replace("\0", "\uFFFD"),
        title: "\uFFFD",
      });
    });

    test("a search of any length and content is answered", async () => {
      const store = await empty();
      await store.reports.insert(aReport(1, { text: "Die Straße nach ΟΔΟΣ ist frei." }));
      for (const search of ["x".repeat(100_000), "w ".repeat(5000), "\0", "\uD800"]) {
        expect((await store.reports.list({ search, limit: 5, offset: 0 })).total).toBe(0);
      }
      for (const search of ["STRASSE", "straße", "οδοσ οδος"]) {
        expect((await store.reports.list({ search, limit: 5, offset: 0 })).total).toBe(1);
      }
    });
  });
});
