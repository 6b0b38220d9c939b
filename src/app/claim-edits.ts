import type { ClaimViewer } from "./claim-view.ts";
import { act, type Context } from "./context.ts";
import { missing } from "./suggestions.ts";
import { demand } from "../desk/permission.ts";
import { exampleOfClaim, exampleOfItem } from "../evidence/example.ts";
import { outlineOf } from "../evidence/outline.ts";
import { originsOfItems } from "../evidence/origins.ts";
import type { LabelledDecision } from "../evidence/ports.ts";
import { sameItem, type Claim, type ClaimItem, type ItemKey } from "../model/claim.ts";
import { TocsinError } from "../model/error.ts";
import { originsOf } from "../model/evidence.ts";
import { isGrade, UNGRADED } from "../model/grade.ts";
import { freshId, type ClaimId } from "../model/id.ts";
import type { EvidenceService } from "../web/ports.ts";

const TITLE_LENGTH_MAX = 300;
const ITEMS_MAX = 300;

type Edits = Pick<
  EvidenceService,
  "createClaim" | "addToClaim" | "saveClaim" | "splitClaim" | "mergeClaims" | "decideProposed" | "gradeClaim"
>;

/** What people do with claims. Every decision about what the machine gathered is kept as an example to learn from. */
export function createClaimEdits(context: Context, viewer: ClaimViewer): Edits {
  const { store, random, clock, backlog } = context;

  async function one(id: ClaimId): Promise<Claim> {
    const claim = await store.claims.get(id);
    if (!claim) throw missing("claim");
    return claim;
  }

  /** With what a list shows of it. */
  async function outlined(claim: Claim): Promise<Claim> {
    const candidates = await viewer.candidates(claim.items);
    const labels = claim.items.map((item) => item.origin);
    return { ...claim, outline: outlineOf(candidates, labels) };
  }

  async function keep(decision: Omit<LabelledDecision, "at">): Promise<void> {
    await store.decisions.add([{ ...decision, at: clock() }]);
  }

  /** New items with the origin that the machine suggests, seen together with those that are there. */
  async function labelled(before: readonly ClaimItem[], added: readonly ItemKey[]): Promise<readonly ClaimItem[]> {
    const candidates = await viewer.candidates([...before, ...added]);
    const labels = originsOfItems(candidates);
    // A new item of an origin that a person has renamed takes the person's name.
    const renamed = new Map(before.map((item, i) => [labels[i] ?? "", item.origin] as const));
    const fresh = added.map(({ report, attribution, figure }, i): ClaimItem => {
      const at = before.length + i;
      const label = labels[at] ?? "";
      const stance = candidates[at]?.stance ?? "says";
      return {
        report,
        attribution,
        figure,
        stance,
        origin: renamed.get(label) ?? label,
        confidence: null,
        reasons: [],
      };
    });
    return [...before, ...fresh];
  }

  async function itemExample(claim: Claim, item: ItemKey): Promise<LabelledDecision["example"]> {
    const [found] = await viewer.candidates([item]);
    const there = await viewer.candidates(claim.items);
    return { claim: exampleOfClaim(claim, there), item: found === undefined ? null : exampleOfItem(found) };
  }

  /** What saving a claim says about the machine's work: the claim itself, items dropped, origins renamed. */
  async function decisionsOn(
    before: Claim,
    after: Claim,
    dropped: readonly ClaimItem[],
  ): Promise<readonly LabelledDecision[]> {
    const at = clock();
    const decisions: LabelledDecision[] = [];
    if (before.status !== after.status) {
      const example = exampleOfClaim(after, await viewer.candidates(after.items));
      decisions.push({ at, kind: "claim", about: after.id, verdict: VERDICT[after.status], example });
    }
    for (const item of dropped) {
      const example = await itemExample(after, item);
      decisions.push({ at, kind: "claim-item", about: after.id, verdict: "dropped", example });
    }
    for (const item of after.items) {
      const was = before.items.find((other) => sameItem(other, item))?.origin;
      if (was === undefined || was === item.origin) continue;
      const example = { ...(await itemExample(after, item)), machine: was, person: item.origin };
      decisions.push({ at, kind: "origin", about: after.id, verdict: "renamed", example });
    }
    return decisions;
  }

  return {
    async createClaim(actor, { title, items }) {
      demand(actor.role, "claim.edit");
      const claim = checked(claimOf(freshId<ClaimId>("c", random), title, await labelled([], items)));
      backlog.know([await store.claims.save(await outlined(claim))]);
      await keep({
        kind: "claim",
        about: claim.id,
        verdict: "added",
        example: exampleOfClaim(claim, await viewer.candidates(items)),
      });
      await act(context, actor, "claim.edit", { action: "claim.created", about: claim.id });
      return claim.id;
    },

    async addToClaim(actor, id, item) {
      demand(actor.role, "claim.edit");
      const claim = await one(id);
      if (claim.items.some((known) => sameItem(known, item))) return;
      const items = await labelled(claim.items, [item]);
      const without = (list: readonly ItemKey[]): readonly ItemKey[] => list.filter((other) => !sameItem(other, item));
      const grown = checked({
        ...claim,
        status: "kept",
        items,
        apart: without(claim.apart),
        proposed: claim.proposed.filter((other) => !sameItem(other, item)),
      });
      const saved = await store.claims.save(await outlined(grown));
      backlog.know([saved]);
      await keep({ kind: "claim-item", about: id, verdict: "added", example: await itemExample(claim, item) });
      await act(context, actor, "claim.edit", { action: "claim.extended", about: id });
    },

    async decideProposed(actor, id, item, verdict) {
      demand(actor.role, "claim.edit");
      const claim = await one(id);
      const found = claim.proposed.find((other) => sameItem(other, item));
      if (found === undefined) throw missing("proposal");
      const proposed = claim.proposed.filter((other) => other !== found);
      const accepted = verdict === "accepted";
      const decided = checked({
        ...claim,
        proposed,
        items: accepted ? [...claim.items, found] : claim.items,
        apart: accepted ? claim.apart : [...claim.apart, keyOf(found)],
      });
      const saved = await store.claims.save(await outlined(decided));
      backlog.know([saved]);
      await keep({ kind: "claim-item", about: id, verdict, example: await itemExample(claim, found) });
      await act(context, actor, "claim.edit", { action: "claim.extended", about: id });
    },

    async saveClaim(actor, claim) {
      demand(actor.role, "claim.edit");
      const known = await one(claim.id);
      const items = claim.items.filter((item) => known.items.some((other) => sameItem(other, item)));
      const dropped = known.items.filter((item) => !items.some((other) => sameItem(other, item)));
      const changed = checked({
        ...known,
        title: claim.title.trim(),
        status: claim.status,
        items,
        apart: [...known.apart, ...dropped.map(keyOf)],
        revision: claim.revision,
      });
      const saved = await store.claims.save(await outlined(changed));
      backlog.know([saved]);
      await store.decisions.add(await decisionsOn(known, saved, dropped));
      await act(context, actor, "claim.edit", { action: `claim.${claim.status}`, about: claim.id });
      return saved;
    },

    async splitClaim(actor, id, { revision, title, items }) {
      demand(actor.role, "claim.edit");
      const known = await one(id);
      const moved = known.items.filter((item) => items.some((other) => sameItem(other, item)));
      const left = known.items.filter((item) => !moved.includes(item));
      if (moved.length === 0 || left.length === 0) {
        throw new TocsinError("INPUT_INVALID", "A split leaves at least one item here and takes at least one away.", {
          fix: "Choose the items that belong to the new claim, but not all of them.",
        });
      }
      const fresh = checked({
        ...claimOf(freshId<ClaimId>("c", random), title, moved),
        apart: left.map(keyOf),
      });
      const rest = { ...known, items: left, apart: [...known.apart, ...moved.map(keyOf)], revision };
      backlog.know(await store.claims.saveTogether([await outlined(fresh), await outlined(rest)]));
      const [stay, go] = await Promise.all([viewer.candidates(left), viewer.candidates(moved)]);
      await keep({
        kind: "claim",
        about: id,
        verdict: "split",
        example: { stay: exampleOfClaim(known, stay), go: exampleOfClaim(fresh, go) },
      });
      await act(context, actor, "claim.edit", { action: "claim.split", about: id, note: fresh.id });
      return fresh.id;
    },

    async mergeClaims(actor, { into, from, revision }) {
      demand(actor.role, "claim.edit");
      const [target, source] = await Promise.all([one(into), one(from)]);
      if (into === from || target.status === "merged" || source.status === "merged") {
        throw new TocsinError("INPUT_INVALID", "These two claims can’t be merged.", {
          fix: "Choose another claim that is not merged yet.",
        });
      }
      const added = source.items.filter((item) => !target.items.some((other) => sameItem(other, item)));
      const isApart = (item: ItemKey): boolean => added.some((other) => sameItem(other, item));
      const merged = checked({
        ...target,
        status: "kept",
        items: [...target.items, ...added],
        apart: target.apart.filter((item) => !isApart(item)),
        proposed: target.proposed.filter((item) => !isApart(item)),
        revision,
      });
      const gone: Claim = { ...source, status: "merged", items: [], proposed: [], mergedInto: into, outline: null };
      backlog.know(await store.claims.saveTogether([await outlined(merged), gone]));
      const [here, there] = await Promise.all([viewer.candidates(target.items), viewer.candidates(source.items)]);
      await keep({
        kind: "claim",
        about: into,
        verdict: "merged",
        example: { into: exampleOfClaim(target, here), from: exampleOfClaim(source, there) },
      });
      await act(context, actor, "claim.edit", { action: "claim.merged", about: into, note: from });
    },

    async gradeClaim(actor, id, grade) {
      demand(actor.role, "claim.grade");
      const claim = await one(id);
      if (!isGrade(grade)) throw new TocsinError("INPUT_INVALID", "This is no grade of the Admiralty code.");
      const origins = originsOf(claim.items);
      if (grade.credibility === 1 && origins < 2) {
        throw new TocsinError(
          "GRADE_NEEDS_ORIGINS",
          "“Confirmed” needs two independent origins; this claim has fewer.",
          {
            fix: "Grade it “probably true”, or add evidence of another origin.",
            detail: { origins },
          },
        );
      }
      backlog.know([await store.claims.save({ ...claim, status: "kept", grade })]);
      await act(context, actor, "claim.grade", {
        action: "claim.graded",
        about: id,
        note: `${grade.reliability}${grade.credibility}`,
      });
    },
  };
}

