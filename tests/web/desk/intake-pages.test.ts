import { expect, test } from "vitest";
import { paths } from "../../../src/web/desk/paths.ts";
import { attributionId, figureId, reportId } from "../fake/reports.ts";
import { openDesk } from "./harness.ts";

test("the inbox shows unread reports first and can be asked for some", async () => {
  const visitor = openDesk().as("noor");
  const all = await visitor.get(paths.inbox());
  const titles = [...all.document.querySelectorAll(".rows h2")].map((one) => one.textContent);
  expect(titles.length).toBe(5);
  expect(titles.at(-1)).toBe("Forty million for flood victims");
  const some = await visitor.get(paths.inbox({ q: "dam", publisher: "ostra-courier" }));
  expect(some.text).toContain("1 report");
  expect(some.document.querySelector("#q")?.getAttribute("value")).toBe("dam");
  const none = await visitor.get(paths.inbox({ q: "volcano" }));
  expect(none.text).toContain("No report fits this filter");
});

test("marking as read leads back to the same list", async () => {
  const desk = openDesk();
  const visitor = desk.as("noor");
  const list = await visitor.get(paths.inbox({ q: "bridges" }));
  const page = await visitor.press(list, "Mark read: Three Ostra bridges closed as river rises 2.4 metres");
  expect(page.path).toBe("/desk/inbox?q=bridges&done=read");
  expect(page.text).toContain("Marked as read.");
  expect(desk.state.read.has(reportId(1))).toBe(true);
});

