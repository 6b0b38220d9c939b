import { expect, test } from "vitest";
import { latestVersion } from "../../../src/model/history.ts";
import type { StatementId } from "../../../src/model/id.ts";
import { paths } from "../../../src/web/desk/paths.ts";
import { decodeDraft } from "../../../src/web/desk/draft-form.ts";
import { Form } from "../../../src/web/desk/form.ts";
import { reportId } from "../fake/reports.ts";
import { claimId, draftId } from "../fake/state.ts";
import { fieldsOf, openDesk } from "./harness.ts";

const KEY = "n1a2b3c4d5e6f708";

test("a claim is kept, renamed, its items' origins merged", async () => {
  const desk = openDesk();
  const visitor = desk.as("noor");
  const page = await visitor.get(paths.claim(claimId(1)));
  await visitor.press(page, "Accept");
  expect(desk.state.claims.get(claimId(1))?.status).toBe("kept");
  const kept = await visitor.get(paths.claim(claimId(1)));
  const key = `${reportId(2)}_${desk.state.claims.get(claimId(1))?.items[1]?.attribution}_${desk.state.claims.get(claimId(1))?.items[1]?.figure}`;
  const merged = await visitor.press(kept, "Save stances and origins", {
    [`${key}.origin`]: "Mayor's office of Halan",
  });
  expect(merged.text).toContain("1 origin");
  const denied = await visitor.press(merged, "Save stances and origins", { [`${key}.stance`]: "denies" });
  expect(denied.document.querySelectorAll(".item.denies").length).toBe(1);
  await visitor.press(denied, "Save stances and origins", { [`${key}.keep`]: null });
  expect(desk.state.claims.get(claimId(1))?.items.length).toBe(1);
});

test("a claim that somebody changed meanwhile is not overwritten; what was typed stays", async () => {
  const desk = openDesk();
  const visitor = desk.as("noor");
  const page = await visitor.get(paths.claim(claimId(2)));
  await desk.as("ida").press(await desk.as("ida").get(paths.claim(claimId(2))), "Accept");
  const item = desk.state.claims.get(claimId(2))?.items[0];
  const key = `${item?.report}_${item?.attribution}_`;
  const refused = await visitor.press(page, "Save stances and origins", { [`${key}.origin`]: "Chief engineer" });
  expect(refused.status).toBe(409);
  expect(refused.text).toContain("Somebody was faster");
  expect(refused.html).toContain('value="Chief engineer"');
  const saved = await visitor.press(refused, "Save stances and origins");
  expect(saved.text).toContain("The claim is saved.");
  expect(desk.state.claims.get(claimId(2))?.items[0]?.origin).toBe("Chief engineer");
});

test("“confirmed” is refused with one origin, and the choice is still there", async () => {
  const visitor = openDesk().as("noor");
  const page = await visitor.get(paths.claim(claimId(3)));
  const refused = await visitor.press(page, "Set grade", { "grade.credibility": "1", "grade.reliability": "A" });
  expect(refused.status).toBe(422);
  expect(refused.document.querySelector("#grade-c1")?.hasAttribute("checked")).toBe(true);
  const graded = await visitor.press(refused, "Set grade", { "grade.credibility": "2" });
  expect(graded.text).toContain("The grade is set.");
  expect(graded.text).toContain("A2");
});

