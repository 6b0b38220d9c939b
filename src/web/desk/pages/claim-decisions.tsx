import { TocsinError } from "../../../model/error.ts";
import { sameItem, type Claim, type ItemKey } from "../../../model/claim.ts";
import type { ClaimId } from "../../../model/id.ts";
import { readForm, type Form } from "../form.ts";
import { itemKey } from "../parts/claim-items.tsx";
import { paths } from "../paths.ts";
import { takeBack, type Undo } from "../undo.ts";
import { actorOf, param, type Deps, type DeskApp, type DeskContext } from "../view.ts";
import { claimView } from "./claim.tsx";

/** What is decided about a claim with one key each. Every decision can be taken back from the page that follows. */
export function claimDecisionPages(app: DeskApp, deps: Deps): void {
  const { evidence } = deps.service;
  /** Runs a decision; when it is refused the claim's page says why and shows again what was typed. */
  const on = (path: string, decide: (c: DeskContext, form: Form, id: ClaimId) => Promise<Response>): void => {
    app.post(path, async (c) => {
      const form = await readForm(c);
      try {
        return await decide(c, form, param(c, "id") as ClaimId);
      } catch (error) {
        return claimView(c, deps, form, deps.trouble(c, error));
      }
    });
  };
  const shelve = (c: DeskContext, undo: Undo): string => deps.undos.put(actorOf(c).user, undo);

  on(paths.claimStatus(":id"), async (c, form, id) => {
    const status = form.choice("status", ["suggested", "kept", "rejected"]);
    const { claim, next } = await evidence.claim(actorOf(c), id);
    const saved = await evidence.saveClaim(actorOf(c), { ...claim, status, revision: form.count("revision") });
    const undo = shelve(c, { kind: "status", claim: id, was: claim.status, revision: saved.revision });
    const done = `claim-${status}`;
    // Who goes through suggestions goes on; who changes an earlier decision stays with it.
    if (claim.status !== "suggested") return c.redirect(paths.claim(id, { done, undo }), 303);
    return c.redirect(next === null ? paths.claims({ done, undo }) : paths.claim(next, { done, undo }), 303);
  });

  on(paths.claimSplit(":id"), async (c, form, id) => {
    const { claim } = await evidence.claim(actorOf(c), id);
    const picked = form.list("pick");
    const items = claim.items.filter((item) => picked.includes(itemKey(item)));
    const title = form.text("title");
    if (title === "")
      throw new TocsinError("INPUT_INVALID", "The new claim needs a sentence that says what is claimed.");
    const fresh = await evidence.splitClaim(actorOf(c), id, { revision: form.count("revision"), title, items });
    const undo = shelve(c, { kind: "split", claim: id, fresh });
    return c.redirect(paths.claim(id, { done: "claim-split", undo }), 303);
  });

  on(paths.claimMerge(":id"), async (c, form, id) => {
    const from = form.text("from") as ClaimId;
    const [into, other] = await Promise.all([evidence.claim(actorOf(c), id), evidence.claim(actorOf(c), from)]);
    await evidence.mergeClaims(actorOf(c), { into: id, from, revision: form.count("revision") });
    const items = other.claim.items.filter((item) => !into.claim.items.some((one) => sameItem(one, item)));
    const undo = shelve(c, { kind: "merge", claim: id, title: other.claim.title, items });
    return c.redirect(paths.claim(id, { done: "claim-merged", undo }), 303);
  });

  on(paths.claimProposed(":id"), async (c, form, id) => {
    const verdict = form.choice("verdict", ["accepted", "rejected"]);
    const { claim } = await evidence.claim(actorOf(c), id);
    const item = proposedItem(claim, form.text("item"));
    await evidence.decideProposed(actorOf(c), id, item, verdict);
    const undo = shelve(c, { kind: verdict === "accepted" ? "taken" : "refused", claim: id, item });
    return c.redirect(paths.claim(id, { done: `item-${verdict}`, undo }), 303);
  });

  app.post(paths.undo(":key"), async (c) => {
    const undo = deps.undos.get(actorOf(c).user, param(c, "key"));
    if (undo === null) throw new TocsinError("NOT_FOUND", "This decision can not be taken back here any more.");
    const claim = await takeBack(evidence, actorOf(c), undo);
    return c.redirect(paths.claim(claim, { done: "undo" }), 303);
  });
}

function proposedItem(claim: Claim, key: string): ItemKey {
  const found = claim.proposed.find((item) => itemKey(item) === key);
  if (found === undefined) throw new TocsinError("CONFLICT", "This was decided on already.");
  return { report: found.report, attribution: found.attribution, figure: found.figure };
}