test("an import tells of each item what became of it", async () => {
  const visitor = openDesk().as("noor");
  const inbox = await visitor.get(paths.inbox());
  const known = await visitor.press(inbox, "Import address", { url: "https://northern-wire.example/1" });
  expect(known.path).toMatch(/^\/desk\/import\/outcome\//);
  expect(known.text).toContain("Known");
  expect(known.document.querySelector(".outcome a")?.getAttribute("href")).toBe(paths.report(reportId(1)));
  const failed = await visitor.press(inbox, "Import address", { url: "https://broken.example/x" });
  expect(failed.text).toContain("The other site refused");
  const blocked = await visitor.press(inbox, "Import address", { url: "https://private.example/x" });
  expect(blocked.status).toBe(502);
  expect(blocked.text).toContain("This address leads into a private network");
  expect(blocked.document.querySelector("#url")?.getAttribute("value")).toBe("https://private.example/x");
});

test("of several files each is taken on its own", async () => {
  const visitor = openDesk().as("noor");
  const inbox = await visitor.get(paths.inbox());
  const body = new FormData();
  body.set("csrf", inbox.document.querySelector("[name=csrf]")?.getAttribute("value") ?? "");
  body.set("publisher", "Northern Wire");
  body.append("files", new File(["text"], "one.txt"));
  body.append("files", new File(["%PDF"], "two.pdf"));
  body.append("files", new File([new Uint8Array(10 * 1024 * 1024 + 1)], "large.html"));
  const answer = await visitor.raw(paths.importFile(), { method: "POST", body });
  expect([303, 413]).toContain(answer.status);
  body.delete("files");
  body.append("files", new File(["text"], "one.txt"));
  body.append("files", new File(["%PDF"], "two.pdf"));
  const taken = await visitor.raw(paths.importFile(), { method: "POST", body });
  const page = await visitor.get(taken.headers.get("location") ?? "");
  expect(page.text).toContain("1 new report, 0 changed, 0 known already, 1 failed.");
  expect(page.text).toContain("This kind of file cannot be read");
  const other = await openDesk()
    .as("olena")
    .get(taken.headers.get("location") ?? "");
  expect(other.path).toBe(paths.inbox());
});

test("suggestions are accepted, rejected and taken back where they stand", async () => {
  const desk = openDesk();
  const visitor = desk.as("noor");
  const report = await visitor.get(paths.report(reportId(1), { unread: 1 }));
  const accepted = await visitor.press(report, "Accept suggestion 3");
  expect(accepted.path).toBe(`${paths.report(reportId(1), { unread: 1, done: "accepted" })}#${attributionId(2)}`);
  expect(desk.state.attributions.get(attributionId(2))?.decision?.verdict).toBe("accepted");
  const rejected = await visitor.press(accepted, "Reject suggestion 2");
  expect(desk.state.figures.get(figureId(1))?.decision?.verdict).toBe("rejected");
  expect(rejected.document.querySelector(`.report-text [data-suggestion="${figureId(1)}"]`)).toBeNull();
  await visitor.press(rejected, "Undo the decision on suggestion 2");
  expect(desk.state.figures.get(figureId(1))?.decision).toBeNull();
});

test("pencil and ink, and every part of a suggestion in the text", async () => {
  const report = await openDesk()
    .as("noor")
    .get(paths.report(reportId(1)));
  const marks = (id: string): readonly (string | null)[] =>
    [...report.document.querySelectorAll(`.report-text [data-suggestion="${id}"]`)].map((one) =>
      one.getAttribute("class"),
    );
  expect(marks(attributionId(1)).every((name) => name?.includes("ink"))).toBe(true);
  expect(marks(attributionId(2)).every((name) => name?.includes("pencil"))).toBe(true);
  expect(new Set(marks(attributionId(2)).map((name) => name?.split(" ")[1]))).toEqual(
    new Set(["content", "source", "cue"]),
  );
  const shown = [...report.document.querySelectorAll(".report-text p")].map((one) => {
    for (const ref of one.querySelectorAll(".ref")) ref.remove();
    return one.textContent;
  });
  expect(shown.join("\n\n")).toContain(
    "According to the mayor's office, at least 35 people were taken to the school in Halan",
  );
});

test("a suggestion is fixed by words or by places; what can not be is kept for another try", async () => {
  const desk = openDesk();
  const visitor = desk.as("noor");
  const form = await visitor.get(paths.attribution(reportId(1), attributionId(2)));
  const refused = await visitor.press(form, "Accept as fixed", { cue: "shouted", resolved: "Marta Reznik" });
  expect(refused.status).toBe(422);
  expect(refused.text).toContain("do not stand in the report");
  expect(refused.document.querySelector("#cue")?.textContent?.trim()).toBe("shouted");
  const fixed = await visitor.press(refused, "Accept as fixed", {
    cue: "said",
    mode: "mixed",
    carriers: "The Gazette\nofficials",
  });
  expect(fixed.text).toContain("Accepted as you fixed it.");
  const fix = desk.state.attributions.get(attributionId(2))?.fix;
  expect(fix).toMatchObject({ mode: "mixed", carriers: ["The Gazette", "officials"], cue: { text: "said" } });
  expect(fix?.content.spans.length).toBe(2);
});

test("a figure is fixed in all its parts", async () => {
  const desk = openDesk();
  const visitor = desk.as("noor");
  const form = await visitor.get(paths.figure(reportId(1), figureId(3)));
  const wrong = await visitor.press(form, "Accept as fixed", { value: "many" });
  expect(wrong.text).toContain("is not a number");
  await visitor.press(wrong, "Accept as fixed", {
    value: "1 150",
    max: "1 250",
    qualifier: "between",
    counts: "home",
    unit: "",
    kind: "count",
  });
  expect(desk.state.figures.get(figureId(3))?.fix).toMatchObject({
    value: 1150,
    max: 1250,
    qualifier: "between",
    counts: "home",
    unit: null,
  });
});

test("an accepted suggestion goes to a new claim or to one that is there", async () => {
  const desk = openDesk();
  const visitor = desk.as("noor");
  const report = await visitor.get(paths.report(reportId(4)));
  const nameless = await visitor.press(report, "Add suggestion 1 to the claim");
  expect(nameless.status).toBe(422);
  const made = await visitor.press(report, "Add suggestion 1 to the claim", { title: "Forty million was pledged" });
  expect(made.document.querySelector("h1")?.textContent).toBe("Forty million was pledged");
  const claim = [...desk.state.claims.values()].at(-1);
  const again = await visitor.get(paths.report(reportId(4)));
  const added = await visitor.press(again, "Add suggestion 2 to the claim", { title: claim?.title ?? "" });
  expect(added.text).toContain("Added to the claim.");
  expect(desk.state.claims.get(claim?.id ?? ("" as never))?.items.length).toBe(2);
});

test("what the machine missed is marked by hand, and can be taken away and put back", async () => {
  const desk = openDesk();
  const visitor = desk.as("noor");
  const report = await visitor.get(paths.report(reportId(1)));
  expect(report.document.querySelector('a[data-key="q"]')?.getAttribute("href")).toBe(
    paths.attributionByHand(reportId(1)),
  );
  const form = await visitor.get(paths.attributionByHand(reportId(1)));
  const empty = await visitor.press(form, "Add", { source: "the county" });
  expect(empty.status).toBe(422);
  expect(empty.text).toContain("An attribution needs what was said.");
  const elsewhere = await visitor.press(empty, "Add", { content: "words that nobody wrote" });
  expect(elsewhere.text).toContain("do not stand in the report");
  const text = [...desk.state.attributions.values()].find(({ report: id }) => id === reportId(1))?.content.text ?? "";
  const added = await visitor.press(elsewhere, "Add", { source: "", content: text, mode: "indirect" });
  expect(added.text).toContain("Added.");
  const made = [...desk.state.attributions.values()].at(-1);
  expect(made).toMatchObject({ byHand: true, source: null, mode: "indirect", content: { text } });
  const item = added.document.getElementById(made?.id ?? "");
  expect(item?.textContent).toContain("Added by hand");
  const number = item?.querySelector(".ref")?.textContent ?? "";
  const away = await visitor.press(added, `Take suggestion ${number} away`);
  expect(away.text).toContain("Rejected.");
});

test("a figure that the machine missed is added by hand", async () => {
  const desk = openDesk();
  const visitor = desk.as("noor");
  const form = await visitor.get(paths.figureByHand(reportId(1)));
  const wordless = await visitor.press(form, "Add", { value: "3" });
  expect(wordless.text).toContain("A figure needs its words in the report.");
  const added = await visitor.press(wordless, "Add", { text: "bridges", value: "3", kind: "count", counts: "bridge" });
  expect(added.text).toContain("Added.");
  expect([...desk.state.figures.values()].at(-1)).toMatchObject({ byHand: true, value: 3, counts: "bridge" });
});

test("a report that waits to be read says so, and what can be done without", async () => {
  const desk = openDesk();
  desk.state.reading.set(reportId(1), "waiting");
  desk.state.reading.set(reportId(5), "language-not-supported");
  const visitor = desk.as("noor");
  const waiting = await visitor.get(paths.report(reportId(1)));
  expect(waiting.text).toContain("Being read. Suggestions appear here by themselves.");
  expect(waiting.text).not.toContain("Nobody is quoted here");
  expect(waiting.document.querySelector("[data-waiting] a")?.getAttribute("href")).toBe(paths.report(reportId(1)));
  expect(waiting.document.querySelectorAll(".suggestion").length).toBe(0);
  desk.state.reading.delete(reportId(1));
  expect((await visitor.get(paths.report(reportId(1)))).document.querySelectorAll(".suggestion").length).toBe(7);
  const other = await visitor.get(paths.report(reportId(5)));
  expect(other.text).toContain("Language not supported yet. Who said what is read in English texts only.");
});

test("a chain of carriers is shown from the report inward to who said it", async () => {
  const report = await openDesk()
    .as("noor")
    .get(paths.report(reportId(3)));
  const names = [...report.document.querySelectorAll(".chain li")].map((one) => one.textContent);
  expect(names).toEqual(["Ostra Courier", "Northern Wire", "The Interior Ministry"]);
});

test("the inbox says how far the machine is, for people and for its script", async () => {
  const desk = openDesk();
  const visitor = desk.as("noor");
  expect((await visitor.get(paths.inbox())).document.querySelector(".backlog")).toBeNull();
  expect(await (await visitor.raw(paths.backlog())).json()).toBeNull();
  desk.state.backlog = { done: 1204, total: 10_000 };
  const inbox = await visitor.get(paths.inbox());
  expect(inbox.text).toContain("Reading 1,204 of 10,000 reports for evidence");
  expect(inbox.document.querySelector("progress")?.getAttribute("value")).toBe("1204");
  const answer = await visitor.raw(paths.backlog());
  expect(await answer.json()).toEqual({
    done: 1204,
    total: 10_000,
    text: "Reading 1,204 of 10,000 reports for evidence",
  });
  expect((await desk.as(null).raw(paths.backlog())).status).toBe(303);
});

test("what changed between two versions is shown", async () => {
  const report = await openDesk()
    .as("noor")
    .get(paths.report(reportId(1)));
  expect(report.document.querySelector(".changes del")?.textContent).toContain("Two bridges");
  expect(report.document.querySelector(".changes ins")?.textContent).toContain("Three bridges");
  const first = await openDesk()
    .as("noor")
    .get(paths.report(reportId(1), { version: 1 }));
  expect(first.document.querySelector(".changes")).toBeNull();
});

test("sources are added, looked at, paused and removed", async () => {
  const desk = openDesk();
  const visitor = desk.as("ida");
  const page = await visitor.get(paths.sources());
  expect(page.text).toContain("3 failures in a row.");
  const quiet = await visitor.press(page, "Look now: Northern Wire: all reports");
  expect(quiet.text).toContain("Nothing new there.");
  const failed = await visitor.press(page, "Look now: Ostra Courier");
  expect(failed.text).toContain("The other site refused");
  await visitor.press(page, "Pause: Northern Wire: all reports");
  expect([...desk.state.sources.values()][0]?.paused).toBe(true);
  await visitor.press(page, "Remove: River Radio news");
  expect(desk.state.sources.size).toBe(2);
  const blocked = await visitor.press(page, "Add source", {
    url: "https://private.example/feed",
    "every-minutes": "30",
  });
  expect(blocked.status).toBe(502);
  expect(blocked.document.querySelector("#every-minutes")?.getAttribute("value")).toBe("30");
});

test("a publisher's grade and its reason are saved together", async () => {
  const desk = openDesk();
  const visitor = desk.as("ida");
  const page = await visitor.get(paths.publisher("the-gazette"));
  const nameless = await visitor.press(page, "Save", {
    name: " ",
    "reliability.reliability": "D",
    "reason.en": "Prints rumours.",
  });
  expect(nameless.status).toBe(422);
  expect(nameless.document.querySelector("[value=D]")?.hasAttribute("checked")).toBe(true);
  const saved = await visitor.press(nameless, "Save", { name: "The Gazette", "reason.uk": "Друкує чутки." });
  expect(saved.text).toContain("The publisher is saved.");
  expect([...desk.state.publishers.values()].find(({ id }) => id === "the-gazette")).toMatchObject({
    reliability: "D",
    ownerGroup: "Halan Media",
    reason: { en: "Prints rumours.", uk: "Друкує чутки." },
  });
});
