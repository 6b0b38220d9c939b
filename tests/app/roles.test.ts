import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { forgetPerson } from "../../src/app/forget.ts";
import type {
  AttributionId,
  ClaimId,
  DispatchId,
  DraftId,
  FigureId,
  ProposalId,
  ReplyRequestId,
  ReportId,
  SourceId,
  StatementId,
  UserId,
} from "../../src/model/id.ts";
import type { Role } from "../../src/model/role.ts";
import type { Actor, DeskService } from "../../src/web/ports.ts";
import { at, draft, statement, wire } from "../desk/given.ts";
import { actor, openOffice, type TestOffice } from "./office.ts";

let office: TestOffice;

beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

const s1 = "s1" as StatementId;
const reason = { en: "A slip.", uk: "Описка." };

/** Every action of the desk that changes something, and the least role for it. */
const ACTIONS: readonly (readonly [
  name: string,
  least: Role,
  act: (desk: DeskService, who: Actor) => Promise<unknown>,
])[] = [
  ["importUrl", "analyst", (d, a) => d.intake.importUrl(a, "http://127.0.0.1/")],
  [
    "importFile",
    "analyst",
    (d, a) => d.intake.importFile(a, { name: "a.txt", bytes: Buffer.from("A\n\nB said C."), publisher: "P" }),
  ],
  ["markRead", "analyst", (d, a) => d.intake.markRead(a, "r0" as ReportId, true)],
  ["decideAttribution", "analyst", (d, a) => d.evidence.decideAttribution(a, "a0" as AttributionId, "accepted")],
  ["undoFigure", "analyst", (d, a) => d.evidence.undoFigure(a, "q0" as FigureId)],
  ["createClaim", "analyst", (d, a) => d.evidence.createClaim(a, { title: "Claim", items: [] })],
  ["gradeClaim", "analyst", (d, a) => d.evidence.gradeClaim(a, "c0" as ClaimId, { reliability: "B", credibility: 2 })],
  [
    "addSource",
    "editor",
    (d, a) => d.intake.addSource(a, { url: "http://127.0.0.1/", publisher: "", everyMinutes: 30 }),
  ],
  ["pollSource", "editor", (d, a) => d.intake.pollSource(a, "f0" as SourceId)],
  ["savePublisher", "editor", (d, a) => d.intake.savePublisher(a, wire)],
  ["createDraft", "editor", (d, a) => d.editions.createDraft(a)],
  ["saveDraft", "editor", (d, a) => d.editions.saveDraft(a, "d0" as DraftId, 0, draft())],
  ["proposeWithdrawal", "editor", (d, a) => d.editions.proposeWithdrawal(a, { statement: s1, fromVersion: 1, reason })],
  [
    "propose a notice",
    "editor",
    (d, a) =>
      d.notices.propose(a, {
        headline: { en: "Boil water", uk: "Кип’ятіть воду" },
        text: { en: "Now.", uk: "Зараз." },
        area: {},
        expires: at(12),
        replaces: null,
        ends: false,
      }),
  ],
  [
    "askForReply",
    "editor",
    (d, a) => d.editions.askForReply(a, { to: "Ministry", question: { en: "Why?", uk: "Чому?" }, askedAt: at(6) }),
  ],
  [
    "recordReply",
    "editor",
    (d, a) => d.editions.recordReply(a, "y9" as ReplyRequestId, { outcome: "no-answer", answer: {} }),
  ],
  ["setPaused", "editor", (d, a) => d.delivery.setPaused(a, "edition:9/email" as DispatchId, true)],
  ["retry", "editor", (d, a) => d.delivery.retry(a, "edition:9/email" as DispatchId, "failed")],
  [
    "correct",
    "approver",
    (d, a) =>
      d.editions.correct(a, {
        kind: "correction",
        statement: s1,
        fromVersion: 1,
        right: { ...statement("a"), asOf: at(7) },
        reason,
      }),
  ],
  ["approveProposal", "approver", (d, a) => d.editions.approveProposal(a, "p0" as ProposalId)],
  ["users", "administrator", (d, a) => d.access.users(a)],
  ["invite", "administrator", (d, a) => d.access.invite(a, { email: "x@y.example", name: "X", role: "analyst" })],
  ["setRole", "administrator", (d, a) => d.access.setRole(a, "u0" as UserId, "editor")],
];

