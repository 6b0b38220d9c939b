import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ClaimStore, SuggestionStore } from "../../../src/evidence/ports.ts";
import type { PublisherStore, ReportFilter, ReportStore } from "../../../src/intake/ports.ts";
import type { AttributionId, ClaimId, FigureId, PublisherId, UserId } from "../../../src/model/id.ts";
import { sha256 } from "../../../src/model/sha256.ts";
import { aPublisher, aReport, at, reportId } from "./examples.ts";

/** What one run of the contract works on; all of it over the same, empty, database. */
export interface ReportStoreUnderTest {
  readonly store: ReportStore;
  readonly publishers: PublisherStore;
  readonly suggestions: Pick<SuggestionStore, "insert" | "decideAttribution">;
  readonly claims: Pick<ClaimStore, "save">;
  close(): Promise<void>;
}

/** What every ReportStore keeps to. `make` gives an empty one for each test. */
export function describeReportStore(name: string, make: () => Promise<ReportStoreUnderTest>): void {
  describe(`ReportStore: ${name}`, () => {
    let t: ReportStoreUnderTest;
    beforeEach(async () => {
      t = await make();
      await t.publishers.save(aPublisher("gazette"));
      await t.publishers.save(aPublisher("courier"));
    });
    afterEach(() => t.close());

    const list = async (filter: Partial<ReportFilter> = {}) => {
      const found = await t.store.list({ limit: 50, offset: 0, ...filter });
      return found.reports.map((r) => r.id);
    };

    it("gives back exactly what was inserted", async () => {
      const full = aReport(1, {
        title: "Залізниця стоїть 🚆",
        byline: "Олена Коваль",
        text: "Перший абзац.\n\nДругий “абзац”.",
        canonicalUrl: "https://gazette.example/one",
        language: "uk",
      });
      const bare = aReport(2, { publishedAt: null, language: null, url: "file:/drop/two.txt" });
      await t.store.insert(full);
      await t.store.insert(bare);
      expect(await t.store.get(full.id)).toEqual(full);
      expect(await t.store.get(bare.id)).toEqual(bare);
      expect(await t.store.get(reportId(99))).toBeNull();
    });

    it("keeps all versions and shows the newest unless one is named", async () => {
      const v1 = aReport(1);
      const v2 = aReport(1, {
        version: 2,
        title: "Changed",
        text: "Other words.",
        retrievedAt: at("2031-03-04T00:00:00Z"),
      });
      await t.store.insert(v1);
      await t.store.insert(v2);
      expect(await t.store.get(v1.id)).toEqual(v2);
      expect(await t.store.get(v1.id, 1)).toEqual(v1);
      expect(await t.store.get(v1.id, 3)).toBeNull();
      expect(await t.store.versions(v1.id)).toEqual([v1, v2]);
      expect(await t.store.versions(reportId(99))).toEqual([]);
      expect(await t.store.findByUrl(v1.url)).toEqual(v2);
      const listed = await t.store.list({ limit: 10, offset: 0 });
      expect(listed.total).toBe(1);
      expect(listed.reports[0]).toMatchObject({ id: v1.id, version: 2, title: "Changed" });
    });

    it("refuses a version that exists, also when two insert it at once", async () => {
      await t.store.insert(aReport(1));
      await expect(t.store.insert(aReport(1, { title: "Again" }))).rejects.toMatchObject({ code: "CONFLICT" });
      const both = await Promise.allSettled([
        t.store.insert(aReport(1, { version: 2, title: "Left" })),
        t.store.insert(aReport(1, { version: 2, title: "Right" })),
      ]);
      expect(both.filter((r) => r.status === "fulfilled")).toHaveLength(1);
      const refused = both.find((r) => r.status === "rejected");
      expect(refused).toMatchObject({ reason: { code: "CONFLICT" } });
      expect(await t.store.versions(reportId(1))).toHaveLength(2);
    });

    it("finds by address and by text of one publisher", async () => {
      await t.store.insert(aReport(1));
      await t.store.insert(aReport(2));
      expect((await t.store.findByUrl("https://gazette.example/2"))?.id).toBe(reportId(2));
      expect(await t.store.findByUrl("https://gazette.example/3")).toBeNull();
      const text = sha256("Text of report 1.");
      expect((await t.store.findByText("gazette" as PublisherId, text))?.id).toBe(reportId(1));
      expect(await t.store.findByText("courier" as PublisherId, text)).toBeNull();
      expect(await t.store.findByText("gazette" as PublisherId, sha256("never seen"))).toBeNull();
    });

    it("lists the newest first, by time of publication or else of retrieval, and pages through them", async () => {
      await t.store.insert(aReport(1, { publishedAt: at("2031-03-01T00:00:00Z") }));
      await t.store.insert(aReport(2, { publishedAt: null, retrievedAt: at("2031-03-02T00:00:00Z") }));
      await t.store.insert(
        aReport(3, { publishedAt: at("2031-03-03T00:00:00Z"), retrievedAt: at("2031-03-01T00:00:00Z") }),
      );
      expect(await list()).toEqual([3, 2, 1].map(reportId));
      expect(await t.store.list({ limit: 1, offset: 1 })).toMatchObject({ total: 3, reports: [{ id: reportId(2) }] });
      expect(await t.store.list({ limit: 5, offset: 3 })).toMatchObject({ total: 3, reports: [] });
      expect(await list({ since: at("2031-03-02T00:00:00Z") })).toEqual([3, 2].map(reportId));
      expect(await list({ until: at("2031-03-02T00:00:00Z") })).toEqual([reportId(1)]);
    });

    it("filters by publisher and names it as the publisher store does", async () => {
      await t.store.insert(aReport(1));
      await t.store.insert(aReport(2, { publisher: "courier" as PublisherId, publisherName: "courier.example" }));
      expect(await list({ publisher: "courier" as PublisherId })).toEqual([reportId(2)]);
      const found = await t.store.list({ publisher: "courier" as PublisherId, limit: 1, offset: 0 });
      expect(found).toMatchObject({ total: 1, reports: [{ publisher: "courier", publisherName: "The courier" }] });
    });

    it("searches for all words in title or text, letter case ignored in any script", async () => {
      await t.store.insert(aReport(1, { title: "Bridge closed", text: "Repairs take 100 days in Київ." }));
      await t.store.insert(aReport(2, { title: "Bridge open", text: "Traffic moves again." }));
      expect(await list({ search: "BRIDGE" })).toHaveLength(2);
      expect(await list({ search: "repairs bridge" })).toEqual([reportId(1)]);
      expect(await list({ search: "КИЇВ" })).toEqual([reportId(1)]);
      expect(await list({ search: "bridge nowhere" })).toEqual([]);
      expect(await list({ search: "  " })).toHaveLength(2);
    });

    it("takes signs of the query language in a search as plain text", async () => {
      await t.store.insert(aReport(1, { text: "Traffic moves again." }));
      for (const search of [
        "zzz%",
        "Tr_ffic",
        "'",
        '"',
        "zzz*",
        "zzz OR traffic",
        "\\",
        "text:traffic zzz",
        "-zzz",
        "(",
      ]) {
        // oxlint-disable-next-line no-await-in-loop -- one after the other, to see which one fails
        const found = await t.store.list({ search, limit: 10, offset: 0 });
        if (/zzz|_/.test(search)) expect(found.total, search).toBe(0);
      }
    });

    it("searches the newest version only", async () => {
      await t.store.insert(aReport(1, { text: "Twelve were hurt." }));
      await t.store.insert(aReport(1, { version: 2, text: "Nobody came to harm." }));
      expect(await list({ search: "twelve" })).toEqual([]);
      expect(await list({ search: "nobody" })).toEqual([reportId(1)]);
    });

    it("remembers what was read, and a new version is unread again", async () => {
      await t.store.insert(aReport(1));
      await t.store.insert(aReport(2));
      await t.store.markRead(reportId(1), true);
      expect(await list({ unread: true })).toEqual([reportId(2)]);
      expect(await list({ unread: false })).toEqual([reportId(1)]);
      const found = await t.store.list({ limit: 10, offset: 0 });
      expect(found.reports.find((r) => r.id === reportId(1))?.read).toBe(true);
      await t.store.insert(aReport(1, { version: 2, text: "New words." }));
      expect(await list({ unread: true })).toHaveLength(2);
      await t.store.markRead(reportId(2), true);
      await t.store.markRead(reportId(2), false);
      expect(await list({ unread: true })).toHaveLength(2);
    });

    it("counts reports, not versions: all, unread, and by publisher with the most first", async () => {
      expect(await t.store.counts()).toEqual({ all: 0, unread: 0, byPublisher: [] });
      await t.store.insert(aReport(1, { publisher: "courier" as PublisherId }));
      await t.store.insert(aReport(2));
      await t.store.insert(aReport(3));
      await t.store.insert(aReport(3, { version: 2 }));
      await t.store.markRead(reportId(2), true);
      expect(await t.store.counts()).toEqual({
        all: 3,
        unread: 2,
        byPublisher: [
          { publisher: "gazette", name: "The gazette", count: 2 },
          { publisher: "courier", name: "The courier", count: 1 },
        ],
      });
    });

    it("counts suggestions of the newest version, and those that nobody has decided on", async () => {
      await t.store.insert(aReport(1, { text: "“We hold,” said Vale. 35 came." }));
      const attribution = {
        report: reportId(1),
        reportVersion: 1,
        source: null,
        cue: null,
        content: { text: "We hold", spans: [[1, 8]] as const },
        mode: "direct" as const,
        carriers: [],
        parent: null,
        signals: [],
        decision: null,
        fix: null,
      };
      await t.suggestions.insert([
        {
          report: reportId(1),
          reportVersion: 1,
          languageSupported: true,
          attributions: [
            { ...attribution, id: "a0000000000000001" as AttributionId, index: 0 },
            { ...attribution, id: "a0000000000000002" as AttributionId, index: 1 },
          ],
          figures: [
            {
              id: "q0000000000000001" as FigureId,
              report: reportId(1),
              reportVersion: 1,
              text: "35 came",
              span: [22, 29],
              kind: "count",
              value: 35,
              max: null,
              unit: null,
              qualifier: "exactly",
              counts: "came",
              decision: null,
              fix: null,
            },
          ],
        },
      ]);
      expect(await t.store.withoutEvidence(10)).toEqual({ reports: [], total: 0 });
      await t.suggestions.decideAttribution(
        "a0000000000000001" as AttributionId,
        { verdict: "accepted", by: "u0000000000000001" as UserId, at: at("2031-03-03T13:00:00Z") },
        null,
      );
      const [one] = (await t.store.list({ limit: 1, offset: 0 })).reports;
      expect(one).toMatchObject({ attributions: 2, figures: 1, undecided: 2 });
      await t.store.insert(aReport(1, { version: 2, text: "Nothing to see." }));
      const [two] = (await t.store.list({ limit: 1, offset: 0 })).reports;
      expect(two).toMatchObject({ attributions: 0, figures: 0, undecided: 0 });
    });

    it("finds the reports that a claim gathers", async () => {
      await t.store.insert(aReport(1));
      await t.store.insert(aReport(2));
      const claim = "c0000000000000001" as ClaimId;
      await t.claims.save({
        id: claim,
        title: "A claim",
        status: "suggested",
        grade: { reliability: "F", credibility: 6 },
        items: [
          {
            report: reportId(2),
            attribution: null,
            figure: null,
            stance: "says",
            origin: "o1",
            confidence: null,
            reasons: [],
          },
          {
            report: reportId(2),
            attribution: null,
            figure: null,
            stance: "denies",
            origin: "o2",
            confidence: null,
            reasons: [],
          },
        ],
        apart: [],
        proposed: [],
        mergedInto: null,
        outline: null,
        revision: 0,
      });
      expect(await list({ claim })).toEqual([reportId(2)]);
      expect(await list({ claim: "c0000000000000002" as ClaimId })).toEqual([]);
    });

    it("names reports whose newest version was not read for evidence, the latest first", async () => {
      const [one, two] = [aReport(1), aReport(2)];
      await t.store.insert(one);
      await t.store.insert(two);
      const both = await t.store.withoutEvidence(10);
      expect([...both.reports].sort()).toEqual([one.id, two.id].sort());
      expect((await t.store.withoutEvidence(1)).reports).toHaveLength(1);
      expect(both.total).toBe(2);
      const reading = { reportVersion: 1, languageSupported: true, attributions: [], figures: [] };
      await t.suggestions.insert([{ ...reading, report: one.id }]);
      expect(await t.store.withoutEvidence(10)).toEqual({ reports: [two.id], total: 1 });
      await t.store.insert(aReport(1, { id: one.id, version: 2, url: one.url, text: "Anew." }));
      expect((await t.store.withoutEvidence(10)).total).toBe(2);
    });
  });
}