const VERDICT = {
  kept: "accepted",
  rejected: "rejected",
  suggested: "undone",
  merged: "merged",
} as const satisfies Record<Claim["status"], LabelledDecision["verdict"]>;

function claimOf(id: ClaimId, title: string, items: readonly ClaimItem[]): Claim {
  return {
    id,
    title: title.trim(),
    status: "kept",
    grade: UNGRADED,
    items,
    apart: [],
    proposed: [],
    mergedInto: null,
    outline: null,
    revision: 0,
  };
}

function checked(claim: Claim): Claim {
  if (claim.title === "" || claim.title.length > TITLE_LENGTH_MAX) {
    throw new TocsinError("INPUT_INVALID", `A claim needs a title of at most ${TITLE_LENGTH_MAX} characters.`, {
      fix: "Write the claim as one sentence that could be true or false.",
    });
  }
  if (claim.items.length > ITEMS_MAX) {
    throw new TocsinError("INPUT_TOO_LARGE", `A claim gathers at most ${ITEMS_MAX} items.`, {
      fix: "Split it into two claims.",
    });
  }
  if (claim.items.some((item) => item.origin.trim() === "")) {
    throw new TocsinError("INPUT_INVALID", "Every item needs an origin.", { fix: "Name who said it first." });
  }
  return claim;
}

const keyOf = ({ report, attribution, figure }: ItemKey): ItemKey => ({ report, attribution, figure });
