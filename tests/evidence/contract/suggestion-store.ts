import { describe, expect, test } from "vitest";
import { isTocsinError } from "../../../src/model/error.ts";
import type { AttributionId, FigureId, ReportId, UserId } from "../../../src/model/id.ts";
import type { Instant } from "../../../src/model/time.ts";
import type {
  Decision,
  KeptAttribution,
  KeptFigure,
  KeptReading,
  SuggestionStore,
} from "../../../src/evidence/ports.ts";

const report = "r00000000000000a1" as ReportId;
const other = "r00000000000000a2" as ReportId;

/** A suggestion with every optional part filled and text that breaks careless encodings. */
export function sampleAttribution(index: number, over: Partial<KeptAttribution> = {}): KeptAttribution {
  return {
    id: `a${index.toString(16).padStart(16, "0")}` as AttributionId,
    report,
    reportVersion: 1,
    index,
    source: { text: "la maire d’Évry 🏛", spans: [[3, 21]], resolved: "Inès “Ina” Müller" },
    cue: {
      text: "said on",
      spans: [
        [22, 26],
        [40, 42],
      ],
    },
    content: {
      text: "«شيء» and\n\n'more' \\ %",
      spans: [
        [50, 60],
        [70, 81],
      ],
    },
    mode: "mixed",
    carriers: ["Varen Wire", "officials"],
    parent: index === 0 ? null : 0,
    signals: ["ironic", "denied"],
    decision: null,
    fix: null,
    ...over,
  };
}

export function sampleFigure(number: number, over: Partial<KeptFigure> = {}): KeptFigure {
  return {
    id: `q${number.toString(16).padStart(16, "0")}` as FigureId,
    report,
    reportVersion: 1,
    text: "between 2.5 and 3.75 million people",
    span: [number * 10, number * 10 + 9],
    kind: "count",
    value: 2_500_000,
    max: 3_750_000.5,
    unit: null,
    qualifier: "between",
    counts: "people",
    decision: null,
    fix: null,
    ...over,
  };
}

/** A reading of version 1 of the first report. */
export function sampleReading(
  attributions: readonly KeptAttribution[],
  figures: readonly KeptFigure[],
  over: Partial<KeptReading> = {},
): KeptReading {
  return { report, reportVersion: 1, languageSupported: true, attributions, figures, ...over };
}

const decision: Decision = {
  verdict: "fixed",
  by: "u0000000000000001" as UserId,
  at: "2031-03-03T12:20:00Z" as Instant,
};

