import { expect, test } from "vitest";
import { paths } from "../../../src/web/desk/paths.ts";
import { ferryClaim, landingClaim } from "../fake/ferry.ts";
import { attributionId, figureId, reportId } from "../fake/reports.ts";
import { claimId, draftId } from "../fake/state.ts";
import { expectSound, openDesk } from "./harness.ts";

const ALL = [
  paths.inbox(),
  paths.inbox({ unread: 1, publisher: "northern-wire", since: "2031-03-03", until: "2031-03-04", q: "bridges" }),
  paths.failures(),
  paths.sources(),
  paths.publishers(),
  paths.publisher("northern-wire"),
  paths.report(reportId(1)),
  paths.report(reportId(1), { version: 1 }),
  paths.report(reportId(3)),
  paths.attribution(reportId(1), attributionId(2)),
  paths.figure(reportId(1), figureId(2)),
  paths.claims(),
  paths.claims({ status: "rejected" }),
  paths.claim(claimId(1)),
  paths.claim(claimId(2)),
  paths.drafts(),
  paths.draft(draftId),
  paths.draftEvidence(draftId, "n1a2b3c4d5e6f708"),
  paths.draftEvidence(draftId, "n1a2b3c4d5e6f708", { claim: claimId(1) }),
  paths.draftEvidence(draftId, "n1a2b3c4d5e6f708", { report: reportId(1) }),
  paths.draftPublish(draftId),
  paths.statements(),
  paths.statement("s1"),
  paths.statementCorrect("s1"),
  paths.notices(),
  paths.noticeNew(),
  paths.proposals(),
  paths.delivery(),
  paths.delivery({ about: "correction:k1" }),
  paths.dispatch("edition:1/email"),
  paths.dispatch("correction:k1/email/got-original"),
  paths.dispatch("notice:n1/push"),
  paths.dispatch("digest:2031-03-03T06/email"),
  paths.replies(),
  paths.activity(),
  paths.users(),
  paths.password(),
  paths.keys(),
];

test("every page is whole in both languages: labelled fields, unique ids, nothing inline", async () => {
  for (const lang of ["en", "uk"]) {
    const visitor = openDesk().as("olena");
    visitor.cookies.set("tocsin_lang", lang);
    for (const path of ALL) {
      const page = await visitor.get(path);
      expect([path, page.status]).toEqual([path, 200]);
      expectSound(page);
    }
  }
});

test("pages of a claim with everything in it, and of reports that are not read, are whole too", async () => {
  for (const lang of ["en", "uk"]) {
    const desk = openDesk({ ferry: true });
    desk.state.backlog = { done: 12, total: 40 };
    desk.state.reading.set(reportId(20), "waiting");
    desk.state.reading.set(reportId(5), "language-not-supported");
    const visitor = desk.as("olena");
    visitor.cookies.set("tocsin_lang", lang);
    for (const path of [
      paths.claims(),
      paths.claims({ status: "suggested", q: "ferr" }),
      paths.claim(ferryClaim),
      paths.claim(landingClaim),
      paths.report(reportId(20)),
      paths.report(reportId(5)),
      paths.report(reportId(22)),
      paths.inbox(),
    ]) {
      const page = await visitor.get(path);
      expect([path, page.status]).toEqual([path, 200]);
      expectSound(page);
    }
  }
});

test("every page of an office's first day says what to do next", async () => {
  const visitor = openDesk({ empty: true }).as("olena");
  for (const path of [
    paths.inbox(),
    paths.sources(),
    paths.publishers(),
    paths.claims(),
    paths.drafts(),
    paths.statements(),
    paths.notices(),
    paths.proposals(),
    paths.delivery(),
    paths.replies(),
    paths.failures(),
  ]) {
    const page = await visitor.get(path);
    expect([path, page.status]).toEqual([path, 200]);
    expectSound(page);
    expect([path, page.document.querySelectorAll(".empty p").length > 0]).toEqual([path, true]);
  }
});

test("pages that are not there, or not for this person, say so and lead on", async () => {
  const desk = openDesk();
  const olena = desk.as("olena");
  for (const path of [
    "/desk/nothing",
    paths.report(reportId(77)),
    paths.claim(claimId(77)),
    paths.draft("d77"),
    paths.publisher("nobody"),
    paths.dispatch("edition:77/email"),
    paths.attribution(reportId(1), attributionId(77)),
  ]) {
    const page = await olena.get(path);
    expect([path, page.status]).toEqual([path, 404]);
    expect(page.text).toContain("There is nothing here");
    expectSound(page);
  }
  const unknown = await olena.get(paths.statement("s99"));
  expect(unknown.status).toBe(404);
  const noor = desk.as("noor");
  const users = await noor.get(paths.users());
  expect(users.status).toBe(403);
  expect(users.text).toContain("Your role does not allow this");
});

test("people are shown only what their role may do", async () => {
  const desk = openDesk();
  const analyst = desk.as("noor");
  expect((await analyst.get(paths.inbox())).html).not.toContain(">People<");
  expect((await analyst.get(paths.sources())).text).not.toContain("Add source");
  expect((await analyst.get(paths.draft(draftId))).document.querySelector("#draft")).toBeNull();
  const editor = desk.as("ida");
  expect((await editor.get(paths.draftPublish(draftId))).text).toContain("needs the role Approver");
  expect((await editor.get(paths.statementCorrect("s1"))).text).toContain("needs the role Approver");
});

test("what a report says can not become part of the page", async () => {
  const desk = openDesk();
  const claim = desk.state.claims.get(claimId(1));
  if (!claim) throw new Error("the fake has this claim");
  desk.state.claims.set(claim.id, {
    ...claim,
    title: `<script>alert("x")</script>`,
    items: claim.items.map((item) => ({ ...item, origin: `"><img src=x>` })),
  });
  const page = await desk.as("olena").get(paths.claim(claimId(1)));
  expect(page.html).not.toContain("<script>alert");
  expect(page.html).not.toContain("<img");
  expect(page.document.querySelector("h1")?.textContent).toBe(`<script>alert("x")</script>`);
});
