import fc from "fast-check";
import { expect, test } from "vitest";
import { QUALIFIERS } from "../../../src/model/figure.ts";
import { originLines, originPicture } from "../../../src/web/desk/origin-picture.ts";
import { rangePlot } from "../../../src/web/desk/range-plot.ts";
import { fakeDesk } from "../fake-desk.ts";
import { actorOf, claimId } from "../fake/state.ts";

test("every figure lies on the line, the lowest left of the highest", () => {
  const figure = fc.record({
    value: fc.double({ min: 0, max: 1e9, noNaN: true }),
    max: fc.constant(null),
    qualifier: fc.constantFrom(...QUALIFIERS),
  });
  fc.assert(
    fc.property(fc.array(figure, { minLength: 1, maxLength: 6 }), (figures) => {
      const { bars, ticks } = rangePlot(figures);
      expect(bars.length).toBe(figures.length);
      for (const { from, to } of bars) {
        expect(from).toBeGreaterThanOrEqual(0);
        expect(to).toBeLessThanOrEqual(1);
        expect(to).toBeGreaterThanOrEqual(from);
      }
      for (const { at } of ticks) expect(at >= 0 && at <= 1).toBe(true);
      const exact = figures.map((one, i) => ({ value: one.value, from: bars[i]?.from ?? 0, q: one.qualifier }));
      const points = exact.filter(({ q }) => q === "exactly").toSorted((a, b) => a.value - b.value);
      for (const [i, one] of points.entries()) expect((points[i + 1] ?? one).from).toBeGreaterThanOrEqual(one.from);
    }),
  );
});

test("an open end is drawn as one", () => {
  const [open, closed] = rangePlot([
    { value: 35, max: null, qualifier: "at-least" },
    { value: 50, max: null, qualifier: "exactly" },
  ]).bars;
  expect([open?.open, open?.to, closed?.open]).toEqual([true, 1, false]);
});

test("the picture of a claim shows who carried whom, those who deny it under their own origin", async () => {
  const { state, service } = fakeDesk();
  const actor = actorOf(state, "session-olena");
  if (!actor) throw new Error("nobody is there");
  const view = await service.evidence.claim(actor, claimId(2));
  expect(originLines(view).map(({ origin, steps, stance }) => [origin, ...steps, stance])).toEqual([
    ["Two unnamed engineers", "Ostra Courier", "says"],
    ["Interior Ministry", "Northern Wire", "denies"],
    ["Interior Ministry", "Northern Wire", "Ostra Courier", "denies"],
  ]);
  const { nodes, edges, rows } = originPicture(view);
  expect(rows).toBe(3);
  expect(new Set(nodes.map(({ id }) => id)).size).toBe(nodes.length);
  for (const { from, to } of edges) {
    const [a, b] = [from, to].map((id) => nodes.find((node) => node.id === id));
    expect((b?.column ?? 0) > (a?.column ?? 0)).toBe(true);
  }
});
