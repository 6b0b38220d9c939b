import type { Attribution } from "../model/attribution.ts";
import type { Channel } from "../model/channel.ts";
import type { Claim, ClaimItem, ItemKey } from "../model/claim.ts";
import type { CorrectionKind } from "../model/correction.ts";
import type { Dated, History, StatementHistory } from "../model/history.ts";
import type { Evidence } from "../model/evidence.ts";
import type { Figure } from "../model/figure.ts";
import type { Credibility, Reliability } from "../model/grade.ts";
import type {
  AttributionId,
  ClaimId,
  DraftId,
  FigureId,
  ProposalId,
  PublisherId,
  ReplyRequestId,
  ReportId,
  SourceId,
  StatementId,
  UserId,
} from "../model/id.ts";
import type { Lang, LocalText } from "../model/language.ts";
import type { Publisher } from "../model/publisher.ts";
import type { Notice, NoticeState } from "../model/notice.ts";
import type { ReplyOutcome, ReplyRequest } from "../model/reply.ts";
import type { Report } from "../model/report.ts";
import type { Role } from "../model/role.ts";
import type { Source } from "../model/source.ts";
import type { Statement } from "../model/statement.ts";
import type { Subscriber, Wishes } from "../model/subscriber.ts";
import type { Instant } from "../model/time.ts";
import type { FieldProblem, TypedWishes } from "../model/typed-wishes.ts";
import type { ChannelProblem } from "../deliver/ports.ts";
import type { EditionDraft, EditionDraftContent } from "../desk/draft.ts";
import type { NoticeContent } from "../desk/notice.ts";
import type { Activity, Proposal, User } from "../desk/ports.ts";
import type { ClaimTitle, KeptAttribution, KeptFigure, LabelledDecision } from "../evidence/ports.ts";
import type { OriginGraph } from "../evidence/origin-graph.ts";
import type { IntakeFailure, ReportFilter, ReportSummary } from "../intake/ports.ts";
import type { DeliveryService } from "./delivery-ports.ts";

/** Who is acting, as every action wants to know. */
export interface Actor {
  readonly user: UserId;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
}

/** A user as pages show it: never the password hash. */
export type UserView = Omit<User, "passwordHash"> & { readonly hasPassword: boolean };

export interface ReportView {
  readonly report: Report;
  readonly publisher: Publisher;
  readonly read: boolean;
  readonly versions: readonly { readonly version: number; readonly retrievedAt: Instant }[];
  /** Line difference of title and text against the version before; empty for version 1. */
  readonly changes: readonly { readonly kind: "same" | "added" | "removed"; readonly text: string }[];
  /** Whether the machine has read this version: a report that has just come in may have to wait. */
  readonly reading: "done" | "waiting" | "language-not-supported";
  readonly attributions: readonly KeptAttribution[];
  readonly figures: readonly KeptFigure[];
  readonly claims: readonly Claim[];
  /** Previous and next unread report in the inbox's order, for the keyboard. */
  readonly previous: ReportId | null;
  readonly next: ReportId | null;
}

export interface ClaimItemView extends ClaimItem {
  readonly reportSummary: Pick<Report, "id" | "title" | "url" | "publishedAt" | "language"> & {
    readonly publisherName: string;
    readonly reliability: Reliability;
  };
  readonly attributionValue: KeptAttribution | null;
  readonly figureValue: KeptFigure | null;
  /** What a statement would carry if this item were attached. */
  readonly evidence: Evidence;
  /** The time that its figure is about, where the text says one ("as of 18:00"); else pages show when it was published. */
  readonly asOf: Instant | null;
}

/** A claim in the list. */
export type ClaimLine = Claim & {
  readonly reports: number;
  readonly origins: number;
  readonly rivals: boolean;
  /** Names of those who published its items, each once. */
  readonly publishers: readonly string[];
  /** When the newest of its reports was published. */
  readonly newest: Instant | null;
  /** Do publications cite one another for it in a circle? */
  readonly circular: boolean;
};