const BELOW: Readonly<Record<Role, Role | null>> = {
  analyst: null,
  editor: "analyst",
  approver: "editor",
  administrator: "approver",
};

describe("roles hold behind the pages", () => {
  const guarded = ACTIONS.flatMap(([name, least, act]) => {
    const below = BELOW[least];
    return below === null ? [] : [[name, below, act] as const];
  });

  test.each(guarded)("%s is refused to an %s", async (_, role, act) => {
    await expect(act(office.desk, actor(role))).rejects.toMatchObject({ code: "AUTH_FORBIDDEN" });
  });

  test.each(ACTIONS)("%s is open to an %s", async (_, role, act) => {
    const outcome = await act(office.desk, actor(role)).catch((error: unknown) => error);
    expect(outcome).not.toMatchObject({ code: "AUTH_FORBIDDEN" });
  });
});

describe("two people", () => {
  test("who proposes a withdrawal cannot approve it; another approver can, once", async () => {
    const approver = actor("approver");
    const other = actor("approver", "other");
    const started = await office.desk.editions.createDraft(approver);
    const saved = await office.desk.editions.saveDraft(approver, started.id, started.revision, draft());
    await office.desk.editions.publishDraft(approver, saved.id, saved.revision);
    const id = await office.desk.editions.proposeWithdrawal(approver, { statement: s1, fromVersion: 1, reason });
    await expect(office.desk.editions.approveProposal(approver, id)).rejects.toMatchObject({
      code: "SECOND_PERSON_NEEDED",
    });
    await office.desk.editions.approveProposal(other, id);
    await expect(office.desk.editions.approveProposal(other, id)).rejects.toMatchObject({ code: "CONFLICT" });
    expect(office.desk.editions.history().statements.get(s1)?.withdrawn).toBe(true);
  });

  test("of two who save one draft, the second is told and loses nothing", async () => {
    const [ada, bo] = [actor("editor", "ada"), actor("editor", "bo")];
    const started = await office.desk.editions.createDraft(ada);
    const first = await office.desk.editions.saveDraft(
      ada,
      started.id,
      started.revision,
      draft({ glance: [{ en: "Ada", uk: "Ада" }] }),
    );
    await expect(
      office.desk.editions.saveDraft(bo, started.id, started.revision, draft({ glance: [{ en: "Bo", uk: "Бо" }] })),
    ).rejects.toMatchObject({ code: "DRAFT_STALE" });
    expect((await office.desk.editions.draft(bo, started.id)).content).toEqual(first.content);
  });
});

describe("a person", () => {
  test("is erased on request, but never the last administrator", async () => {
    const { store, clock } = office.app.context;
    const user = (id: string, role: Role) => ({
      id: id as UserId,
      email: `${id}@office.example`,
      name: `Name ${id}`,
      role,
      disabled: false,
      passwordHash: "x",
      createdAt: clock(),
    });
    await store.users.insert(user("u1", "administrator"));
    await store.users.insert(user("u2", "editor"));
    await forgetPerson(office.app.context, "U2@office.example");
    expect(JSON.stringify(await store.users.list())).not.toMatch(/u2@office|Name u2/);
    await expect(forgetPerson(office.app.context, "u1@office.example")).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(forgetPerson(office.app.context, "u2@office.example")).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("the preview", () => {
  test("is the published page to the byte", async () => {
    const approver = actor("approver");
    const started = await office.desk.editions.createDraft(approver);
    const content = draft({ asOf: at(7), nextUpdate: at(21), statements: [statement("fresh")] });
    const saved = await office.desk.editions.saveDraft(approver, started.id, started.revision, content);
    const previews = await Promise.all(
      ["en", "uk"].map((lang) => office.desk.editions.preview(approver, saved.id, lang)),
    );
    office.setTime(at(8));
    const { edition } = await office.desk.editions.publishDraft(approver, saved.id, saved.revision);
    const { createSiteStore } = await import("../../src/store/site.ts");
    const site = createSiteStore(office.app.layout.site);
    const pages = await Promise.all(["en", "uk"].map((lang) => site.read(`${lang}/editions/${edition}/index.html`)));
    expect(pages.map((page) => Buffer.from(page ?? []).toString())).toEqual(
      previews.map((page) => Buffer.from(page).toString()),
    );
  });
});
