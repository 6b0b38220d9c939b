import { beforeAll, describe, expect, test } from "vitest";
import type { KeptAttribution, KeptFigure } from "../../src/evidence/ports.ts";
import { readEvidence } from "../../src/evidence/read.ts";
import { originsOf } from "../../src/model/evidence.ts";
import { latestVersion } from "../../src/model/history.ts";
import type { UserId } from "../../src/model/id.ts";
import { rivalsOf } from "../../src/publish/parts/figures.ts";
import { playScenario } from "../../src/sample/play.ts";
import { model } from "../language/model.ts";
import type { Actor } from "../../src/web/ports.ts";
import { PaperDesk, type Reader } from "./paper-desk.ts";

const actor = (role: Actor["role"]): Actor => ({ user: `u-${role}` as UserId, name: role, email: "", role });

async function played(reader: Reader): Promise<{ desk: PaperDesk; steps: string[] }> {
  const desk = new PaperDesk(reader);
  const steps: string[] = [];
  await playScenario(
    desk.service,
    { analyst: actor("analyst"), editor: actor("editor"), approver: actor("approver") },
    {
      sampleOrigin: "http://127.0.0.1:4100",
      server: { setDay: (day) => void (desk.day = day) },
      now: { set: (instant) => void (desk.now = instant) },
      settled: async () => {},
      onProgress: (step) => void steps.push(step),
    },
  );
  return { desk, steps };
}

const machine: Reader = (report) => {
  const { attributions, figures } = readEvidence(report.text, report, model);
  const kept = { report: report.id, reportVersion: report.version, decision: null, fix: null };
  return {
    attributions: attributions.map(
      (one, index) => ({ ...one, ...kept, index, id: `a${report.id}${index}` }) as KeptAttribution,
    ),
    figures: figures.map((one, index) => ({ ...one, ...kept, id: `q${report.id}${index}` }) as KeptFigure),
  };
};

const readers: Record<string, Reader> = {
  "with a machine that reads": machine,
  "with a machine that finds nothing": () => ({ attributions: [], figures: [] }),
};

describe.each(Object.entries(readers))("the scenario %s", (name, reader) => {
  let desk: PaperDesk;
  let steps: string[];

  beforeAll(async () => {
    ({ desk, steps } = await played(reader));
  });

  const byText = (start: string) =>
    [...desk.history.statements.values()].find(({ versions }) => versions[0]!.value.text["en"]!.startsWith(start))!;

  test("publishes three editions, in order", () => {
    expect(desk.history.editions.map(({ value }) => value.number)).toEqual([1, 2, 3]);
    for (const { value } of desk.history.editions) {
      expect(value.statements.length).toBeLessThanOrEqual(12);
      expect(value.languages).toEqual(["en", "uk"]);
    }
    expect(steps.filter((step) => step.includes("published")).length).toBeGreaterThan(3);
  });

  test("corrects the wrong figure and the ironic remark, in the second version of what stood in edition 1", () => {
    for (const start of ["Kostrel District Hospital puts", "Prime Minister Edvin Halask said"]) {
      const { corrections, versions } = byText(start);
      expect(corrections.map(({ value }) => value.kind)).toEqual(["correction"]);
      expect(corrections[0]?.value.editions).toEqual([1]);
      expect(versions).toHaveLength(2);
    }
    expect(latestVersion(byText("Kostrel District Hospital puts")).value.evidence[0]?.report.version).toBe(2);
  });

  test("updates the toll from one origin in six reports to a confirmed figure of two origins", () => {
    const { versions, corrections } = byText("At least 35 people");
    expect(originsOf(versions[0]!.value.evidence)).toBe(1);
    expect(versions[0]!.value.evidence).toHaveLength(6);
    expect(versions[1]!.value.grade.credibility).toBe(1);
    expect(originsOf(versions[1]!.value.evidence)).toBe(2);
    expect(corrections[0]?.value.kind).toBe("update");
  });

  test("rival figures of three publishers stand beside a statement of the newest edition", () => {
    const exercise = byText("Karsia is holding an exercise");
    const [rivals] = rivalsOf(latestVersion(exercise).value.evidence);
    expect(rivals).toMatchObject({ counts: "soldier", low: 900, high: 2000 });
    expect(new Set(rivals?.pieces.map(({ report }) => report.publisher)).size).toBe(3);
    expect(exercise.editions.at(-1)).toBe(desk.history.editions.length);
    expect(exercise.corrections).toEqual([]);
  });

  test("withdraws the second explosion by two people", () => {
    expect(byText("People in Mirvel").withdrawn).toBe(true);
    expect(
      desk.history.editions[2]?.value.statements.some(
        ({ id }) => id === latestVersion(byText("People in Mirvel")).value.id,
      ),
    ).toBe(true);
  });

  test("says who was asked, who answered and who did not", () => {
    const outcomes = [...desk.history.replyRequests.values()].map((versions) => versions.at(-1)?.value.outcome);
    expect(outcomes).toEqual(["no-answer", "answered"]);
  });

  test("every quotation stands in the version of the report that it cites", () => {
    for (const { versions } of desk.history.statements.values()) {
      for (const { report, quote } of versions.flatMap(({ value }) => value.evidence)) {
        const text = desk.reports.get(report.id)?.find((one) => one.version === report.version)?.text ?? "";
        for (const part of quote.split(" ")) expect(text).toContain(part);
        expect(quote.length).toBeLessThanOrEqual(600);
      }
    }
  });

  const reads = name.includes("reads");
  test(
    reads
      ? "gathers four claims with the person's stances and origins, and decides on suggestions"
      : "names nobody's origin by machine where the machine found nothing",
    () => {
      const items = [...desk.claims.values()].flatMap((claim) => claim.items);
      expect(items.filter(({ origin }) => origin === "machine")).toEqual([]);
      if (!reads) return;
      gathered();
    },
  );

  function gathered(): void {
    const claims = [...desk.claims.values()];
    expect(claims).toHaveLength(4);
    expect(claims.flatMap(({ items }) => items).filter(({ origin }) => origin === "machine")).toEqual([]);
    expect(new Set(claims[1]?.items.map(({ stance }) => stance))).toEqual(new Set(["says", "denies"]));
    const decisions = [...desk.suggestions.values()]
      .flatMap(({ attributions, figures }) => [...attributions, ...figures])
      .flatMap(({ decision }) => (decision === null ? [] : [decision.verdict]));
    expect(decisions.filter((verdict) => verdict === "accepted").length).toBeGreaterThan(20);
    expect(decisions.filter((verdict) => verdict === "rejected").length).toBeGreaterThanOrEqual(2);
  }
});