export interface ClaimView {
  readonly claim: Claim;
  readonly items: readonly ClaimItemView[];
  /** Independent origins of those that say it, each with the indexes of its items, first-hand first. */
  readonly origins: readonly { readonly label: string; readonly items: readonly number[] }[];
  /** Groups of figure items (indexes) that count the same and cannot all hold. */
  readonly rivals: readonly (readonly number[])[];
  /** Figure items (indexes) that differ because time went on or somebody put it right: no contradiction. */
  readonly updates: readonly {
    readonly from: number;
    readonly to: number;
    readonly how: "grew" | "fell" | "corrected";
  }[];
  /** Who said it first, who carried it; `items` are indexes into `items`. */
  readonly graph: OriginGraph;
  /** The same sum promised by the same giver for the same purpose, announced more than once; indexes into `items`. */
  readonly pledges: readonly {
    readonly items: readonly number[];
    readonly giver: string;
    readonly sum: string;
    readonly purpose: string;
  }[];
  /** What the machine would add to this claim, in the order of its confidence. */
  readonly proposed: readonly ClaimItemView[];
  /** Claims that speak of something like this, the most alike first: to merge with. */
  readonly alike: readonly Pick<ClaimTitle, "id" | "title" | "reports">[];
  /** The next claim that the machine suggested and nobody has decided on; null when this was the last. */
  readonly next: ClaimId | null;
  /** Statements (published) that carry this claim's evidence. */
  readonly statements: readonly StatementId[];
}

/** Everything that the desk's pages can ask or do. Roles are checked behind it, in `app`, for every call. */
export interface DeskService {
  readonly access: AccessService;
  readonly intake: IntakeService;
  readonly evidence: EvidenceService;
  readonly editions: EditionService;
  readonly delivery: DeliveryService;
  readonly notices: NoticeService;
}

export interface AccessService {
  /** True until somebody has signed in through the first link. */
  needsFirstAdministrator(): Promise<boolean>;
  /** What a one-time link is for; null when used, expired or unknown. */
  link(
    token: string,
  ): Promise<{ readonly purpose: "first-administrator" | "invitation"; readonly email: string } | null>;
  /** Uses the link: sets name and password (for the first administrator also the e-mail address) and signs in. */
  redeemLink(input: {
    readonly token: string;
    readonly email: string;
    readonly name: string;
    readonly password: string;
  }): Promise<{ readonly sessionToken: string }>;
  /** `address` is the client's, for the limit on attempts. Throws AUTH_FAILED, AUTH_LOCKED. */
  signIn(input: {
    readonly email: string;
    readonly password: string;
    readonly address: string;
  }): Promise<{ readonly sessionToken: string }>;
  actor(sessionToken: string): Promise<Actor | null>;
  signOut(sessionToken: string): Promise<void>;
  users(actor: Actor): Promise<readonly UserView[]>;
  /** Gives the one-time link's token to hand over. */
  invite(
    actor: Actor,
    input: { readonly email: string; readonly name: string; readonly role: Role },
  ): Promise<{ readonly token: string }>;
  setRole(actor: Actor, user: UserId, role: Role): Promise<void>;
  setDisabled(actor: Actor, user: UserId, disabled: boolean): Promise<void>;
  changePassword(actor: Actor, input: { readonly current: string; readonly next: string }): Promise<void>;
  activity(
    actor: Actor,
    filter: { readonly about?: string; readonly limit: number },
  ): Promise<readonly (Activity & { readonly name: string })[]>;
}

/** What one import came to: each address or file on its own, whatever happened to the others. */
export interface ImportOutcome {
  readonly url: string;
  readonly outcome: "new" | "changed" | "same" | "failed";
  readonly report: ReportId | null;
  readonly title: string;
  /** Code and sentence when it failed. */
  readonly code: string;
  readonly message: string;
}

