import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { StatementId, UserId } from "../../src/model/id.ts";
import type { Role } from "../../src/model/role.ts";
import { at, draft, statement } from "../desk/given.ts";
import { actor, openOffice, type TestOffice } from "./office.ts";

let office: TestOffice;

beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

const approver = actor("approver");
const reason = { en: "A slip.", uk: "Описка." };

async function readyDraft(content = draft()) {
  const started = await office.desk.editions.createDraft(approver);
  return office.desk.editions.saveDraft(approver, started.id, started.revision, content);
}

const editionsOut = (): number => office.desk.editions.history().editions.length;

/** The database persists the next append, and the answer is lost on the way. */
function loseNextAnswer(): void {
  const log = office.app.context.store.log as { append: typeof office.app.context.store.log.append };
  const append = log.append;
  log.append = async (...args) => {
    log.append = append;
    await append(...args);
    throw new Error("connection lost");
  };
}

describe("nothing is published twice", () => {
  test("an edition on a double click: both get the same answer", async () => {
    const { id, revision } = await readyDraft();
    const publish = () => office.desk.editions.publishDraft(approver, id, revision);
    expect(await Promise.all([publish(), publish()])).toEqual([{ edition: 1 }, { edition: 1 }]);
    expect(editionsOut()).toBe(1);
  });

  test("an edition that went into the record although publishing it failed", async () => {
    const { id, revision } = await readyDraft();
    loseNextAnswer();
    await expect(office.desk.editions.publishDraft(approver, id, revision)).rejects.toThrow("connection lost");
    const shown = await office.desk.editions.draft(approver, id);
    expect(shown).toMatchObject({ status: "published", edition: 1 });
    expect(await office.desk.editions.publishDraft(approver, id, revision)).toEqual({ edition: 1 });
    await expect(office.desk.editions.saveDraft(approver, id, shown.revision, draft())).rejects.toMatchObject({
      code: "CONFLICT",
    });
    expect(editionsOut()).toBe(1);
  });

  test("an edition that a colleague saves while it goes out", async () => {
    const { id, revision } = await readyDraft();
    const out = office.desk.editions.publishDraft(approver, id, revision);
    const save = office.desk.editions.saveDraft(actor("editor"), id, revision + 1, draft());
    const [published, saved] = await Promise.allSettled([out, save]);
    expect(published).toMatchObject({ status: "fulfilled", value: { edition: 1 } });
    expect(saved).toMatchObject({ status: "rejected", reason: { code: "CONFLICT" } });
    expect((await office.desk.editions.draft(approver, id)).status).toBe("published");
  });

  test("of two drafts with one as-of time the one that did not go out stays open", async () => {
    const [one, other] = [await readyDraft(), await readyDraft(draft({ statements: [statement("b")] }))];
    loseNextAnswer();
    await office.desk.editions.publishDraft(approver, one.id, one.revision).catch(() => {});
    await office.desk.editions.publishDraft(approver, other.id, other.revision).catch(() => {});
    expect(editionsOut()).toBe(2);
    expect((await office.desk.editions.draft(approver, other.id)).edition).toBe(2);
  });

  test("a reply request, its outcome, and a proposal", async () => {
    const { editions } = office.desk;
    const request = { to: "Ministry", question: { en: "Why?", uk: "Чому?" }, askedAt: at(6) };
    const id = await editions.askForReply(approver, request);
    await expect(editions.askForReply(approver, request)).rejects.toMatchObject({ code: "CONFLICT" });
    const outcome = { outcome: "answered", answer: { en: "Because." } } as const;
    await editions.recordReply(approver, id, outcome);
    await expect(editions.recordReply(approver, id, outcome)).rejects.toMatchObject({ code: "CONFLICT" });

    const { id: draftId, revision } = await readyDraft();
    await editions.publishDraft(approver, draftId, revision);
    const withdrawal = { statement: "s1" as StatementId, fromVersion: 1, reason };
    const propose = () => editions.proposeWithdrawal(approver, withdrawal);
    const both = await Promise.allSettled([propose(), propose()]);
    expect(both.map(({ status }) => status)).toEqual(["fulfilled", "rejected"]);
  });

  test("a withdrawal is either approved or refused, also when both are asked for at once", async () => {
    const { editions } = office.desk;
    const { id: draftId, revision } = await readyDraft();
    await editions.publishDraft(approver, draftId, revision);
    const id = await editions.proposeWithdrawal(approver, { statement: "s1" as StatementId, fromVersion: 1, reason });
    const [ada, bo] = [actor("approver", "ada"), actor("approver", "bo")];
    const both = await Promise.allSettled([editions.approveProposal(ada, id), editions.refuseProposal(bo, id)]);
    expect(both.map(({ status }) => status)).toEqual(["fulfilled", "rejected"]);
    expect((await office.app.context.store.proposals.get(id))?.status).toBe("approved");
  });
});

describe("people at the same time", () => {
  async function user(id: string, role: Role): Promise<void> {
    const { store, clock } = office.app.context;
    const email = `${id}@office.example`;
    await store.users.insert({
      id: id as UserId,
      email,
      name: id,
      role,
      disabled: false,
      passwordHash: "x",
      createdAt: clock(),
    });
  }

  test("two administrators who shut each other out: one stays", async () => {
    await user("u-ada", "administrator");
    await user("u-bo", "administrator");
    const [ada, bo] = [actor("administrator", "ada"), actor("administrator", "bo")];
    await Promise.allSettled([
      office.desk.access.setDisabled(ada, bo.user, true),
      office.desk.access.setDisabled(bo, ada.user, true),
    ]);
    expect((await office.app.context.store.users.list()).filter((one) => !one.disabled)).toHaveLength(1);
  });

  test("wrong passwords sent at once get no further than one after the other", async () => {
    const input = { email: "nobody@office.example", password: "wrong wrong wrong", address: "192.0.2.1" };
    const answers = await Promise.allSettled(Array.from({ length: 12 }, () => office.desk.access.signIn(input)));
    const codes = answers.map((one) => (one.status === "rejected" ? (one.reason as { code: string }).code : "in"));
    expect(codes.filter((code) => code === "AUTH_FAILED")).toHaveLength(5);
    expect(codes.filter((code) => code === "AUTH_LOCKED")).toHaveLength(7);
  });

  test("a changed password does not bring back a role that was taken away meanwhile", async () => {
    const { store, random } = office.app.context;
    const { hashPassword } = await import("../../src/app/password-hash.ts");
    await user("u-cy", "approver");
    const before = await store.users.get("u-cy" as UserId);
    if (!before) throw new Error("just inserted");
    await store.users.save({ ...before, passwordHash: await hashPassword("four unrelated words here", random) });
    await Promise.all([
      office.desk.access.changePassword(actor("approver", "cy"), {
        current: "four unrelated words here",
        next: "five quite other words there",
      }),
      office.desk.access.setRole(actor("administrator"), "u-cy" as UserId, "analyst"),
    ]);
    expect((await store.users.get("u-cy" as UserId))?.role).toBe("analyst");
  });
});
