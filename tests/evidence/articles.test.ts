import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readEvidence } from "../../src/evidence/read.ts";
import { model } from "../language/model.ts";
import type { ReadEvidence } from "../../src/evidence/read.ts";

const folder = join(import.meta.dirname, "../../../shared/reports");
const missing = !existsSync(folder);

function article(prefix: string): ReadEvidence {
  const name = readdirSync(folder).find((file) => file.startsWith(prefix)) ?? "";
  return readEvidence(
    readFileSync(join(folder, name), "utf8"),
    {
      language: null,
      publisherName: "",
      publishedAt: null,
    },
    model,
  );
}

describe("three press articles", () => {
  test.skipIf(missing)("who told which paper what, and who kept silent (needs shared data)", () => {
    const { attributions, figures } = article("000");
    const times = attributions.filter((a) => a.source?.resolved === "New York Times");
    expect(times.length).toBeGreaterThanOrEqual(3);
    const told = attributions.filter((a) => a.cue?.text === "told");
    expect(told).toHaveLength(2);
    for (const a of told) {
      expect(a.source?.resolved).toBe("Charles Q. Brown");
      expect(a.carriers).toEqual(["New York Times"]);
    }
    expect(told[1]?.mode).toBe("mixed");
    const officials = attributions.find((a) => a.source?.text === "Russian officials");
    expect(officials?.carriers).toEqual(["Joseph Kishore"]);
    expect(attributions[officials?.parent ?? -1]).toMatchObject({ mode: "direct", cue: { text: "wrote" } });
    expect(attributions.filter((a) => a.signals.includes("no-answer"))).toHaveLength(2);
    expect(figures.filter((f) => f.kind === "money").map((f) => [f.value, f.qualifier])).toEqual([
      [95e9, "exactly"],
      [60e9, "more-than"],
      [17e9, "exactly"],
    ]);
  });

  test.skipIf(missing)("figures behind papers that cite papers (needs shared data)", () => {
    const { attributions, figures } = article("002");
    expect(attributions.find((a) => a.source?.resolved === "Sunday Times")?.content.text).toMatch(
      /^defence contractors in the US are recruiting/,
    );
    expect(attributions.find((a) => a.source?.text === "this report")?.source?.resolved).toBe("Daily Telegraph");
    expect(figures.filter((f) => f.kind === "casualties").map((f) => [f.text, f.value, f.qualifier, f.counts])).toEqual(
      [
        ["at least 35 were killed", 35, "at-least", "killed"],
        ["over 130 injured", 130, "more-than", "injured"],
      ],
    );
    expect(figures.map((f) => f.text)).toEqual(
      expect.arrayContaining(["15 miles", "$2,000 a day", "around 30 cruise missiles"]),
    );
  });

  test.skipIf(missing)("irony that was clarified, and an announcement (needs shared data)", () => {
    const { attributions } = article("004");
    const remark = attributions.find((a) => a.content.text.includes("February 16 will be the day of the attack"));
    expect(remark).toMatchObject({ mode: "direct", source: { resolved: "Volodymyr Zelensky" } });
    expect(remark?.signals).toContain("ironic");
    expect(attributions.find((a) => a.source?.text === "the president’s office")?.content.text).toContain("with irony");
    expect(attributions.find((a) => a.cue?.text === "announced")).toMatchObject({
      source: { resolved: "Volodymyr Zelensky" },
      mode: "mixed",
    });
    expect(attributions.find((a) => a.cue?.text.endsWith("denied"))).toMatchObject({
      source: { text: "Moscow" },
      signals: ["denied"],
    });
    expect(attributions.find((a) => a.cue?.text === "stated")).toMatchObject({
      source: { text: "he", resolved: "Igor Konashenkov" },
    });
  });
});