export interface IntakeService {
  inbox(
    actor: Actor,
    filter: ReportFilter,
  ): Promise<{
    readonly reports: readonly ReportSummary[];
    readonly total: number;
    readonly all: number;
    readonly unread: number;
    readonly byPublisher: readonly { readonly publisher: PublisherId; readonly name: string; readonly count: number }[];
  }>;
  /** Throws NOT_FOUND. */
  report(actor: Actor, id: ReportId, version?: number): Promise<ReportView>;
  markRead(actor: Actor, id: ReportId, read: boolean): Promise<void>;
  /** How far the machine is with reading what came in; null when nothing waits. */
  backlog(actor: Actor): Promise<{ readonly done: number; readonly total: number } | null>;
  /** An address: a page, or a feed whose entries are taken one by one. */
  importUrl(actor: Actor, url: string): Promise<readonly ImportOutcome[]>;
  /** A file dropped on the desk: `.html`, `.txt`, `.md`. */
  importFile(
    actor: Actor,
    input: { readonly name: string; readonly bytes: Uint8Array; readonly publisher: string },
  ): Promise<ImportOutcome>;
  sources(actor: Actor): Promise<readonly Source[]>;
  /** Fetches once to see what it is, then polls it from now on. */
  addSource(
    actor: Actor,
    input: { readonly url: string; readonly publisher: string; readonly everyMinutes: number },
  ): Promise<{ readonly source: Source; readonly outcomes: readonly ImportOutcome[] }>;
  pollSource(actor: Actor, id: SourceId): Promise<readonly ImportOutcome[]>;
  setSourcePaused(actor: Actor, id: SourceId, paused: boolean): Promise<void>;
  removeSource(actor: Actor, id: SourceId): Promise<void>;
  failures(actor: Actor): Promise<readonly IntakeFailure[]>;
  publishers(actor: Actor): Promise<readonly (Publisher & { readonly reports: number })[]>;
  publisher(actor: Actor, id: PublisherId): Promise<Publisher>;
  savePublisher(actor: Actor, publisher: Publisher): Promise<void>;
}

export interface EvidenceService {
  decideAttribution(actor: Actor, id: AttributionId, verdict: "accepted" | "rejected"): Promise<void>;
  /** Accepts with changes. */
  fixAttribution(actor: Actor, id: AttributionId, fix: Attribution): Promise<void>;
  decideFigure(actor: Actor, id: FigureId, verdict: "accepted" | "rejected"): Promise<void>;
  fixFigure(actor: Actor, id: FigureId, fix: Figure): Promise<void>;
  /** What the machine missed, marked by a person in the text of a version of a report. */
  addAttribution(actor: Actor, report: ReportId, version: number, made: Attribution): Promise<AttributionId>;
  addFigure(actor: Actor, report: ReportId, version: number, made: Figure): Promise<FigureId>;
  /** Takes the decision back. What was marked by hand and taken away is there again. */
  undoAttribution(actor: Actor, id: AttributionId): Promise<void>;
  undoFigure(actor: Actor, id: FigureId): Promise<void>;
  claims(actor: Actor, filter: { readonly status?: Claim["status"] }): Promise<readonly ClaimLine[]>;
  /** Every claim by its name, in the order of making: to choose one from. */
  claimTitles(actor: Actor): Promise<readonly ClaimTitle[]>;
  claim(actor: Actor, id: ClaimId): Promise<ClaimView>;
  createClaim(actor: Actor, input: { readonly title: string; readonly items: readonly ItemKey[] }): Promise<ClaimId>;
  addToClaim(actor: Actor, id: ClaimId, item: ItemKey): Promise<void>;
  /** Takes in what the machine proposes for a claim, or refuses it for good. */
  decideProposed(actor: Actor, id: ClaimId, item: ItemKey, verdict: "accepted" | "rejected"): Promise<void>;
  /** Makes a claim of its own out of some of the items. Throws INPUT_INVALID when it would be none or all, CONFLICT. */
  splitClaim(
    actor: Actor,
    id: ClaimId,
    input: { readonly revision: number; readonly title: string; readonly items: readonly ItemKey[] },
  ): Promise<ClaimId>;
  /**
   * Puts everything that `from` gathers into `into`; `from` is then merged and out of the lists. `revision` is that of
   * `into`, as the page showed it. Throws CONFLICT.
   */
  mergeClaims(
    actor: Actor,
    input: { readonly into: ClaimId; readonly from: ClaimId; readonly revision: number },
  ): Promise<void>;
  /** What people decided about suggestions, as examples for training, in the order of making. */
  decisions(actor: Actor, after: number, limit: number): Promise<readonly LabelledDecision[]>;
  /** Changes title, status, stance or origin of items, or drops items. `revision` is the one that the page showed. */
  saveClaim(actor: Actor, claim: Claim): Promise<Claim>;
  gradeClaim(
    actor: Actor,
    id: ClaimId,
    grade: { readonly reliability: Reliability; readonly credibility: Credibility },
  ): Promise<void>;
}

