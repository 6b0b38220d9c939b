import { expect, test } from "vitest";
import { confidenceOf, leastConfidence } from "../../../src/web/desk/confidence.ts";
import { claimsInOrder } from "../../../src/web/desk/claim-order.ts";
import { paths } from "../../../src/web/desk/paths.ts";
import type { ClaimLine } from "../../../src/web/ports.ts";
import { ferryClaim, fishermenClaim, landingClaim } from "../fake/ferry.ts";
import { reportId } from "../fake/reports.ts";
import { claimId, type FakeState } from "../fake/state.ts";
import { openDesk, type Page } from "./harness.ts";

const itemKeys = (state: FakeState, id: typeof ferryClaim): readonly string[] =>
  (state.claims.get(id)?.items ?? []).map((item) => [item.report, item.attribution ?? "", item.figure ?? ""].join("_"));

const keysOn = (page: Page): readonly string[] =>
  [...page.document.querySelectorAll(".decide [data-key]")].map((one) => one.getAttribute("data-key") ?? "");

test("accept and reject lead on to the next suggestion, and can be taken back there", async () => {
  const desk = openDesk({ ferry: true });
  const visitor = desk.as("noor");
  const first = await visitor.get(paths.claim(claimId(1)));
  expect(keysOn(first)).toEqual(["a", "x", "s", "m", "1", "2", "3", "e", "n"]);
  const second = await visitor.press(first, "Accept");
  expect(second.path).toMatch(new RegExp(`^${paths.claim(claimId(2))}\\?done=claim-kept&undo=`));
  expect(second.text).toContain("Claim accepted.");
  expect(second.document.querySelector("#done a")?.getAttribute("href")).toBe(paths.claim(claimId(1)));
  const third = await visitor.press(second, "Reject");
  expect(third.path).toContain(paths.claim(landingClaim));
  expect(third.text).toContain("Claim rejected. It is not suggested again.");
  expect(desk.state.claims.get(claimId(2))?.status).toBe("rejected");
  const back = await visitor.press(third, "Undo");
  expect(back.path).toContain(paths.claim(claimId(2)));
  expect(back.text).toContain("The decision is taken back.");
  expect(desk.state.claims.get(claimId(2))?.status).toBe("suggested");
  expect(desk.state.decided.map(({ verdict }) => verdict)).toEqual(["accepted", "rejected", "undone"]);
});

test("after the last suggestion the list says that nothing waits", async () => {
  const desk = openDesk();
  const visitor = desk.as("noor");
  await visitor.press(await visitor.get(paths.claim(claimId(1))), "Reject");
  const list = await visitor.press(await visitor.get(paths.claim(claimId(2))), "Reject");
  expect(list.path).toContain(paths.claims());
  expect(list.text).toContain("Claim rejected.");
  const suggested = await visitor.get(paths.claims({ status: "suggested" }));
  expect(suggested.text).toContain("Every suggestion is decided");
  const counts = [...suggested.document.querySelectorAll(".tabs .count")].map((one) => one.textContent);
  expect(counts).toEqual(["1", "0", "1", "2", "0"]);
});

test("a decision is taken back only as long as nobody changed the claim meanwhile, and only by who made it", async () => {
  const desk = openDesk();
  const noor = desk.as("noor");
  const after = await noor.press(await noor.get(paths.claim(claimId(1))), "Accept");
  const action = after.document.querySelector("#done form")?.getAttribute("action") ?? "";
  const ida = desk.as("ida");
  const hers = await ida.get(paths.claim(claimId(1)));
  const csrf = hers.document.querySelector("[name=csrf]")?.getAttribute("value") ?? "";
  expect((await ida.post(action, [["csrf", csrf]])).status).toBe(404);
  await ida.press(hers, "Save", { title: "Many are sheltering in the school" });
  expect((await noor.press(after, "Undo")).status).toBe(409);
  expect(desk.state.claims.get(claimId(1))?.status).toBe("kept");
});

test("whoever changes an earlier decision stays with that claim", async () => {
  const visitor = openDesk().as("noor");
  const page = await visitor.press(await visitor.get(paths.claim(claimId(3))), "Reject");
  expect(page.path).toContain(paths.claim(claimId(3)));
  const back = await visitor.press(page, "Back to suggested");
  expect(back.text).toContain("The claim waits for a decision again.");
});

