import fc from "fast-check";
import { expect, test } from "vitest";
import { QUALIFIERS } from "../../../src/model/figure.ts";
import type { OriginGraph } from "../../../src/evidence/origin-graph.ts";
import type { ClaimId } from "../../../src/model/id.ts";
import { updateSequences } from "../../../src/web/desk/figure-steps.ts";
import { originLanes, type Lane, type Stop } from "../../../src/web/desk/origin-lanes.ts";
import { rangePlot } from "../../../src/web/desk/range-plot.ts";
import { fakeDesk } from "../fake-desk.ts";
import { ferryClaim, landingClaim } from "../fake/ferry.ts";
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

async function laneOf(claim: ClaimId, ferry = false): Promise<readonly Lane[]> {
  const { state, service } = fakeDesk({ ferry });
  const actor = actorOf(state, "session-olena");
  if (!actor) throw new Error("nobody is there");
  return originLanes(await service.evidence.claim(actor, claim));
}

/** A way as text: how and name, one behind the other. */
const ways = (stops: readonly Stop[]): readonly string[] =>
  stops.flatMap(({ how, name, next }) =>
    next.length === 0 ? [`${how} ${name}`] : ways(next).map((rest) => `${how} ${name} > ${rest}`),
  );

test("those who deny a claim come last, under their own origin", async () => {
  const lanes = await laneOf(claimId(2));
  expect(lanes.map(({ label, stance, next }) => [label, stance, ...ways(next)])).toEqual([
    ["Two unnamed engineers", "says", "said Ostra Courier"],
    ["Interior Ministry", "denies", "said Northern Wire > cited Ostra Courier"],
  ]);
});

test("a chain is drawn from its origin outward, the earliest origin first", async () => {
  const lanes = await laneOf(ferryClaim, true);
  expect(lanes.map(({ label, first, depth }) => [label, first, depth])).toEqual([
    ["Ines Marrow, rescue chief", true, 3],
    ["Interior Ministry", false, 1],
    ["Varn Post", false, 0],
    ["Ferry company", false, 1],
  ]);
  expect(ways(lanes[0]?.next ?? [])).toEqual([
    "told River Radio > cited Northern Wire > copied The Gazette",
    "said River Radio",
  ]);
  expect(lanes[0]?.joined.map(({ how, names, from }) => [how, ...names, from])).toEqual([
    ["cited", "Northern Wire", "River Radio"],
    ["copied", "The Gazette", "Northern Wire"],
  ]);
});

test("papers that cite one another are a ring, not a way", async () => {
  const ring = (await laneOf(ferryClaim, true)).find(({ label }) => label === "Varn Post");
  expect(ring?.ring.map(({ name }) => name)).toEqual(["Varn Post", "Halan Echo", "Delta Mail"]);
  expect(ring?.next).toEqual([]);
});

test("links that lead round in a circle do not hang the picture, and no report is lost", async () => {
  const { state, service } = fakeDesk({ ferry: true });
  const actor = actorOf(state, "session-olena");
  if (!actor) throw new Error("nobody is there");
  const view = await service.evidence.claim(actor, ferryClaim);
  const nodes = fc.integer({ min: 0, max: view.items.length - 1 });
  const link = fc.record({
    from: nodes,
    to: nodes,
    how: fc.constantFrom("said" as const, "cited" as const, "copied" as const),
  });
  fc.assert(
    fc.property(fc.array(link, { maxLength: 30 }), fc.array(nodes, { maxLength: 4 }), (links, circle) => {
      const publication = (item: number) =>
        ({ kind: "publication", name: view.items[item]?.reportSummary.publisherName ?? "", item }) as const;
      const graph: OriginGraph = {
        ...view.graph,
        links: links.map(({ from, to, how }) => ({
          from: publication(from),
          to: publication(to),
          how,
          reason: { code: "cites", detail: {} },
        })),
        circular: circle.length < 2 ? [] : [{ items: circle, publications: [] }],
      };
      const lanes = originLanes({ ...view, graph });
      const flat = (stops: readonly Stop[]): readonly Stop[] => stops.flatMap((stop) => [stop, ...flat(stop.next)]);
      for (const [i, origin] of graph.origins.entries()) {
        const lane = lanes.find(({ label }) => label === graph.origins[i]?.label);
        const shown = lane === undefined ? [] : [...flat(lane.next), ...lane.ring, ...(lane.own ? [lane.own] : [])];
        const reports = new Set(shown.map(({ report }) => report));
        for (const item of origin.items) expect(reports.has(view.items[item]?.report ?? null)).toBe(true);
      }
    }),
  );
});

test("who has it from another paper cites it, and an agency that is the origin has one box", async () => {
  const { state, service } = fakeDesk({ ferry: true });
  const actor = actorOf(state, "session-olena");
  if (!actor) throw new Error("nobody is there");
  const view = await service.evidence.claim(actor, landingClaim);
  const agency = { kind: "publication", name: "The Varen Wire", item: null } as const;
  const reason = { code: "credit", detail: { agency: "Varen Wire" } } as const;
  const paper = (item: number) => ({ kind: "publication", name: "", item }) as const;
  const graph: OriginGraph = {
    origins: [{ label: "Varen Wire", kind: "publication", items: [0, 1, 2], firstAt: null }],
    labels: ["Varen Wire", "Varen Wire", "Varen Wire"],
    circular: [],
    links: [
      { from: { kind: "origin", origin: 0 }, to: agency, how: "said", reason },
      { from: agency, to: paper(0), how: "credited", reason },
      { from: agency, to: paper(1), how: "credited", reason },
      { from: paper(1), to: paper(2), how: "told", reason: { code: "told", detail: {} } },
    ],
  };
  const [lane] = originLanes({ ...view, graph });
  expect(ways(lane?.next ?? [])).toEqual(["credited Ostra Courier", "credited Lake Herald > cited Halan Echo"]);
  expect(lane?.joined).toEqual([
    { how: "credited", names: ["Ostra Courier", "Lake Herald"], from: "Varen Wire" },
    { how: "cited", names: ["Halan Echo"], from: "Lake Herald" },
  ]);
});

test("figures that grew are steps in time, each value once, with those who gave it", async () => {
  const { state, service } = fakeDesk({ ferry: true });
  const actor = actorOf(state, "session-olena");
  if (!actor) throw new Error("nobody is there");
  const view = await service.evidence.claim(actor, ferryClaim);
  const [steps = []] = updateSequences(view);
  expect(steps.map(({ figure, how, items }) => [figure.value, how, items.length])).toEqual([
    [35, null, 1],
    [41, "grew", 1],
  ]);
});
