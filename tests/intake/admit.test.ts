import { describe, expect, it } from "vitest";
import { admit } from "../../src/intake/admit.ts";
import { changesBetween } from "../../src/intake/changes.ts";
import { sha256 } from "../../src/model/sha256.ts";
import { aReport, reportId } from "./contract/examples.ts";

const incoming = (text: string) => ({ textSha256: sha256(text), freshId: reportId(9) });

describe("what becomes of captured text", () => {
  it("new, where nobody has seen it", () => {
    expect(admit(null, null, incoming("a"))).toEqual({ outcome: "new", version: 1, id: reportId(9) });
  });

  it("same, at the same address or at another one of the publisher", () => {
    const known = aReport(1, { version: 3, text: "a" });
    expect(admit(known, known, incoming("a"))).toEqual({ outcome: "same", version: 3, id: reportId(1) });
    expect(admit(null, known, incoming("a"))).toEqual({ outcome: "same", version: 3, id: reportId(1) });
  });

  it("changed, where the address has another text now, even one that stood elsewhere or earlier", () => {
    const known = aReport(1, { version: 3, text: "b" });
    expect(admit(known, null, incoming("a"))).toEqual({ outcome: "changed", version: 4, id: reportId(1) });
    expect(admit(known, aReport(2, { text: "a" }), incoming("a"))).toMatchObject({
      outcome: "changed",
      id: reportId(1),
    });
    expect(admit(known, aReport(1, { version: 1, text: "a" }), incoming("a"))).toMatchObject({
      outcome: "changed",
      version: 4,
    });
  });
});

describe("what changed between two versions", () => {
  const version = (title: string, ...paragraphs: string[]) => ({ title, text: paragraphs.join("\n\n") });

  it("names lines that stayed, went and came", () => {
    expect(
      changesBetween(
        version("Bridge closed", "One.", "Two.", "Three."),
        version("Bridge open", "One.", "Two and a half.", "Three.", "Four."),
      ),
    ).toEqual([
      { kind: "removed", text: "Bridge closed" },
      { kind: "added", text: "Bridge open" },
      { kind: "same", text: "One." },
      { kind: "removed", text: "Two." },
      { kind: "added", text: "Two and a half." },
      { kind: "same", text: "Three." },
      { kind: "added", text: "Four." },
    ]);
  });

  it("is empty where nothing changed", () => {
    expect(changesBetween(version("A", "b"), version("A", "b"))).toEqual([]);
  });

  it("calls everything changed rather than search without end", () => {
    const many = (letter: string) => Array.from({ length: 5_000 }, (_, i) => `${letter}${i}`);
    expect(changesBetween(version("A", ...many("a")), version("B", ...many("b"))).map((c) => c.kind)).toEqual([
      "removed",
      "added",
    ]);
  });
});
