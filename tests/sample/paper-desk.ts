import { correctStatement, withdrawStatement } from "../../src/desk/correction.ts";
import type { EditionDraft } from "../../src/desk/draft.ts";
import { parseDraftContent } from "../../src/desk/draft-content.ts";
import { publishEdition, startDraft } from "../../src/desk/edition.ts";
import { stamp, type EntryDraft } from "../../src/desk/entry-draft.ts";
import { demand, type Permission } from "../../src/desk/permission.ts";
import type { Proposal } from "../../src/desk/ports.ts";
import { askForReply, recordReply } from "../../src/desk/reply.ts";
import type { KeptAttribution, KeptFigure } from "../../src/evidence/ports.ts";
import type { Claim, ClaimItem, ItemKey } from "../../src/model/claim.ts";
import type { Entry } from "../../src/model/entry.ts";
import { emptyHistory, evolve, type History } from "../../src/model/history.ts";
import type { ClaimId, ReportId, SourceId } from "../../src/model/id.ts";
import type { Publisher } from "../../src/model/publisher.ts";
import type { Report } from "../../src/model/report.ts";
import { sha256 } from "../../src/model/sha256.ts";
import { parseInstant, type Instant } from "../../src/model/time.ts";
import { encodeEntry } from "../../src/record/entry.ts";
import { reportPath, textOn, wordsOf } from "../../src/sample/outlet.ts";
import { press, reportsUntil } from "../../src/sample/press.ts";
import { scenario } from "../../src/sample/scenario.ts";
import type { Actor, DeskService, ImportOutcome, ReportView } from "../../src/web/ports.ts";

/** What the machine finds in a text, as the desk would keep it. */
export type Reader = (report: Report) => Pick<ReportView, "attributions" | "figures">;

/** A desk on paper: real decisions and real entries, but reports come straight from the sample press. */
export class PaperDesk {
  now: Instant = scenario.startsAt;
  day = 12;
  history: History = emptyHistory;
  readonly entries: Entry[] = [];
  readonly reports = new Map<ReportId, Report[]>();
  readonly suggestions = new Map<string, { attributions: KeptAttribution[]; figures: KeptFigure[] }>();
  readonly publishers = new Map<string, Publisher>();
  readonly claims = new Map<ClaimId, Claim>();
  readonly proposals: Proposal[] = [];
  readonly read = new Set<ReportId>();
  #draft: EditionDraft | null = null;
  readonly #reader: Reader;