test("a claim's evidence goes under a new statement of a draft, with its grade", async () => {
  const desk = openDesk();
  const visitor = desk.as("ida");
  const page = await visitor.get(paths.claim(claimId(3)));
  const draft = await visitor.press(page, "Attach to draft", { place: `${draftId}/new/measures` });
  expect(draft.path).toMatch(/^\/desk\/drafts\/d00000000000000f1\?done=attached#n/);
  const added = desk.state.drafts.get(draftId)?.content.statements.at(-1);
  expect(added).toMatchObject({ section: "measures", grade: { reliability: "B", credibility: 2 } });
  expect(added?.evidence.length).toBe(2);
});

test("the editor's form holds the whole draft: sent untouched, nothing changes", async () => {
  const desk = openDesk();
  const draft = desk.state.drafts.get(draftId);
  const page = await desk.as("ida").get(paths.draft(draftId));
  const form = page.document.querySelector("#draft");
  if (!form || !draft) throw new Error("no editor");
  const data = new FormData();
  for (const [name, value] of fieldsOf(form)) data.append(name, value);
  const context = { zone: "Europe/Kyiv", languages: ["en", "uk"], history: desk.state.history, before: draft.content };
  const decoded = decodeDraft(new Form(data), context);
  const keys = (content: typeof decoded) => content.statements.map(({ key }) => key).toSorted();
  expect(keys(decoded)).toEqual(keys(draft.content));
  const sorted = (content: typeof decoded) => ({
    ...content,
    statements: content.statements.toSorted((a, b) => (a.key < b.key ? -1 : 1)),
  });
  expect(sorted(decoded)).toEqual(sorted(draft.content));
});

test("every button of the editor saves what was typed first", async () => {
  const desk = openDesk();
  const visitor = desk.as("ida");
  const page = await visitor.get(paths.draft(draftId));
  const grown = await visitor.press(page, "Add a statement to Safety", { [`s.${KEY}.text.en`]: "Typed just before." });
  const content = () => desk.state.drafts.get(draftId)?.content;
  expect(content()?.statements.find(({ key }) => key === KEY)?.text["en"]).toBe("Typed just before.");
  expect(content()?.statements.length).toBe(6);
  expect(grown.path).toContain(`#${content()?.statements.at(-1)?.key}`);
  const line = await visitor.press(grown, "Add a line");
  expect(content()?.glance.length).toBe(3);
  const without = await visitor.press(line, "Remove statement 2");
  expect(content()?.statements.some(({ key }) => key === "s2")).toBe(false);
  const back = await visitor.press(without, "Carry it over", { carry: "s2" });
  expect(content()?.statements.at(-1)?.carried).toBe("s2");
  await visitor.press(back, "Take away the evidence from Northern Wire");
  expect(content()?.statements.find(({ key }) => key === KEY)?.evidence).toEqual([]);
});

test("“confirmed” on one origin shows its problem beside the statement", async () => {
  const visitor = openDesk().as("ida");
  const page = await visitor.get(paths.draft(draftId));
  const saved = await visitor.press(page, "Save", { [`s.${KEY}.grade.credibility`]: "1" });
  expect(saved.document.getElementById(KEY)?.textContent).toContain("“Confirmed” needs two independent origins");
  expect(saved.document.querySelector(`#problems a[href="#${KEY}"]`)).not.toBeNull();
});

test("evidence is chosen from a claim or a report, and comes back to the statement", async () => {
  const desk = openDesk();
  const visitor = desk.as("ida");
  const page = await visitor.get(paths.draft(draftId));
  const picker = await visitor.press(page, "Attach evidence");
  expect(picker.path).toBe(paths.draftEvidence(draftId, KEY));
  const report = await visitor.get(paths.draftEvidence(draftId, KEY, { report: reportId(2) }));
  const attached = await visitor.press(report, "Attach what is ticked");
  expect(attached.path).toContain(`#${KEY}`);
  const evidence = desk.state.drafts.get(draftId)?.content.statements.find(({ key }) => key === KEY)?.evidence;
  expect(evidence?.map(({ report: cited }) => cited.id)).toEqual([reportId(1), reportId(2)]);
  const nothing = await visitor.press(report, "Attach what is ticked", { pick: null });
  expect(nothing.status).toBe(422);
});

test("two people in one draft see each other, and neither loses anything", async () => {
  const desk = openDesk();
  const [ida, ruben] = [desk.as("ida"), desk.as("ruben")];
  const hers = await ida.get(paths.draft(draftId));
  const his = await ruben.get(paths.draft(draftId));
  expect(his.text).toContain("Also here: Ida Marsh");
  await ruben.press(his, "Save", { [`s.${KEY}.text.uk`]: "Його текст." });
  const merge = await ida.press(hers, "Save", { [`s.${KEY}.text.en`]: "Her text." });
  expect(merge.status).toBe(409);
  expect(merge.text).toContain("Her text.");
  expect(merge.text).toContain("Його текст.");
  await ida.press(merge, "Save this choice");
  const text = desk.state.drafts.get(draftId)?.content.statements.find(({ key }) => key === KEY)?.text;
  expect(text).toEqual({ en: "Her text.", uk: "Його текст." });
});

test("the script is answered in JSON: the new revision, or why not", async () => {
  const desk = openDesk();
  const visitor = desk.as("ida");
  const page = await visitor.get(paths.draft(draftId));
  const form = page.document.querySelector("#draft");
  if (!form) throw new Error("no editor");
  const send = (revision: string, headers = {}) =>
    visitor.post(
      paths.draftSave(draftId),
      [...fieldsOf(form).filter(([name]) => name !== "revision"), ["revision", revision], ["do", "save"]],
      { accept: "application/json", ...headers },
    );
  const saved = await send("3");
  expect(JSON.parse(saved.html)).toMatchObject({ revision: 4, problems: [], others: [] });
  const stale = await send("3");
  expect([stale.status, JSON.parse(stale.html).code]).toEqual([409, "DRAFT_STALE"]);
  const ida = desk.state.sessions.get("session-ida");
  desk.state.sessions.clear();
  const out = await send("4");
  expect([out.status, JSON.parse(out.html).code]).toEqual([401, "AUTH_REQUIRED"]);
  if (ida) desk.state.sessions.set("session-new", ida);
  visitor.cookies.set("tocsin_desk", "session-new");
  const other = JSON.parse((await send("4")).html);
  expect(other.code).toBe("AUTH_CSRF");
  for (const field of form.querySelectorAll("[name=csrf]")) field.setAttribute("value", other.csrf);
  expect(JSON.parse((await send("4")).html).revision).toBe(5);
});

test("the preview is the service's bytes", async () => {
  const visitor = openDesk().as("ida");
  const answer = await visitor.raw(paths.preview(draftId, "uk"));
  const text = await answer.text();
  expect(text).toContain("Щонайменше 35 людей перебувають у школі в Галані.");
  expect(text.startsWith("<!doctype html>")).toBe(true);
});

test("publishing says in one sentence what will happen, then does it", async () => {
  const desk = openDesk();
  const visitor = desk.as("ruben");
  const editor = await visitor.get(paths.draft(draftId));
  const page = await visitor.press(editor, "Go to publishing");
  expect(page.text).toContain("Publishes edition 2 with 5 statements to 24 pages and 3 feeds.");
  const done = await visitor.press(page, "Publish edition 2");
  expect(done.text).toContain("The edition is live.");
  expect(desk.state.history.editions.length).toBe(2);
  const again = await visitor.get(paths.draft(draftId));
  expect(again.document.querySelector("#draft")).toBeNull();
});

test("a draft with something missing offers no button to publish", async () => {
  const visitor = openDesk().as("ruben");
  const editor = await visitor.get(paths.draft(draftId));
  const page = await visitor.press(editor, "Go to publishing", { nextUpdate: "" });
  expect(page.text).toContain("1 thing is missing");
  expect(page.html).not.toContain(">Publish edition 2</button>");
});

test("a statement is corrected with a reason in every language", async () => {
  const desk = openDesk();
  const visitor = desk.as("ruben");
  const page = await visitor.get(`${paths.statementCorrect("s2")}?kind=correction`);
  const typed = {
    "text.en": "The dam at Velin has a crack.",
    "text.uk": "Гребля у Веліні має тріщину.",
    "reason.en": "Engineers showed it.",
  };
  const refused = await visitor.press(page, "Publish this now", typed);
  expect(refused.status).toBe(422);
  expect(refused.text).toContain("The reason is missing");
  expect(refused.text).toContain("The dam at Velin has a crack.");
  const grown = await visitor.press(refused, "Attach evidence", { claim: claimId(2) });
  expect(grown.text).toContain("4 pieces of evidence");
  const done = await visitor.press(grown, "Publish this now", { "reason.uk": "Інженери її показали." });
  expect(done.text).toContain("The correction is live.");
  const now = desk.state.history.statements.get("s2" as StatementId);
  if (!now) throw new Error("s2 is gone");
  expect(latestVersion(now).value.text["en"]).toBe("The dam at Velin has a crack.");
  expect(latestVersion(now).value.evidence.length).toBe(4);
  expect(now.corrections.at(-1)?.value.kind).toBe("correction");
});

test("a withdrawal needs a second person, who types the statement's id", async () => {
  const desk = openDesk();
  const ruben = desk.as("ruben");
  const page = await ruben.get(paths.statement("s2"));
  const reason = { "reason.en": "Nobody can say.", "reason.uk": "Ніхто не знає." };
  const proposed = await ruben.press(page, "Propose withdrawal", reason);
  expect(proposed.text).toContain("You proposed this, so somebody else has to decide.");
  const olena = desk.as("olena");
  const list = await olena.get(paths.proposals());
  const wrong = await olena.press(list, "Withdraw the statement", { statement: "s1" });
  expect(wrong.status).toBe(422);
  expect(desk.state.history.statements.get("s2" as StatementId)?.withdrawn).toBe(false);
  const done = await olena.press(list, "Withdraw the statement", { statement: "s2" });
  expect(done.text).toContain("The statement is withdrawn.");
  expect(desk.state.history.statements.get("s2" as StatementId)?.withdrawn).toBe(true);
  const gone = await olena.get(paths.statement("s2"));
  expect(gone.html).not.toContain("Propose withdrawal");
});

test("the office asks, and records what came of it", async () => {
  const desk = openDesk();
  const visitor = desk.as("ida");
  const page = await visitor.get(paths.replies());
  const asked = await visitor.press(page, "Record the request", {
    to: "Water Authority",
    "question.en": "How high is it?",
  });
  expect(asked.text).toContain("The request is recorded.");
  expect(desk.state.history.replyRequests.size).toBe(2);
  const empty = await visitor.press(asked, "Record", { outcome: "answered" });
  expect(empty.status).toBe(422);
  const done = await visitor.press(asked, "Record", { outcome: "no-answer" });
  expect(done.text).toContain("No answer");
});

test("people are invited with a link that is shown to the inviter alone", async () => {
  const desk = openDesk();
  const olena = desk.as("olena");
  const page = await olena.get(paths.users());
  const twice = await olena.press(page, "Make a link", {
    email: "ruben@office.example",
    name: "Ruben",
    role: "editor",
  });
  expect(twice.status).toBe(409);
  const made = await olena.press(page, "Make a link", { email: "new@office.example", name: "Ana New", role: "editor" });
  expect(made.path).not.toContain("link-");
  const link = made.document.querySelector("#invitation")?.textContent ?? "";
  expect(link).toMatch(/^http:\/\/desk\.example\/desk\/link\/link-/);
  expect((await desk.as("ruben").get(made.path)).text).not.toContain("link-");
  const invited = desk.as(null);
  const form = await invited.get(new URL(link).pathname);
  const inside = await invited.press(form, "Set password and sign in", {
    name: "Ana New",
    "new-password": "four unrelated words here",
  });
  expect(inside.path).toContain("/desk/inbox");
  const shut = await olena.press(await olena.get(paths.users()), "Shut out Ana New");
  expect(shut.text).toContain("Access is closed.");
  expect((await invited.get("/desk/inbox")).path).toContain("/desk/sign-in");
});

test("one's own password is changed with the old one", async () => {
  const visitor = openDesk().as("ida");
  const page = await visitor.get(paths.password());
  const wrong = await visitor.press(page, "Change password", {
    "current-password": "x",
    "new-password": "four unrelated words here",
  });
  expect(wrong.status).toBe(401);
  const done = await visitor.press(page, "Change password", {
    "current-password": "river stone lantern seven",
    "new-password": "four unrelated words here",
  });
  expect(done.text).toContain("The password is changed.");
});

test("the journal says who did what, in words, and leads there", async () => {
  const visitor = openDesk().as("noor");
  const page = await visitor.get(paths.activity());
  expect(page.text).toContain("Ruben Sole");
  expect(page.text).toContain("corrected a statement");
  expect(page.document.querySelector(`.log a[href="${paths.statement("s1")}"]`)).not.toBeNull();
  const some = await visitor.get(paths.activity({ about: "s1" }));
  expect(some.document.querySelectorAll(".log li").length).toBe(1);
});