/** What every SuggestionStore must do. Run it once for each implementation. */
export function describeSuggestionStore(
  name: string,
  makeStore: () => Promise<SuggestionStore> | SuggestionStore,
): void {
  describe(`SuggestionStore: ${name}`, () => {
    test("gives back exactly what was inserted, attributions by index and figures by place", async () => {
      const store = await makeStore();
      const bare = sampleAttribution(1, {
        source: null,
        cue: null,
        parent: null,
        carriers: [],
        signals: [],
        mode: "indirect",
      });
      const odd = sampleFigure(1, { value: 95_000_000_000, max: null, unit: "USD", counts: null, kind: "money" });
      await store.insert([sampleReading([bare, sampleAttribution(0)], [sampleFigure(2), odd])]);
      expect(await store.attributions(report, 1)).toEqual([sampleAttribution(0), bare]);
      expect(await store.figures(report, 1)).toEqual([odd, sampleFigure(2)]);
      expect(await store.attribution(bare.id)).toEqual(bare);
      expect(await store.figure(odd.id)).toEqual(odd);
    });

    test("keeps reports and their versions apart", async () => {
      const store = await makeStore();
      await store.insert([sampleReading([sampleAttribution(0)], [])]);
      await store.insert([
        sampleReading([sampleAttribution(10, { index: 0, parent: null, reportVersion: 2 })], [], { reportVersion: 2 }),
      ]);
      await store.insert([sampleReading([], [sampleFigure(5, { report: other })], { report: other })]);
      expect((await store.attributions(report, 1)).map((a) => a.id)).toEqual([sampleAttribution(0).id]);
      expect((await store.attributions(report, 2)).map((a) => a.id)).toEqual([sampleAttribution(10).id]);
      expect(await store.attributions(report, 3)).toEqual([]);
      expect(await store.figures(report, 1)).toEqual([]);
      expect((await store.figures(other, 1)).map((f) => f.id)).toEqual([sampleFigure(5).id]);
    });

    test("a second insert for the same report version changes nothing, decisions least of all", async () => {
      const store = await makeStore();
      await store.insert([sampleReading([sampleAttribution(0)], [sampleFigure(1)])]);
      await store.decideAttribution(sampleAttribution(0).id, { ...decision, verdict: "accepted" }, null);
      await store.insert([
        sampleReading([sampleAttribution(0), sampleAttribution(7, { index: 1 })], [sampleFigure(8)]),
      ]);
      const kept = await store.attributions(report, 1);
      expect(kept.map((a) => a.id)).toEqual([sampleAttribution(0).id]);
      expect(kept[0]?.decision?.verdict).toBe("accepted");
      expect((await store.figures(report, 1)).map((f) => f.id)).toEqual([sampleFigure(1).id]);
    });

    test("a reading that found nothing is kept too, with the language that was not known", async () => {
      const store = await makeStore();
      await store.insert([]);
      expect(await store.reading(report, 1)).toBeNull();
      await store.insert([
        sampleReading([], [], { languageSupported: false }),
        sampleReading([], [], { report: other }),
      ]);
      expect(await store.attributions(report, 1)).toEqual([]);
      expect(await store.reading(report, 1)).toEqual({ languageSupported: false });
      expect(await store.reading(other, 1)).toEqual({ languageSupported: true });
      expect(await store.reading(report, 2)).toBeNull();
    });

    test("a fix is kept beside the suggestion, which stays as it was; taking the decision back restores it", async () => {
      const store = await makeStore();
      await store.insert([sampleReading([sampleAttribution(0)], [sampleFigure(1)])]);
      const { source, cue, mode, carriers, parent, signals } = sampleAttribution(3);
      const fix = {
        source,
        cue,
        content: { text: "fixed", spans: [[1, 6]] as const },
        mode,
        carriers,
        parent: null,
        signals,
      };
      expect(parent).toBe(0);
      await store.decideAttribution(sampleAttribution(0).id, decision, fix);
      expect(await store.attribution(sampleAttribution(0).id)).toEqual({ ...sampleAttribution(0), decision, fix });
      await store.decideAttribution(sampleAttribution(0).id, null, null);
      expect(await store.attribution(sampleAttribution(0).id)).toEqual(sampleAttribution(0));

      const { text, span, kind, max, unit, qualifier, counts } = sampleFigure(1);
      const figureFix = { text, span, kind, value: 12, max, unit, qualifier, counts };
      await store.decideFigure(sampleFigure(1).id, decision, figureFix);
      expect(await store.figure(sampleFigure(1).id)).toEqual({ ...sampleFigure(1), decision, fix: figureFix });
      await store.decideFigure(sampleFigure(1).id, null, null);
      expect(await store.figure(sampleFigure(1).id)).toEqual(sampleFigure(1));
    });

    test("what a person marked stands beside what the machine found, in a version that it has read or not", async () => {
      const store = await makeStore();
      const marked = sampleAttribution(3, { decision, byHand: true });
      const counted = sampleFigure(3, { decision, byHand: true });
      await store.addAttribution(marked);
      await store.addFigure(counted);
      expect(await store.reading(report, 1)).toBeNull();
      const machine = { report, reportVersion: 1, languageSupported: true };
      await store.insert([{ ...machine, attributions: [sampleAttribution(0)], figures: [sampleFigure(1)] }]);
      expect(await store.attributions(report, 1)).toEqual([sampleAttribution(0), marked]);
      expect(await store.figures(report, 1)).toEqual([sampleFigure(1), counted]);
    });

    test("an unknown id is null to read and NOT_FOUND to decide on", async () => {
      const store = await makeStore();
      expect(await store.attribution("affffffffffffffff" as AttributionId)).toBeNull();
      expect(await store.figure("qffffffffffffffff" as FigureId)).toBeNull();
      const isNotFound = (error: unknown): boolean => isTocsinError(error, "NOT_FOUND");
      await expect(store.decideAttribution("affffffffffffffff" as AttributionId, decision, null)).rejects.toSatisfy(
        isNotFound,
      );
      await expect(store.decideFigure("qffffffffffffffff" as FigureId, decision, null)).rejects.toSatisfy(isNotFound);
    });
  });
}