test("ticked items are split off under a name; what can not be is kept for another try", async () => {
  const desk = openDesk({ ferry: true });
  const visitor = desk.as("noor");
  const page = await visitor.get(paths.claim(landingClaim));
  const key = itemKeys(desk.state, landingClaim)[2] ?? "";
  const send = (from: Page, title: string, picks: readonly string[]) =>
    visitor.post(paths.claimSplit(landingClaim), [
      ["csrf", from.document.querySelector("[name=csrf]")?.getAttribute("value") ?? ""],
      ["revision", from.document.querySelector("#split-form [name=revision]")?.getAttribute("value") ?? ""],
      ["split", "1"],
      ["title", title],
      ...picks.map((pick) => ["pick", pick] as const),
    ]);
  expect(page.document.querySelector("[data-pick]")?.getAttribute("form")).toBe("split-form");
  const nameless = await send(page, "", [key]);
  expect(nameless.status).toBe(422);
  expect(nameless.document.querySelector("#split")?.hasAttribute("open")).toBe(true);
  expect(nameless.document.querySelector(`[value="${key}"]`)?.hasAttribute("checked")).toBe(true);
  const all = await send(page, "Everything", itemKeys(desk.state, landingClaim));
  expect(all.status).toBe(422);
  expect(all.document.querySelector("#split-title")?.getAttribute("value")).toBe("Everything");
  const done = await send(page, "Fishermen took people off the ferry", [key]);
  expect(done.text).toContain("Split. The ticked items are now a claim of their own.");
  expect(desk.state.claims.get(landingClaim)?.items.length).toBe(2);
  const fresh = [...desk.state.claims.values()].find(({ title }) => title.startsWith("Fishermen took"));
  expect(done.document.querySelector("#done a")?.getAttribute("href")).toBe(paths.claim(fresh?.id ?? ""));
  await visitor.press(done, "Undo");
  expect(desk.state.claims.get(landingClaim)?.items.length).toBe(3);
  expect((await visitor.get(paths.claim(fresh?.id ?? ""))).text).toContain("This claim was merged.");
});

test("a claim like this one is merged into it, and comes apart again", async () => {
  const desk = openDesk({ ferry: true });
  const visitor = desk.as("noor");
  const page = await visitor.get(paths.claim(landingClaim));
  const alike = [...page.document.querySelectorAll(".alike button")];
  expect(alike.map((one) => one.getAttribute("data-key"))).toEqual(["1", "2", "3", "4"]);
  const target = alike.find((one) => one.getAttribute("value") === claimId(1));
  const merged = await visitor.press(page, target?.textContent?.replace(/\s+/g, " ").trim() ?? "");
  expect(merged.text).toContain("Merged. The items of the other claim are here now.");
  expect(desk.state.claims.get(claimId(1))).toMatchObject({ status: "merged", mergedInto: landingClaim });
  expect(desk.state.claims.get(landingClaim)?.items.length).toBe(5);
  const list = await visitor.get(paths.claims());
  expect(list.text).not.toContain("sheltering in the school");
  const apart = await visitor.press(merged, "Undo");
  expect(apart.document.querySelector("h1")?.textContent).toBe("People are sheltering in the school in Halan");
  expect(desk.state.claims.get(landingClaim)?.items.length).toBe(3);
});

test("two people who decide the same claim do not undo each other", async () => {
  const desk = openDesk({ ferry: true });
  const [noor, ida] = [desk.as("noor"), desk.as("ida")];
  const hers = await ida.get(paths.claim(landingClaim));
  await noor.press(await noor.get(paths.claim(landingClaim)), "Accept");
  const late = await ida.press(hers, "Reject");
  expect(late.status).toBe(409);
  expect(late.text).toContain("Somebody was faster");
  expect(desk.state.claims.get(landingClaim)?.status).toBe("kept");
});