export interface EditionService {
  history(): History;
  drafts(actor: Actor): Promise<readonly EditionDraft[]>;
  /** Starts from the statements that stand in the latest edition, carried over. */
  createDraft(actor: Actor): Promise<EditionDraft>;
  draft(actor: Actor, id: DraftId): Promise<EditionDraft>;
  /** Throws DRAFT_STALE when somebody saved in between; the sent content is then kept as a revision of its own. */
  saveDraft(actor: Actor, id: DraftId, revision: number, content: EditionDraftContent): Promise<EditionDraft>;
  discardDraft(actor: Actor, id: DraftId): Promise<void>;
  /** What keeps the draft from going out, each with the statement's key where it concerns one. Empty: ready. */
  problems(
    actor: Actor,
    id: DraftId,
  ): Promise<readonly { readonly key: string | null; readonly code: string; readonly message: string }[]>;
  /** The edition page as it would be published, to the byte. */
  preview(actor: Actor, id: DraftId, lang: Lang): Promise<Uint8Array>;
  /** Numbers for the sentence before going out: "Publishes edition 13 to 24 pages and 3 feeds." */
  publishPlan(
    actor: Actor,
    id: DraftId,
  ): Promise<{ readonly edition: number; readonly statements: number; readonly pages: number; readonly feeds: number }>;
  /** Throws DRAFT_INCOMPLETE, DRAFT_STALE. Resolves when the edition is live. */
  publishDraft(actor: Actor, id: DraftId, revision: number): Promise<{ readonly edition: number }>;
  statements(actor: Actor): Promise<readonly StatementHistory[]>;
  /** Throws STATEMENT_UNKNOWN. */
  statement(actor: Actor, id: StatementId): Promise<StatementHistory>;
  /** A new version of a published statement, at once live. Throws REASON_MISSING, STATEMENT_WITHDRAWN. */
  correct(
    actor: Actor,
    input: {
      readonly kind: Exclude<CorrectionKind, "withdrawal">;
      readonly statement: StatementId;
      readonly fromVersion: number;
      readonly right: Pick<Statement, "text" | "asOf" | "grade" | "evidence" | "area" | "kind">;
      readonly reason: LocalText;
    },
  ): Promise<void>;
  /** A withdrawal needs a second person. */
  proposeWithdrawal(
    actor: Actor,
    input: { readonly statement: StatementId; readonly fromVersion: number; readonly reason: LocalText },
  ): Promise<ProposalId>;
  /** Open ones, newest first: withdrawals and notices. */
  proposals(actor: Actor): Promise<readonly ProposalView[]>;
  /** Throws SECOND_PERSON_NEEDED when the proposer approves their own, and what the decision throws. */
  approveProposal(actor: Actor, id: ProposalId): Promise<void>;
  refuseProposal(actor: Actor, id: ProposalId): Promise<void>;
  replyRequests(actor: Actor): Promise<readonly (readonly Dated<ReplyRequest>[])[]>;
  askForReply(
    actor: Actor,
    input: { readonly to: string; readonly question: LocalText; readonly askedAt: Instant },
  ): Promise<ReplyRequestId>;
  recordReply(
    actor: Actor,
    id: ReplyRequestId,
    input: { readonly outcome: Exclude<ReplyOutcome, "waiting">; readonly answer: LocalText },
  ): Promise<void>;
}

type Of<K extends Proposal["kind"]> = Extract<Proposal, { readonly kind: K }>;

/** A proposal as the second person sees it; `text` is what the statement says now. */
export type ProposalView = (Of<"notice"> | (Of<"withdrawal"> & { readonly text: LocalText })) & {
  readonly proposedByName: string;
};

/** A notice in one language, as it would arrive. All texts are plain. */
export interface NoticePreview {
  readonly lang: Lang;
  /** Subject of the e-mail, headline of the notification. */
  readonly title: string;
  /** What a notification shows below. */
  readonly lead: string;
  /** The e-mail's text, above the links to change and leave. */
  readonly mail: string;
  readonly problems: readonly (ChannelProblem & { readonly channel: Channel })[];
}

/** Active subscribers of a channel. */
export interface AudienceCount {
  readonly channel: Channel;
  readonly subscribers: number;
}

export interface NoticeService {
  /** Those that stand, then all others; newest first. */
  notices(actor: Actor): Promise<readonly { readonly notice: Dated<Notice>; readonly state: NoticeState }[]>;
  /** As it would go out now, in every language of the office. Throws what proposing it throws. */
  preview(actor: Actor, content: NoticeContent): Promise<readonly NoticePreview[]>;
  /** Whom a notice to everywhere would reach; channels without anybody are left out. */
  audience(actor: Actor): Promise<readonly AudienceCount[]>;
  /** Throws INPUT_INVALID, NOTICE_UNKNOWN, NOTICE_EXPIRED, and CONFLICT when it stands or is proposed already. */
  propose(actor: Actor, content: NoticeContent): Promise<ProposalId>;
}