  constructor(reader: Reader) {
    this.#reader = reader;
    this.#append("approver", [
      { kind: "office", payload: { ...scenario.office, baseUrl: "https://civil-protection.example" } },
    ]);
  }

  get service(): DeskService {
    return {
      access: {} as DeskService["access"],
      intake: this.#intake() as DeskService["intake"],
      evidence: this.#evidence() as DeskService["evidence"],
      editions: this.#editions() as DeskService["editions"],
      notices: {} as DeskService["notices"],
      delivery: {} as DeskService["delivery"],
    };
  }

  #append(role: Actor["role"], drafts: readonly EntryDraft[]): void {
    if (this.history.time !== null && this.now < this.history.time) throw new Error("the clock ran backwards");
    const entries = stamp(drafts, this.history.size, this.now, role);
    for (const entry of entries) encodeEntry(entry);
    this.entries.push(...entries);
    this.history = evolve(this.history, entries);
  }

  #take(outletId: string, origin: string): ImportOutcome[] {
    const outlet = press.find(({ id }) => id === outletId)!;
    return reportsUntil(outlet, this.day).map((sample): ImportOutcome => {
      const url = origin + reportPath(outlet, sample);
      const { title, blocks } = textOn(sample, this.day);
      const text = blocks.map(wordsOf).join("\n\n");
      const id = `r${sha256(url).slice(0, 16)}` as ReportId;
      const versions = this.reports.get(id) ?? [];
      const outcome = { url, report: id, title, code: "", message: "" };
      if (versions.at(-1)?.text === text) return { ...outcome, outcome: "same" };
      const report: Report = {
        id,
        version: versions.length + 1,
        publisher: outlet.id,
        publisherName: outlet.name,
        url,
        title,
        byline: sample.byline,
        publishedAt: parseInstant(sample.published),
        language: outlet.lang,
        canonicalUrl: null,
        text,
        sha256: sha256(text),
        textSha256: sha256(text),
        retrievedAt: this.now,
      };
      this.reports.set(id, [...versions, report]);
      const { attributions, figures } = this.#reader(report);
      this.suggestions.set(id, { attributions: [...attributions], figures: [...figures] });
      return { ...outcome, outcome: versions.length === 0 ? "new" : "changed" };
    });
  }

  #intake(): Partial<DeskService["intake"]> {
    const originOf = new Map<string, string>();
    return {
      savePublisher: async (actor, publisher) => {
        demand(actor.role, "publisher.edit");
        this.publishers.set(publisher.id, publisher);
      },
      publisher: async (_, id) => this.publishers.get(id)!,
      addSource: async (actor, { url, publisher }) => {
        demand(actor.role, "source.edit");
        const outlet = press.find(({ name }) => name === publisher)!;
        originOf.set(outlet.id, new URL(url).origin);
        const source = { id: outlet.id as string as SourceId } as never;
        return { source, outcomes: this.#take(outlet.id, new URL(url).origin) };
      },
      pollSource: async (_, id) => this.#take(id, originOf.get(id)!),
      markRead: async (_, id) => void this.read.add(id),
      report: async (_, id) => {
        const report = this.reports.get(id)!.at(-1)!;
        const publisher = this.publishers.get(report.publisher)!;
        return { ...this.suggestions.get(id)!, report, publisher, read: this.read.has(id) } as never;
      },
    };
  }

  #evidence(): Partial<DeskService["evidence"]> {
    const decide = (list: (KeptAttribution | KeptFigure)[], id: string, change: object): void => {
      const at = list.findIndex((one) => one.id === id);
      if (at >= 0) list[at] = { ...list[at]!, ...change } as never;
    };
    const everywhere = (actor: Actor, id: string, change: (by: Actor) => object): void => {
      demand(actor.role, "suggestion.decide");
      for (const { attributions, figures } of this.suggestions.values()) {
        decide(attributions, id, change(actor));
        decide(figures, id, change(actor));
      }
    };
    const decision = (verdict: string) => (by: Actor) => ({ decision: { verdict, by: by.user, at: this.now } });
    return {
      decideAttribution: async (actor, id, verdict) => everywhere(actor, id, decision(verdict)),
      decideFigure: async (actor, id, verdict) => everywhere(actor, id, decision(verdict)),
      fixAttribution: async (actor, id, fix) => everywhere(actor, id, (by) => ({ ...decision("fixed")(by), fix })),
      createClaim: async (_, { title, items }) => {
        const id = `c${this.claims.size}` as ClaimId;
        const full = items.map((item) => machineItem(item));
        this.claims.set(id, {
          id,
          title,
          status: "kept",
          grade: { reliability: "F", credibility: 6 },
          items: full,
          apart: [],
          proposed: [],
          mergedInto: null,
          outline: null,
          revision: 1,
        });
        return id;
      },
      addToClaim: async (_, id, item) => {
        const claim = this.claims.get(id)!;
        const items = [...claim.items, machineItem(item)];
        this.claims.set(id, { ...claim, items });
      },
      claim: async (_, id) => ({ claim: this.claims.get(id)! }) as never,
      saveClaim: async (_, claim) => {
        this.claims.set(claim.id, claim);
        return claim;
      },
      gradeClaim: async (_, id, grade) => void this.claims.set(id, { ...this.claims.get(id)!, grade }),
    };
  }

  #editions(): Partial<DeskService["editions"]> {
    const doAs = (actor: Actor, permission: Permission, decide: () => readonly EntryDraft[]): void => {
      demand(actor.role, permission);
      this.#append(actor.role, decide());
    };
    const publishers = () => [...this.publishers.values()];
    return {
      history: () => this.history,
      createDraft: async (actor) => {
        demand(actor.role, "draft.edit");
        this.#draft = {
          id: "d1",
          revision: 1,
          status: "open",
          edition: null,
          content: startDraft(this.history),
        } as never;
        return this.#draft;
      },
      saveDraft: async (actor, _, revision, content) => {
        demand(actor.role, "draft.edit");
        this.#draft = { ...this.#draft!, revision: revision + 1, content: parseDraftContent(content) };
        return this.#draft;
      },
      publishDraft: async (actor) => {
        const { content } = this.#draft!;
        doAs(actor, "edition.publish", () => publishEdition(content, this.history, publishers(), this.now));
        return { edition: this.history.editions.length };
      },
      statement: async (_, id) => this.history.statements.get(id)!,
      correct: async (actor, input) =>
        doAs(actor, "statement.correct", () => correctStatement(input, this.history, publishers())),
      proposeWithdrawal: async (actor, input) => {
        demand(actor.role, "withdrawal.propose");
        this.proposals.push({ ...input, proposedBy: actor.user } as never);
        return "p1" as never;
      },
      approveProposal: async (actor) => {
        const proposal = this.proposals.at(-1)!;
        if (proposal.proposedBy === actor.user) throw new Error("a second person is needed");
        const command = proposal as never as Parameters<typeof withdrawStatement>[0];
        doAs(actor, "withdrawal.approve", () => withdrawStatement(command, this.history));
      },
      askForReply: async (actor, input) => {
        doAs(actor, "reply.edit", () => askForReply(input, this.history));
        return [...this.history.replyRequests.keys()].at(-1)!;
      },
      recordReply: async (actor, id, input) =>
        doAs(actor, "reply.edit", () => recordReply({ id, ...input, at: this.now }, this.history)),
    };
  }
}

const machineItem = (item: ItemKey): ClaimItem => ({
  ...item,
  origin: "machine",
  stance: "says",
  confidence: null,
  reasons: [],
});
