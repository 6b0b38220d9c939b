import { candidateOf, createClaimRefresher, sentenceAround, type ClaimRefresher, type LoadedItem } from "./claims.ts";
import { act, type Context } from "./context.ts";
import { createSuggestions, missing } from "./suggestions.ts";
import { demand } from "../desk/permission.ts";
import { evidenceOf } from "../evidence/evidence-of.ts";
import { originsOfItems } from "../evidence/origins.ts";
import { rivalsOf } from "../evidence/rivals.ts";
import type { Claim, ClaimItem, ItemKey } from "../model/claim.ts";
import { TocsinError } from "../model/error.ts";
import { isGrade, UNGRADED } from "../model/grade.ts";
import { freshId, type ClaimId } from "../model/id.ts";
import type { ClaimItemView, ClaimView, EvidenceService } from "../web/ports.ts";

const TITLE_LENGTH_MAX = 300;
const ITEMS_MAX = 300;

export function createEvidence(context: Context): EvidenceService & ClaimRefresher {
  const { store, random } = context;

  async function one(id: ClaimId): Promise<Claim> {
    const claim = await store.claims.get(id);
    if (!claim) throw missing("claim");
    return claim;
  }

  async function load(item: Pick<ClaimItem, "report" | "attribution" | "figure">): Promise<LoadedItem> {
    const [said, counted] = await Promise.all([
      item.attribution === null ? null : store.suggestions.attribution(item.attribution),
      item.figure === null ? null : store.suggestions.figure(item.figure),
    ]);
    const report = await store.reports.get(item.report, (said ?? counted)?.reportVersion);
    const publisher = report ? await store.publishers.get(report.publisher) : null;
    if (!report || !publisher || (said ?? counted)?.report !== report.id) throw missing("report or suggestion");
    return { report, publisher, attribution: said, figure: counted };
  }

  /** New items with the origin that the machine suggests, seen together with those that are there. */
  async function labelled(before: readonly ClaimItem[], added: readonly ItemKey[]): Promise<readonly ClaimItem[]> {
    const candidates = (await Promise.all([...before, ...added].map(load))).map(candidateOf);
    const labels = originsOfItems(candidates);
    // A new item of an origin that a person has renamed takes the person's name.
    const renamed = new Map(before.map((item, i) => [labels[i] ?? "", item.origin] as const));
    const fresh = added.map((item, i): ClaimItem => {
      const at = before.length + i;
      const label = labels[at] ?? "";
      return {
        report: item.report,
        attribution: item.attribution,
        figure: item.figure,
        stance: candidates[at]?.stance ?? "says",
        origin: renamed.get(label) ?? label,
        confidence: null,
        reasons: [],
      };
    });
    return [...before, ...fresh];
  }

  async function view(claim: Claim): Promise<ClaimView> {
    const items = await Promise.all(
      claim.items.map(async (item): Promise<ClaimItemView> => {
        const loaded = await load(item);
        const { report, publisher } = loaded;
        return {
          ...item,
          reportSummary: {
            id: report.id,
            title: report.title,
            url: report.url,
            publishedAt: report.publishedAt,
            language: report.language,
            publisherName: publisher.name,
            reliability: publisher.reliability,
          },
          attributionValue: loaded.attribution,
          figureValue: loaded.figure,
          evidence: evidenceOf({
            ...loaded,
            origin: item.origin,
            stance: item.stance,
            sentence: loaded.figure ? sentenceAround(report.text, (loaded.figure.fix ?? loaded.figure).span) : "",
          }),
        };
      }),
    );
    const cited = new Set(claim.items.map((item) => item.report));
    const quotes = new Set(items.map((item) => item.evidence.quote));
    const statements = [...context.press.history().statements].filter(([, { versions }]) =>
      versions.some(({ value }) => value.evidence.some((e) => cited.has(e.report.id) && quotes.has(e.quote))),
    );
    return {
      claim,
      items,
      origins: originsIn(items),
      rivals: rivalsIn(items),
      statements: statements.map(([id]) => id),
    };
  }

  return {
    ...createClaimRefresher(context),
    ...createSuggestions(context),

    async claims(actor, filter) {
      demand(actor.role, "desk.read");
      const claims = await store.claims.list(filter);
      return Promise.all(
        claims.map(async (claim) => {
          const figures = (await Promise.all(claim.items.filter((item) => item.figure !== null).map(load))).map(
            figureOf,
          );
          return {
            ...claim,
            reports: new Set(claim.items.map((item) => item.report)).size,
            origins: new Set(claim.items.filter((item) => item.stance === "says").map((item) => item.origin)).size,
            rivals: rivalsOf(figures).length > 0,
          };
        }),
      );
    },

    async claim(actor, id) {
      demand(actor.role, "desk.read");
      return view(await one(id));
    },

    async createClaim(actor, { title, items }) {
      demand(actor.role, "claim.edit");
      const id = freshId<ClaimId>("c", random);
      const labels = await labelled([], items);
      await store.claims.save(
        checked({
          id,
          title: title.trim(),
          status: "kept",
          grade: UNGRADED,
          items: labels,
          apart: [],
          proposed: [],
          mergedInto: null,
          revision: 0,
        }),
      );
      await act(context, actor, "claim.edit", { action: "claim.created", about: id });
      return id;
    },

    async addToClaim(actor, id, item) {
      demand(actor.role, "claim.edit");
      const claim = await one(id);
      if (claim.items.some((known) => sameItem(known, item))) return;
      await store.claims.save(checked({ ...claim, status: "kept", items: await labelled(claim.items, [item]) }));
      await act(context, actor, "claim.edit", { action: "claim.extended", about: id });
    },

    async saveClaim(actor, claim) {
      demand(actor.role, "claim.edit");
      const known = await one(claim.id);
      const items = claim.items.filter((item) => known.items.some((other) => sameItem(other, item)));
      const saved = await store.claims.save(
        checked({ ...known, title: claim.title.trim(), status: claim.status, items, revision: claim.revision }),
      );
      await act(context, actor, "claim.edit", { action: `claim.${claim.status}`, about: claim.id });
      return saved;
    },

    async gradeClaim(actor, id, grade) {
      demand(actor.role, "claim.grade");
      const claim = await one(id);
      if (!isGrade(grade)) throw new TocsinError("INPUT_INVALID", "This is no grade of the Admiralty code.");
      const origins = new Set(claim.items.filter((item) => item.stance === "says").map((item) => item.origin)).size;
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
      await store.claims.save({ ...claim, status: "kept", grade });
      await act(context, actor, "claim.grade", {
        action: "claim.graded",
        about: id,
        note: `${grade.reliability}${grade.credibility}`,
      });
    },
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

function sameItem(
  a: Pick<ClaimItem, "report" | "attribution" | "figure">,
  b: Pick<ClaimItem, "report" | "attribution" | "figure">,
): boolean {
  return a.report === b.report && a.attribution === b.attribution && a.figure === b.figure;
}

function originsIn(items: readonly ClaimItemView[]): ClaimView["origins"] {
  const groups = new Map<string, number[]>();
  for (const [i, item] of items.entries()) {
    if (item.stance === "says") groups.set(item.origin, [...(groups.get(item.origin) ?? []), i]);
  }
  const time = (i: number): string => items[i]?.reportSummary.publishedAt ?? "";
  return [...groups].map(([label, indexes]) => ({
    label,
    items: indexes.toSorted((a, b) => (time(a) < time(b) ? -1 : 1)),
  }));
}

/** Groups of item indexes whose figures cannot all hold. */
function rivalsIn(items: readonly ClaimItemView[]): ClaimView["rivals"] {
  const counted = items.flatMap((item, i) => (item.figureValue ? [{ i, item }] : []));
  const groups = rivalsOf(
    counted.map(({ item }) => {
      const value = item.figureValue?.fix ?? item.figureValue;
      if (!value) throw new Error("filtered above");
      return { ...value, asOf: item.reportSummary.publishedAt };
    }),
  );
  return groups.map((group) => group.flatMap((index) => counted[index]?.i ?? []));
}

function figureOf({ figure, report }: LoadedItem): Parameters<typeof rivalsOf>[0][number] {
  const value = figure?.fix ?? figure;
  if (!value) throw new Error("an item without its figure");
  return { ...value, asOf: report.publishedAt };
}