/** A subscriber as their own pages show it. */
export interface SubscriptionView {
  readonly channel: Channel;
  /** The address with most of its name left out: mails are forwarded. Empty for other channels than e-mail. */
  readonly shownAddress: string;
  readonly status: Subscriber["status"];
  readonly wishes: Wishes;
}

export type AskAnswer =
  | { readonly outcome: "asked" }
  | { readonly outcome: "closed" }
  | { readonly outcome: "problems"; readonly problems: readonly FieldProblem[] };

/** A browser's subscription as its script sent it; nothing of it is checked yet. */
export interface PushAsk {
  readonly endpoint: unknown;
  readonly keys: unknown;
  /** Null: as before, where the browser renews what it had. */
  readonly wishes: TypedWishes | null;
  /** Token of the subscription that this one takes the place of; empty for none. */
  readonly manage: string;
  /** The client's address. */
  readonly network: string;
}

/** `unknown`: there is nothing to renew. `closed`: web push is not set up. */
export type PushAnswer =
  | { readonly outcome: "subscribed"; readonly managePath: string }
  | { readonly outcome: "problems"; readonly problems: readonly FieldProblem[] }
  | { readonly outcome: "closed" | "limited" | "unknown" };

export interface WebhookAsk {
  readonly url: unknown;
  /** What its messages are to be signed with (`whsec_…`); left out: it gets one. */
  readonly secret: unknown;
  readonly wishes: TypedWishes;
  /** The client's address. */
  readonly network: string;
}

/**
 * `unanswered`: the receiver did not give the challenge back; the code is of deliver/trouble-codes.ts. `known`: the
 * receiver is subscribed with another secret. `manage`: where the subscription is changed and ended.
 */
export type WebhookAnswer =
  | { readonly outcome: "subscribed"; readonly manage: string; readonly secret: string }
  | { readonly outcome: "problems"; readonly problems: readonly FieldProblem[] }
  | { readonly outcome: "unanswered"; readonly code: string }
  | { readonly outcome: "closed" | "limited" | "known" };

/**
 * Everything that the public pages for subscribers can ask or do. Nobody signs in: a signed link is the authority.
 * Null or false: the link is forged, expired, or the subscription is no more; which of these is not told.
 */
export interface SubscriptionService {
  history(): History;
  /**
   * Somebody asks for messages. `asked` says nothing of whether the address is known, or whether a limit was hit: what
   * follows happens after the answer. `network` is the client's address. `closed`: no e-mail is set up.
   */
  ask(input: { readonly address: string; readonly wishes: TypedWishes; readonly network: string }): AskAnswer;
  /** Whom a link to confirm belongs to. Changes nothing. */
  confirming(token: string): Promise<SubscriptionView | null>;
  /** By which browsers know us (RFC 8292), in base64url; null: web push is not set up. */
  pushKey(): string | null;
  /** A browser asks for notifications, or renews its subscription. */
  subscribePush(ask: PushAsk): Promise<PushAnswer>;
  /** A program asks for messages to a receiver, which is asked whether it wants them before this resolves. */
  subscribeWebhook(ask: WebhookAsk): Promise<WebhookAnswer>;
  /** `managePath`: where the subscriber changes or leaves, from the root of the site. */
  confirm(token: string): Promise<{ readonly view: SubscriptionView; readonly managePath: string } | null>;
  managing(token: string): Promise<SubscriptionView | null>;
  /** Gives the subscription as it is then, with what was wrong; empty: saved. */
  change(
    token: string,
    wishes: TypedWishes,
  ): Promise<{ readonly view: SubscriptionView; readonly problems: readonly FieldProblem[] } | null>;
  /** Everything that is kept about a subscriber, as JSON. */
  exportData(token: string): Promise<object | null>;
  /** Erases the subscriber. True also when that was done before. */
  erase(token: string): Promise<boolean>;
  /** Language of the one who holds a link to leave. */
  leaving(token: string): Promise<Lang | null>;
  /** As `erase`, by the link to leave. */
  leave(token: string): Promise<boolean>;
}