test("what the machine would add is taken in or refused, each for itself", async () => {
  const desk = openDesk({ ferry: true });
  const visitor = desk.as("noor");
  const page = await visitor.get(paths.claim(ferryClaim));
  expect(page.text).toContain("The machine would add these 2 items.");
  const taken = await visitor.press(page, "Take in: Halan Echo");
  expect(taken.text).toContain("Taken in.");
  expect(desk.state.claims.get(ferryClaim)?.items.at(-1)?.report).toBe(reportId(31));
  const refused = await visitor.press(taken, "Refuse: Ostra Courier");
  expect(refused.text).toContain("Refused. It is not suggested here again.");
  expect(desk.state.claims.get(ferryClaim)).toMatchObject({ proposed: [], apart: [{ report: reportId(32) }] });
  const again = await visitor.press(page, "Refuse: Ostra Courier");
  expect(again.status).toBe(409);
  await visitor.press(taken, "Undo");
  expect(desk.state.claims.get(ferryClaim)?.items.some(({ report }) => report === reportId(31))).toBe(false);
});

test("a rich claim says who said it first, who carried it, what differs and why it thinks so", async () => {
  const page = await openDesk({ ferry: true }).as("noor").get(paths.claim(ferryClaim));
  const lanes = [...page.document.querySelectorAll(".lane")].map((one) => one.textContent?.replace(/\s+/g, " ") ?? "");
  expect(lanes[0]).toContain("Person · first 1 Mar, 20:30");
  expect(lanes[0]).toContain("Said it first");
  expect(lanes[0]).toMatch(/told.*River Radio.*cited by.*Northern Wire.*copied by.*The Gazette/);
  expect(lanes[0]).toContain("The Gazette prints the same text as Northern Wire. Together they are one origin.");
  expect(lanes[2]).toContain("Varn Post, Halan Echo and Delta Mail cite one another.");
  expect(lanes[3]).toContain("speaks against it");
  expect(page.text).toContain("3 independent origins. As far as the reports show, none has it from another.");
  expect(page.document.querySelector(".rival-line")?.textContent).toBe(
    "28 Ostra Courierat least 35 River Radio, Northern Wire",
  );
  expect(page.document.querySelector(".steps")?.textContent?.replace(/\s+/g, " ")).toMatch(
    /at least 35 injured.*Saturday.*grew to.*at least 41 injured.*Sunday/,
  );
  expect(page.text).toContain("The same sum, 40 million crowns, was announced 3 times. It counts once.");
  const why = page.document.querySelector(".item:nth-child(3) .why")?.textContent ?? "";
  expect(why).toContain("83 % of the text stands word for word in Northern Wire.");
});

test("how sure the machine is has a word for every number", () => {
  expect([0.97, 0.85, 0.7, 0.6, 0.4, 0].map(confidenceOf)).toEqual([
    "sure",
    "sure",
    "likely",
    "likely",
    "unsure",
    "unsure",
  ]);
  expect(confidenceOf(null)).toBe("given");
  expect([leastConfidence([0.9, null, 0.4]), leastConfidence([null]), leastConfidence([])]).toEqual([0.4, null, null]);
});

test("what waits and can hurt most stands first in the list", () => {
  const line = (title: string, rest: Partial<ClaimLine>): ClaimLine =>
    ({
      title,
      status: "suggested",
      rivals: false,
      circular: false,
      publishers: ["a"],
      newest: null,
      reports: 1,
      ...rest,
    }) as ClaimLine;
  const lines = [
    line("rejected", { status: "rejected", rivals: true }),
    line("accepted", { status: "kept", rivals: true }),
    line("older", { newest: "2031-03-01T00:00:00Z" as ClaimLine["newest"] & string }),
    line("newer", { newest: "2031-03-02T00:00:00Z" as ClaimLine["newest"] & string }),
    line("many", { publishers: ["a", "b", "c"] }),
    line("ring", { circular: true }),
    line("rivals", { rivals: true }),
  ];
  expect(claimsInOrder(lines).map(({ title }) => title)).toEqual([
    "rivals",
    "ring",
    "many",
    "newer",
    "older",
    "accepted",
    "rejected",
  ]);
});

test("a claim of one item can not be split, and has no boxes to tick", async () => {
  const page = await openDesk({ ferry: true }).as("noor").get(paths.claim(fishermenClaim));
  expect(page.document.querySelector("#split")).toBeNull();
  expect(page.document.querySelector("[data-pick]")).toBeNull();
});
